"""Typing mistakes: a word nobody knows becomes the nearest word of the shop, or stays as it is.

A wrong correction is worse than none, so: no numbers, no word under four letters, none that the
shop or the language knows, and short words only where a slip of the finger explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from catalog.folding import fold
from search.understanding.languages import has_very_word, is_named_in
from search.understanding.lexicon import CODES
from search.understanding.names.product_types import listed_things
from search.understanding.shop_words.compounds import parted
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words import dictionary
from search.understanding.words.grammar import grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import Token
from search.understanding.words.wordlists import everyday

SHORTEST_CORRECTED = 4
TWO_MISTAKES = 7  # letters from which two mistakes are allowed, towards one of the shop's names
SHORTEST_THING = 7  # letters of a thing that the shop does not name, and that a mistake may mean
SHORTEST_SMALL = 5  # letters; of longer small words any one may be mistaken
OFTEN = 2  # titles that a word is in before others are corrected to it
TURNING = frozenset({"not", "under", "over", "between", "only"})  # parts of words that turn others
SPELT_OUT = re.compile(r"([aou])e")  # umlauts as they are written without their dots
SHORTEST_SPELT_OUT = 6  # letters; "shoes" may be anything
SOUNDING_ALIKE = ("aeiouy", "sz", "ckq", "vwf", "ij", "dt")  # one is written for another


def corrected(
    text: str, found: Iterable[Token], words: Vocabulary, languages: Sequence[str]
) -> str:
    """`text` with its mistakes corrected; the very same text where there are none.

    A last word that is only the beginning of a name of the shop is a mistake too: "blue teap".
    """
    typed = [token for token in found if token.kind == "word"]
    mistaken = mistakes([token.text for token in typed], words, languages)
    foreign = foreign_to(words, [token.text for token in typed], mistaken, languages)
    page = [code for code in languages[:1] if code != words.language]
    left = len(text)  # characters that are still as they were typed
    for before, token in reversed([*zip([None, *typed], typed, strict=False)]):
        if token.end > left:
            continue  # joined to the word behind it
        better = joined(before, token, words, token.text in mistaken) if before else None
        start = before.start if before and better else token.start
        if better is None and token.text in mistaken:
            better = thing_in(token.text, [*page, *foreign]) or (
                meant_by(token.text, words, bool(foreign)) or small_word(token.text, languages)
            )
        if better is None and token is typed[-1] and is_begun(token.text, words, languages, typed):
            better = next(
                (name for name in beginning(token.text, words) if words.meanings([name])), ""
            )
        if better:
            text, left = text[:start] + better + text[token.end :], start
    return text


def mistakes(typed: Sequence[str], words: Vocabulary, languages: Sequence[str]) -> frozenset[str]:
    """The words that nobody here knows, but for those of a language that is not spoken here.

    Word lists hold much that is no word, so that one of them alone takes two words for its own. And
    a word that only shares its stem with one of another language ("sun glases", as of a German
    Glas) is of it only among words that may all be.
    """
    own = [code for code in languages if code == words.language or is_written_in(typed, code)]
    unknown = {word for word in typed if not is_known(word, words, own)}
    for code in CODES if unknown else ():
        if code not in own:
            listed = {word for word in unknown if everyday(word, code)}
            named = {word for word in unknown if is_told_by(word, typed, code)}
            unknown -= named | (listed if len(listed) > 1 else set())
    return frozenset(unknown.union(word for word in typed if without_umlauts(word, words)))


def is_written_in(typed: Sequence[str], code: str) -> bool:
    """Whether one of the words is surely of the language."""
    return any(is_told_by(word, typed, code) for word in typed)


def is_told_by(word: str, typed: Sequence[str], code: str) -> bool:
    """Whether a language has the very word, or its stem where all words may be of it."""
    return has_very_word(word, code) or all(is_named_in(each, code) for each in {word, *typed})


def joined(before: Token, token: Token, words: Vocabulary, mistaken: bool) -> str | None:
    """One word typed as two: "back pakc" is "backpack", a name of the shop one mistake away.

    So is a thing that shops sell and this one does not: "sun glasses" are not its glasses.
    """
    typed = f"{before.text}{token.text}"
    if token.start != before.end + 1 or words.stand_together((before.text, token.text)):
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


def thing_in(word: str, languages: Sequence[str]) -> str | None:
    """The thing of one of these languages that was probably meant."""
    near = ((code, nearest_thing(word, thing_words(code))) for code in languages)
    return next((thing_words(code)[thing] for code, thing in near if thing), None)


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


@cache
def thing_words(language: str) -> dict[str, str]:
    """The single words for things of a dictionary, folded -> as they are written."""
    if not dictionary.exists(language):
        return {}
    written = (word for word, _english in dictionary.things(language))
    return {fold(word): word for word in written if " " not in word}


def nearest_thing(typed: str, things: Iterable[str]) -> str | None:
    if len(typed) < SHORTEST_THING:
        return None
    alike = (each for each in things if each[0] == typed[0])
    near = (each for each in alike if OSA.distance(typed, each, score_cutoff=1) == 1)
    return min(near, default=None)


def small_word(word: str, languages: Sequence[str]) -> str | None:
    """ "Withot" is "without": what a small word says turns a query round.

    Another letter makes another word of a short one: "encre" (French, ink) is no "entre".
    """
    near = extract(
        word, small_words(tuple(languages)), scorer=OSA.distance, processor=None, score_cutoff=1
    )
    meant = (found for found, _distance, _place in near)
    return next((each for each in meant if len(each) > SHORTEST_SMALL or is_slip(word, each)), None)


@cache
def small_words(languages: tuple[str, ...]) -> tuple[str, ...]:
    parts = grammar(languages).parts.items()
    return tuple(
        words[0]
        for words, played in parts
        if len(words) == 1 and len(words[0]) > SHORTEST_CORRECTED and not played.isdisjoint(TURNING)
    )


def is_begun(
    word: str, words: Vocabulary, languages: Sequence[str], typed: Sequence[Token]
) -> bool:
    """A word of no language; alone, also one that no product has ("sneak", but not "boot")."""
    if (
        len(word) < SHORTEST_CORRECTED
        or not word.isalpha()
        or word in grammar(tuple(languages)).words
    ):
        return False
    base = base_form(word, words.language)
    alone = len(typed) == 1 and word not in words.known and base not in words.used
    return alone or not is_known(word, words, languages)


def is_known(word: str, words: Vocabulary, languages: Sequence[str]) -> bool:
    if len(word) < SHORTEST_CORRECTED or not word.isascii() or not word.isalpha():
        return True
    if word in words.known or base_form(word, words.language) in words.known:
        return True
    if any(is_of(word, code) for code in (words.language, *languages)):
        return True
    halves = words.halves(word)
    joined = halves is not None and len(halves[0]) > 1
    return joined or next(parted(word, words, languages), None) is not None


def is_of(word: str, language: str) -> bool:
    return everyday(word, language) or is_named_in(word, language)


def is_gibberish(found: Iterable[Token], words: Vocabulary, languages: Sequence[str]) -> bool:
    """Whether nothing of it is a word, to the shop or the language: no meaning to encode."""
    said = [each.text for each in found if each.kind in ("word", "number")]
    return bool(said) and not any(
        word.isalpha() and (is_known(word, words, languages) or words.halves(word)) for word in said
    )


def nearest(word: str, words: Vocabulary) -> str | None:
    """The word of the shop that was probably meant."""
    swapped = word[1] + word[0] + word[2:]
    for sure in (swapped, without_umlauts(word, words)):
        if sure in words.known:
            return sure
    limit = 2 if len(word) >= TWO_MISTAKES else 1
    near = extract(
        word,
        words.spellings.get(word[0], ()),
        scorer=OSA.distance,
        processor=None,
        score_cutoff=limit,
        limit=20,
    )
    plausible = [
        (distance, not is_doubled(word, found), -words.known[found], found)
        for found, distance, _ in near
        if is_plausible(word, found, int(distance), words)
    ]
    return min(plausible)[-1] if plausible else None


def without_umlauts(word: str, words: Vocabulary) -> str:
    """A name of the shop whose umlauts are spelt out: "kettenoel" is "Kettenöl"; "" if none is."""
    bare = SPELT_OUT.sub(r"\1", word)
    is_it = bare != word and len(bare) >= SHORTEST_SPELT_OUT
    return bare if is_it and bare in words.known and word not in words.known else ""


def is_plausible(typed: str, found: str, distance: int, words: Vocabulary) -> bool:
    if distance > 1:
        return words.known[found] >= words.heaviest
    if words.known[found] < OFTEN and not (len(typed) >= TWO_MISTAKES and is_slip(typed, found)):
        return False  # of a long word one letter tells enough: "carcasonne"
    return len(typed) > SHORTEST_CORRECTED or is_slip(typed, found)


def is_slip(typed: str, found: str) -> bool:
    """A letter left out, doubled, or swapped with its neighbour; or another that sounds alike."""
    if len(found) > len(typed) or sorted(found) == sorted(typed):
        return True
    if len(found) < len(typed):
        return is_doubled(typed, found)
    changed = [(a, b) for a, b in zip(typed, found, strict=True) if a != b]
    return all(any(a in alike and b in alike for alike in SOUNDING_ALIKE) for a, b in changed)


def is_doubled(typed: str, found: str) -> bool:
    """Whether they differ by a letter that stands once or twice: "poter" is Potter, not Peter."""
    return re.sub(r"(.)\1", r"\1", typed) == re.sub(r"(.)\1", r"\1", found)


def completed(begun: list[str], words: Vocabulary, language: str) -> list[str]:
    """Words that are being typed, with mistakes mended; the last one is only a beginning."""
    spoken = (language, words.language)
    mistaken = mistakes(begun[:-1], words, spoken)
    whole = [(nearest(word, words) or word) if word in mistaken else word for word in begun[:-1]]
    return [*whole, nearest_beginning(begun[-1], words)]


def ending(start: str, words: Vocabulary) -> str:
    """The name of the shop that `start` is most likely the beginning of; "" where it is none."""
    return next(iter(beginning(start, words)), "")


def beginning(start: str, words: Vocabulary) -> list[str]:
    """The words of the shop's names that begin like this, shortest first."""
    begun = (word for word in words.spellings.get(start[0], ()) if word.startswith(start))
    names = (word for word in begun if words.known[word] >= words.heaviest and word != start)
    return sorted(names, key=lambda word: (len(word), word))


def nearest_beginning(start: str, words: Vocabulary) -> str:
    """The word whose beginning is one mistake away, the shop's heaviest; else `start` itself."""
    if len(start) < SHORTEST_CORRECTED or not start.isalpha() or start in words.known:
        return start
    swapped = start[1] + start[0] + start[2:]
    choices = words.spellings.get(start[0], [])
    if any(word.startswith(start) for word in choices):
        return start
    near = {word for word in words.spellings.get(start[1], ()) if word.startswith(swapped)}
    for end in (len(start), len(start) + 1):  # one more where a letter was left out
        begun = [word[:end] for word in choices]
        found = extract(start, begun, scorer=OSA.distance, score_cutoff=1, limit=None)
        near.update(choices[place] for _word, _distance, place in found)
    return min(near, key=lambda word: (-words.known[word], len(word), word), default=start)
