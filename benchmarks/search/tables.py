"""What relevance benchmarks report: rows of one Markdown table, and the questions that went wrong.

Means over questions come with the 95 % interval of a bootstrap over them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

Losers = dict[str, list[str]]  # kind of question -> sentences


class Row(NamedTuple):
    kind: str
    cells: Mapping[str, str]


def mean_of(values: Sequence[float]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else ""


def shares(values: Sequence[float]) -> str:
    from search.evaluation import metrics

    found = metrics.estimate(values)
    return f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]"


def tables(rows: Sequence[tuple[str, Row]]) -> str:
    """Markdown of (shop, row): one table for all rows of the same columns."""
    by_columns: dict[tuple[str, ...], list[tuple[str, Row]]] = {}
    for shop, row in rows:
        by_columns.setdefault(tuple(row.cells), []).append((shop, row))
    return "\n\n".join(table(columns, found) for columns, found in by_columns.items())


def table(columns: Sequence[str], rows: Sequence[tuple[str, Row]]) -> str:
    lines = [f"| shop | kind | {' | '.join(columns)} |", "|---" * (len(columns) + 2) + "|"]
    for shop, row in rows:
        lines.append(f"| {shop} | {row.kind} | {' | '.join(row.cells.values())} |")
    return "\n".join(lines)
