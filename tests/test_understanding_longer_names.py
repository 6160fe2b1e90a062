"""A title that says on from a noun to another thing is none of the noun: "Milk Chocolate"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.query import Part, Query
from search.retrieval import search
from search.understanding import Vocabulary
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SHOP = {
    "Claw Hammer 16 oz": "Tools",
    "Sledge Hammer": "Tools",
    "Hammer Drill 800 W": "Tools",
    "Hammer Set 3 Pieces": "Tools",
    "Oat Porridge 500 g": "Food",
    "Porridge Bowl blue": "Food",
    "Red Umbrella": "Rain",
    "Umbrella Stand": "Rain",
}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("hammer", {"Claw Hammer 16 oz", "Sledge Hammer", "Hammer Set 3 Pieces"}),
        ("hammer drill", {"Hammer Drill 800 W"}),
        ("porridge", {"Oat Porridge 500 g"}),
        ("umbrellas", {"Red Umbrella"}),
    ],
)
def test_what_is_called_so_alone_is_counted(text: str, titles: set[str]) -> None:
    cast.titled(SHOP)
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles


@pytest.mark.parametrize("text", ["steel hammer", "small umbrella", "porridge set"])
def test_where_more_is_said_of_it_nothing_is_left_out_for_its_title(text: str) -> None:
    cast.titled(SHOP)

    assert not any(each.others for each in understand(Query((Part(text=text),))).entities)


FOREIGN = {
    "de": ("Hängematte grün", "Hängematte rot", "Gestell für Hängematte", "Haken für Hängematten"),
    "es": ("Taladro 500 W", "Taladro compacto", "Broca para taladro", "Funda para taladro"),
    "fr": (
        *("Imprimante laser", "Imprimante photo", "Encre pour imprimante", "Savon doux"),
        *("Savon vert", "Porte-savon bois"),
    ),
    "it": ("Bottiglia verde", "Mini-bottiglia", "Apri-bottiglia"),
    "ru": ("Палатка летняя", "Палатка зимняя", "Колышки для палатки", "Фонарь"),
}


def others_of(language: str, text: str, titles: tuple[str, ...]) -> set[str]:
    """The phrases by which a title of the kind is none of it."""
    cast.titled(dict.fromkeys(titles, "Things"))
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query((Part(text=text),)), words)
    return {phrase for each in found.entities for phrase in each.others}


@pytest.mark.parametrize(
    ("language", "text", "others"),
    [
        ("de", "Hängematte", {"fur hangematte", "fur hangematten"}),
        ("es", "taladros", {"para taladro"}),
        ("fr", "imprimante laser", {"pour imprimante"}),
        ("ru", "палатка", {"для палатки"}),
        ("fr", "encre", set()),
        ("fr", "savon", {"porte savon"}),
        ("fr", "porte-savon", set()),  # is what is asked for
        ("it", "bottiglia", {"apri bottiglia"}),
    ],
)
def test_what_is_for_a_thing_is_none(language: str, text: str, others: set[str]) -> None:
    assert others_of(language, text, FOREIGN[language]) == others


def test_where_most_is_for_it_all_of_that_is_meant() -> None:
    titles = ("Cloro para piscina", "Red para piscina", "Bomba para piscina", "Piscina redonda")

    assert others_of("es", "piscina", titles) == set()
