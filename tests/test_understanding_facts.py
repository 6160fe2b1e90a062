"""An adjective that says a fact is what an attribute says, and one of degree says little alone."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str, **attributes: tuple[str, ...]) -> Vocabulary:
    categories = (Category("Things", "things"),)
    return Vocabulary(CatalogueStats(categories, attributes=attributes, language=language))


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("en", "vegan", "vegan things"),
        ("en", "Waterproof", "waterproof"),
        ("en", "handmade", "things, handmade"),
        ("de", "wasserdicht", "etwas wasserdichtes"),
        ("de", "faltbar", "faltbare things"),
        ("nl", "waterdicht", "waterdicht"),
        ("fr", "pliable", "things pliable"),
    ],
)
def test_a_fact_is_a_value(language: str, value: str, text: str) -> None:
    found = interpret(text, shop(language, Kind=("other", value)))

    assert f"Kind:{value}" in [each.value for each in found.entities]


@pytest.mark.parametrize(
    ("language", "value", "text"), [("en", "long", "long things"), ("de", "neu", "neu things")]
)
def test_a_degree_is_none(language: str, value: str, text: str) -> None:
    found = interpret(text, shop(language, Kind=("other", value)))

    assert [each for each in found.entities if each.kind == "attribute"] == []


@pytest.mark.parametrize(
    ("language", "name", "value", "text"),
    [
        ("fr", "Type de peau", "sensible", "things pour peau sensible"),
        ("en", "Skin type", "oily", "things for oily skin"),
        ("de", "Hauttyp Gesicht", "trocken", "things Gesicht trocken"),
    ],
)
def test_the_name_of_what_is_asked_for_is_known(
    language: str, name: str, value: str, text: str
) -> None:
    found = interpret(text, shop(language, **{name: (value, "other")}))

    assert [each.value for each in found.entities if each.kind == "attribute"] == [
        f"{name}:{value}"
    ]
    assert found.unknown == ()
