"""Which products of a query people are asked to grade: the best of every run, pooled.

Pooling as at TREC (Voorhees and Harman, 2005): what several settings and encoders put first is
judged together, by people who see neither which of them found it nor at which place, in an order
that is random for each query and person. A product that no run has shown needs no grade.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from search import sql
from search.experiments.asking import ranking
from search.models import EvaluationRun, JudgedQuery, Judgement, JudgementSet, Ranking
from search.retrieval import rules_of
from search.retrieval.embeddings.query_encoder import serving

DEEP = 10  # products of each ranking
RUNS = 8  # the latest of a set
PRODUCTS_POOLED = 40  # products of a query
OFFERED = 20  # of the search as it is, while there is no run

GRADED = """
    WITH pooled AS (
        SELECT DISTINCT r.query_id, product FROM search_ranking r, unnest(r.products[1:%(deep)s])
            AS product WHERE r.run_id = ANY(%(runs)s::bigint[])
    )
    SELECT p.query_id, count(*), count(j.id) FROM pooled p
      LEFT JOIN search_judgement j
        ON j.query_id = p.query_id AND j.product_id = p.product AND j.by = 'people'
      JOIN catalog_product c ON c.id = p.product
     GROUP BY p.query_id"""


class Progress(NamedTuple):
    """Of one query: the products that are to be graded, and those that are."""

    pooled: int
    graded: int

    @property
    def is_done(self) -> bool:
        return self.graded >= self.pooled


def pool(query: JudgedQuery, seed: str) -> list[int]:
    """Product ids, blind: in an order that only `seed` and the query decide."""
    found: dict[int, None] = {}
    rows = query_rankings(query)
    for place in range(DEEP):  # the best of each first, so that a cut takes the last of each
        found |= {products[place]: None for products in rows if place < len(products)}
    if not found:
        searcher = serving()
        now = ranking(query, searcher, rules_of(searcher)) or []
        found = dict.fromkeys(now[:OFFERED])
    return sorted(list(found)[:PRODUCTS_POOLED], key=lambda pk: shuffled(seed, query.pk, pk))


def query_rankings(query: JudgedQuery) -> list[list[int]]:
    runs = latest(query.judgements_id)
    ranked = Ranking.objects.filter(query=query, run__in=runs)
    return list(ranked.order_by("run").values_list("products", flat=True))


def latest(judgements: int) -> list[int]:
    runs = EvaluationRun.objects.filter(judgements=judgements).order_by("-pk")
    return list(runs.values_list("pk", flat=True)[:RUNS])


def shuffled(seed: str, query: int, product: int) -> bytes:
    return hashlib.sha256(f"{seed}:{query}:{product}".encode()).digest()


def progress(judgements: JudgementSet) -> dict[int, Progress]:
    """By query, of those that any of the latest runs has found something for; one statement."""
    given = {"deep": DEEP, "runs": latest(judgements.pk)}
    rows = sql.rows(GRADED, given, primary=True)
    return {query: Progress(pooled, graded) for query, pooled, graded in rows}


def next_ungraded(judgements: JudgementSet, after: int = 0) -> JudgedQuery | None:
    """The next query with something to grade, beginning again at the first after the last."""
    queries = judgements.queries.light().order_by("pk")
    if judgements.runs.exists():
        found = progress(judgements).items()
        left = queries.filter(pk__in=[query for query, said in found if not said.is_done])
    else:
        graded = Judgement.objects.filter(query__judgements=judgements, by=Judgement.By.PEOPLE)
        left = queries.exclude(pk__in=graded.values("query"))
    return left.filter(pk__gt=after).first() or left.first()
