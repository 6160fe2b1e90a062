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
