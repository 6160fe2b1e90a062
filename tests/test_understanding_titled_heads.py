"""A kind of thing that no dictionary has is what heads the titles that have the word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.query import Interpretation, Part, Query
from search.retrieval import search
from search.understanding import Vocabulary
from search.understanding.names.titled_heads import heads_title
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

SHOPS = {
    "en": {
        "Rye Crumpets 4 Pack": "Bakery",
        "Crumpets with raisins": "Bakery",
        "Crumpet Toaster": "Kitchen",
        "Zorbel Mitts": "Kitchen",
        "Zorbel Wraps": "Kitchen",
    },
    "fr": {
        "Granulés lapin 3 kg": "Rongeurs",
        "Granulés furet": "Rongeurs",
        "Distributeur de granulés": "Accessoires",
        "Roue à granulés": "Accessoires",
    },
    "ru": {"Садовые гномы большие": "Сад", "Гном с лейкой": "Сад", "Лейка синяя": "Сад"},
    "pl": {"Drewniany krasnal duży": "Ogród", "Krasnal z konewką": "Ogród", "Drewniana ławka": ""},
    "de": {
        "Mückengaze 2 m": "Haus",
        "Mückengaze schwarz": "Haus",
        "Band für Mückengaze": "Haus",
        "Gliedermaß klappbar": "Werkzeug",
        "Gliedermaß 2 m": "Werkzeug",
        "Gliedermaß 11 Gelenke": "Werkzeug",
        "Gliedermaß Holster": "Werkzeug",
        "Schutzbrille klar": "Werkzeug",
        "Schutzbrille getönt": "Werkzeug",
    },
}


def understood(language: str, text: str) -> Interpretation:
    cast.titled(SHOPS[language])
    words = Vocabulary(replace(vocabulary().stats, language=language))
    return understand(Query(parts=(Part(text=text),)), words)


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "crumpets", "crumpets"),
        ("en", "rye crumpets", "crumpets"),
        ("fr", "granulés", "granules"),
        ("fr", "granulés pour furet", "granules"),
        ("de", "Mückengaze", "muckengaze"),
        ("de", "Mückengaze schwarz", "muckengaze"),  # the colour stands behind, and is said
        ("de", "Gliedermaß klappbar", "gliedermass"),  # in small letters: no noun
        ("de", "Gliedermaß Holster", "holster"),
        ("de", "Gliedermaß 11 Gelenke", "gliedermass"),  # what is counted of it
        ("de", "Schutzbrille klar", "schutzbrille"),
        ("en", "crumpets red", "crumpets"),
        ("ru", "садовые гномы", "гномы"),
        ("ru", "красные гномы садовые", "гномы"),
        ("pl", "drewniany krasnal", "krasnal"),
        ("pl", "krasnal ogrodowy", "krasnal"),
    ],
)
def test_it_is_the_kind(language: str, text: str, noun: str) -> None:
    found = understood(language, text)

    assert [each.value for each in found.entities if each.kind == "category"] == [noun]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "zorbel"), ("en", "zorbel for crumpets"), ("fr", "furet"), ("en", "widgetron")],
)
def test_what_a_thing_is_of_or_for_is_none(language: str, text: str) -> None:
    assert [e for e in understood(language, text).entities if e.kind == "category"] == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("crumpets", {"Rye Crumpets 4 Pack", "Crumpets with raisins"}),
        ("rye crumpets", {"Rye Crumpets 4 Pack"}),
    ],
)
def test_nothing_else_is_counted(text: str, titles: set[str]) -> None:
    cast.titled(SHOPS["en"])
    found = search(Query(parts=(Part(text=text),)))

    assert {hit.product.title for hit in found.hits} == titles


@pytest.mark.parametrize(
    ("language", "name", "title", "heads"),
    [
        ("en", "crayon", "Wax Crayons 12 pieces", True),
        ("en", "crayon", "Crayon Box 12 pieces", False),
        ("en", "soup", "Soup", True),
        ("en", "lawn mower", "Electric Lawn Mower 1400 W", True),
        ("de", "tomatensamen", "Tomatensamen Ochsenherz", True),
        ("nl", "kruidenplug", "Kruidenplug Verde", True),
        ("de", "ochsenherz", "Samen Ochsenherz rot", False),
        ("ru", "шары", "Ёлочные шары стеклянные", True),
        ("ru", "брелок", "Брелок с кольцом", True),
        ("ru", "кольцом", "Брелок с кольцом малым", False),
        ("es", "pienso", "Pienso para gatos", True),
        ("es", "pienso", "Cuenco de pienso", False),
    ],
)
def test_titles_are_headed_as_their_language_does(
    language: str, name: str, title: str, heads: bool
) -> None:
    called = tuple(base_form(word, language) for word in words_of(name))
    assert heads_title([called], words_of(title), language) is heads


@pytest.mark.parametrize(
    ("text", "title"),
    [("cable 5 m", "Cable 5 m"), ("tape 8m", "Tape 8 m"), ("rope 20 m", "Rope 20 m")],
)
def test_a_query_that_is_a_title_counts_no_other_size(text: str, title: str) -> None:
    noun = title.split()[0]
    cast.titled(dict.fromkeys([title, f"{noun} 2 m", f"{noun} 3 m"], "Things"))
    found = search(Query(parts=(Part(text=text),)))

    assert [hit.product.title for hit in found.hits] == [title]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "crumpets or zorbel", ("crumpets", "zorbel")),
        ("fr", "granulés ou roue", ("granules", "roue")),
        ("de", "Mückengaze oder Band", ("muckengaze", "band")),
    ],
)
def test_either_of_two_is_counted(language: str, text: str, names: tuple[str, ...]) -> None:
    found = understood(language, text)

    [kind] = [each for each in found.entities if each.kind == "category"]
    assert {*names} <= {*kind.names}
