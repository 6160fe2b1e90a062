"""A colour that the shop does not have has neighbours that it has."""

import pytest

from search.understanding import interpret, near_colors
from tests.understanding_shop import COLORS, shop

SHOP = shop()


def test_cream_is_nearest_to_beige_then_white() -> None:
    assert near_colors("cream", COLORS.split())[:2] == ("Beige", "White")


def test_a_colour_is_not_its_own_neighbour() -> None:
    assert "Navy" not in near_colors("navy blue", COLORS.split())


def test_german_and_french_names_have_the_same_neighbours() -> None:
    shades = ["Red", "Navy", "Blue", "Grey", "White"]
    assert near_colors("dunkelblaues", shades) == near_colors("bleu marine", shades) == ("Blue",)


def test_an_unknown_colour_has_no_neighbours() -> None:
    assert near_colors("octarine", COLORS.split()) == ()


def test_the_chip_of_a_missing_colour_names_its_stand_in_and_keeps_the_typed_word() -> None:
    entity = interpret("cream sofa", SHOP).entities[0]
    assert (entity.value, entity.words) == ("Beige", "cream")


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("russet sofa", "Brown"),
        ("celadon mug", "Green"),
        ("a vase in vermilion", "Red"),
        ("cerulean blue cushion", "Blue"),
        ("cerise dress", "Pink"),
    ],
)
def test_a_finer_name_means_the_colour_that_is_nearest_to_its_place(text: str, color: str) -> None:
    entities = interpret(text, SHOP).entities
    assert [each.value for each in entities if each.kind == "color"] == [color]


def test_nothing_stands_in_for_the_colour_of_a_material() -> None:
    keys = [entity.key for entity in interpret("copper kettle", SHOP).entities]
    assert keys == ["category:kitchen/kettles"]


@pytest.mark.parametrize(
    ("text", "color"),
    [
        ("dark blue sofa", "Navy"),
        ("sofá azul oscuro", "Navy"),
        ("canapé bleu foncé", "Navy"),
        ("тёмно-синий диван", "Navy"),
        ("深蓝色沙发", "Navy"),
        ("light blue sofa", "Blue"),
        ("dark green sofa", "Green"),
    ],
)
def test_a_shade_is_what_comes_nearest_to_it(text: str, color: str) -> None:
    found = [each.value for each in interpret(text, SHOP).entities if each.kind == "color"]

    assert found == [color]


def test_a_thing_that_shops_sell_is_no_expression_for_being_called_like_a_firm() -> None:
    keys = [entity.key for entity in interpret("red cap", SHOP).entities]
    assert [entity.key for entity in interpret("red hat", SHOP).entities][:1] == keys[:1]
