"""Queries that two runs answer differently, with what each of them shows first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.models import Product
from search.models import EvaluationRun, JudgedQuery, Judgement, Ranking

PRODUCTS_SHOWN = 5  # products of each


@dataclass(frozen=True)
class Shown:
    product: Product
    grade: int | None  # None: nobody has judged it


@dataclass(frozen=True)
class Pair:
    """One query and what it gains (or loses) by the new run."""

    query: JudgedQuery
    change: float
    old: list[Shown]
    new: list[Shown]


def pairs(
    old: EvaluationRun, new: EvaluationRun, changes: Sequence[tuple[str, float]]
) -> list[Pair]:
    """`changes`: query ids with what they gain, in the order to show them; four statements."""
    ids = [int(query) for query, _change in changes]
    ranked = firsts((old, new), ids)
    queries = JudgedQuery.objects.light().select_related("photo").in_bulk(ids)
    wanted = {pk for products in ranked.values() for pk in products}
    products = Product.objects.prefetch_related("images").in_bulk(wanted)
    grades = judged(ids, wanted, new.by)

    def side(run: EvaluationRun, query: int) -> list[Shown]:
        found = ranked.get((run.pk, query), [])
        return [Shown(products[pk], grades.get((query, pk))) for pk in found if pk in products]

    return [
        Pair(queries[int(query)], change, side(old, int(query)), side(new, int(query)))
        for query, change in changes
        if int(query) in queries
    ]


def firsts(runs: Iterable[EvaluationRun], queries: Sequence[int]) -> dict[tuple[int, int], list]:
    rows = Ranking.objects.filter(run__in=[run.pk for run in runs], query__in=queries)
    found = rows.values_list("run_id", "query_id", f"products__0_{PRODUCTS_SHOWN}")
    return {(run, query): products for run, query, products in found}


def judged(
    queries: Sequence[int], products: Iterable[int], by: str
) -> Mapping[tuple[int, int], int]:
    rows = Judgement.objects.filter(query__in=queries, product__in=list(products), by=by)
    return {(q, p): grade for q, p, grade in rows.values_list("query_id", "product_id", "grade")}
