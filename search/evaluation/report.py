"""The measured rankings as plain values: for the terminal, for JSON, for comparing two runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from search.evaluation import metrics
from search.evaluation.judgements import Judgement
from search.evaluation.rankings import Rankings

Compared = dict[str, dict[str, metrics.Comparison]]  # ranking -> metric -> comparison
FACTS = ("encoder", "k", "queries", "unknown_skus")


@dataclass(frozen=True)
class Report:
    """One run. `values`: ranking -> query -> metric -> value."""

    encoder: str
    k: int
    queries: int
    unknown_skus: int
    values: Mapping[str, Mapping[str, Mapping[str, float]]]

    def metrics_of(self, ranking: str) -> dict[str, metrics.Estimate]:
        """Each metric over the queries that have it: an empty ranking has no "unjudged"."""
        by_query = self.values[ranking].values()
        found = {
            name: [one[name] for one in by_query if name in one]
            for name in (*metrics.names(self.k), f"unjudged@{self.k}")
        }
        return {name: metrics.estimate(values) for name, values in found.items() if values}

    def to_json(self) -> dict[str, Any]:
        rankings = {
            ranking: {
                "metrics": {name: asdict(m) for name, m in self.metrics_of(ranking).items()},
                "per_query": found,
            }
            for ranking, found in self.values.items()
        }
        facts = {name: getattr(self, name) for name in FACTS}
        return facts | {"rankings": rankings}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Report:
        """Raises KeyError where this is no report of ours."""
        values = {name: one["per_query"] for name, one in stored["rankings"].items()}
        return cls(**{name: stored[name] for name in FACTS}, values=values)


def measured(
    judgements: Sequence[Judgement],
    rankings: Mapping[str, Rankings],
    *,
    encoder: str,
    k: int,
    unknown_skus: int,
) -> Report:
    """Each ranking against the judgements of the queries that it answers."""
    values = {}
    for name, found in rankings.items():
        judged = {one.label: one.grades for one in judgements if one.label in found}
        values[name] = metrics.per_query(judged, found, k)
    return Report(encoder, k, len(judgements), unknown_skus, values)


def compared(new: Report, old: Report) -> Compared:
    """Ranking -> metric -> comparison, for what both have measured."""
    return {
        ranking: {
            name: metrics.compare(_column(new, ranking, name), _column(old, ranking, name))
            for name in metrics.names(new.k)
        }
        for ranking in new.values
        if new.values[ranking].keys() & old.values.get(ranking, {}).keys()
    }


def _column(report: Report, ranking: str, name: str) -> dict[str, float]:
    return {query: found[name] for query, found in report.values[ranking].items() if name in found}
