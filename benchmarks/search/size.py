"""What a search costs at a thousand and at a million products, beside the floor of the same size.

    python -m benchmarks.search.size STATES [--sizes 1000,10000,100000,1000000] [--rounds 24]

The floor encodes the words and asks each of the two embedding tables for its nearest 100 through
HNSW, on the same connection. Floor, whole search, API and page take turns in one process, each with
a search that nobody has asked before. Times are medians, as multiples of the floor's; "late" is the
search's 95th percentile in multiples of its median. Statements and rows are those of a whole
search, most of any; memory is what the process that did all this has for itself at the end.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import psutil

from benchmarks.data.large_catalogue import large
from benchmarks.elsewhere import hand_over, made, measured
from benchmarks.search.plot import draw

if TYPE_CHECKING:
    from benchmarks.search.cold import Cold, Searches

SIZES = (1_000, 10_000, 100_000, 1_000_000)
FLOOR, SEARCH, API, PAGE = "floor", "search", "API", "page"
NEAREST = 100
ADDRESS = {API: "/api/v1/search/", PAGE: "/search/"}
BESIDE = (SEARCH, API, PAGE, "late", "statements", "rows", "failed")

Ways = Mapping[str, Callable[["Cold"], Any]]
Times = dict[str, list[float]]  # way -> milliseconds


def measure(size: int, states: Path, rounds: int) -> dict[str, Any]:
    """By kind of search: times of each way, statements, rows, failures; and the memory."""
    # As in a web process: its time limit, its pool, but nobody is turned away.
    os.environ |= {"VITRINE_ROLE": "web", "SEARCHES_A_MINUTE": "0", "PHOTOS_A_MINUTE": "0"}
    with large(size, states) as products:
        from benchmarks.search.cold import Searches, forget_photos
        from search.retrieval import warm_up

        searches = Searches(seed=int(time.time()))
        warm_up()
        ways = all_ways(searches)
        kinds = {kind: measure_kind(ask, ways, rounds) for kind, ask in searches.kinds().items()}
        forget_photos()
        memory = psutil.Process().memory_full_info().uss / 2**20
    return {"products": products, "kinds": kinds, "memory": memory}


def all_ways(searches: Searches) -> Ways:
    from django.test import Client

    from config.prepare import collect_static
    from search.retrieval import search

    collect_static()
    browser = Client(headers={"host": "127.0.0.1"})

    def over_http(address: str) -> Callable[[Cold], Any]:
        def asked(cold: Cold) -> None:
            status = browser.get(address, cold.params).status_code
            if status != 200:
                raise RuntimeError(f"{address} answers {status}")

        return asked

    return {
        FLOOR: lambda cold: floor(cold, searches),
        SEARCH: lambda cold: search(cold.query),
        **{way: over_http(address) for way, address in ADDRESS.items()},
    }


def floor(cold: Cold, searches: Searches) -> None:
    from pgvector import HalfVector

    from search import sql
    from search.indexing.content import KINDS

    vector = cold.vector
    if vector is None:
        vector = searches.encoder.encode_texts([cold.text])[0]
    version = searches.version
    for kind in KINDS:
        sql.rows(
            f"""SELECT {kind.column} FROM {kind.rows._meta.db_table}
                 WHERE encoder_id = {version.pk}
                 ORDER BY vector::halfvec({version.dimensions}) <=> %s::halfvec LIMIT {NEAREST}""",
            [HalfVector(vector).to_text()],
        )


def measure_kind(ask: Callable[[], Cold], ways: Ways, rounds: int) -> dict[str, Any]:
    from benchmarks.search.statements import counting

    for way in ways.values():
        tried(way, ask())
    times: Times = {name: [] for name in ways}
    failed, statements, rows = 0, 0, 0
    for _ in range(rounds):
        for name, way in ways.items():
            cold = ask()
            start = time.perf_counter()
            failed += not tried(way, cold)
            times[name].append(1000 * (time.perf_counter() - start))
        cold = ask()
        with counting() as counted:
            tried(ways[SEARCH], cold)
        statements, rows = max(statements, counted.statements), max(rows, counted.rows)
    return {"times": times, "failed": failed, "statements": statements, "rows": rows}


def tried(way: Callable[[Cold], Any], cold: Cold) -> bool:
    """Whether it answered; a time limit or an error page is a result too."""
    try:
        way(cold)
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return False
    return True


def table(results: list[dict[str, Any]]) -> str:
    lines = [
        f"| products | search by | floor ms | {' | '.join(BESIDE)} |",
        "|---" * (3 + len(BESIDE)) + "|",
    ]
    for one in results:
        for kind, found in one["kinds"].items():
            medians = {name: median(times) for name, times in found["times"].items()}
            beside = (f"{medians[way] / medians[FLOOR]:.1f}" for way in (SEARCH, API, PAGE))
            lines.append(
                f"| {one['products']:,} | {kind} | {medians[FLOOR]:.1f} | {' | '.join(beside)} "
                f"| {late(found['times'][SEARCH]):.1f} | {found['statements']} | {found['rows']} "
                f"| {found['failed']} |"
            )
    memory = ", ".join(f"{one['memory']:.0f} at {one['products']:,}" for one in results)
    return "\n".join([*lines, "", f"Memory of the process, MB: {memory}."])


def late(times: list[float]) -> float:
    """The 95th percentile in multiples of the median."""
    return sorted(times)[int(len(times) * 0.95)] / median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--rounds", type=int, default=24)
    parser.add_argument("--plot", type=Path, help="an SVG that gets the curve")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.size:
        hand_over(measure(given.size, given.states, given.rounds))
        return
    results = []
    for size in given.sizes.split(","):
        made(int(size), given.states)
        results.append(measured(__spec__.name, [*sys.argv[1:], "--size", size]))
    print(table(results))
    if given.plot:
        given.plot.write_text(draw(results))


if __name__ == "__main__":
    main()
