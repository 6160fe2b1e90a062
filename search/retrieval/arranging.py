"""What the rules for the order (`merchandising`) have to know of the products."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from catalog.filters import Filters
from catalog.models import Product, Variant
from search.query import Interpretation, Query
from search.ranking.merchandising import arrange
from search.retrieval.legs import Ids
from search.understanding import vocabulary
from search.understanding.tokens import words_of

LOOKED_AT = 100  # products from which the first row is mixed


def arranged(
    ids: Ids,
    scores: NDArray[np.float64],
    query: Query,
    filters: Filters,
    understood: Interpretation,
) -> NDArray[np.int64]:
    """The order of products that come best first: positions into `ids`."""
    to_be_had = Variant.objects.available().filter(filters.on_variants())
    to_be_had = to_be_had.filter(product__pk__any=ids.tolist())
    buyable = np.fromiter(to_be_had.values_list("product_id", flat=True), np.int64)
    groups = groups_of(ids[:LOOKED_AT], query, filters, understood)
    return arrange(
        scores,
        ~np.isin(ids, buyable),
        [groups.get(pk, ()) for pk in ids.tolist()],
        settings.SOLD_OUT,
    )


def groups_of(
    ids: Ids, query: Query, filters: Filters, understood: Interpretation
) -> dict[int, tuple[Hashable, ...]]:
    """The brand and the look of each product; not the brand, or the look, that was asked for."""
    brand_asked = bool(filters.brand) or any(
        entity.kind == "brand" for entity in understood.entities
    )
    look_asked = any(part.photo_id or part.sku for part in query.parts)
    products = Product.objects.filter(pk__any=ids.tolist())
    known = products.values_list("pk", "title", "brand__name")
    return {
        pk: (
            *([] if not brand or brand_asked else [("brand", brand)]),
            *([] if look_asked else [("look", look(title, brand or ""))]),
        )
        for pk, title, brand in known
    }


def look(title: str, brand: str) -> frozenset[str]:
    """What is left of a title without colours and brand: the same for one shape in red and blue."""
    named = {word for color in vocabulary().stats.colors for word in words_of(color)}
    return frozenset(words_of(title)) - named - frozenset(words_of(brand))
