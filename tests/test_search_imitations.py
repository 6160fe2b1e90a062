"""What is called after a material that it is not, is not taken for it."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db

ASKED = [
    ("vegan leather bag", "en"),
    ("faux leather bags", "en"),
    ("bag in imitation leather", "en"),
    ("Tasche aus Kunstleder", "de"),
    ("sac en similicuir", "fr"),
    ("bolso de polipiel", "es"),
    ("borsa in ecopelle", "it"),
]


def titles(text: str, language: str) -> set[str]:
    forget()
    with translation.override(language):
        return {hit.product.title for hit in search(Query(parts=(Part(text=text),))).hits}


@pytest.fixture(autouse=True)
def bags(shop: cast.Shop) -> None:
    cast.product("Saddle bag", "Bags", material="leather")
    cast.product("Sling bag", "Bags", material="cotton", description="With faux leather trim.")


@pytest.mark.parametrize(("text", "language"), ASKED)
def test_its_words_decide_where_the_shop_has_no_such_material(text: str, language: str) -> None:
    assert titles(text, language) == {"Sling bag"}


@pytest.mark.parametrize(("text", "language"), ASKED)
def test_where_it_has_one_that_is_meant(text: str, language: str) -> None:
    cast.product("Belt bag", "Bags", material="faux leather")
    assert "Belt bag" in titles(text, language)
    assert "Saddle bag" not in titles(text, language)
