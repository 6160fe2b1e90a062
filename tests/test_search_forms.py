"""A form that a title denies is not counted; what says nothing of it may well have it."""

from __future__ import annotations

import pytest
from django.utils import translation
from pytest_django.fixtures import Settings

from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db

DRESSES = ("Mini dress", "Maxi dress", "Silk dress", "Short-sleeved linen dress")
MIRRORS = ("Round mirror", "Square mirror", "Hall mirror")


@pytest.fixture(autouse=True)
def wardrobe(shop: cast.Shop) -> None:
    for title in DRESSES:
        cast.product(title, "Clothing > Dresses")
    for title in MIRRORS:
        cast.product(title, "Home > Mirrors")
    for title in ("Drawstring shorts", "Chino shorts"):
        cast.product(title, "Clothing > Shorts")


def found(text: str, *off: str) -> SearchResult:
    forget()
    return search(Query(parts=(Part(text=text),), off=off))


def titles(text: str, *off: str) -> set[str]:
    return {hit.product.title for hit in found(text, *off).hits}


@pytest.mark.parametrize(
    ("text", "denied", "kinds"),
    [
        ("long dress", {"Mini dress"}, DRESSES),
        ("maxi dress", {"Mini dress"}, DRESSES),
        ("short dress", {"Maxi dress"}, DRESSES),
        ("dress mini", {"Maxi dress"}, DRESSES),
        ("round mirror", {"Square mirror"}, MIRRORS),
        ("rectangular mirror", {"Round mirror", "Square mirror"}, MIRRORS),
    ],
)
def test_what_a_title_denies_stands_below_and_says_so(
    text: str, denied: set[str], kinds: tuple[str, ...]
) -> None:
    assert titles(text) == set(kinds) - denied
    lacking = {hit.product.title: hit.missing for hit in found(text).partial}
    assert {title for title in lacking if title in kinds} == denied
    assert all(lacking[title][0].startswith("not ") for title in denied)


def test_nothing_says_that_what_is_silent_has_it() -> None:
    reasons = {hit.product.title: hit.reasons for hit in found("long dress").hits}
    assert "long" not in reasons["Silk dress"]
    assert "long" in reasons["Maxi dress"]


@pytest.mark.parametrize("text", ["dress with long sleeves", "dress for short people", "dresses"])
def test_the_form_of_something_else_rules_nothing_out(text: str) -> None:
    assert titles(text) == set(DRESSES)


def test_a_kind_that_has_the_word_in_its_name_is_not_ruled_out_by_it() -> None:
    assert titles("long shorts") == {"Drawstring shorts", "Chino shorts"}


def test_it_is_understood_in_other_languages_and_can_be_let_go() -> None:
    with translation.override("de"):
        assert titles("langes Kleid") == set(DRESSES) - {"Mini dress"}
    with translation.override("fr"):
        assert titles("robe longue") == set(DRESSES) - {"Mini dress"}
    assert titles("long dress", "form:long") == set(DRESSES)


def test_it_holds_where_not_every_product_is_scored(settings: Settings) -> None:
    settings.WHOLE_ROWS = 0
    assert titles("long dress") == set(DRESSES) - {"Mini dress"}
    assert titles("mirror round") == set(MIRRORS) - {"Square mirror"}
