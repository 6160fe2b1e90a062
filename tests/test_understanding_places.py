"""What a thing stands in, on or over is not looked for, whichever word says where."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

WORDS = dict.fromkeys(("lamp", "table", "bed", "sofa", "rug", "mirror"), 9)
SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(Category(f"{name.title()}s", f"{name}s") for name in WORDS), words=WORDS
    )
)


@pytest.mark.parametrize(
    ("page", "text", "kind"),
    [
        ("en", "rug beneath the bed", "rugs"),
        ("en", "lamp between sofa and bed", "lamps"),
        ("de", "Lampe zwischen Bett und Sofa", "lamps"),
        ("de", "Teppich unterm Tisch", "rugs"),
        ("fr", "lampe à côté du lit", "lamps"),
        ("fr", "miroir entre deux lampes", "mirrors"),
        ("es", "alfombra debajo de la mesa", "rugs"),
        ("es", "espejo tras el sofá", "mirrors"),
        ("it", "luce sopra il tavolo", "lamps"),
        ("it", "luce per leggere a letto", "lamps"),
        ("en", "luce per leggere a letto", "lamps"),
        ("it", "specchio sotto le lampade", "mirrors"),
        ("pt", "tapete debaixo da cama", "rugs"),
        ("nl", "lamp tussen bank en bed", "lamps"),
        ("pl", "lustro między lampami", "mirrors"),
    ],
)
def test_the_place_is_no_second_thing(page: str, text: str, kind: str) -> None:
    with translation.override(page):
        found = interpret(text, SHOP).entities
    assert [each.value for each in found if each.kind == "category"] == [kind]


@pytest.mark.parametrize(
    ("page", "text", "colors"),
    [
        ("es", "lámpara de café", []),
        ("es", "lámpara café", ["brown"]),
        ("es", "lámpara color café", ["brown"]),
        ("it", "tavolo di rosa", []),
        ("it", "tavolo rosa", ["pink"]),
        ("pt", "mesa de vinho", []),
        ("fr", "table orange", ["orange"]),
    ],
)
def test_a_colour_behind_of_is_the_thing_of_that_name(
    page: str, text: str, colors: list[str]
) -> None:
    with translation.override(page):
        found = interpret(text, SHOP).entities
    assert [each.value for each in found if each.kind == "color"] == colors


@pytest.mark.parametrize(
    ("page", "text"),
    [("de", "Lampe für Sonntag"), ("nl", "lamp voor zondag"), ("es", "lámpara para el domingo")],
)
def test_a_day_of_the_week_is_one_word(page: str, text: str) -> None:
    with translation.override(page):
        assert "sunday" in interpret(text, SHOP).text.lower()
