"""`make bench`: what Vitrine costs and finds, measured and written into benchmarks/README.md.

    python -m benchmarks [NAME...] [--small] [--states FOLDER] [--data FOLDER] [--rivals PYTHON]

Hours at full size, where growing a catalogue to a million products alone takes 40 minutes the first
time; minutes with `--small`.
What a benchmark prints replaces the text between its marks in benchmarks/README.md; a small run is
shown and not written. STATES keeps the catalogues for the next run. Those that need data sets which
do not ship run with `--data` alone, that beside other stores with the `--rivals` Python alone.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "README.md"
STATES, DATA, RIVALS, PLOT = "{states}", "{data}", "{rivals}", str(ROOT / "docs" / "size.svg")


class Benchmark(NamedTuple):
    """A module below `benchmarks`, its arguments, and those that replace them with `--small`."""

    arguments: Sequence[str] = ()
    small: Sequence[str] = ()
    asks_a_shop: bool = False  # the configured one, which here is the sample shop

    def words(self, small: bool, given: Mapping[str, str]) -> list[str] | None:
        """None where it needs what was not given."""
        chosen = [*self.arguments, *(self.small if small else ())]
        known = [word.format_map(given) for word in chosen]
        return known if all(known) else None


BENCHMARKS = {
    "search.size": Benchmark([STATES, "--plot", PLOT], ["--sizes", "1000", "--plot", "/dev/null"]),
    "search.filters": Benchmark([STATES], ["--size", "1000", "--filters", "50"]),
    "search.recall": Benchmark([STATES], ["--size", "1000", "--queries", "6"]),
    "search.rivals": Benchmark([STATES, "--python", RIVALS], ["--size", "1000"]),
    "search.load": Benchmark([STATES], ["--seconds", "3"]),
    "search.saves": Benchmark(
        [STATES, "--sizes", "1000,100000,1000000"], ["--sizes", "1000", "--load", "1000"]
    ),
    "search.relevance": Benchmark([DATA, STATES, "--quiet"], ["--of-each", "20"]),
    "search.understanding": Benchmark(),
    "search.ablation": Benchmark(["sample_shop/judgements.jsonl"], asks_a_shop=True),
    "search.speed": Benchmark([], ["--rounds", "5"], asks_a_shop=True),
    "search.audit": Benchmark(
        ["--states", STATES, "--seeds", "101", "102", "103"], ["--seeds", "101"]
    ),
    "search.audit_pace": Benchmark([STATES], ["--size", "1000", "--pieces", "1"]),
    "search.admin_pages": Benchmark(
        [STATES], ["--size", "1000", "--searches", "10000", "--rounds", "1"]
    ),
    "search.log_cost": Benchmark([STATES], ["--size", "1000", "--pairs", "100"]),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--states", default=str(ROOT / "var" / "benchmarks"))
    parser.add_argument("--data", default="", help="the data sets of the relevance benchmark")
    parser.add_argument("--rivals", default="", help="a Python with requirements-bench.txt")
    given = parser.parse_args()
    if unknown := set(given.names) - set(BENCHMARKS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(BENCHMARKS)}")
    for name in given.names or BENCHMARKS:
        words = BENCHMARKS[name].words(given.small, vars(given))
        if words is None:
            print(f"\n== {name}: left out, for it needs --data or --rivals", flush=True)
            continue
        print(f"\n== {name}", flush=True)
        state = sample_shop(given.states) if BENCHMARKS[name].asks_a_shop else None
        found = run(name, words, state)
        if not given.small:
            write(name, found)


@cache
def sample_shop(states: str) -> Path:
    """The state folder that holds it; made where it is not, and looked at once."""
    run("data.sample_shop", [states])
    return Path(states).absolute() / "sample"


def run(name: str, words: Sequence[str], state: Path | None = None) -> str:
    """What the benchmark prints; it is also shown. Raises CalledProcessError.

    `state`: of the shop that it asks; without it, the benchmark takes one by itself.
    """
    started = time.monotonic()
    command = [sys.executable, "-m", f"benchmarks.{name}", *words]
    env = os.environ | ({"VITRINE_STATE": str(state)} if state else {})
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True)
    print(done.stdout, f"({time.monotonic() - started:.0f} s)", sep="\n", flush=True)
    return done.stdout.strip()


def write(name: str, found: str) -> None:
    """Between the benchmark's marks; one that the file has no marks for is not written."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = RESULTS.read_text(encoding="utf-8")
    between = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    written = between.sub(lambda _match: f"{begin}\n{found}\n{end}", text)
    RESULTS.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
