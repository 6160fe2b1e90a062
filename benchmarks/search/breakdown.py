"""Where the time of a search goes: each of its statements by the server's own clock, and Python.

    python -m benchmarks.search.breakdown STATES [--size 100000] [--rounds 5] [--width 140]

For each kind of search (`benchmarks.search.cold`) the statements of a search that nobody has asked
before, in order, with the milliseconds that Postgres takes to parse, plan and run them (medians of
the rounds with as many statements as the first), and what is left of the whole: Python, the
encoder, and the way between.
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.data.large_catalogue import large

if TYPE_CHECKING:
    from benchmarks.search.cold import Cold

LOGGED = re.compile(r"duration: ([\d.]+) ms  (parse|bind|execute|statement)[^:]*: (.*)", re.DOTALL)
STARTS = re.compile(r"^(?=\d{4}-\d\d-\d\d )", re.MULTILINE)  # of an entry in the server's log
AS_LOGGED = {"log_min_duration_statement": "0", "log_parameter_max_length": "0"}


class Took(NamedTuple):
    milliseconds: float
    statement: str


@contextmanager
def logged(log: Path, found: list[Took]) -> Iterator[None]:
    """Collects what this connection's statements take, from the server's own log."""
    from django.db import connection

    with connection.cursor() as cursor:
        for name, value in AS_LOGGED.items():
            cursor.execute(f"SET {name} = {value}")
    size = log.stat().st_size
    yield
    with connection.cursor() as cursor:
        for name in AS_LOGGED:
            cursor.execute(f"RESET {name}")
    with log.open(encoding="utf-8", errors="replace") as file:
        file.seek(size)
        found += parsed(file.read())


def parsed(text: str) -> list[Took]:
    """One entry a statement: parsing and planning (bind) count with the run they belong to."""
    found: list[Took] = []
    before = 0.0
    for entry in STARTS.split(text):
        match = LOGGED.search(entry)
        if not match:
            continue
        took, step, statement = float(match[1]), match[2], " ".join(match[3].split())
        before += took
        if step in ("execute", "statement"):
            if not statement.startswith(("SET ", "RESET ")):
                found.append(Took(before, statement))
            before = 0.0
    return found


def measure(ask: Callable[[], Cold], log: Path, rounds: int) -> tuple[float, list[Took]]:
    """The whole search and its statements, medians in milliseconds."""
    from search.retrieval import search

    search(ask().query)
    whole: list[float] = []
    runs: list[list[Took]] = []
    for _ in range(rounds):
        cold, found = ask(), []  # type: tuple[Cold, list[Took]]
        with logged(log, found):
            start = time.perf_counter()
            search(cold.query)
            whole.append(1000 * (time.perf_counter() - start))
        runs.append(found)
    alike = [run for run in runs if len(run) == len(runs[0])]
    columns = zip(*alike, strict=True)
    took = [Took(median(one.milliseconds for one in each), each[0].statement) for each in columns]
    return median(whole), took


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--width", type=int, default=140, help="characters of a statement")
    given = parser.parse_args()
    with large(given.size, given.states):
        from benchmarks.search.cold import Searches

        log = Path(os.environ["VITRINE_STATE"]) / "postgres" / "postgres.log"
        for kind, ask in Searches(seed=int(time.time())).kinds().items():
            whole, took = measure(ask, log, given.rounds)
            left = whole - sum(one.milliseconds for one in took)
            print(f"\n{kind}: {whole:.1f} ms, {len(took)} statements; beside them {left:.1f} ms")
            for one in took:
                print(f"  {one.milliseconds:8.1f}  {one.statement[: given.width]}")


if __name__ == "__main__":
    main()
