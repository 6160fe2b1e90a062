"""Who asks for what is without a thing means those that say so, where no other says it has it."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Toothpaste mint without fluoride": "Care > Toothpaste",
    "Toothpaste whitening": "Care > Toothpaste",
    "Armchair with wheels": "Seats > Armchairs",
    "Armchair without wheels": "Seats > Armchairs",
    "Armchair oak": "Seats > Armchairs",
    "Spray contact-free": "Cleaning",
    "Spray lemon": "Cleaning",
    "Rye flour contains gluten": "Food > Flours",
    "Maize flour gluten free": "Food > Flours",
    "Wheat flour": "Food > Flours",
    "عطر خال من الكحول": "عطور",
    "عطر ليالي": "عطور",
    "Seife parfümfrei": "Seifen",
    "Seife Rose": "Seifen",
    "Seife Lavendel ohne Palmöl": "Seifen",
}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("toothpaste without fluoride", {"Toothpaste mint without fluoride"}),
        ("armchairs without wheels", {"Armchair without wheels", "Armchair oak"}),
        ("spray without contact", {"Spray contact-free"}),
        ("عطور بدون كحول", {"عطر خال من الكحول"}),
        ("Seife ohne Palmöl", {"Seife Lavendel ohne Palmöl"}),
    ],
)
def test_what_is_silent_is_counted_where_others_have_it(text: str, titles: set[str]) -> None:
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles


@pytest.mark.parametrize("text", ["gluten free flour", "gluten-free flour", "flour without gluten"])
def test_free_of_is_without(text: str) -> None:
    found = {hit.product.title for hit in search(Query(parts=(Part(text=text),))).hits}

    assert "Maize flour gluten free" in found
    assert "Rye flour contains gluten" not in found
