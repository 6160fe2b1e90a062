"""Words beside a kind of thing that tell which of it, by the shop's own titles.

No dictionary has them all ("z bursztynem", Polish: with amber), but the shop's own titles do: where
some of the kind have the word, those are meant, and what nothing says is left to its meaning. So is
what describes a thing in any language ("beautiful", "small"): few of those that are it say so.
In English, where dictionaries know most nouns, only a whole department is narrowed so ("dinosaur
toys"): what stands in it is called toy by no title.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.folding import fold
from search.understanding.parse import Parse
from search.understanding.words.glossary import describes
from search.understanding.words.inflection import base_form

FEWEST_IN_DEPARTMENT = 2  # titles of one, by which a word tells a part of it from the rest
SHORTEST = 3  # letters and digits: "m8" is a part of sizes, too

Beside = tuple[int, tuple[str, ...]]  # a token, and the words of titles by which they say it


def words_beside(parse: Parse) -> Iterator[Beside]:
    """Of tokens that nothing else explains, where titles of the one kind asked for have them."""
    kinds = {
        value for _start, each in parse.entities if each.kind == "category" for value in each.values
    }
    english = parse.vocabulary.language == "en"
    if not kinds or (english and not kinds <= parse.vocabulary.stats.departments):
        return
    for i, token in enumerate(parse.tokens):
        if is_unexplained(parse, i):
            written = parse.english.get(i) or token.text
            names = titled_forms(parse, fold(written), kinds)
            if names and not describes(fold(written), parse.vocabulary.language):
                yield i, names


def is_unexplained(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return (
        parse.free(i)
        and i not in parse.explained
        and i not in parse.aside
        and i not in parse.switched_off
        and len(token.text) >= SHORTEST
        and any(letter.isalpha() for letter in token.text)
        and not parse.plays(i)
    )


def titled_forms(parse: Parse, word: str, kinds: set[str]) -> tuple[str, ...]:
    """The forms of `word` that titles have; () where no title of the kinds does."""
    known = parse.vocabulary
    places = known.evidence.places.get(base_form(word, known.language), {})
    inside = tuple(f"{kind}/" for kind in kinds)
    titles = sum(n for place, n in places.items() if f"{place}/".startswith(inside))
    if known.language == "en":
        return (word,) if titles >= FEWEST_IN_DEPARTMENT else ()
    if not titles:
        return ()
    forms = (word, *known.titles.forms_of(word))
    return tuple(dict.fromkeys(form for form in forms if form in known.stats.words))
