"""Typing mistakes: a word nobody knows becomes the nearest word of the shop, or stays as it is.

A wrong correction is worse than none, so: no numbers, no word under four letters, none that the
shop or the language knows, and short words only where a slip of the finger explains it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from search.understanding.languages import has_very_word
from search.understanding.names.product_types import listed_things
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.spelling.beginnings import beginning, is_begun
from search.understanding.spelling.british import other_spelling
from search.understanding.spelling.mistakes import is_written_in, mistakes
from search.understanding.spelling.nearest import nearest
from search.understanding.spelling.other_words import nearest_thing, small_word, thing_in
from search.understanding.words.tokens import Token


def corrected(
    text: str, found: Iterable[Token], words: Vocabulary, languages: Sequence[str]
) -> str:
    """`text` with its mistakes corrected; the very same text where there are none.

    A last word that is only the beginning of a name of the shop is a mistake too: "blue teap".
    """
    typed = [token for token in found if token.kind == "word"]
    mistaken = mistakes([token.text for token in typed], words, languages)
    foreign = foreign_to(words, [token.text for token in typed], mistaken, languages)
    left = len(text)  # characters that are still as they were typed
    for before, token in reversed([*zip([None, *typed], typed, strict=False)]):
        if token.end > left:
            continue  # joined to the word behind it
        word = token.text
        better = joined(before, token, words, word in mistaken) if before else None
        start = before.start if before and better else token.start
        if not better and words.language == "en" == languages[0]:
            better = other_spelling(word, words)
        if not better and word in mistaken:
            better = replacement(word, words, languages, foreign)
        if not better and token is typed[-1] and is_begun(word, words, languages, typed):
            better = first_with_meaning(beginning(word, words), words)
        if better:
            text, left = text[:start] + better + text[token.end :], start
    return text


def replacement(
    word: str, words: Vocabulary, languages: Sequence[str], foreign: Sequence[str]
) -> str | None:
    """What was probably meant by a mistake; `foreign`: the languages of the words beside it."""
    page = [code for code in languages[:1] if code != words.language]
    return (
        thing_in(word, [*page, *foreign])
        or meant_by(word, words, bool(foreign))
        or small_word(word, languages)
    )


def first_with_meaning(names: Iterable[str], words: Vocabulary) -> str | None:
    return next((name for name in names if words.meanings([name])), None)


def joined(before: Token, token: Token, words: Vocabulary, mistaken: bool) -> str | None:
    """One word typed as two: "back pakc" is "backpack", a name of the shop one mistake away.

    So is a thing that shops sell and this one does not: "sun glasses" are not its glasses.
    """
    typed = f"{before.text}{token.text}"
    if token.start != before.end + 1 or words.titles.stand_together((before.text, token.text)):
        return None
    things = listed_things(words.language)
    if typed in things and typed not in words.known and not words.meanings([typed]):
        return typed
    if not mistaken:
        return None
    found = nearest(typed, words)
    if found and words.known[found] >= words.heaviest and OSA.distance(typed, found) == 1:
        return found
    return nearest_thing(typed, things)


def meant_by(word: str, words: Vocabulary, foreign: bool = False) -> str | None:
    """The nearest word of the shop, or a thing that it does not sell, if that is nearer.

    `foreign`: beside words of another language it is what the shop sells, or a brand of it, and no
    other word: "dökme" (Turkish) is no dome.
    """
    found = nearest(word, words)
    if found and foreign:
        return found if names_sold(words, found) else None
    if found and OSA.distance(word, found) == 1:
        return found
    return nearest_thing(word, listed_things(words.language)) or found


def names_sold(words: Vocabulary, word: str) -> bool:
    return any(each.kind in ("category", "brand") for each in words.meanings([word]))


def foreign_to(
    words: Vocabulary, typed: Sequence[str], mistaken: Iterable[str], languages: Sequence[str]
) -> list[str]:
    """The languages beside the shop's that the other words are surely of, none being the shop's."""
    others = [word for word in typed if word not in mistaken]
    if not others or any(has_very_word(word, words.language) for word in others):
        return []
    beside = (code for code in languages if code != words.language)
    return [code for code in beside if is_written_in(others, code)]
