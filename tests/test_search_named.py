"""What a query names stands first and lacks nothing; what its words mean besides is still found."""

from __future__ import annotations

import pytest
from django.utils import translation

from catalog.models import Translation, Variant
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def found(text: str) -> SearchResult:
    forget()
    return search(Query(parts=(Part(text=text),)))


def titles(result: SearchResult) -> list[str]:
    return [hit.product.title for hit in result.hits]


def named(title: str, sku: str, **titles: str) -> None:
    product = cast.product(title, group=sku)
    Variant.objects.create(product=product, sku=sku)
    for language, said in titles.items():
        Translation.objects.create(product=product, language=language, title=said)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de", "Klappstuhl ohne Armlehnen"),
        ("fr", "Chaise pliante sans accoudoirs"),
        ("de", '"Klappstuhl ohne Armlehnen"'),
    ],
)
def test_a_title_that_says_without_is_a_title_in_every_language(
    shop: cast.Shop, language: str, title: str
) -> None:
    named(
        "Folding seat without armrests",
        "FOLD-1",
        de="Klappstuhl ohne Armlehnen",
        fr="Chaise pliante sans accoudoirs",
    )
    with translation.override(language):
        assert titles(found(title))[:1] == ["Folding seat without armrests"]


def test_a_title_in_quotes_stands_alone(shop: cast.Shop) -> None:
    named("Folding seat without armrests", "FOLD-1")
    assert titles(found('"folding seat without armrests"')) == ["Folding seat without armrests"]


def test_a_number_that_is_a_material_as_well_empties_nothing(shop: cast.Shop) -> None:
    named("Gift card", "OAK")
    assert titles(found("oak")) == ["Gift card", "Oak chair"]


def test_what_is_named_by_its_title_lacks_nothing_of_what_the_words_may_mean(
    shop: cast.Shop,
) -> None:
    named("Red garden hose 25 m", "HOSE-1")
    first = found("red garden hose 25 m").hits[0]
    assert (first.product.title, first.missing) == ("Red garden hose 25 m", [])


@pytest.mark.parametrize("typed", ["levis", "levi's", "levis™", "levi's tm", "aerofoil"])
def test_the_sign_of_a_trademark_is_no_letter(shop: cast.Shop, typed: str) -> None:
    named("Levi's™ belt, Aerofoil™", "LEVIS-1")
    assert "Levi's™ belt, Aerofoil™" in titles(found(typed.removesuffix(" tm")))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("teapot with a lid", "has that very name"),
        ("lid-1", "matches the article number"),
        ("4006381333931", "matches the barcode"),
        ("TP 900", "matches the model number"),
    ],
)
def test_the_reason_says_what_was_named(shop: cast.Shop, text: str, reason: str) -> None:
    product = cast.product("Teapot with a lid", group="lid")
    Variant.objects.create(product=product, sku="LID-1", gtin="4006381333931", mpn="TP-900")
    assert reason in found(text).hits[0].reasons
