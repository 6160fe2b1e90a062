"""What the audit of the catalogue costs a worker, piece by piece, in a large shop.

    python -m benchmarks.search.audit_pace STATES [--size 100000] [--pieces 5]

Before the first piece it learns what is usual in this shop. CPU is of the worker's process, without
that of Postgres; "whole" is what all pieces of the shop take of it. What is found is rolled back.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.data.large_catalogue import large
from benchmarks.search.statements import counting


class Cost(NamedTuple):
    cpu: float  # seconds
    statements: int
    rows: int


def costs(pieces: int) -> Iterator[Cost]:
    """Of learning, then of each piece."""
    from search.audit import runs

    run = runs.start()
    for first in (True, *[False] * pieces):
        began = time.process_time()
        with counting() as counted:
            runs.prepared(run) if first else runs.work(seconds=0)
        yield Cost(time.process_time() - began, counted.statements, counted.rows)
    run.refresh_from_db()
    if run.state != run.State.RUNNING:
        raise RuntimeError(f"The audit stopped: {run.state} {run.note}")


def report(products: int, found: list[Cost], piece: int) -> Iterator[str]:
    learning, *pieces = found
    middle = Cost(*(median(values) for values in zip(*pieces, strict=True)))
    yield "| | CPU seconds | statements | rows to Python |"
    yield "|---|---|---|---|"
    for name, cost in (("learning", learning), (f"{piece} products", middle)):
        yield f"| {name} | {cost.cpu:.1f} | {cost.statements:.0f} | {cost.rows:,.0f} |"
    whole = learning.cpu + middle.cpu * products / piece
    yield f"\nWhole, {products:,} products: {whole / 60:.0f} minutes of one core."


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--pieces", type=int, default=5)
    given = parser.parse_args()
    with large(given.size, given.states) as products:
        from django.db import transaction

        from search.audit.runs import PRODUCTS_A_PIECE

        logging.disable(logging.WARNING)
        with transaction.atomic():
            found = list(costs(given.pieces))
            transaction.set_rollback(True)
    print("\n".join(report(products, found, PRODUCTS_A_PIECE)))


if __name__ == "__main__":
    main()
