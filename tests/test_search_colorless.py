"""Of products that say no colour, words and photos decide, also where no search scores them all."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.query import Part, Query
from search.retrieval import search
from search.understanding import refresh
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def mugs(shop: cast.Shop, settings: Settings) -> dict[str, Product]:
    """Three of no colour: one says it in its title, one in its text, one not; and a blue one."""
    settings.WHOLE_ROWS = 0
    said = {"Red mug": "", "Mug of Tarn": "Glazed in red.", "Mug of Lyng": "", "Mug of Brae": ""}
    made = {title: cast.product(title, "Kitchen > Mugs") for title in said}
    for at, (title, product) in enumerate(made.items()):
        product.description = said[title]
        product.save()
        color = "blue" if title == "Mug of Brae" else ""
        Variant.objects.create(product=product, sku=f"M{at}", color=color, price=9, stock=1)
    while index_stale():
        pass
    refresh()
    return made


def test_words_say_it_where_no_column_does(mugs: dict[str, Product]) -> None:
    found = {hit.product.title for hit in search(Query((Part(text="red mug"),))).hits}
    assert {"Red mug", "Mug of Tarn"} <= found
    assert not {"Mug of Lyng", "Mug of Brae"} & found


def test_a_column_that_says_another_colour_is_believed(mugs: dict[str, Product]) -> None:
    brae = mugs["Mug of Brae"]
    brae.description = "As nice as the red one."
    brae.save()
    found = {hit.product.title for hit in search(Query((Part(text="red mug"),))).hits}
    assert "Mug of Brae" not in found
