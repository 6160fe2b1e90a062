"""The words of a query that no product of the shop has and that nothing here explains."""

from __future__ import annotations

from collections.abc import Iterator

from search.understanding.names.purposes import is_purpose
from search.understanding.parse import Parse
from search.understanding.words.gifts import gifts
from search.understanding.words.glossary import describes
from search.understanding.words.grammar import is_grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

SHORTEST_WORD = 3  # letters


def unknown_words(parse: Parse) -> tuple[str, ...]:
    """Folded, each once, but for things and amounts that are said not to be sold.

    They count against a match, and the page can name them.
    """
    unsold = {word for thing in parse.unsold for word in words_of(thing)}
    amounts = {i for start, end in parse.unstated for i in range(start, end)}
    named = set(names_of_asked(parse))
    found = (
        parse.tokens[i].text
        for i in range(len(parse.tokens))
        if parse.unknown(i)
        and i not in parse.switched_off
        and i not in amounts
        and not all(is_explained(parse, word) for word in shops_words(parse, i))
        and parse.tokens[i].text not in named | gifts()
        and not is_purpose(parse, i)
        and not is_joined(parse, i)
    )
    return tuple(word for word in dict.fromkeys(found) if word not in unsold)


def names_of_asked(parse: Parse) -> Iterator[str]:
    """The words by which attributes are called that are asked for: "Skin type", of "dry skin"."""
    asked = (each for _start, each in parse.entities if each.kind == "attribute")
    for each in asked:
        yield from words_of(each.value.partition(":")[0])


def is_joined(parse: Parse, i: int) -> bool:
    """Whether it makes a word of the shop with the one beside it: "smart watch" is "smartwatch"."""
    known = parse.vocabulary
    pairs = (parse.tokens[at : at + 2] for at in (i - 1, i) if at >= 0)
    joined = ("".join(token.text for token in pair) for pair in pairs if len(pair) > 1)
    return any(base_form(word, known.language) in known.used for word in joined)


def shops_words(parse: Parse, i: int) -> list[str]:
    """Token `i`, or what a dictionary says it is, but for small words.

    What is cosy or good to boil with, may be said in other words than the dictionary's; so
    may what the shop's own language has for an adjective ("mesa bonita" in a Spanish shop).
    """
    english, known = parse.english.get(i), parse.dictionary
    if english is None or known is None:
        word = parse.tokens[i].text
        return [] if describes(word, parse.vocabulary.language) else [word]
    if english in known.descriptions:
        return []
    own = (parse.vocabulary.language,)
    return [word for word in words_of(english) if not is_grammar(word, own)]


def is_explained(parse: Parse, word: str) -> bool:
    known = parse.vocabulary
    if len(word) < SHORTEST_WORD or word in known.attribute_words:
        return True
    if base_form(word, known.language) in known.used or known.titles.halves(word):
        return True
    synonyms = (other for code in parse.languages for other in known.lending(code).same([word]))
    return any(
        all(base_form(part, known.language) in known.used for part in other.split())
        for other in synonyms
    )
