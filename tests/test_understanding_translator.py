"""A shop in any of the languages is asked in any other: words go through their English."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.words.tokens import words_of
from search.understanding.words.translator import translator

CATEGORIES = {
    "fr": ("Chaises", "Tables basses", "Bureaux", "Vélos"),
    "nl": ("Stoelen", "Salontafels", "Bureaus", "Fietsen"),
    "es": ("Sillas", "Mesas de centro", "Escritorios", "Bicicletas"),
    "pl": ("Krzesła", "Stoliki kawowe", "Biurka", "Rowery"),
}
COLORS = {"fr": "Rouge", "nl": "rood", "es": "Rojo", "pl": "czerwony"}
CHAIR, DESK, BICYCLE = 0, 2, 3


def shop(language: str) -> Vocabulary:
    named = CATEGORIES[language]
    return Vocabulary(
        CatalogueStats(
            categories=tuple(Category(name, str(n)) for n, name in enumerate(named)),
            colors={COLORS[language]: 5},
            words={word: 3 for name in named for word in words_of(name)},
            language=language,
        )
    )


def asked(text: str, of: str, page: str = "en") -> Interpretation:
    with translation.override(page):
        return interpret(text, shop(of))


@pytest.mark.parametrize("of", CATEGORIES)
@pytest.mark.parametrize(
    ("text", "page", "kind"),
    [
        ("chair", "en", CHAIR),
        ("red chairs", "en", CHAIR),
        ("Stuhl", "de", CHAIR),
        ("roter Stuhl", "de", CHAIR),
        ("desk", "en", DESK),
        ("bike", "en", BICYCLE),
        ("Fahrrad", "de", BICYCLE),
        ("красный стул", "en", CHAIR),
        ("سكرتير مكتب", "en", DESK),
    ],
)
def test_what_is_asked_for_is_what_the_shop_calls_so(
    of: str, text: str, page: str, kind: int
) -> None:
    found = {(each.kind, each.value) for each in asked(text, of, page).entities}
    assert ("category", str(kind)) in found
    is_red = text.startswith(("red", "roter", "красный"))
    assert (("color", COLORS[of]) in found) == is_red


@pytest.mark.parametrize("of", CATEGORIES)
def test_a_shop_is_asked_in_its_own_words_as_before(of: str) -> None:
    for n, name in enumerate(CATEGORIES[of]):
        found = asked(name, of)
        assert [each.value for each in found.entities] == [str(n)]
        assert not found.translations


@pytest.mark.parametrize("of", CATEGORIES)
def test_what_no_dictionary_has_stays_and_is_not_said_not_to_be_sold(of: str) -> None:
    found = asked("zorbel red", of)
    assert found.unknown == ("zorbel",)
    assert not found.unsold


@pytest.mark.parametrize(
    ("source", "target", "text", "said"),
    [
        ("en", "fr", "car seat", "siège auto"),
        ("de", "fr", "Teekanne", "théière"),
        ("de", "nl", "Stuhl", "stoel"),
        ("nl", "es", "zaklamp", "linterna"),
        ("en", "it", "red chair", None),
        ("en", "it", "zorbel", None),
    ],
)
def test_phrases_are_those_that_are_written_down(
    source: str, target: str, text: str, said: str | None
) -> None:
    known = translator(source, target)
    assert known
    assert known.look_up(words_of(text)) == said


def test_into_english_it_is_the_dictionary_itself() -> None:
    assert translator("en", "en") is None
    known = translator("de", "en")
    assert known
    assert known.look_up(["teekanne"]) == "teapot"
