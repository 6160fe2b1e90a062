"""Words beside a kind of thing that tell which of it, by the shop's own titles.

No dictionary has them all ("z bursztynem", Polish: with amber), but the shop's own titles do: where
some of the kind have the word, those are meant, and what nothing says is left to its meaning. So is
what describes a thing in any language ("beautiful", "small"): few of those that are it say so.
In English, where dictionaries know most nouns, only a whole department is narrowed so ("dinosaur
toys"): what stands in it is called toy by no title. But where a good part of a kind's titles have
a word, the shop tells its products apart by it, and the others are not so: a "long dress" is none
that is called short, and of three kinds of screws "stainless" are those that say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.bigrams import IN_UNSPACED
from search.understanding.names.small_words import is_grammatical
from search.understanding.parse import Parse
from search.understanding.shop_words.catalogue_stats import products_in
from search.understanding.shop_words.phrases import joining
from search.understanding.words.glossary import describes
from search.understanding.words.inflection import base_form, irregular_forms
from search.understanding.words.tokens import words_of
from search.understanding.words.units import UNIT

FEWEST_IN_DEPARTMENT = 2  # titles of one, by which a word tells a part of it from the rest
TELLING, FEWEST_TOLD = 1 / 8, 3  # share of a kind's titles, and how many, that tell it apart
TOLD_OF_FEW = 1 / 4  # the share from which even one title does, by a word that is no mere praise
COVERED = 0.8  # of the products of a category of two things; titles that say which
SHORTEST = 3  # letters and digits: "m8" is a part of sizes, too
SHORTEST_OF_SIGNS = 2  # "椿油" (Japanese) is camellia oil

Beside = tuple[int, tuple[str, ...]]  # a token, and the words of titles by which they say it


def words_beside(parse: Parse) -> Iterator[Beside]:
    """Of tokens that nothing else explains, where titles of the one kind asked for have them."""
    kinds = {
        value for _start, each in parse.entities if each.kind == "category" for value in each.values
    }
    language = parse.vocabulary.language
    for i, token in enumerate(parse.tokens if kinds else ()):
        if not is_unexplained(parse, i):
            continue
        said = words_of(parse.english.get(i) or token.text)
        if len(said) > 1 and language != "en":
            yield from as_a_whole(i, " ".join(said), parse, kinds)
            continue
        if len(said) > 1 and not describes_in_words(parse, i):
            continue
        # "Zwijany" (Polish) is "roll-top", of which titles have each word, or it tells nothing.
        told = [told_apart(i, word, parse, kinds) for word in said]
        yield from ((i, names) for names in told if all(told))


def describes_in_words(parse: Parse, i: int) -> bool:
    """Whether a dictionary has token `i` for a quality: "roll-top", and no "table top"."""
    known = parse.dictionary
    return known is not None and parse.english.get(i) in known.descriptions


def told_apart(i: int, word: str, parse: Parse, kinds: set[str]) -> tuple[str, ...]:
    """The forms of `word`, which token `i` says, if titles of the kinds tell them apart by it."""
    language, stats = parse.vocabulary.language, parse.vocabulary.stats
    whole = kinds <= stats.departments
    titles = titles_with(parse, word, kinds)
    products = sum(stats.products.get(kind, 0) for kind in kinds)
    told = not whole and is_told(titles, products)
    is_small = bool(parse.plays(i)) and i not in parse.phrase_lengths
    left = is_small or describes(word, language)
    fewest = FEWEST_IN_DEPARTMENT if whole else TOLD_OF_FEW * products
    asked = told or (not left and (language != "en" or titles >= fewest))
    return titled_forms(parse, word, titles) if asked else ()


def as_a_whole(i: int, phrase: str, parse: Parse, kinds: set[str]) -> Iterator[Beside]:
    """A word that is several in the shop's language: "long sleeve", "manga longa" (Portuguese)."""
    titles = min(titles_with(parse, word, kinds) for word in words_of(phrase))
    if is_told(titles, sum(parse.vocabulary.stats.products.get(kind, 0) for kind in kinds)):
        yield i, (phrase,)


def one_of_two(parse: Parse) -> Iterator[Beside]:
    """ "Coat" of "Coats & Jumpers": most titles there say which of the two they are."""
    known = parse.vocabulary
    for name in parse.names:
        meant = name.meanings[0] if name.kind == "category" and name.meanings else None
        if meant is None or name.negated or meant.name in ("", meant.label):
            continue
        things = [words_of(part)[-1:] for part in joining(known.language).split(meant.label)]
        counts = [titles_with(parse, word, {meant.value}) for part in things for word in part]
        word, products = words_of(meant.name)[-1], known.stats.products.get(meant.value, 0)
        typed = parse.tokens[name.end - 1].text
        if base_form(typed, known.language) != base_form(word, known.language):
            continue  # a "taza" (Spanish) may be either of "Mugs & cups"
        titles = titles_with(parse, word, {meant.value})
        each_says = sum(counts) == products and min(counts, default=0) > 0
        clear = each_says or min(counts, default=0) >= FEWEST_TOLD
        told = len(counts) > 1 and clear and not are_one(parse, things)
        if told and titles < products and sum(counts) >= COVERED * products:
            forms = (base_form(word, known.language), word, *known.titles.forms_of(word))
            written = dict.fromkeys(form for form in forms if form in known.stats.words)
            yield name.start, tuple(written) or (word,)


def are_one(parse: Parse, things: list[list[str]]) -> bool:
    """Whether two of them are words for one thing: who asks for a "cup" takes a mug."""
    lending = parse.vocabulary.lending(parse.vocabulary.language)
    named = {lending.key(each) for each in things}
    own = (lending.language,)
    same = (lending.key(words_of(other)) for each in things for other in lending.same(each, own))
    return not named.isdisjoint(same)


def is_told(titles: int, products: int) -> bool:
    """Whether the word of so many titles of a kind tells a part of its products apart."""
    return bool(products) and titles >= max(FEWEST_TOLD, TELLING * products)


def is_unexplained(parse: Parse, i: int) -> bool:
    token = parse.tokens[i]
    return (
        parse.free(i)
        and i not in parse.explained
        and i not in parse.aside
        and i not in parse.switched_off
        and (i in parse.phrase_lengths or says_something(parse, i))
        and not (i and parse.tokens[i - 1].kind == "number" and token.text in UNIT)  # "32 inch"
    )


def says_something(parse: Parse, i: int) -> bool:
    """Alone; "à enroulement" (French, roll-top) begins with a word that does not."""
    word = parse.tokens[i].text
    letters = any(letter.isalpha() for letter in word)
    return is_long_enough(word) and letters and not is_grammatical(parse, i)


def is_long_enough(word: str) -> bool:
    return len(word) >= (SHORTEST_OF_SIGNS if IN_UNSPACED.search(word) else SHORTEST)


def titles_with(parse: Parse, word: str, kinds: set[str]) -> int:
    """How many titles of the kinds have the word, in any of its forms."""
    known = parse.vocabulary
    return products_in(known.evidence.places.get(base_form(word, known.language), {}), kinds)


def titled_forms(parse: Parse, word: str, titles: int) -> tuple[str, ...]:
    """The forms of `word` that titles have; () where no title of the kinds does."""
    known = parse.vocabulary
    if not titles:
        return ()
    if known.language == "en":
        # To full text "men" is no form of "man", nor "shelves" of "shelf".
        irregular = (form for form in irregular_forms(word) if form in known.stats.words)
        return (word, *irregular)
    forms = (word, *known.titles.forms_of(word))
    return tuple(dict.fromkeys(form for form in forms if form in known.stats.words))
