"""Compounds of languages that join words: what titles call so, links between parts, stems."""

from __future__ import annotations

import pytest

from search.query import Entity, Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.names.title_compounds import with_wholes

DUTCH = Vocabulary(
    CatalogueStats(
        categories=(
            Category("Fietsen", "fietsen"),
            Category("Stadsfietsen", "fietsen/stads"),
            Category("Broeken", "broeken"),
            Category("Tassen", "tassen"),
        ),
        genders=("female",),
        words=dict.fromkeys(("fiets", "regenbroek", "loopfiets", "schoudertas", "tas"), 3),
        language="nl",
    )
)
GERMAN = Vocabulary(
    CatalogueStats(
        categories=(Category("Sägen", "saegen"), Category("Schuhe", "schuhe")),
        materials=("Leder", "Edelstahl A2", "Stahl verzinkt"),
        genders=("female",),
        words=dict.fromkeys(("stichsage", "wanderschuh", "damenschuhe", "led", "lampe"), 3),
        language="de",
    )
)


def read(text: str, shop: Vocabulary) -> Interpretation:
    return with_wholes(interpret(text, shop))


def kind(found: Interpretation) -> Entity:
    return next(each for each in found.entities if each.kind == "category")


@pytest.mark.parametrize(
    ("text", "shop", "names"),
    [
        ("regenbroek", DUTCH, ("regenbroek",)),
        ("loopfiets rood", DUTCH, ("loopfiets",)),
        ("schoudertas", DUTCH, ("schoudertas",)),
        ("stichsäge", GERMAN, ("stichsage",)),
        ("wanderschuhe", GERMAN, ("wanderschuh",)),
    ],
)
def test_what_titles_call_so_is_asked_of_titles(
    text: str, shop: Vocabulary, names: tuple[str, ...]
) -> None:
    found = read(text, shop)

    assert [each.names for each in found.modifiers] == [names]
    assert kind(found).wholes == names


@pytest.mark.parametrize(
    ("text", "shop"), [("sporttas", DUTCH), ("damesfiets", DUTCH), ("damenschuhe", GERMAN)]
)
def test_what_no_title_has_or_says_for_whom_is_asked_of_none(text: str, shop: Vocabulary) -> None:
    found = read(text, shop)

    assert found.modifiers == ()
    assert kind(found).wholes == ()


@pytest.mark.parametrize("text", ["damesfiets", "sportfiets"])
def test_the_letter_that_joins_is_no_part_of_the_thing(text: str) -> None:
    assert kind(read(text, DUTCH)).value == "fietsen"


def materials(text: str) -> list[tuple[str, ...]]:
    return [each.values for each in read(text, GERMAN).entities if each.kind == "material"]


def test_a_stem_is_no_material_and_a_code_no_noun() -> None:
    assert materials("led lampe") == []
    assert materials("schuhe leder") == [("Leder",)]
    assert materials("sägen edelstahl") == [("Edelstahl A2",)]
