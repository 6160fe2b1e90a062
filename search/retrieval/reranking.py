"""The order of the results: the shop's rules for what comes first, or the sort that was chosen."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from django.conf import settings
from django.db.models import Case, QuerySet, Value, When
from numpy.typing import NDArray

from catalog.models import Product, Variant
from catalog.querysets import IN_STOCK
from search.ranking.merchandising import arrange
from search.retrieval.conditions import together
from search.retrieval.retrievers import Ids, Scores
from search.understanding import vocabulary
from search.understanding.tokens import words_of

if TYPE_CHECKING:
    from search.retrieval.state import Search

MIXED_FROM = 100  # products from which the first row is mixed
SOLD_OUT = Case(When(IN_STOCK, then=Value(0)), default=Value(1))

Positions = NDArray[np.int64]


def reranked(search: Search, ids: Ids, scores: Scores, best_first: Positions) -> Positions:
    """`best_first`, positions into `ids` and `scores`, in the order of the page."""
    sort = search.query.sort
    if sort == "relevance":
        return best_first[arranged(search, ids[best_first], scores[best_first])]
    if sort == "newest":
        return best_first[np.argsort(-ids[best_first], kind="stable")]
    return by_price(search, ids, best_first, descending=sort == "-price")


def by_price(search: Search, ids: Ids, at: Positions, *, descending: bool) -> Positions:
    """By the price that the card shows; what has none comes last, ties by id."""
    found = dict(offers(search, ids[at], descending=descending).values_list("product_id", "price"))
    prices = np.array([found.get(pk) for pk in ids[at].tolist()], np.float64)  # None becomes nan
    key = np.where(np.isnan(prices), np.inf, -prices if descending else prices)
    return at[np.lexsort((ids[at], key))]


def offers(search: Search, products: Ids, *, descending: bool = False) -> QuerySet[Variant]:
    """The variant that each product is shown with when sorted by price.

    Of those that meet filters and conditions the cheapest (or dearest) that can be had.
    """
    fitting = Variant.objects.filter(
        together(search.conditions, search.filters), product__pk__any=products.tolist()
    )
    price = "-price" if descending else "price"
    order = fitting.annotate(sold_out=SOLD_OUT).order_by(
        "product_id", "sold_out", price, "position"
    )
    return order.distinct("product_id")


def arranged(search: Search, ids: Ids, scores: Scores) -> Positions:
    """The order in which to show products that come best first: positions into `ids`."""
    fitting = Variant.objects.available().filter(together(search.conditions, search.filters))
    buyable = fitting.filter(product__pk__any=ids.tolist()).values_list("product_id", flat=True)
    groups = groups_of(search, ids[:MIXED_FROM])
    return arrange(
        scores,
        ~np.isin(ids, np.fromiter(buyable, np.int64)),
        [groups.get(pk, ()) for pk in ids.tolist()],
        settings.SOLD_OUT,
    )


def groups_of(search: Search, ids: Ids) -> dict[int, tuple[Hashable, ...]]:
    """The brand and the look of each product; not the brand, or the look, that was asked for."""
    understood, query = search.understood, search.query
    brand_asked = bool(query.filters.brand) or any(e.kind == "brand" for e in understood.entities)
    look_asked = any(part.photo_id or part.sku for part in query.parts)
    colors = color_words(tuple(vocabulary().stats.colors))
    known = Product.objects.filter(pk__any=ids.tolist()).values_list("pk", "title", "brand__name")
    return {
        pk: (
            *([] if not brand or brand_asked else [("brand", brand)]),
            *([] if look_asked else [("look", look(title, brand or "", colors))]),
        )
        for pk, title, brand in known
    }


@lru_cache(maxsize=4)
def color_words(colors: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for color in colors for word in words_of(color))


def look(title: str, brand: str, colors: frozenset[str]) -> frozenset[str]:
    """What is left of a title without colours and brand: the same for one shape in red and blue."""
    return frozenset(words_of(title)) - colors - frozenset(words_of(brand))
