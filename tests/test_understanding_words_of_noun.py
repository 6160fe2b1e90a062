"""Of a kind of few products a word tells some apart that even one of their titles has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.models import Product
from search.query import Part, Query
from search.retrieval import search
from search.understanding import Vocabulary
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast
from tests.asked import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Electric lawn mower 1400 W": "Machines",
    "Push lawn mower": "Machines",
    "Beautiful push sledge": "Winter",
    "Wooden sledge": "Winter",
    "Stainless screws 4 x 30": "Fixings > Screws",
    "Wood screws 5 x 70": "Fixings > Screws",
    "Drywall screws 3 x 25": "Fixings > Screws",
    "Beautiful drawing screws": "Fixings > Screws",
    "Snowboard wax": "Winter > Wax",
    "Ski wax": "Winter > Wax",
    "Kinderzit achter": "Fietsen",
    "Kinderzit voor": "Fietsen",
    "Палатка мягкая": "Снег",
    "Палатка летняя": "Снег",
    "Lampa tarasowa": "Снег",
    "Lampa metalowa": "Снег",
    "Katlanır bisiklet": "Bisikletler",
    "Dağ bisikleti": "Bisikletler",
    **{f"Trike model {n}": "Trikes" for n in range(12)},
    "Trike with bell": "Trikes",
    "Beautiful trike with a nice basket": "Trikes",
    "椿油シャンプー": "シャンプー",
    "薬用シャンプー": "シャンプー",
    "Handwagen faltbar": "Handwagen",
    "Handwagen aus Holz": "Handwagen",
    "Foldable sandpit": "Sandpits",
    "Sandpit with lid": "Sandpits",
}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("electric mower", {"Electric lawn mower 1400 W"}),
        ("mower, electric", {"Electric lawn mower 1400 W"}),
        ("push mower", {"Push lawn mower"}),
        ("stainless screws", {"Stainless screws 4 x 30"}),
        ("drywall screw", {"Drywall screws 3 x 25"}),
        ("snow board wax", {"Snowboard wax"}),
    ],
)
def test_the_others_do_not_count(text: str, meant: set[str]) -> None:
    assert titles(text) == meant


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("trike with bell", 1),
        ("trikes with a bell", 1),
        ("trike with basket", 1),
        ("trike with nice basket", 14),  # a part that is described
        ("trike with beautiful", 14),
    ],
)
def test_what_a_link_leads_to_is_asked_for_by_itself(text: str, counted: int) -> None:
    assert len(titles(text)) == counted


@pytest.mark.parametrize("text", ["mower", "lawn mower", "mower for beginners"])
def test_a_word_that_all_or_none_have_tells_none_apart(text: str) -> None:
    assert titles(text) == {"Electric lawn mower 1400 W", "Push lawn mower"}


@pytest.mark.parametrize(("text", "counted"), [("beautiful sledge", 2), ("beautiful screws", 4)])
def test_praise_tells_none_apart(text: str, counted: int) -> None:
    assert len(titles(text)) == counted


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("zero waste screws", {"Wood screws 5 x 70"}),
        ("vegan sledge", {"Wooden sledge"}),  # a word of the grammar, and a fact
        ("sledges heirloom", {"Wooden sledge"}),
    ],
)
def test_a_tag_tells_what_one_product_has(text: str, meant: set[str]) -> None:
    Product.objects.filter(title="Wooden sledge").update(tags=["vegan", "heirloom"])
    Product.objects.filter(title="Wood screws 5 x 70").update(tags=["zero waste"])

    assert titles(text) == meant


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("ru", "мягкие палатки", {"мягкие", "мягкая"}),
        ("nl", "kinderzit achter", {"achter"}),  # at the back, as nothing follows
        ("pl", "tarasowe lampy", {"tarasowa"}),
        ("ja", "シャンプー 椿油", {"椿油"}),
    ],
)
def test_it_is_asked_in_the_forms_of_titles(language: str, text: str, forms: set[str]) -> None:
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query((Part(text=text),)), words)

    assert [{*each.names} for each in found.modifiers] == [forms]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("tr", "katlanır bisiklet", "katlanir"),
        ("de", "handwagen faltbar", "faltbar"),
        ("en", "foldable sandpit", "foldable"),
    ],
)
def test_a_quality_that_is_no_praise_tells_them_apart(language: str, text: str, word: str) -> None:
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query((Part(text=text),)), words)

    assert [word in each.names for each in found.modifiers] == [True]


def test_it_can_be_switched_off() -> None:
    found = search(Query(parts=(Part(text="electric mower"),)))
    [chip] = [each for each in found.interpretation.modifiers if each.value == "electric"]
    off = search(Query(parts=(Part(text="electric mower"),), off=(chip.key,)))
    assert (found.total, off.total) == (1, 2)
