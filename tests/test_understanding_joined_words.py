"""Words joined to one and one word parted: what that tells of the language, and of names."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_new_shops import shops

SHOPS = shops()


@pytest.mark.parametrize(
    ("shop", "text", "kind"),
    [
        ("fashion", "Wanderrucksack", "accessories/backpacks"),
        ("fashion", "Winterjacke", "apparel/jackets"),
        ("fashion", "Sommerkleid", "apparel/dresses"),
        ("fashion", "Kinderjacke", "apparel/jackets"),
        ("fashion", "zomerjurk", "apparel/dresses"),
        ("general", "Kinderbett", "home/beds"),
        ("general", "Kaffeebecher", "kitchenware/mugs"),
    ],
)
def test_an_everyday_word_before_a_thing_is_that_thing(shop: str, text: str, kind: str) -> None:
    found = interpret(text, SHOPS[shop])
    assert kind in [each.value for each in found.entities]
    assert found.unknown == ()


@pytest.mark.parametrize("text", ["tablecloth", "paperback", "seashell", "Xqzrucksack"])
def test_other_words_tell_no_language(text: str) -> None:
    assert interpret(text, SHOPS["fashion"]).languages == ("en",)


@pytest.mark.parametrize(("text", "size"), [("shirt S", "size:S"), ("shirt S-L", "size:S")])
def test_a_size_behind_a_thing_makes_no_plural_of_it(text: str, size: str) -> None:
    sizes = {"shirts": {"S": 5, "M": 5, "L": 5}}
    shop = Vocabulary(CatalogueStats(categories=(Category("Shirts", "shirts"),), sizes=sizes))
    assert size in {each.key for each in interpret(text, shop).entities}


@pytest.mark.parametrize("text", ["back pack", "back packs", "hand bag"])
def test_two_words_are_the_one_name_of_the_shop(text: str) -> None:
    names = ("Backpacks", "Handbags")
    categories = tuple(Category(each, each.lower()) for each in names)
    found = interpret(text, Vocabulary(CatalogueStats(categories=categories))).entities
    assert [each.kind for each in found] == ["category"]


@pytest.mark.parametrize("text", ["paintbrush", "paintbrushes", "desklamp", "desklamps"])
def test_what_titles_part_is_not_said_to_be_missing(text: str) -> None:
    words = dict.fromkeys(("paint", "brush", "desk", "lamp"), 3)
    assert not interpret(text, Vocabulary(CatalogueStats(words=words))).unsold
