"""A shop in Swedish, of which few words are known yet."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from search.query import Part, Query
from search.retrieval import search
from search.understanding.parser import read
from search.understanding.shop_words.vocabulary_cache import vocabulary
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SOLD = {
    "Vattentät jacka med huva": ("Kläder > Jackor", "svart", 1799),
    "Jacka ull dam": ("Kläder > Jackor", "röd", 1299),
    "Barnryggsäck Räv": ("Väskor > Ryggsäckar", "röd", 399),
    "Vandringsryggsäck Tur": ("Väskor > Ryggsäckar", "grön", 1999),
    "Köksmatta randig": ("Hem > Mattor", "blå", 299),
    "Badrumsmatta tvättbar": ("Hem > Mattor", "grå", 199),
    "Bomullslakan vitt": ("Hem > Sängkläder", "vit", 349),
    "Linneduk till köket": ("Hem > Dukar", "grå", 249),
}


@pytest.fixture
def shop(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "sv"
    for number, (title, (category, color, price)) in enumerate(SOLD.items()):
        product = cast.product(title, category, group=str(number))
        Variant.objects.create(product=product, sku=f"V-{number}", price=price, color=color)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("vattentät jacka", {"Vattentät jacka med huva"}),
        ("ryggsäck för barn", {"Barnryggsäck Räv"}),
        ("röda ryggsäckar", {"Barnryggsäck Räv"}),
        ("mattor under 250 kr", {"Badrumsmatta tvättbar"}),
        ("jackor mellan 1000 och 1500 kr", {"Jacka ull dam"}),
        ("matta inte blå", {"Badrumsmatta tvättbar"}),
    ],
)
@pytest.mark.usefixtures("shop")
def test_its_shoppers_are_understood(text: str, titles: set[str]) -> None:
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles


def test_no_mistake_in_another_language_is_taken_for_it() -> None:
    cast.titled({"Red mug": "Kitchen > Mugs", "Blue mug": "Kitchen > Mugs"})

    assert "sv" not in read("red mugg", vocabulary()).languages
