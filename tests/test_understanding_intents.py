"""Several products in one query are kept apart, and what is one product is not."""

from __future__ import annotations

import pytest

from benchmarks.search.understanding import labels, parting
from search.understanding import INTENTS, intent_spans, interpret
from tests.understanding_shop import shop

SHOP = shop()


def intents(text: str, *off: str) -> tuple[str, ...]:
    return interpret(text, SHOP, off).intents


def test_labelled_queries_are_parted_as_a_person_parts_them() -> None:
    found = parting(lambda text: interpret(text, SHOP), labels())
    assert found.queries >= 80
    assert found.f1 >= 0.95, "\n".join(found.differences)


def test_a_mistake_is_corrected_before_the_query_is_parted() -> None:
    assert intents("snaekers and a teapot") == ("sneakers", "a teapot")


def test_the_places_of_the_wishes_are_those_of_the_text_as_typed() -> None:
    typed = "snaekers, and a  teapot"
    assert [typed[start:end] for start, end in intent_spans(typed, SHOP)] == [
        "snaekers",
        "a  teapot",
    ]


def test_a_size_stays_with_its_own_product() -> None:
    dress, shoes = (interpret(intent, SHOP) for intent in intents("dress size 2 and shoes"))
    assert [entity.key for entity in dress.entities if entity.hard] == ["size:2"]
    assert [entity.key for entity in shoes.entities] == ["category:shoes"]


def test_a_joint_between_two_colours_parts_nothing() -> None:
    assert intents("a mug and a red and blue teapot") == ("a mug", "a red and blue teapot")


def test_whose_the_first_thing_is_holds_for_the_next() -> None:
    assert intents("women's boots and sandals")[1] == "women sandals"
    assert intents("men's shirt and a dress")[1] == "a dress"


def test_what_is_not_sold_is_a_wish_too() -> None:
    assert intents("red mug and a guitar") == ("red mug", "a guitar")


@pytest.mark.parametrize(
    "text", ["shirt and trousers set", "set of mugs and bowls", "shoes and boots", "boots or heels"]
)
def test_one_purchase_is_one_wish(text: str) -> None:
    assert intents(text) == ()


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("black shoes or brown boots", ("black shoes", "brown boots")),
        ("black shoes and brown boots", ("black shoes", "brown boots")),
        ("red mug or blue bowl", ("red mug", "blue bowl")),
        ("leather boots or canvas sneakers", ("leather boots", "canvas sneakers")),
        ("oak table or a walnut chair", ("oak table", "a walnut chair")),
    ],
)
def test_what_is_each_of_its_own_colour_or_material_is_a_wish_of_its_own(
    text: str, wishes: tuple[str, ...]
) -> None:
    assert intents(text) == wishes


@pytest.mark.parametrize("text", ["mug or bowl", "red mug or bowl", "red mug or red bowl"])
def test_a_choice_of_two_things_is_one_wish(text: str) -> None:
    assert intents(text) == ()


def test_who_wants_one_list_gets_one() -> None:
    assert intents("dress and shoes", INTENTS) == ()


def test_a_wish_is_never_parted_again() -> None:
    for row in labels():
        for intent in intents(row["query"]):
            assert intents(intent) == (), row["query"]
