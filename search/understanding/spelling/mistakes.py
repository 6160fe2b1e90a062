"""Words that are known to nobody here, and so are probably mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from search.understanding.languages import has_very_word, is_named_in, is_small
from search.understanding.lexicon import CODES
from search.understanding.shop_words.compounds import parted
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.spelling.nearest import SHORTEST_CORRECTED, nearest, without_umlauts
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import Token
from search.understanding.words.wordlists import everyday


def mistakes(typed: Sequence[str], words: Vocabulary, languages: Sequence[str]) -> frozenset[str]:
    """The words that nobody here knows, but for those of a language that is not spoken here.

    Word lists hold much that is no word, so that one of them alone takes two words for its own. And
    a word that only shares its stem with one of another language ("sun glases", as of a German
    Glas) is of it only among words that may all be.
    """
    own = [
        code
        for code in languages
        if code == words.language
        or (is_written_in(typed, code) and not is_a_slip(typed[0], typed, words, code))
    ]
    unknown = {word for word in typed if not is_known(word, words, own)}
    for code in CODES if unknown else ():
        if code not in own and not is_small(code):
            listed = {word for word in unknown if everyday(word, code)}
            named = {word for word in unknown if is_told_by(word, typed, code)}
            named -= {word for word in named if is_a_slip(word, typed, words, code)}
            unknown -= named | (listed if len(listed) > 1 else set())
    return frozenset(unknown.union(word for word in typed if without_umlauts(word, words)))


def is_written_in(typed: Sequence[str], code: str) -> bool:
    """Whether one of the words is surely of the language."""
    return any(is_told_by(word, typed, code) for word in typed)


def is_told_by(word: str, typed: Sequence[str], code: str) -> bool:
    """Whether a language has the very word, or its stem where all words may be of it."""
    return has_very_word(word, code) or all(is_named_in(each, code) for each in {word, *typed})


def is_a_slip(word: str, typed: Sequence[str], words: Vocabulary, code: str) -> bool:
    """Whether it is all that was typed, is one letter off a word of the shop, and has but its stem
    from a language that is not spoken here: "springsel" of a "Springseil" (German), no "springen".
    """
    if len(typed) > 1 or has_very_word(word, code):
        return False
    found = nearest(word, words)
    return found is not None and OSA.distance(word, found) == 1


def is_known(word: str, words: Vocabulary, languages: Sequence[str]) -> bool:
    if len(word) < SHORTEST_CORRECTED or not word.isascii() or not word.isalpha():
        return True
    if word in words.known or base_form(word, words.language) in words.known:
        return True
    if any(is_of(word, code) for code in (words.language, *languages)):
        return True
    halves = words.titles.halves(word)
    joined = halves is not None and len(halves[0]) > 1
    return joined or next(parted(word, words, languages), None) is not None


def is_of(word: str, language: str) -> bool:
    return everyday(word, language) or is_named_in(word, language)


def is_gibberish(found: Iterable[Token], words: Vocabulary, languages: Sequence[str]) -> bool:
    """Whether nothing of it is a word, to the shop or the language: no meaning to encode."""
    said = [each.text for each in found if each.kind in ("word", "number")]
    return bool(said) and not any(
        word.isalpha() and (is_known(word, words, languages) or words.titles.halves(word))
        for word in said
    )
