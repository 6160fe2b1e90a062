"""From the rankings of a run and the grades of today to numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from search.evaluation import metrics
from search.evaluation.metrics import Estimate
from search.evaluation.significance import Decision, decide
from search.models import EvaluationRun, JudgedQuery, Judgement

K = 10
METRIC = f"nDCG@{K}"  # which decides
METRICS_SHOWN = (*metrics.names(K), f"unjudged@{K}")
Values = dict[str, dict[str, float]]  # query id -> metric -> value


def grades_of(run: EvaluationRun) -> dict[str, dict[str, int]]:
    """Query -> product -> grade, of the queries for which anything is right."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = Judgement.objects.filter(query__judgements=run.judgements_id, by=run.by)
    for query, product, grade in rows.values_list("query_id", "product_id", "grade"):
        found[str(query)][str(product)] = grade
    return {query: grades for query, grades in found.items() if any(grades.values())}


def values_of(run: EvaluationRun) -> Values:
    """What each query of a run scores. One that the run could not ask is left out."""
    rankings = {
        str(query): [str(product) for product in products]
        for query, products in run.rankings.values_list("query_id", "products")
    }
    judged = {query: g for query, g in grades_of(run).items() if query in rankings}
    return metrics.per_query(judged, rankings, K) if judged else {}


def summary_of(run: EvaluationRun) -> dict[str, Any]:
    """Each metric with its interval: of all queries, by how they ask, by kind, by language."""
    values = values_of(run)
    groups: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for query in JudgedQuery.objects.light().filter(pk__in=values):
        groups["asked_with"][query.asked_with].append(str(query.pk))
        groups["kind"][query.kind].append(str(query.pk))
        groups["language"][query.language].append(str(query.pk))
    by_group = {
        group: {name: estimates(values, queries) for name, queries in sorted(named.items())}
        for group, named in groups.items()
        if group == "asked_with" or set(named) - {""}
    }
    return {"all": estimates(values, values), "queries": len(values), "groups": by_group}


def estimates(values: Values, queries: Iterable[str]) -> dict[str, dict[str, float]]:
    rows = [values[query] for query in queries]
    columns = {name: [row[name] for row in rows if name in row] for name in METRICS_SHOWN}
    return {name: asdict(metrics.estimate(known)) for name, known in columns.items() if known}


def estimate_of(run: EvaluationRun, metric: str = METRIC) -> Estimate | None:
    """What a finished run reached."""
    stored: Mapping[str, Any] = run.summary.get("all", {}).get(metric) or {}
    return Estimate(**stored) if stored else None


def decision_of(new: EvaluationRun, old: EvaluationRun, metric: str = METRIC) -> Decision:
    """Two runs on the judgements of today. Raises ValueError where they share no judged query."""
    columns = [
        {query: row[metric] for query, row in values_of(run).items() if metric in row}
        for run in (new, old)
    ]
    return decide(columns[0], columns[1])
