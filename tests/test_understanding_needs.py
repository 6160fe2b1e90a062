"""What is needed names the thing: "something to drink tea from" is a mug."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret, is_small

KINDS = """Mugs, Teapots, Chairs, Sofas, Beds, Desks, Vases, Clocks, Cameras, Sneakers, Watches,
    Umbrellas, Scarves, Planters, Tables"""
SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(Category(each.strip(), each.strip().lower()) for each in KINDS.split(",")),
        colors={"red": 9},
        words={"tea": 3, "gift": 9},
    )
)


def kinds(text: str) -> set[str]:
    found = interpret(text, SHOP).entities
    return {each.value for each in found if each.kind == "category"}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("something to drink tea from", {"mugs"}),
        ("something to drink from", {"mugs"}),
        ("anything to sit on", {"chairs", "sofas"}),
        ("something to put flowers in", {"vases"}),
        ("something to tell the time", {"watches", "clocks"}),
        ("something to sleep in", {"beds"}),
        ("something for rainy days", {"umbrellas"}),
        ("gift for a runner", {"sneakers", "watches"}),
        ("present for a photographer", {"cameras"}),
        ("a gift for tea lovers", {"teapots", "mugs"}),
        ("etwas zum Sitzen", {"chairs", "sofas"}),
        ("quelque chose pour boire du thé", {"mugs"}),
        ("cadeau pour un coureur", {"sneakers", "watches"}),
        ("qualcosa per bere il caffè", {"mugs"}),
    ],
)
def test_the_things_that_serve_a_need_are_asked_for(text: str, things: set[str]) -> None:
    assert kinds(text) == things
    assert interpret(text, SHOP).unknown == ()


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("something red", set()),
        ("gift set", set()),
        ("running watch", {"watches"}),
        ("a table to drink tea at", {"tables"}),
        ("something soft for the sofa", set()),
    ],
)
def test_who_names_a_thing_or_no_need_asks_for_no_other(text: str, things: set[str]) -> None:
    assert kinds(text) == things


def test_conditions_beside_a_need_hold() -> None:
    found = {each.key for each in interpret("red gift for a runner under 50", SHOP).entities}
    assert found == {"color:red", "category:sneakers", "category:watches", "price_max:50"}


def test_a_word_that_nobody_knows_is_still_named() -> None:
    assert interpret("something to drink xqzzt from", SHOP).unknown == ("xqzzt",)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("something to put flowers in", set()),
        ("something small to put flowers in", {"small"}),
        ("anything to sit on", set()),
        ("etwas zum Sitzen", set()),
        ("algo pequeño para poner flores", {"little"}),
    ],
)
def test_the_words_around_a_need_say_no_more_than_it(text: str, silent: set[str]) -> None:
    found = interpret(text, SHOP)
    known = {word for each in found.entities for word in each.words.lower().split()}
    left = {*found.text.split()} - {*found.told} - known
    assert {word for word in left if not is_small(word, ("en",))} == silent


@pytest.mark.parametrize(
    "text",
    [
        "something to drink tea from",
        "iets om thee uit te drinken",
        "çay içmek için bir şey",
        "お茶を飲むもの",
    ],
)
def test_who_drinks_tea_drinks_in_whatever_order_it_is_said(text: str) -> None:
    assert kinds(text) == {"mugs"}


def test_something_may_stand_behind_the_need() -> None:
    assert kinds("çiçek koymak için bir şey") == {"vases"}
