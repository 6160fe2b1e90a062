"""Where what must not be, or a quotation, leaves nothing, the page says so; so it does of sizes."""

from __future__ import annotations

import pytest

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]


@pytest.fixture
def shop() -> None:
    for number, (title, category, material, size) in enumerate(
        [
            ("Round table", "Furniture > Tables", "oak", ""),
            ("Trestle table", "Furniture > Tables", "oak", ""),
            ("Zip hoodie", "Clothing > Hoodies", "cotton", "M"),
            ("Hoodie", "Clothing > Hoodies", "cotton", "XL"),
        ]
    ):
        product = cast.product(title, category, group=f"p-{number}", material=material)
        Variant.objects.create(product=product, sku=f"S-{number}", price=90, size=size)
    while index_stale():
        pass
    forget()


def asked(text: str) -> SearchResult:
    return search(Query(parts=(Part(text=text),)))


def sentences(text: str) -> list[str]:
    return [notice.sentence for notice in asked(text).notices]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("table not oak", "No product is all of this at once: Tables, not oak."),
        ("tables without oak", "No product is all of this at once: Tables, not oak."),
        ('table "made in italy"', "No product is all of this at once: Tables, “made in italy”."),
    ],
)
def test_what_leaves_nothing_is_said(text: str, said: str) -> None:
    assert asked(text).total == 0
    assert sentences(text) == [said]


def test_a_price_that_nothing_has_is_said_as_what_nothing_meets() -> None:
    assert sentences("table under 50") == ["In Tables nothing meets “up to €50.00”."]


@pytest.mark.parametrize("size", ["XXXL", "xxl", "XXS"])
def test_a_size_in_letters_that_there_is_not_is_named(size: str) -> None:
    assert sentences(f"hoodie {size}") == [f"There is no size {size} of this."]


def test_letters_are_no_size_of_what_has_none() -> None:
    assert sentences("table xxl") == ["No product has the word “xxl”."]


def test_a_kind_that_titles_alone_name_is_quoted() -> None:
    for number, color in enumerate(["Red", "Blue"]):
        armchair = cast.product(f"{color} armchair", "Furniture > Seats", group=f"a-{number}")
        Variant.objects.create(product=armchair, sku=f"A-{number}", price=90, color=color)
    while index_stale():
        pass
    forget()
    assert sentences("green armchair") == ["In “armchair” there is nothing that is green."]
    assert sentences("green table") == ["In Tables there is nothing that is green."]
