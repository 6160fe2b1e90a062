"""Words of other languages with their English, as they are written down.

A dictionary is `lexicon/words/XX.txt`, lines of "cup: taza, tazón" under headings, and the colours,
people and things of the lexicon. The colours that photos are told by have words in every language
(`search.encoders.color_names`): a Portuguese "bordô" is burgundy before it is maple.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from babel.dates import get_day_names

from search.encoders import color_names
from search.understanding.lexicon import Lexicon, chinese_forms, lexicon, turkish_forms
from search.understanding.lexicon.entry import listed

WORDS = Path(__file__).parents[1] / "lexicon" / "words"
NO_WORD = "-"  # words that English has no use for, such as articles
# Languages whose words have more forms than are written down.
FORMS: dict[str, Callable[[str], list[str]]] = {
    "tr": turkish_forms.forms,
    "zh": chinese_forms.forms,
}

Entry = tuple[str, str]  # a word and its English


def exists(language: str) -> bool:
    return lexicon(language) is not None and (WORDS / f"{language}.txt").exists()


def entries(language: str) -> Iterator[Entry]:
    """All of a language; of a word that stands there twice the first is what is meant."""
    known = lexicon(language)
    yield from entries_of_colors(language)
    yield from entries_of(written(language), language)
    yield from entries_of_days(language)
    yield from entries_of_lexicon(known) if known else ()


def entries_under(heading: str, language: str) -> Iterator[Entry]:
    return entries_of(section(heading, language), language)


def things(language: str) -> Iterator[Entry]:
    """What is sold, and not what one does with it: of "look" a shop has none, of "watch" many."""
    known = lexicon(language)
    yield from entries_under("things", language)
    told = known.thing_words.items() if known else ()
    yield from ((word, english) for english, words in told for word in words)


@cache
def synonyms(language: str) -> tuple[tuple[str, ...], ...]:
    """Words for one thing or material, of a language whose lexicon names no things itself.

    A shop that writes "真皮" or "行李箱" is asked for "皮" and "拉杆箱" as well.
    """
    known = lexicon(language)
    if not exists(language) or (known and known.things):
        return ()
    found: dict[str, list[str]] = {}
    for heading in ("things", "materials and patterns"):
        for word, english in entries_under(heading, language):
            found.setdefault(f"{heading} {english}", []).append(word)
    return tuple(tuple(words) for words in found.values() if len(words) > 1)


@cache
def english_things() -> frozenset[str]:
    """The English words for things, in the singular or plural, that dictionaries give words for."""
    lines = (line for code in ("de", "ja") for line in section("things", code).splitlines())
    return frozenset(line.partition(":")[0] for line in lines)


def section(heading: str, language: str) -> str:
    return written(language).partition(f"# {heading}\n")[2].partition("\n#")[0]


@cache
def written(language: str) -> str:
    return (WORDS / f"{language}.txt").read_text(encoding="utf-8")


def entries_of(text: str, language: str) -> Iterator[Entry]:
    """Each word of the lines "cup: taza, tazón" with its English."""
    forms = FORMS.get(language)
    for line in text.splitlines():
        english, _colon, words = line.partition(":")  # several lines may have the same English
        said = "" if english == NO_WORD else english
        yield from (
            (form, said) for word in listed(words) for form in (forms(word) if forms else [word])
        )


def entries_of_colors(language: str) -> Iterator[Entry]:
    named = ((words, color) for color, code, words in color_names.listed() if code == language)
    return ((word, color) for words, color in named for word in words)


def entries_of_days(language: str) -> Iterator[Entry]:
    """Without them a "Sonntag" (German) would be a day of sun."""
    days, english = get_day_names(locale=language), get_day_names(locale="en")
    return ((days[at], english[at]) for at in english)


def entries_of_lexicon(known: Lexicon) -> Iterator[Entry]:
    told = [*known.color_words.items(), *known.thing_words.items()]
    told += [(name, listed(words)) for name, words in known.genders.items()]
    return ((word, english) for english, words in told for word in words)
