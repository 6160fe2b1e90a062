"""What everybody knows for a thing is the kind, though one title alone of a shop says it."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Vocabulary, interpret

WORDS = {
    "it": "maglione camicia crema mani viso sciarpa foulard borsa stivaletti nero",
    "nl": "koptelefoon toetsenbord muis espressomachine kabel",
    "de": "stichsäge gießkanne spaten schubkarre bohrer",
    "en": "hammer kettle widgetron torch",
    "pl": "kredki plastelina lalka",
}
COLORS = {"it": "beige", "de": "grün", "en": "blue", "nl": "zwart", "pl": "czarny"}


def found_in(language: str, text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    words = dict.fromkeys(WORDS[language].replace("ä", "a").replace("ß", "ss").split(), 1)
    stats = CatalogueStats(
        colors={COLORS[language]: 3}, words=words, language=language, total=len(words)
    )
    found = interpret(text, Vocabulary(stats)).entities
    return [(each.kind, each.words, each.names) for each in found]


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("it", "maglione caldo", "maglione"),
        ("it", "camicie leggere", "camicie"),
        ("nl", "koptelefoon voor sport", "koptelefoon"),
        ("de", "grüne Gießkanne", "Gießkanne"),
        ("en", "small kettle", "kettle"),
        ("pl", "lalka", "lalka"),
    ],
)
def test_it_needs_no_other_title(language: str, text: str, noun: str) -> None:
    kinds = [words for kind, words, _names in found_in(language, text) if kind == "category"]

    assert kinds == [noun]


@pytest.mark.parametrize(("language", "text"), [("en", "small widgetron"), ("nl", "blauwe zorbel")])
def test_a_word_that_nobody_knows_for_one_needs_more(language: str, text: str) -> None:
    assert "category" not in {kind for kind, _words, _names in found_in(language, text)}


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("it", "sciarpa o foulard", {"sciarpa", "foulard"}),
        ("nl", "muis of toetsenbord", {"muis", "toetsenbord"}),
        ("nl", "kabel, muis of een espressomachine", {"kabel", "muis", "espressomachine"}),
        ("de", "Spaten oder Schubkarre", {"spaten", "schubkarre"}),
        ("pl", "kredki lub plastelina", {"kredki", "plastelina"}),
        ("en", "kettle or widgetron", {"kettle", "widgetron"}),
    ],
)
def test_an_or_beside_it_leaves_the_choice(language: str, text: str, names: set[str]) -> None:
    found = found_in(language, text)

    assert {(kind, words) for kind, words, _names in found} == {("category", text)}
    assert names <= {name for _kind, _words, named in found for name in named}


@pytest.mark.parametrize("text", ["kettle or zorbel", "kettle, torch", "hammer and kettle"])
def test_nothing_else_is_chosen_from(text: str) -> None:
    assert len(found_in("en", text)) <= 1


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [("it", "crema mani", "crema"), ("it", "crema", "crema"), ("de", "Säge", "Säge")],
)
def test_what_titles_sell_is_no_colour_of_another_reading(
    language: str, text: str, noun: str
) -> None:
    [(kind, words, names)] = found_in(language, text)

    assert (kind, words) == ("category", noun)
    assert COLORS[language] not in names


@pytest.mark.parametrize(("language", "text"), [("it", "borsa crema"), ("it", "camicia crema")])
def test_behind_a_thing_it_is_the_colour(language: str, text: str) -> None:
    assert {kind for kind, _words, _names in found_in(language, text)} == {"category", "color"}


def test_another_word_for_it_is_in_the_form_that_titles_have() -> None:
    [(_kind, _words, names)] = found_in("it", "stivali")

    assert "stivaletti" in names


@pytest.mark.parametrize(
    ("text", "noun"), [("maglione stivali", "maglione"), ("stivali borsa", "borsa")]
)
def test_a_word_that_titles_have_goes_before_one_that_they_say_otherwise(
    text: str, noun: str
) -> None:
    assert [words for _kind, words, _names in found_in("it", text)] == [noun]
