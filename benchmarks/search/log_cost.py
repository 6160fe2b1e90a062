"""What the log of searches costs a search: the same process with it and without, by turns.

    python -m benchmarks.search.log_cost STATES [--size 100000] [--pairs 24]

Blocks of searches over the API take turns, with the log and without it, in an order that is drawn
anew for each pair; a block with the log ends when its entries are written. Both blocks of a pair
ask the same. "Cold" asks what nobody has asked (one block has its words in another order),
"repeated" the same few searches, which are answered from what is kept: of those the log is the
largest share. Ratios with the log to without: the median of the pairs, with a 95 % interval
(bootstrap). Time is what the one who asks waits; CPU is of the whole process, its thread that
writes included. On a machine that is busy with other things both are noise, but not what is timed
by itself: the CPU that noting takes before the answer, and writing behind it, as shares of the
CPU of a search without the log.
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

BLOCK = 25  # searches
FEW = 12  # different ones of those that are repeated
PATH = "/api/v1/search/"
SAMPLES = 2_000  # of the bootstrap

Params = dict[str, Any]
Ask = Callable[[Params], None]
Draw = Callable[[], list[Params]]  # the searches of a block
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
    """A search of a block, on average, in milliseconds."""

    waited: float
    cpu: float


def kinds() -> dict[str, Draw]:
    from benchmarks.search.cold import Searches

    searches = Searches(seed=int(time.time()))
    few = [searches.words_alone().params for _ in range(FEW)]
    return {
        "cold": lambda: [searches.words_alone().params for _ in range(BLOCK)],
        "repeated": lambda: list(itertools.islice(itertools.cycle(few), BLOCK)),
    }


def asking() -> Ask:
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})

    def ask(params: Params) -> None:
        if (status := client.get(PATH, params).status_code) != 200:
            raise RuntimeError(f"{PATH} answers {status}")

    return ask


def block(ask: Ask, asked: list[Params], logged: bool) -> Spent:
    from django.conf import settings

    from search import log

    settings.SEARCH_LOG = logged
    waited, before = 0.0, time.process_time()
    for params in asked:
        began = time.perf_counter()
        ask(params)
        waited += time.perf_counter() - began
    log.writer.close()
    cpu = time.process_time() - before
    return Spent(1000 * waited / BLOCK, 1000 * cpu / BLOCK)


def pair(ask: Ask, draw: Draw, again: bool) -> tuple[Spent, Spent]:
    """(with the log, without it); `again`: the very same may be asked twice."""
    asked = draw()
    order = random.sample([True, False], 2)
    turned = [asked, asked if again else [rotated(params) for params in asked]]
    spent = {logged: block(ask, each, logged) for logged, each in zip(order, turned, strict=True)}
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
        again = name == "repeated"
        pair(ask, draw, again)  # the first searches load what all others use
        own.update(note=0.0, store=0.0)
        found = [pair(ask, draw, again) for _n in range(pairs)]
        waited = ratio([(logged.waited, plain.waited) for logged, plain in found])
        cpu = ratio([(logged.cpu, plain.cpu) for logged, plain in found])
        usual = sum(plain.cpu for _logged, plain in found) * BLOCK / 1000
        before, behind = (f"{100 * own[part] / usual:.2f} %" for part in ("note", "store"))
        yield f"| {name} | {waited} | {cpu} | {before} | {behind} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--pairs", type=int, default=24)
    given = parser.parse_args()
    os.environ |= {"VITRINE_ROLE": "web", "SEARCHES_A_MINUTE": "0"}
    with large(given.size, given.states) as products:
        from search.retrieval import warm_up

        warm_up()
        print(f"{products:,} products, {given.pairs} pairs of {BLOCK} searches\n")
        print("| searches | time, log / none | CPU, log / none | CPU before | CPU behind |")
        print("|---|---|---|---|---|")
        for line in measured(given.pairs):
            print(line)


if __name__ == "__main__":
    main()
