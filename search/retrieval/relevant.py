"""The frozen relevant set: one list per query and filters, which everything else reads.

Total, facets, sort, pages and cursors never look at scores again, so they cannot disagree. The
list lives in the cache for a while; should it be lost, the same query makes it anew.
"""

from __future__ import annotations

import pickle
import secrets
import time
from dataclasses import dataclass, field

import numpy as np
from django.db.models import F, Max, Min, QuerySet
from django.utils.translation import get_language
from numpy.typing import NDArray

from catalog.filters import Filters
from catalog.models import Product
from search.cache import remember, remembered
from search.query import Interpretation, Query
from search.retrieval.arranging import arranged
from search.retrieval.legs import Ids
from search.retrieval.ranking import Ranking, rank
from search.retrieval.serving import Searcher

FREEZE_SECONDS = 1800  # as long as a shopper may take from page to page
FRESH_SECONDS = 10  # as long as a first page may miss what has just been put into the shop
NEXT_BEST = 100  # how many are kept for the shelf of less similar products


@dataclass(frozen=True)
class RelevantSet:
    """Ids in the order of the page. `base` are the relevant ones before any filter."""

    ids: Ids
    scores: NDArray[np.float64]
    base: Ids | None  # None: no query, so every product
    less_similar: Ids
    less_scores: NDArray[np.float64]
    exact: bool
    degraded: tuple[str, ...]
    trace: dict[int, dict[str, float]]  # product -> leg -> probability
    name: str = field(default_factory=lambda: secrets.token_urlsafe(9))

    def unfiltered(self) -> QuerySet[Product]:
        """What the filters choose from; the facets count in it."""
        products = Product.objects.active()
        return products if self.base is None else products.filter(pk__any=self.base.tolist())


def freeze(
    query: Query,
    filters: Filters,
    understood: Interpretation,
    searcher: Searcher,
    frozen: str = "",
) -> RelevantSet:
    """The list called `frozen`, if it is still known; else that of `query` under `filters`.

    A first page is never older than FRESH_SECONDS; the pages after it come from the same list.
    """
    encoder = searcher.version.name if searcher.version else ""
    latest = f"latest:{encoder}:{get_language()}:{query.fingerprint}"
    known = remembered(f"relevant:{frozen}") if frozen else None
    if known is None and (name := remembered(latest)):
        made_at, name = name
        if query.page > 1 or time.time() - made_at < FRESH_SECONDS:
            known = remembered(f"relevant:{name}")
    if known is not None:
        return pickle.loads(known)  # our own cache, never a client's bytes
    wanted = asks_for_something(query, understood)
    made = find(query, filters, understood, searcher) if wanted else browse(query, filters)
    if not made.degraded:
        remember(f"relevant:{made.name}", pickle.dumps(made), FREEZE_SECONDS)
        remember(latest, (time.time(), made.name), FREEZE_SECONDS)
    return made


def asks_for_something(query: Query, understood: Interpretation) -> bool:
    """Not so where there is nothing to be like: no words at all, or only "-dress", "under 20"."""
    others = any(not part.text or part.text != query.text for part in query.parts)
    intents = any(not entity.hard for entity in understood.entities)
    return others or bool(understood.text.strip() or understood.identifiers) or intents


def matching(filters: Filters, ids: Ids | None = None) -> QuerySet[Product]:
    products = Product.objects.active().filter(filters.on_products())
    return products if ids is None else products.filter(pk__any=ids.tolist())


def browse(query: Query, filters: Filters) -> RelevantSet:
    """No words and no photo: every product that passes the filters."""
    ids = in_order(matching(filters), query.sort)
    none = np.array([], np.int64)
    return RelevantSet(ids, np.ones(len(ids)), None, none, none.astype(float), True, (), {})


def find(
    query: Query, filters: Filters, understood: Interpretation, searcher: Searcher
) -> RelevantSet:
    ranking = rank(query, understood, searcher)
    if not ranking.complete and filters.active:  # what lies deeper than the index reached
        ranking = merged(ranking, rank(query, understood, searcher, matching(filters)))
    among = None if ranking.complete else ranking.ids  # no list of the whole catalogue
    passing = np.fromiter(matching(filters, among).values_list("pk", flat=True), np.int64)
    base = ranking.ids[: ranking.relevant]
    passes = np.isin(ranking.ids, passing)
    chosen = np.flatnonzero(passes[: ranking.relevant])
    below = ranking.relevant + np.flatnonzero(passes[ranking.relevant :])[:NEXT_BEST]
    if query.sort == "relevance":
        chosen = chosen[
            arranged(ranking.ids[chosen], ranking.scores[chosen], query, filters, understood)
        ]
    else:
        position = {product: at for at, product in enumerate(ranking.ids[chosen].tolist())}
        order = in_order(matching(filters, ranking.ids[chosen]), query.sort)
        chosen = chosen[[position[product] for product in order.tolist()]]
    return RelevantSet(
        ids=ranking.ids[chosen],
        scores=ranking.scores[chosen],
        base=base,
        less_similar=ranking.ids[below],
        less_scores=ranking.scores[below],
        exact=ranking.complete,
        degraded=ranking.degraded,
        trace=traced(ranking, np.concatenate([chosen, below])),
    )


def in_order(products: QuerySet[Product], sort: str) -> Ids:
    """Sorted by the best price of the product's variants, or newest first; ties by id."""
    if sort == "price":
        products = products.annotate(by=Min("variants__price")).order_by(
            F("by").asc(nulls_last=True), "pk"
        )
    elif sort == "-price":
        products = products.annotate(by=Max("variants__price")).order_by(
            F("by").desc(nulls_last=True), "pk"
        )
    else:
        products = products.order_by("-pk")
    return np.fromiter(products.values_list("pk", flat=True), np.int64)


def merged(broad: Ranking, narrow: Ranking) -> Ranking:
    """One ranking of both, with the cut-off score of the broad one: it alone saw the background."""
    threshold = broad.scores[broad.relevant - 1] if broad.relevant else np.inf
    ids = np.concatenate([broad.ids, narrow.ids])
    scores = np.concatenate([broad.scores, narrow.scores])
    trace = {
        leg: np.concatenate([p, narrow.trace[leg]])
        for leg, p in broad.trace.items()
        if leg in narrow.trace
    }
    _ids, first = np.unique(ids, return_index=True)
    order = first[np.lexsort((first, -scores[first]))]
    return Ranking(
        ids[order],
        scores[order],
        int((scores[order] >= threshold).sum()),
        broad.complete,
        broad.degraded,
        {leg: p[order] for leg, p in trace.items()},
    )


def traced(ranking: Ranking, positions: NDArray[np.int64]) -> dict[int, dict[str, float]]:
    """What each leg said of the products at `positions`; the shopper's reasons come from it."""
    return {
        int(ranking.ids[at]): {
            leg: round(float(p[at]), 4) for leg, p in ranking.trace.items() if not np.isnan(p[at])
        }
        for at in positions[:2000]
    }
