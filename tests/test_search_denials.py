"""What says that it has none of something is not left out, and comes before what says nothing."""

from __future__ import annotations

import pytest

from catalog.filters import Filters
from catalog.models import Product
from search.indexing import index_stale
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    forget()
    return [hit.product.title for hit in search(Query(parts=(Part(text=text),))).hits]


@pytest.mark.parametrize(
    ("denial", "word"),
    [
        ("Shampoo without perfume", "perfume"),
        ("Shampoo without any perfume", "perfume"),
        ("Shampoo, perfume-free", "perfume"),
        ("Champô sem corantes", "corantes"),
        ("Shampoo senza i solfati", "solfati"),
        ("Shampoing sans gluten", "gluten"),
        ("Szampon bez parabenów", "parabenów"),
        ("No perfume added shampoo", "perfume"),
        ("Shampoo, no added perfumes", "perfume"),
        ("Battery radio: no need for batteries", "batteries"),
        ("Shampoo 0 % perfume", "perfume"),
        ("Shampoo free of perfume", "perfume"),
        ("Shampoo frei von Silikon", "Silikon"),
        ("Champú libre de sulfatos", "sulfatos"),
        ("Lampe, keine Batterien nötig", "Batterien"),
    ],
)
def test_a_text_that_denies_it_passes(denial: str, word: str) -> None:
    cast.product(denial)
    cast.product(f"Shampoo with {word}")
    cast.product("Soap")
    left = Product.objects.filter(Filters(without=(word,)).on_products())
    assert {each.title for each in left} == {denial, "Soap"}


def test_it_comes_first() -> None:
    for title in ("Envelope with window", "Long envelope", "Envelope without window"):
        cast.product(title, "Office > Envelopes")
    index_stale()
    assert titles("envelope without window") == ["Envelope without window", "Long envelope"]


def test_a_word_of_descriptions_alone_can_be_left_out() -> None:
    for title, text in (("Dusk", "A work of fiction."), ("Soil", "On gardens."), ("Tide", "")):
        cast.product(f"{title} paperback", "Books > Paperbacks", description=text)
    index_stale()
    assert set(titles("paperback without fiction")) == {"Soil paperback", "Tide paperback"}
    result = search(Query(parts=(Part(text="paperback without zorbels"),)))
    assert result.interpretation.unjudged == ("zorbels",)


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("Radio, batteries not included", "batteries"),
        ("Radio. No charger, batteries included", "batteries"),
        ("Shampoo 10 perfumes", "perfume"),
        ("Nordic perfume", "perfume"),
    ],
)
def test_what_only_looks_like_a_denial_is_left_out(said: str, word: str) -> None:
    cast.product(said)
    assert not Product.objects.filter(Filters(without=(word,)).on_products())


def test_one_word_that_says_so_comes_first_too() -> None:
    for title in ("Erde mit Torf", "Erde", "Gute Erde", "Erde torffrei", "Torffreie Erde"):
        cast.product(title, "Garten > Erde")
    index_stale()
    found = titles("Erde ohne Torf")
    assert set(found[:2]) == {"Erde torffrei", "Torffreie Erde"}
    assert set(found[2:]) == {"Erde", "Gute Erde"}
