"""What a "not" rules out: a name of the shop, an amount, words, all that an attribute states.

What nothing in the shop states cannot be judged, which is said instead of filtering by it.
"""

from __future__ import annotations

from functools import cache

from django.utils.translation import gettext as _

from catalog.folding import fold
from catalog.templatetags.wording import worded
from search.query import Entity
from search.understanding.amounts.quantities import quantity_at
from search.understanding.amounts.quantity_linking import attributes, nearest_attributes, sizes_of
from search.understanding.amounts.sizes import LETTERS, size_at, size_said
from search.understanding.attribute_names import attribute_called
from search.understanding.lexicon import lexicons
from search.understanding.lexicon.entry import listed
from search.understanding.parse import Name, Parse
from search.understanding.residual_query import without_quotes
from search.understanding.words.inflection import base_form
from search.understanding.words.meaning import Meaning
from search.understanding.words.tokens import as_typed, words_of


@cache
def absent() -> frozenset[str]:
    """Values that say that a thing has no such part: "sleeves: none", "pattern: plain"."""
    return frozenset(fold(word) for each in lexicons() for word in listed(each.absent))


def exclude_amount(parse: Parse, start: int, j: int) -> int:
    """A size or a measure: "not size M", "no 42", "not 15 m"."""
    amount = quantity_at(parse, j)
    if amount and amount.exact:
        sizes = [f"size:{size}" for size in sizes_of(parse, amount)]
        found = sizes or [f"attribute:{value}" for value in attributes(parse, amount)]
        if not found and nearest_attributes(parse, amount):  # there is nothing to exclude
            parse.dropped.update(range(start, amount.end))
            return amount.end
        return amount.end if take_not(parse, found, start, amount.end) else 0
    size = size_said(parse, j) or size_at(parse, j, parse.sizes)
    bare_letter = j < len(parse.tokens) and LETTERS.fullmatch(parse.tokens[j].text)
    if not size.values and bare_letter and not any(parse.categories()):
        size = size_at(parse, j, parse.vocabulary.sizes.everywhere())
    found = [f"size:{each}" for each in size.values]
    return size.end if take_not(parse, found, start, size.end) else 0


def exclude_phrase(parse: Parse, start: int, j: int) -> int:
    """What is quoted behind a "not": the name that it is, else these very words."""
    typed = without_quotes(parse.tokens[j].typed)
    meanings = parse.meanings(words_of(typed))
    if meanings:
        name = Name(j, j + 1, meanings, negated=True)
        parse.own(name)
        return j + 1 if exclude_name(parse, start, name) else 0
    sizes = [f"size:{size}" for size in quoted_sizes(parse, words_of(typed))]
    if sizes:
        return j + 1 if take_not(parse, sizes, start, j + 1) else 0
    return exclude_text(parse, " ".join(words_of(typed)), start, j + 1)


def quoted_sizes(parse: Parse, words: list[str]) -> tuple[str, ...]:
    """The sizes that "size 38" in quotes is, of what is asked for."""
    said = [word for word in words if "size" not in parse.grammar.parts.get((word,), ())]
    return parse.sizes.spelt("".join(said)) if said else ()


def exclude_words(parse: Parse, start: int, j: int) -> int:
    """A word, with the noun behind it where it only describes ("without long sleeves")."""
    if counted := counted_at(parse, j):
        return exclude_text(parse, counted, start, j + len(counted.split()))
    if excluded := exclude_stated(parse, start, j):
        return excluded
    described = "adjective" in parse.plays(j)
    if not parse.unknown(j) and not described:
        return 0
    end = j + 1 + (described and parse.unknown(j + 1))
    while is_hyphened(parse, end) and parse.unknown(end):  # "abat-jour"
        end += 1
    said = " ".join(token.text for token in parse.tokens[j:end])
    return exclude_text(parse, said, start, end)


def is_hyphened(parse: Parse, i: int) -> bool:
    """Whether token `i` is joined to the one before it by a hyphen."""
    return parse.text[parse.tokens[i - 1].end :].startswith(("-", "‐")) and i < len(parse.tokens)


def exclude_stated(parse: Parse, start: int, j: int, end: int = 0) -> int:
    """Whatever an attribute of this name states: "without sleeves", "ohne Muster".

    `end`: where that ends, if not with the name.
    """
    end = end or j + 1
    attribute = attribute_named(parse, j)
    taken = attribute and exclude_all_of(parse, attribute, parse.words(j, j + 1), start, end)
    return end if taken else 0


def exclude_all_of(parse: Parse, attribute: str, said: str, start: int, end: int) -> bool:
    """Every value by which a thing has what the attribute is about."""
    there = parse.vocabulary.stats.attributes.get(attribute, ())
    values = [f"attribute:{attribute}:{each}" for each in there if fold(each) not in absent()]
    return take_not(parse, values, start, end, said)


def attribute_named(parse: Parse, j: int) -> str:
    """The shop's attribute that the word `j` is the name of, in any language; "" if none."""
    return attribute_called(parse, parse.tokens[j].text) if parse.unknown(j) else ""


def counted_at(parse: Parse, j: int) -> str:
    """A number with what is counted by it: "not 3 seater", "nicht 6 teilig"."""
    number = parse.free(j) and parse.tokens[j].number is not None
    length = parse.part(j + 1, "counted") if number else 0
    return " ".join(token.text for token in parse.tokens[j : j + 1 + length]) if length else ""


def exclude_text(parse: Parse, said: str, start: int, end: int) -> int:
    """Judged by the words of the products; unjudged where none of them has such a word."""
    if is_idiom(parse, start, end):
        return 0
    if f"not:{said}" in parse.off:
        parse.dropped.update(range(start, end))
        return end
    if not is_stated(parse, said):
        parse.unjudged.append(said)
        parse.dropped.update(range(start, end))
        return end
    what = label(" ".join(as_typed(word, parse.text) for word in said.split()))
    words, span = parse.words(start, end), parse.span(start, end)
    entity = Entity("not", said, words, what, True, span, (), (said,))
    parse.take(entity, start, end)
    parse.excluded.append(said)
    return end


def is_idiom(parse: Parse, start: int, end: int) -> bool:
    """Whether a dictionary has a word for all of it: what is "sans fil" is wireless."""
    one = end - start > 1 and bool(parse.english.get(start))
    if not one or any(parse.english.get(i, "of its own") for i in range(start + 1, end)):
        return False
    parse.explained.update(range(start, end))
    return True


def is_stated(parse: Parse, said: str) -> bool:
    known = parse.vocabulary
    return all(
        base_form(word, known.language) in known.used or word in known.attribute_words
        for word in said.split()
    )


def exclude_name(parse: Parse, start: int, name: Name, end: int = 0) -> bool:
    """Attributes are excluded by their word, everything else by kind and value.

    `end`: where the words of it end, if not with the name.
    """
    end = end or name.end
    if parse.part(start, "without") and is_part(parse, name):
        said = " ".join(words_of(parse.words(name.start, name.end)))
        return bool(exclude_text(parse, said, start, end))
    taken = False
    for meaning in name.meanings:
        if meaning.kind == "attribute":
            exclude_attribute(parse, meaning, start, end)
            taken = True
            continue
        own = meaning.values or (meaning.value,)
        if meaning.kind == "gender":  # what is for both is not only for men
            own = (meaning.value,)
        values = [f"{meaning.kind}:{value}" for value in own]
        said = meaning.label
        taken = take_not(parse, values, start, end, said) or taken
    return taken


def is_part(parse: Parse, name: Name) -> bool:
    """ "A lamp without a shade": no kind of lamp, and nothing of the department of lamps."""
    if name.kind != "category":
        return False
    asked = {path.partition("/")[0] for path in parse.categories()}
    own = {meaning.value.partition("/")[0] for meaning in name.meanings}
    return bool(asked) and asked.isdisjoint(own)


def exclude_attribute(parse: Parse, meaning: Meaning, start: int, end: int) -> None:
    value = meaning.name or meaning.value.split(":", 1)[1]  # a name, where all it says is yes
    entity = Entity(
        "not",
        value,
        parse.words(start, end),
        label(value),
        True,
        parse.span(start, end),
        tuple(f"attribute:{each}" for each in meaning.values),
        (value,),
    )
    parse.take(entity, start, end)
    if entity.key not in parse.off:
        parse.excluded.append(value)


def take_not(parse: Parse, values: list[str], start: int, end: int, said: str = "") -> bool:
    """A condition of `values` as `Filters.excluded` writes them, all spellings of one thing."""
    if not values:
        return False
    what = label(said or values[0].split(":")[-1])
    words, span = parse.words(start, end), parse.span(start, end)
    parse.take(Entity("not", values[0], words, what, True, span, tuple(values)), start, end)
    return True


def label(what: str) -> str:
    return _("not %(what)s") % {"what": worded(what)}
