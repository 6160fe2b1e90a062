"""What is preferred comes first, and nothing is left out for it."""

from __future__ import annotations

import pytest
from django.utils import translation

from catalog.models import Variant
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db

COLORS = ("Red", "Green", "Black")


@pytest.fixture(autouse=True)
def sofas(shop: cast.Shop) -> None:
    for color in COLORS:
        sofa = cast.product(f"Sofa {color[0]}", "Home > Sofas", material="leather")
        price = 900 if color == "Black" else 1200
        Variant.objects.create(product=sofa, sku=f"S-{color}", color=color, price=price, stock=2)


def found(text: str, language: str) -> SearchResult:
    forget()
    with translation.override(language):
        return search(Query(parts=(Part(text=text),)))


@pytest.mark.parametrize(
    ("text", "language", "first"),
    [
        ("sofa preferably green", "en", "Sofa G"),
        ("a sofa, ideally in green", "en", "Sofa G"),
        ("red sofa if possible", "en", "Sofa R"),
        ("preferably black leather sofa", "en", "Sofa B"),
        ("sofa preferably under 1000", "en", "Sofa B"),
        ("Sofa am liebsten grün", "de", "Sofa G"),
        ("canapé de préférence vert", "fr", "Sofa G"),
        ("sofá preferiblemente verde", "es", "Sofa G"),
        ("divano preferibilmente rosso", "it", "Sofa R"),
        ("bank bij voorkeur groen", "nl", "Sofa G"),
        ("sofá de preferência verde", "pt", "Sofa G"),
    ],
)
def test_it_decides_the_order_alone(text: str, language: str, first: str) -> None:
    result = found(text, language)
    assert result.total == len(COLORS)
    assert result.hits[0].product.title == first


def test_what_is_asked_for_beside_it_has_to_be_met() -> None:
    result = found("red sofa preferably leather", "en")
    assert [hit.product.title for hit in result.hits] == ["Sofa R"]


def test_its_chip_says_so() -> None:
    [chip] = [
        each
        for each in found("sofa preferably green", "en").interpretation.entities
        if each.kind == "color"
    ]
    assert chip.preferred
