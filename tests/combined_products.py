"""Products that differ in all that filters ask for, and what filters mean in plain Python."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product as combinations

from hypothesis import strategies as st

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Filters, Query
from search.retrieval import search
from tests import cast

COLORS, SIZES, BRANDS = ("red", "blue", "black"), ("S", "M"), ("Kiln & Co", "Northlight")
CATEGORIES = ("Shoes > Boots", "Shoes > Sandals", "Kitchen > Mugs")

chosen = st.builds(
    Filters,
    category=st.sampled_from(["", "shoes", "shoes/boots", "kitchen"]),
    brand=st.sets(st.sampled_from(BRANDS), max_size=2).map(tuple),
    color=st.sets(st.sampled_from(COLORS), max_size=2).map(tuple),
    size=st.sets(st.sampled_from(SIZES), max_size=1).map(tuple),
    price_max=st.sampled_from([None, Decimal(20), Decimal(45)]),
    in_stock=st.booleans(),
)


def fill() -> list[Product]:
    """Make 36 products whose variants differ in colour, price and stock, and index them."""
    made = []
    kinds = combinations(CATEGORIES, BRANDS, COLORS, SIZES)
    for n, (category, brand, color, size) in enumerate(kinds):
        item = cast.product(f"{category.split()[-1]} {n}", category, brand)
        other = COLORS[n % 3]
        for position, variant_color in enumerate(dict.fromkeys([color, other])):
            Variant.objects.create(
                product=item,
                sku=f"{n}-{position}",
                color=variant_color,
                size=size,
                price=n % 7 * 10 + position,
                stock=n % 3,
                position=position,
            )
        made.append(item)
    index_stale()
    return made


def joined(query: Query) -> tuple[list[int], list[int]]:
    """The products of all its pages: as each leads to the next one, and by their numbers."""
    by_cursor, cursor = [], ""
    while True:
        page = search(replace(query, cursor=cursor))
        by_cursor += [hit.product.pk for hit in page.hits]
        cursor = page.next
        if not cursor:
            break
    pages = (search(replace(query, page=number)) for number in range(1, page.pages + 1))
    return by_cursor, [hit.product.pk for page in pages for hit in page.hits]


def passes(item: Product, filters: Filters) -> bool:
    """The oracle: the meaning of the filters in plain Python."""
    path = item.category.url_path if item.category else ""
    return (
        (not filters.category or f"{path}/".startswith(f"{filters.category}/"))
        and (not filters.brand or (item.brand is not None and item.brand.name in filters.brand))
        and any(
            (not filters.color or v.color in filters.color)
            and (not filters.size or v.size in filters.size)
            and (filters.price_max is None or v.price <= filters.price_max)
            and (not (filters.in_stock or filters.size) or v.available)
            for v in item.variants.all()
        )
    )
