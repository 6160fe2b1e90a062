"""How strong a drink is, in degrees or in per cent by volume."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def values(text: str, language: str, name: str, *stated: str) -> set[str]:
    stats = CatalogueStats(
        categories=(Category("Vino", "vino"), Category("Beer", "beer"), Category("Wein", "wein")),
        attributes={name: stated},
        words=dict.fromkeys(("vino", "beer", "wein"), 9),
        language=language,
    )
    found = interpret(text, Vocabulary(stats)).entities
    return {value for each in found if each.kind == "attribute" for value in each.values}


@pytest.mark.parametrize(
    ("text", "language", "name", "stated", "expected"),
    [
        ("vino 14 gradi", "it", "Gradazione", ("14% vol", "12,5% vol"), {"14% vol"}),
        ("vino 12,5% vol", "it", "Gradazione", ("14% vol", "12,5% vol"), {"12,5% vol"}),
        ("beer 5% abv", "en", "Strength", ("5 % ABV", "8% ABV"), {"5 % ABV"}),
        ("beer under 6% abv", "en", "Strength", ("5 % ABV", "8% ABV"), {"5 % ABV"}),
        ("wein 13 % vol", "de", "Alkoholgehalt", ("13 % Vol.", "11 % Vol."), {"13 % Vol."}),
        ("wein über 12 % vol", "de", "Alkoholgehalt", ("13 % Vol.", "11 % Vol."), {"13 % Vol."}),
    ],
)
def test_degrees_are_per_cent_by_volume(
    text: str, language: str, name: str, stated: tuple[str, ...], expected: set[str]
) -> None:
    assert values(text, language, name, *stated) == {f"{name}:{each}" for each in expected}


def test_a_share_is_no_measure() -> None:
    assert values("vino 80 cotone", "it", "Composizione", "80% cotone", "20% lino") == set()
