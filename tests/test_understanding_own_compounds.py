"""Compounds of languages that join words: what titles call so, links between parts, stems."""

from __future__ import annotations

import pytest

from search.query import Entity, Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, parser
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
    parse = parser.read(text, shop)
    return with_wholes(parser.interpretation(parse, text), parse)


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


FURNITURE = Vocabulary(
    CatalogueStats(
        categories=(
            Category("Sofas", "sofas"),
            Category("Sessel", "sessel"),
            Category("Leuchten", "leuchten"),
            Category("Tischleuchten", "leuchten/tisch"),
            Category("Stehleuchten", "leuchten/steh"),
            Category("Couchtische", "couchtische"),
            Category("Vorhänge", "vorhaenge"),
        ),
        words={
            **dict.fromkeys(("sofa", "sessel", "samt", "leder", "rund", "couchtisch"), 9),
            **{"tischleuchte": 5, "stehleuchte": 4, "verdunkelungsvorhang": 3},
        },
        titled={
            "samt": {"sessel": 5, "sofas": 4},
            "leder": {"sofas": 5},
            "rund": {"couchtische": 5},
            "sessel": {"sessel": 9},
            "couchtisch": {"couchtische": 9},
            "sofa": {"sofas": 9},
        },
        products={"sofas": 9, "sessel": 9, "leuchten": 9, "couchtische": 9, "vorhaenge": 3},
        total=39,
        language="de",
    )
)


@pytest.mark.parametrize(
    ("text", "category", "names"),
    [
        ("samtsessel", "sessel", ("samt",)),
        ("ledersofa", "sofas", ("leder",)),
        ("ledersofas", "sofas", ("leder",)),
        ("runder couchtisch", "couchtische", ("rund",)),
        ("runde couchtische", "couchtische", ("rund",)),
    ],
)
def test_what_titles_say_apart_is_asked_of_them(
    text: str, category: str, names: tuple[str, ...]
) -> None:
    found = read(text, FURNITURE)

    assert kind(found).value == category
    assert [set(each.names) & set(names) for each in found.modifiers] == [set(names)]
    assert names[0] not in kind(found).wholes  # not whatever is of velvet


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("tischlampe", "leuchten/tisch"),
        ("stehlampen", "leuchten/steh"),
        ("floor lamp", "leuchten/steh"),
        ("lampe", "leuchten"),
    ],
)
def test_a_compound_may_have_another_word_for_its_end(text: str, category: str) -> None:
    assert kind(read(text, FURNITURE)).value == category


@pytest.mark.parametrize("text", ["blackout curtains", "double sofa", "comfortable armchair"])
def test_a_quality_of_another_language_is_no_unknown_word(text: str) -> None:
    assert read(text, FURNITURE).unknown == ()


def test_a_material_behind_a_thing_describes_it() -> None:
    assert kind(read("armchair velvet", FURNITURE)).value == "sessel"
