"""Reports as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from search.evaluation.metrics import ROUNDING, Estimate, names
from search.evaluation.report import Compared, Report

EXTREMES = 5  # queries shown at either end


def report_table(report: Report) -> str:
    """One line a ranking: each metric with its 95 % interval."""
    columns = (*names(report.k), f"unjudged@{report.k}")
    rows = [["", "queries", *columns]]
    for ranking in report.values:
        found = report.metrics_of(ranking)
        cells = [with_interval(found[name]) if name in found else "–" for name in columns]
        rows.append([arrow(ranking), str(len(report.values[ranking])), *cells])
    head = f"{report.encoder}, {report.queries} queries, 95 % intervals in brackets"
    if report.unknown_skus:
        head += f"; {report.unknown_skus} judged SKUs are not in the catalogue and left out"
    return f"{head}\n\n{aligned(rows)}\n"


def comparison_table(compared: Compared, old: Report) -> str:
    """One line a ranking and metric, then the queries that lost and won most by nDCG."""
    rows = [["", "metric", "difference", "better", "worse", ""]]
    for ranking, by_metric in compared.items():
        for name, found in by_metric.items():
            verdict = "beyond chance" if found.certain else ""
            cells = [with_interval(found.difference, "+"), str(found.better), str(found.worse)]
            rows.append([arrow(ranking), name, *cells, verdict])
    parts = [f"Against {old.encoder}\n\n{aligned(rows)}\n"]
    for ranking, by_metric in compared.items():
        changes = by_metric[names(old.k)[-1]].by_query.items()
        moved = [(query, change) for query, change in changes if abs(change) > ROUNDING]
        parts.append(query_table(arrow(ranking), moved))
    return "\n".join(parts)


def query_table(title: str, changes: Sequence[tuple[str, float]]) -> str:
    """The queries with the largest changes, losses first."""
    middle = max(EXTREMES, len(changes) - EXTREMES)
    shown = [*changes[:EXTREMES], *changes[middle:]]
    rows = [[f"{change:+.3f}", query] for query, change in shown]
    return f"{title}, query by query (nDCG)\n{aligned(rows) if rows else 'no difference'}\n"


def with_interval(found: Estimate, sign: str = "") -> str:
    return f"{found.mean:{sign}.3f} [{found.low:{sign}.3f}, {found.high:{sign}.3f}]"


def arrow(ranking: str) -> str:
    return ranking.replace("_to_", " → ")


def aligned(rows: Iterable[Sequence[str]]) -> str:
    table = list(rows)
    widths = [max(len(row[at]) for row in table) for at in range(len(table[0]))]
    lines = [
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
        for row in table
    ]
    return "\n".join(line.rstrip() for line in lines)
