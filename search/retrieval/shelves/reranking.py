"""The order of the results: the shop's rules for what comes first, or the sort that was chosen."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

import numpy as np
from django.db.models import F, Q, QuerySet
from numpy.typing import NDArray

from catalog.filters import having_variant
from catalog.models import Product, Variant
from catalog.querysets import IN_STOCK
from search import sql
from search.ranking.merchandising import arrange, but_the_very_one
from search.retrieval.conditions.one_variant import together
from search.retrieval.conditions.predicates import (
    Predicate,
    looked_up,
    one_of,
    predicate,
    values_where,
)
from search.retrieval.listings.sorting import OF_OFFERS, OF_PRODUCTS, SOLD_OUT
from search.retrieval.retrievers.protocol import Ids, Scores
from search.retrieval.shelves.photo_colors import photo_alone
from search.retrieval.state import Search
from search.understanding import vocabulary
from search.understanding.words.tokens import words_of

MIXED_FROM = 100  # products from which the first row is mixed

BRAND = sql.Statement("(SELECT name FROM catalog_brand WHERE id = brand_id)")

Positions = NDArray[np.int64]


def reranked(search: Search, ids: Ids, scores: Scores, best_first: Positions) -> Positions:
    """`best_first`, positions into `ids` and `scores`, in the order of the page."""
    sort = search.query.sort
    if not best_first.size:
        return best_first
    if sort == "relevance":
        return best_first[arranged(search, ids[best_first], scores[best_first])]
    keys = keys_of(search, ids[best_first], sort)
    return best_first[np.argsort(keys, kind="stable")]  # of what is equal the better match


def keys_of(search: Search, ids: Ids, sort: str) -> NDArray[np.float64]:
    """(n,) what each product is sorted by, the first one lowest; inf where it has none."""
    if sort in OF_OFFERS:
        known: dict[int, Decimal | datetime | float | None] = dict(offers(search, ids, sort))
        sign = 1
    else:
        products = Product.objects.filter(pk__any=ids.tolist())
        known = dict(products.values_list("pk", OF_PRODUCTS[sort]))
        sign = -1
    return np.array([as_number(known.get(pk), sign) for pk in ids.tolist()], np.float64)


def as_number(key: Decimal | datetime | float | None, sign: int) -> float:
    if key is None:
        return math.inf
    return sign * (key.timestamp() if isinstance(key, datetime) else float(key))


def offers(search: Search, products: Ids, sort: str) -> QuerySet[Variant, tuple[int, Decimal]]:
    """Products with the key of the variant that each is shown with when sorted so.

    Of those that meet filters and conditions the cheapest (dearest, most reduced) to be had.
    """
    fitting = Variant.objects.filter(
        together(search.conditions, search.filters), product__pk__any=products.tolist()
    )
    order = fitting.annotate(sold_out=SOLD_OUT, key=OF_OFFERS[sort]).order_by(
        "product_id", "sold_out", F("key").asc(nulls_last=True), "position"
    )
    return order.distinct("product_id").values_list("product_id", "key")


def arranged(search: Search, ids: Ids, scores: Scores) -> Positions:
    """The order in which to show products that come best first: positions into `ids`."""
    wanted = together(search.conditions, search.filters)
    asked = [buyable(wanted) if wanted else buyable_at_all(), sql.Statement("title"), BRAND]
    known = {pk: row for pk, *row in sql.rows(*values_where(one_of(ids.tolist()), asked))}
    groups = groups_of(search, {pk: known[pk] for pk in ids[:MIXED_FROM].tolist() if pk in known})
    sold_out = np.array([not known.get(pk, [False])[0] for pk in ids.tolist()], bool)
    return arrange(
        scores,
        but_the_very_one(scores, sold_out) if photo_alone(search.query) else sold_out,
        [groups.get(pk, ()) for pk in ids.tolist()],
        search.settings.policy,
        search.settings.mixing,
    )


def buyable(wanted: Q) -> Predicate:
    """Products of which one of the wanted variants can be bought."""
    return looked_up(predicate(having_variant(IN_STOCK & wanted)))


@cache
def buyable_at_all() -> Predicate:
    """The same of any variant, which is asked of every photo and compiled once a process."""
    return buyable(Q())


def groups_of(
    search: Search, known: Mapping[int, Sequence[Any]]
) -> dict[int, tuple[Hashable, ...]]:
    """The brand and the look of each product; not the brand, or the look, that was asked for.

    `known`: by product whether it can be bought, its title and its brand's name.
    """
    understood, query = search.understood, search.query
    brand_asked = bool(query.filters.brand) or any(e.kind == "brand" for e in understood.entities)
    look_asked = any(part.photo_id or part.sku for part in query.parts)
    colors = color_words(tuple(vocabulary().stats.colors))
    return {
        pk: (
            *([] if not brand or brand_asked else [("brand", brand)]),
            *([] if look_asked else [("look", look(title, brand or "", colors))]),
        )
        for pk, (_buyable, title, brand) in known.items()
    }


@lru_cache(maxsize=4)
def color_words(colors: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for color in colors for word in words_of(color))


def look(title: str, brand: str, colors: frozenset[str]) -> frozenset[str]:
    """What is left of a title without colours and brand: the same for one shape in red and blue."""
    return frozenset(words_of(title)) - colors - frozenset(words_of(brand))
