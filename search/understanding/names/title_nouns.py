"""What a thing is where no category says so: the noun that the titles of the shop say.

"Red shirt" in a shop without categories is what is called a shirt, and not whatever is red.
"""

from __future__ import annotations

from collections.abc import Iterator

from catalog.folding import fold
from search.query import Entity
from search.understanding.lexicon import lexicon
from search.understanding.names.imitations import imitation_at
from search.understanding.names.product_types import thing_nouns
from search.understanding.names.small_words import is_grammatical
from search.understanding.parse import Name, Parse
from search.understanding.shop_words.alternatives import compounds_of, is_used, same
from search.understanding.shop_words.compounds import joining
from search.understanding.words.gifts import gifts
from search.understanding.words.glossary import describes, is_adjective
from search.understanding.words.grammar import DESCRIBING, PARTS_OF_A_LIST
from search.understanding.words.inflection import base_form

SEVERAL = 2  # words
ENOUGH_TITLES = 5  # titles; a rarer word is not what the shop calls a kind of thing
SHORTEST_FIRST, SHORTEST_END = 3, 4  # letters of the parts of a compound
TITLED = 0.5  # how far a category is believed that titles alone name: they are asked in any case
BEHIND = {"for", "with", "of", "place", "mine"}  # what follows is not the thing itself


def find_title_noun(parse: Parse) -> None:
    kinds = [(name.start, name.end) for name in parse.names if is_kind(name)]
    if not kinds and (noun := noun_of(parse) or noun_of_expression(parse)):
        take(parse, *noun)
        kinds = [noun[:2]]
    if any("or" in parse.plays(i) for i in range(len(parse.tokens))):
        for start, end in kinds:
            for i in (*listed_with(parse, start, -1), *listed_with(parse, end - 1, 1)):
                take(parse, i)


def noun_of(parse: Parse) -> tuple[int, int, tuple[str, ...]] | None:
    """Its first token, where it ends, and its names, as far as these are others than its own."""
    if named := titled_by_two(parse) or titled_as_one(parse):
        return named
    nouns = list(nouns_of(parse))
    said = [i for i in nouns if is_said(parse, i)] or nouns  # not by another word for it
    if not said:
        return None
    known = lexicon(parse.vocabulary.language)
    head = said[0] if known and known.head_first else said[-1]
    return head, head + 1, ()


def noun_of_expression(parse: Parse) -> tuple[int, int, tuple[str, ...]] | None:
    """The thing in what means nothing of the shop together: "green tea" is no colour of it."""
    known = lexicon(parse.vocabulary.language)
    for name in parse.names:
        whole = name.end - name.start
        if name.meanings or whole < SEVERAL or imitation_at(parse, name.start)[0] == whole:
            continue
        i = name.start if known and known.head_first else name.end - 1
        if is_said(parse, i):
            return i, i + 1, ()
    return None


def is_kind(name: Name) -> bool:
    return name.kind == "category" and not name.negated


def listed_with(parse: Parse, i: int, step: int) -> Iterator[int]:
    """Words of titles in one list with the kind at token `i`: "scarf, hat or gloves".

    What stands so beside a kind is one, whether a dictionary knows it for a thing or not.
    """
    while (there := next_listed(parse, i, step)) is not None:
        yield there
        i = there


def next_listed(parse: Parse, i: int, step: int) -> int | None:
    at = i + step
    while parse.plays(at) & PARTS_OF_A_LIST or parse.sign(at, ","):
        at += step
    if at == i + step or not is_name_of_things(parse.tokens[at].text if parse.free(at) else ""):
        return None
    taken = at in parse.explained or at in parse.aside
    return None if taken or not names_of(parse, at) else at


def nouns_of(parse: Parse) -> Iterator[int]:
    """The words of titles that nothing else explains, up to a "for" or a "with"."""
    told = False  # whether something stands before it that a "for" may follow
    for i in range(len(parse.tokens)):
        if told and not parse.plays(i).isdisjoint(BEHIND):
            return
        told = told or parse.unknown(i)
        if is_title_noun(parse, i):
            told = True
            yield i


def is_title_noun(parse: Parse, i: int) -> bool:
    """Whether it may be what a thing is: in a shop where titles alone say so, a common noun.

    "Tisch" is one where titles say "Esstisch" and "Schreibtisch" (German).
    Where there are categories, one that everybody knows for a thing and none of them names ("rope"
    in Climbing), or a word of titles beside a condition: a "blue overshirt" is not whatever is
    blue. Alone that needs no condition: what is called so comes first.
    """
    if not parse.free(i) or i in parse.explained or (i in parse.aside and i not in parse.things):
        return False
    amount = any(start <= i < end for start, end in parse.unstated)
    if amount or not is_name_of_things(parse.tokens[i].text) or parse.tokens[i].text in gifts():
        return False  # a present may be anything, though a "Gift card" is sold
    is_word = parse.unknown(i) or (parse.plays(i) and not is_grammatical(parse, i))
    word, language = parse.tokens[i].text, parse.vocabulary.language
    if is_adjective(word, language) or describes(word, language):
        return False
    if not is_word or not parse.plays(i).isdisjoint(DESCRIBING):
        return False
    known, word = parse.vocabulary, english(parse, i)
    base = base_form(word, known.language)
    if names_thing(base, known.language) and is_titled(parse, i):
        return True
    if known.stats.is_categorised:
        return is_described(parse) and bool(names_of(parse, i))
    joined = compounds_of(fold(word), known, joining([known.language]))
    return sum(known.stats.words.get(form, 0) for form in {word, base, *joined}) >= ENOUGH_TITLES


def names_thing(base: str, language: str) -> bool:
    """Whether it is a thing, or a compound of one: "wandelsandaal" (Dutch) is a sandal."""
    known, nouns = lexicon(language), thing_nouns(language)
    ends = range(SHORTEST_FIRST, len(base) - SHORTEST_END + 1) if known and known.compounds else ()
    return base in nouns or any(base[cut:] in nouns for cut in ends)


def is_name_of_things(word: str) -> bool:
    """Not a letter that an elision leaves ("d'oliva") nor a code ("A4")."""
    return len(word) > 1 and not any(map(str.isdigit, word))


def is_titled(parse: Parse, i: int) -> bool:
    """Whether a title has the word, or one that means the same."""
    known = parse.vocabulary
    return any(known.key([name])[0] in known.titles.base_forms for name in names_of(parse, i))


def is_titled_thing(parse: Parse, i: int) -> bool:
    """Whether the shop's language knows the very word for a thing, and a title has it.

    "Säge" (German), where titles say "Stichsäge", is no English sage, as green as that may be.
    """
    language = parse.vocabulary.language
    return names_thing(base_form(parse.tokens[i].text, language), language) and is_said(parse, i)


def is_said(parse: Parse, i: int) -> bool:
    """Whether a title has the very word, or a compound of it."""
    known, word = parse.vocabulary, english(parse, i)
    joined = compounds_of(word, known, joining([known.language]))
    return base_form(word, known.language) in known.titles.base_forms or bool(joined)


def english(parse: Parse, i: int) -> str:
    """The word as an English shop says it."""
    said = parse.english.get(i, "")
    return said if said and " " not in said else parse.tokens[i].text


def is_described(parse: Parse) -> bool:
    """Whether a quality, a price, a size ... is asked for, which other things may have."""
    meant = any(each.meanings and not each.negated for each in parse.names)
    return bool(parse.entities or parse.unstated) or meant


def names_of(parse: Parse, i: int) -> tuple[str, ...]:
    """The word and what is as good as it, as far as titles say it, and in the forms they do."""
    word, known = english(parse, i), parse.vocabulary
    others = [each for each in same(word, known, parse.languages) if each not in looks_of(parse, i)]
    own = (word, *(others if known.language != "en" else ()))
    written = (form for each in own for form in known.titles.written_forms(each))
    spelled = dict.fromkeys(map(fold, [word, *written, *others]))
    return tuple(each for each in spelled if is_used(each, known))


def titled_by_two(parse: Parse) -> tuple[int, int, tuple[str, ...]] | None:
    """Two words side by side for what titles call by another: "hand weights" are dumbbells."""
    known = parse.vocabulary
    for i in range(len(parse.tokens) - 1):
        if parse.unknown(i) and parse.unknown(i + 1) and parse.asked_in == "":
            lending = known.lending(known.language)
            typed = [parse.tokens[i].text, parse.tokens[i + 1].text]
            # "Wall clock" is no other word for a clock, of which some are none.
            said = (each for each in lending.same(typed) if each not in typed)
            if names := tuple(each for each in said if is_used(each, known)):
                return i, i + 2, names
    return None


def titled_as_one(parse: Parse) -> tuple[int, int, tuple[str, ...]] | None:
    """Two words for what titles join the other way round: a "hoesje voor telefoon" (Dutch) is a
    "telefoonhoesje". In English "house green" is no greenhouse.
    """
    known, own = parse.vocabulary, lexicon(parse.vocabulary.language)
    for i in range(len(parse.tokens) - 1) if known.language != "en" else ():
        j = i + 1 + bool(parse.plays(i + 1) & {"for", "of"})
        if j >= len(parse.tokens) or not (is_plain(parse, i) and is_plain(parse, j)):
            continue
        head, of = parse.tokens[i].text, parse.tokens[j].text
        both = [f"{of}{link}{head}" for link in (own.links if own else ())]
        if names := tuple(each for each in map(fold, both) if is_used(each, known)):
            return i, j + 1, names
    return None


def is_plain(parse: Parse, i: int) -> bool:
    """A word of a compound, of which nothing else was made."""
    word = parse.tokens[i].text
    return parse.unknown(i) and len(word) >= SHORTEST_FIRST and word.isalpha()


def looks_of(parse: Parse, i: int) -> set[str]:
    """What colours and materials the word names as well: "crema" (Italian) is beige, too."""
    meanings = parse.meanings([parse.tokens[i].text])
    return {fold(each.label) for each in meanings if each.kind in {"color", "material"}}


def take(parse: Parse, i: int, end: int = 0, names: tuple[str, ...] = ()) -> None:
    end, names = end or i + 1, names or names_of(parse, i)
    word = parse.words(i, end)
    # Not so sure that a product of some category could not be one as well.
    sure = TITLED if parse.vocabulary.stats.is_categorised else 1.0
    span = parse.span(i, end)
    entity = Entity("category", names[0], word, word, span=span, names=names, confidence=sure)
    parse.mention(entity, i, end)
