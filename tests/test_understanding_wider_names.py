"""What is of oak is of wood, and what is for anybody is for men."""

from __future__ import annotations

import pytest

from search.query import Entity
from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(Category(name, name.lower()) for name in ("Chairs", "Lamps", "Hoodies")),
        materials=(
            "oak",
            "Painted wood",
            "Walnut, brass",
            "steel",
            "cast iron",
            "stoneware",
            "Merino",
            "knitted wool",
            "leather",
            "faux leather",
        ),
        genders=("men", "women", "unisex", "boys"),
    )
)
GERMAN = Vocabulary(
    CatalogueStats(
        categories=(Category("Stühle", "stuhle"),),
        materials=("Eiche", "Nussbaum", "Gusseisen", "Edelstahl", "Leinen"),
        language="de",
    )
)


def read(text: str, kind: str, shop: Vocabulary = SHOP) -> Entity:
    [found] = [each for each in interpret(text, shop).entities if each.kind == kind]
    return found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("wooden chair", {"oak", "Painted wood", "Walnut, brass"}),
        ("chair of wood", {"oak", "Painted wood", "Walnut, brass"}),
        ("chaise en bois", {"oak", "Painted wood", "Walnut, brass"}),
        ("Holzstuhl", {"oak", "Painted wood", "Walnut, brass"}),
        ("metal lamp", {"steel", "cast iron", "Walnut, brass"}),
        ("ceramic lamp", {"stoneware"}),
        ("wool hoodie", {"Merino", "knitted wool"}),
        ("oak chair", {"oak"}),
        ("leather chair", {"leather"}),
    ],
)
def test_a_material_is_met_by_its_kinds(text: str, values: set[str]) -> None:
    assert set(read(text, "material").values) == values


def test_a_shop_in_another_language_has_its_own_kinds() -> None:
    assert set(read("Stuhl aus Holz", "material", GERMAN).values) == {"Eiche", "Nussbaum"}
    assert set(read("Stuhl Metall", "material", GERMAN).values) == {"Edelstahl", "Gusseisen"}


def test_who_wants_no_metal_wants_no_brass() -> None:
    assert "material:Walnut, brass" in read("lamp but not metal", "not").values


@pytest.mark.parametrize("text", ["hoodie for men", "mens hoodie", "sweat à capuche homme"])
def test_what_is_for_anybody_is_for_men_and_for_women(text: str) -> None:
    assert set(read(text, "gender").values) == {"men", "unisex"}


@pytest.mark.parametrize("text", ["hoodie for boys", "unisex hoodie"])
def test_what_is_for_anybody_is_not_for_children(text: str) -> None:
    assert len(read(text, "gender").values) == 1


def test_who_wants_nothing_for_men_may_want_what_is_for_anybody() -> None:
    assert read("hoodie not for men", "not").values == ("gender:men",)
