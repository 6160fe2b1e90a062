"""What the log of searches costs a search: the same process with it and without, by turns.

    python -m benchmarks.search.log_cost STATES [--size 100000] [--pairs 24]

Blocks of searches over the API take turns, with the log and without it, in an order that is drawn
anew for each pair; a block with the log ends when its entries are written. "Cold" asks what nobody
has asked, "repeated" the same few searches, which are answered from what is kept: of those the log
is the largest share. Ratios with the log to without: the median of the pairs, with a 95 % interval
(bootstrap). Time is what the one who asks waits; CPU is of the whole process, its thread that
writes included.
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

Ask = Callable[[], Any]


class Spent(NamedTuple):
    """A search of a block, on average, in milliseconds."""

    waited: float
    cpu: float


def kinds() -> dict[str, Ask]:
    from django.test import Client

    from benchmarks.search.cold import Searches

    client, searches = Client(headers={"host": "127.0.0.1"}), Searches(seed=int(time.time()))
    few = itertools.cycle([searches.words_alone().params for _ in range(FEW)])

    def asked(params: dict[str, Any]) -> None:
        if (status := client.get(PATH, params).status_code) != 200:
            raise RuntimeError(f"{PATH} answers {status}")

    return {
        "cold": lambda: asked(searches.words_alone().params),
        "repeated": lambda: asked(next(few)),
    }


def block(ask: Ask, logged: bool) -> Spent:
    from django.conf import settings

    from search import log

    settings.SEARCH_LOG = logged
    waited, before = 0.0, time.process_time()
    for _search in range(BLOCK):
        began = time.perf_counter()
        ask()
        waited += time.perf_counter() - began
    log.writer.close()
    cpu = time.process_time() - before
    return Spent(1000 * waited / BLOCK, 1000 * cpu / BLOCK)


def pair(ask: Ask) -> tuple[Spent, Spent]:
    """(with the log, without it)"""
    order = random.sample([True, False], 2)
    spent = {logged: block(ask, logged) for logged in order}
    return spent[True], spent[False]


def ratio(pairs: list[tuple[float, float]]) -> str:
    found = np.array([logged / plain for logged, plain in pairs])
    drawn = np.random.default_rng(1).choice(found, (SAMPLES, len(found)))
    low, high = np.quantile(np.median(drawn, axis=1), (0.025, 0.975))
    return f"{median(found):.3f} ({low:.3f} – {high:.3f})"


def measured(pairs: int) -> Iterator[str]:
    for name, ask in kinds().items():
        for _warm in range(2):
            pair(ask)
        found = [pair(ask) for _n in range(pairs)]
        waited = ratio([(logged.waited, plain.waited) for logged, plain in found])
        cpu = ratio([(logged.cpu, plain.cpu) for logged, plain in found])
        usual = median(plain.waited for _logged, plain in found)
        yield f"| {name} | {waited} | {cpu} | {usual:.0f} ms |"


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
        print("| searches | time, log / none | CPU, log / none | time without |")
        print("|---|---|---|---|")
        for line in measured(given.pairs):
            print(line)


if __name__ == "__main__":
    main()
