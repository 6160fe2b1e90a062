"""For random catalogues, what is counted meets all that was asked, and what is said is true.

The oracle knows nothing of the search: it reads the columns, and where one is empty the title.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Filters, Hit, Part, Query, SearchResult
from search.retrieval import search
from search.retrieval.embeddings import background
from search.understanding import forget
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

KINDS = {"boots": "Shoes > Boots", "mugs": "Kitchen > Mugs", "scarves": "Scarves"}
SINGULAR = {"boots": "boot", "mugs": "mug", "scarves": "scarf"}
COLORS, SIZES = ("red", "blue", "black"), ("38", "40")


@dataclass(frozen=True)
class Row:
    """A product with one variant or two; "" is a column that nobody filled in."""

    kind: str
    sorted: bool  # into its category
    titled: str  # the colour that its title says
    variants: tuple[tuple[str, str, int, int], ...]  # colour, size, price, stock

    @property
    def title(self) -> str:
        return f"Tarn {self.titled} {SINGULAR[self.kind]}".replace("  ", " ")


@dataclass(frozen=True)
class Asked:
    kind: str
    color: str
    size: str
    at_most: int

    @property
    def text(self) -> str:
        size = f"size {self.size}" if self.size else ""
        price = f"under {self.at_most}" if self.at_most else ""
        return " ".join(f"{self.color} {self.kind} {size} {price}".split())


variants = st.tuples(
    st.sampled_from(["", *COLORS]),
    st.sampled_from(["", *SIZES]),
    st.sampled_from([10, 30, 50]),
    st.integers(0, 1),
)
rows = st.builds(
    Row,
    kind=st.sampled_from(sorted(KINDS)),
    sorted=st.booleans(),
    titled=st.sampled_from(["", "", *COLORS]),
    variants=st.lists(variants, min_size=1, max_size=2).map(tuple),
)
questions = st.builds(
    Asked,
    kind=st.sampled_from(sorted(KINDS)),
    color=st.sampled_from(["", *COLORS]),
    size=st.sampled_from(["", *SIZES]),
    at_most=st.sampled_from([0, 20, 40]),
)
chosen = st.builds(
    Filters,
    color=st.sets(st.sampled_from(COLORS), max_size=1).map(tuple),
    in_stock=st.booleans(),
)
some = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def stub(db: None, empty_cache: None, settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"


def opened(catalogue: list[Row]) -> dict[int, Row]:
    """The shop with these products, and one of every kind in all sizes, so that all are known.

    Of a size that nothing of the kind has, the page says so instead of searching for it.
    """
    Product.objects.all().delete()
    cache.clear()  # a first page may be ten seconds old
    background.forget()  # of the shop before this one, for two seconds
    named = [
        Row(kind, True, "", tuple((color, size, 50, 1) for size in SIZES))
        for kind, color in zip(KINDS, COLORS, strict=True)
    ]
    made = {}
    for n, row in enumerate([*named, *catalogue]):
        item = cast.product(row.title, KINDS[row.kind] if row.sorted else "", group=str(n))
        for place, (color, size, price, stock) in enumerate(row.variants):
            Variant.objects.create(
                product=item,
                sku=f"{n}-{place}",
                color=color,
                size=size,
                price=price,
                stock=stock,
                position=place,
            )
        made[item.pk] = row
    forget()
    index_stale()
    return made


def meets(row: Row, asked: Asked, filters: Filters) -> bool:
    return row.kind == asked.kind and any(
        suits(row, variant, asked, filters) for variant in row.variants
    )


def suits(row: Row, variant: tuple[str, str, int, int], asked: Asked, filters: Filters) -> bool:
    """One variant has it all: colour by its column or the title, size, price, and is there."""
    color, size, price, stock = variant
    wanted = filters.color[0] if filters.color else asked.color
    by_column = not wanted or color == wanted
    said = not filters.color and row.titled == asked.color
    return (
        (by_column or said)
        and (not asked.size or size == asked.size)
        and (not asked.at_most or price <= Decimal(asked.at_most))
        and (bool(stock) or not (asked.size or filters.in_stock))
    )


def rows_at(made: dict[int, Row], ids: set[int]) -> list[Row]:
    return [made[pk] for pk in ids]


def answer(asked: Asked, filters: Filters) -> SearchResult:
    return search(Query((Part(text=asked.text),), filters, page_size=100))


def rows_of(hits: list[Hit], made: dict[int, Row]) -> list[Row]:
    return [made[hit.product.pk] for hit in hits]


@some
@given(catalogue=st.lists(rows, max_size=8), asked=questions, filters=chosen)
def test_exactly_what_meets_every_chip_and_filter_is_counted(
    stub: None, catalogue: list[Row], asked: Asked, filters: Filters
) -> None:
    made = opened(catalogue)
    found = answer(asked, filters)
    counted = {hit.product.pk for hit in found.hits}
    wanted = {pk for pk, row in made.items() if meets(row, asked, filters)}
    assert counted == wanted, (asked.text, rows_at(made, counted ^ wanted), filters)
    assert found.total == len(counted)


@some
@given(catalogue=st.lists(rows, max_size=8), asked=questions, filters=chosen)
def test_what_is_denied_is_not_there(
    stub: None, catalogue: list[Row], asked: Asked, filters: Filters
) -> None:
    made = opened(catalogue)
    found = answer(asked, filters)
    shown = rows_of([*found.hits, *found.partial], made)
    for notice in found.notices:
        assert not found.hits or notice.kind not in {"color", "size", "together"}, notice
        if notice.kind == "color":
            kin = [row for row in shown if row.kind == asked.kind]
            assert not any(asked.color in (row.titled, *colors(row)) for row in kin), notice


def colors(row: Row) -> set[str]:
    return {color for color, _size, _price, _stock in row.variants}


@some
@given(catalogue=st.lists(rows, max_size=8), asked=questions)
def test_every_click_on_a_facet_gives_its_number(
    stub: None, catalogue: list[Row], asked: Asked
) -> None:
    opened(catalogue)
    for facet in answer(asked, Filters()).facets:
        for value in facet.values:
            picked = value.value if facet.name == "category" else (value.value,)
            narrowed = answer(asked, Filters().but(**{facet.name: picked}))
            assert narrowed.total == value.count, (asked.text, facet.name, value)
