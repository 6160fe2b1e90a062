"""A phrase is said by a product's own texts or by any translation of them, small words and all."""

from __future__ import annotations

import pytest

from catalog.filters import Filters
from catalog.models import Product, Translation
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shop() -> None:
    box = cast.product("Wooden bread box")
    Translation.objects.create(product=box, language="de", title="Brotkasten aus Holz")
    Translation.objects.create(product=box, language="fr", title="Boîte à pain en bois")
    cast.product("The Who poster")
    cast.product("Poster of a band")


def titles(**filters: tuple[str, ...]) -> set[str]:
    found = Product.objects.filter(Filters(**filters).on_products())  # type: ignore[arg-type]
    return set(found.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("bread box", "Wooden bread box"),
        ("Brotkasten", "Wooden bread box"),
        ("aus Holz", "Wooden bread box"),
        ("boite a pain", "Wooden bread box"),
        ("the who", "The Who poster"),
        ("of a", "Poster of a band"),
    ],
)
def test_it_finds_the_product_that_says_it(phrase: str, title: str) -> None:
    assert titles(phrases=(phrase,)) == {title}


def test_what_a_translation_says_can_be_excluded() -> None:
    assert titles(without=("Brotkasten",)) == {"The Who poster", "Poster of a band"}
