"""What the log of searches costs a search: the same process with it and without, by turns.

    python -m benchmarks.search.log_cost STATES [--size 100000] [--pairs 1000]

Searches over the API, each asked twice, one after the other: with the log and without it, in an
order that is drawn anew. "Cold" asks what nobody has asked (the second time with its words in
another order), "repeated" the same few searches, which are answered from what is kept: of those the
log is the largest share. Ratios with the log to without are the median of the pairs, with a 95 %
interval (bootstrap). Time is what the one who asks waits; CPU is of the thread that answers. By
itself is timed the CPU of noting a search before its answer, and that of writing it behind, in
another thread, both as shares of the CPU of a search without the log.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import numpy as np

from benchmarks.data.large_catalogue import large

FEW = 12  # different ones of those that are repeated
PATH = "/api/v1/search/"
SAMPLES = 2_000  # of the bootstrap

Params = dict[str, Any]
Ask = Callable[[Params], None]
Draw = Callable[[], tuple[Params, Params]]  # one search, spelt for the first and the second time
own = {"note": 0.0, "store": 0.0}  # seconds of CPU of the log itself


def timed(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
    def timing(*given: Any, **named: Any) -> Any:
        began = time.thread_time()
        try:
            return call(*given, **named)
        finally:
            own[name] += time.thread_time() - began

    return timing


class Spent(NamedTuple):
    """On one search, in milliseconds."""

    waited: float
    cpu: float


def kinds() -> dict[str, Draw]:
    from benchmarks.search.cold import Searches

    searches = Searches(seed=int(time.time()))
    few = itertools.cycle([searches.words_alone().params for _ in range(FEW)])

    def cold() -> tuple[Params, Params]:
        params = searches.words_alone().params
        return params, rotated(params)

    return {"cold": cold, "repeated": lambda: (again := next(few), again)}


def asking() -> Ask:
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})

    def ask(params: Params) -> None:
        if (status := client.get(PATH, params).status_code) != 200:
            raise RuntimeError(f"{PATH} answers {status}")

    return ask


def spent_on(ask: Ask, params: Params, logged: bool) -> Spent:
    from django.conf import settings

    settings.SEARCH_LOG = logged
    began, before = time.perf_counter(), time.thread_time()
    ask(params)
    return Spent(1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - before))


def pair(ask: Ask, draw: Draw) -> tuple[Spent, Spent]:
    """(with the log, without it)"""
    order = random.sample([True, False], 2)
    spent = {log: spent_on(ask, each, log) for log, each in zip(order, draw(), strict=True)}
    return spent[True], spent[False]


def rotated(params: Params) -> Params:
    """The same words, of which nobody has asked in this order."""
    first, *others = params["q"].split()
    return params | {"q": " ".join([*others, first])}


def ratio(pairs: list[tuple[float, float]]) -> str:
    found = np.array([logged / plain for logged, plain in pairs])
    drawn = np.random.default_rng(1).choice(found, (SAMPLES, len(found)))
    low, high = np.quantile(np.median(drawn, axis=1), (0.025, 0.975))
    return f"{median(found):.3f} ({low:.3f} – {high:.3f})"


def measured(pairs: int) -> Iterator[str]:
    from search import log

    log.note = timed("note", log.note)
    log.writer.store = timed("store", log.writer.store)
    ask = asking()
    for name, draw in kinds().items():
        for _n in range(2 * FEW):
            pair(ask, draw)  # the first searches load what all others use
        log.writer.close()
        own.update(note=0.0, store=0.0)
        found = [pair(ask, draw) for _n in range(pairs)]
        log.writer.close()
        waited = ratio([(logged.waited, plain.waited) for logged, plain in found])
        cpu = ratio([(logged.cpu, plain.cpu) for logged, plain in found])
        usual = sum(plain.cpu for _logged, plain in found) / 1000
        noting, behind = (f"{100 * own[part] / usual:.2f} %" for part in ("note", "store"))
        yield f"| {name} | {waited} | {cpu} | {noting} | {behind} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=1000)
    given = parser.parse_args()
    os.environ |= {"VITRINE_ROLE": "web", "SEARCHES_A_MINUTE": "0"}
    with large(given.size, given.states) as products:
        from search.retrieval import warm_up

        warm_up()
        print(f"{products:,} products, {given.pairs} pairs of searches\n")
        print("| searches | time, log / none | CPU, log / none | noting | writing behind |")
        print("|---|---|---|---|---|")
        for line in measured(given.pairs):
            print(line)


if __name__ == "__main__":
    main()
