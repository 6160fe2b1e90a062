"""`make bench`: the benchmarks that need nothing but the running shop, one after the other."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = {
    "search.understanding": [],
    "search.ablation": ["sample_shop/judgements.jsonl"],
    "search.filters": [],
    "search.speed": [],
}


def main() -> None:
    chosen = sys.argv[1:] or list(BENCHMARKS)
    for name in chosen:
        print(f"\n== {name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", *BENCHMARKS.get(name, [])]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
