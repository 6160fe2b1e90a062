"""The text that is left for the words and the encoder when conditions have been taken out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from catalog.folding import visible
from search.query import Entity
from search.understanding.parse import Name, Parse
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Meaning
from search.understanding.words.tokens import words_of
from search.understanding.words.wordlists import everyday

APOSTROPHES = ("'", "’", "")


def remaining_text(parse: Parse) -> str:
    """The words that were not turned into conditions, with no "in" or "and" left dangling.

    A name in another language than the shop's is given in the shop's words, and what a dictionary
    knows in English: neither titles nor an encoder in English know the other as well.
    """
    return joined(parse, [written(parse, i) for i in range(len(parse.tokens))])


def remaining_as_typed(parse: Parse) -> str:
    """The same in the shopper's own language; "" where that is the shop's."""
    if not parse.english:
        return ""
    return joined(parse, [without_quotes(visible(token.typed)) for token in parse.tokens])


def told_by(parse: Parse, entities: Iterable[Entity]) -> tuple[str, ...]:
    """The folded words of the remaining text that stand for what these have been read from.

    And those around what somebody needs: "something to put flowers in" is a vase, and no more.
    """
    around = (i for i in parse.around_need if i not in parse.dropped)
    said = [word for each in entities for word in written_for(parse, each)]
    return (*said, *(word for i in around for word in words_of(written(parse, i))))


def written_for(parse: Parse, entity: Entity) -> Iterator[str]:
    """Of a kind its names alone: a "Couchtisch" (German) is no table like any other."""
    start, end = entity.span
    within = [i for i, each in enumerate(parse.tokens) if start <= each.start and each.end <= end]
    if entity.kind == "category":
        within = list(dict.fromkeys([*map(parse.phrase_start, within[:1]), *within]))
    words = [word for i in within for word in words_of(written(parse, i))]
    if entity.kind != "category":
        yield from words
        return
    language = parse.vocabulary.language
    named = {base_form(word, language) for name in entity.names for word in words_of(name)}
    yield from (word for word in words if base_form(word, language) in named)


def joined(parse: Parse, words: Sequence[str]) -> str:
    """The text with each token written so, less those that are dropped."""
    unchanged = all(word == each.typed for word, each in zip(words, parse.tokens, strict=True))
    if unchanged and not parse.dropped:
        return parse.text.strip()  # with all that is no token, such as 👟
    pieces: list[str] = []
    last = -1
    for i in kept_tokens(parse):
        close = i == last + 1 and i > 0
        gap = parse.text[parse.tokens[i - 1].end : parse.tokens[i].start] if close else " "
        pieces += [gap_of(parse, i, gap), words[i]] if words[i] else []
        last = i
    return " ".join("".join([*pieces, " ", not_understood(parse)]).split())


def gap_of(parse: Parse, i: int, gap: str) -> str:
    """What stands before a token; the apostrophe of "l'eau" parts words that are translated."""
    translated = i in parse.english or i - 1 in parse.english
    return " " if translated and gap in APOSTROPHES else gap


def not_understood(parse: Parse) -> str:
    """What stands behind the last token that was looked at, if it is more than a mark."""
    rest = parse.text[parse.tokens[-1].end :] if parse.tokens else ""
    return rest if re.search(r"\w", rest) else ""


def kept_tokens(parse: Parse) -> list[int]:
    kept = [i for i in range(len(parse.tokens)) if i not in parse.dropped]
    while parse.dropped and kept and dangles(parse, kept[-1]):
        kept.pop()
    while parse.dropped and kept and dangles(parse, kept[0]):
        kept.pop(0)
    return kept


def dangles(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return i not in parse.owner and (token.kind == "sign" or "small" in parse.plays(i))


def written(parse: Parse, i: int) -> str:
    """Token `i` as it stays in the text: in the shop's words, where it names something of it.

    "Sneaker", "sneakers" and "snea kers" are one query to the words and the encoder.
    """
    token, name = parse.tokens[i], parse.owner.get(i)
    if token.kind == "phrase":
        return without_quotes(token.typed)
    if name and name.meanings:
        if is_told_before(parse, name):
            return ""
        instead = shops_words(parse, name)
        if instead and not says_more(parse, name, instead):
            return instead if i == name.start else ""
        if name.meanings[0].own:  # "red" is no German word where the shop has red things
            return visible(token.typed)
    return parse.english.get(i, visible(token.typed))


def is_told_before(parse: Parse, name: Name) -> bool:
    """Whether a phrase of the dictionary that begins before the name says it in English already:
    "çay fincanı" (Turkish) is a tea cup, and no "tea cup mug"."""
    start = parse.phrase_start(name.start)
    return start != name.start and start not in parse.owner and start not in parse.dropped


def says_more(parse: Parse, name: Name, than: str) -> bool:
    """Whether a dictionary's words for a name say more than the shop's: "bedside lamp"."""
    english = [parse.english.get(i) for i in range(name.start, name.end)]
    words = words_of(" ".join(each or "" for each in english))
    return None not in english and len(words) > len(words_of(than))


def shops_words(parse: Parse, name: Name) -> str:
    """What the shop calls it; "" where the typed words will do."""
    meaning = name.meanings[0]
    if is_foreign(parse, name):
        parts = [each for each in parse.names if (each.start, each.end) == (name.start, name.end)]
        return " ".join(called(parse, each.meanings[0]) for each in parts)
    if meaning.own and meaning.kind == "category" and is_same_name(parse, name, meaning.name):
        parted = len(words_of(meaning.name)) != name.end - name.start
        return parse.vocabulary.titles.as_in_titles(meaning.name) or (meaning.name.lower() * parted)
    return ""


def called(parse: Parse, meaning: Meaning) -> str:
    """The shop's word for it, as its titles have it."""
    if meaning.kind == "category":
        return parse.vocabulary.titles.as_in_titles(meaning.name) or meaning.name.lower()
    return meaning.label.lower()


def is_same_name(parse: Parse, name: Name, of: str) -> bool:
    """But for singular and plural, and for what is joined and parted."""
    typed = parse.vocabulary.key(words_of(parse.words(name.start, name.end)))
    return "".join(typed) == "".join(parse.vocabulary.key(words_of(of)))


def is_foreign(parse: Parse, name: Name) -> bool:
    """Whether the words that were lent this meaning are of no use to the shop's own language."""
    words, known = words_of(parse.words(name.start, name.end)), parse.vocabulary
    meaning = name.meanings[0]
    if meaning.own or name.kind == "attribute" or not meaning.values:
        return False
    own_language = meaning.language == known.language
    return not any(
        known.key([word])[0] in known.used or (own_language and everyday(word, known.language))
        for word in words
    )


def without_quotes(typed: str) -> str:
    return typed.strip('"“”„«»「」『』').strip()
