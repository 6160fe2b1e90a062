"""A word that no product has is named as it was written, in the marks of the page's language."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import translation

from catalog.models import Variant
from search.understanding import forget
from tests import cast


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "No product has the word “Bettwäsche”."),
        ("de", "Kein Produkt hat das Wort „Bettwäsche“."),
        ("fr", "Aucun produit n’a le mot « Bettwäsche »."),
    ],
)
def test_a_word_is_named_as_it_was_written(
    shop: cast.Shop, client: Client, language: str, said: str
) -> None:
    with translation.override(language):  # what the request leaves behind ends with it
        page = client.get("/search/?q=Bettwäsche", headers={"Accept-Language": language})
    assert said in page.content.decode().replace("\xa0", " ")


def test_a_word_that_the_shops_own_title_has_is_never_named(
    shop: cast.Shop, client: Client
) -> None:
    """Whatever a dictionary says that it is in English: a shop may write in any language."""
    product = cast.product("Snoeischaar bypass", "Tools")
    Variant.objects.create(product=product, sku="SN-1", price=34, stock=1)
    forget()
    page = client.get("/search/?q=snoeischaar linkshandig", headers={"Accept-Language": "nl"})
    assert "No product has the word “linkshandig”." in page.content.decode()


@pytest.mark.parametrize(
    ("language", "query", "named"),
    [
        ("en", "something against gnomes", "“gnomes”."),
        ("en", "boots because gnomes themselves", "“gnomes”."),
        ("de", "Stiefel gegen Gartenzwerge", "„Gartenzwerge“."),
        ("fr", "bottes quand nains", "« nains »."),
    ],
)
def test_words_that_full_text_throws_away_are_not_named(
    shop: cast.Shop, client: Client, language: str, query: str, named: str
) -> None:
    page = client.get("/search/", {"q": query}, headers={"Accept-Language": language})
    said = page.content.decode().replace("\xa0", " ")

    assert named in said
    assert not any(small in said for small in ("“against", "“because", "„gegen", "« quand"))
