"""What must not be: "without laces", "-leather", "not black", "no 42", 'without "canvas"'.

A negation is never turned into a demand. What nothing in the shop states cannot be judged, which
is said instead of filtering by it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.utils.translation import gettext as _

from catalog.filters import TOGETHER
from catalog.folding import fold
from catalog.templatetags.wording import worded
from search.query import Entity
from search.understanding.inflection import base_form
from search.understanding.lexicon import lexicon, lexicons
from search.understanding.lexicon.entry import listed
from search.understanding.meaning import Meaning
from search.understanding.parse import Name, Parse
from search.understanding.quantities import attributes, nearest_attributes, quantity_at, sizes_of
from search.understanding.residual_query import without_quotes
from search.understanding.sizes import LETTERS, size_at, size_said
from search.understanding.tokens import as_typed, words_of

# Kinds of which a list is one "not": "without leather and suede", "not red, blue".
LISTED = frozenset({"brand", "color", "material", "attribute", "word", "number"})


@cache
def absent() -> frozenset[str]:
    """Values that say that a thing has no such part: "sleeves: none", "pattern: plain"."""
    return frozenset(fold(word) for each in lexicons() for word in listed(each.absent))


def find_negations(parse: Parse) -> None:
    for i in range(len(parse.tokens)):
        length = negation(parse, i)
        if not length:
            exclude_before(parse, i)
            exclude_privative(parse, i)
            continue
        j = i + length
        if exclude_together(parse, i, j):
            continue
        while j:
            kind, end = kind_at(parse, j), negate(parse, i, j)
            i, j = end, next_listed(parse, kind, end) if end else 0


def exclude_before(parse: Parse, i: int) -> None:
    """The name or word that a "not" follows: "deri olmayan" (Turkish) is "not leather"."""
    length = parse.part(i, "not behind")
    comma = bool(length) and parse.sign(i - 1, ",")  # "siyah, değil"
    before = i - 1 - comma
    if not length or before < 0:
        return
    name = parse.owner.get(before)
    end = i + length
    if name and name.meanings:
        name.negated = True
        exclude_name(parse, name.start, name, end)
    elif parse.unknown(before):
        exclude_text(parse, parse.tokens[before].text, before, end)


def exclude_privative(parse: Parse, i: int) -> None:
    """One word that says "without" by its ending: "çizgisiz" (Turkish) is "not striped"."""
    meanings = next(filter(None, map(parse.meanings, privative(parse, i))), [])
    if meanings:
        name = Name(i, i + 1, meanings, negated=True)
        parse.own(name)
        exclude_name(parse, i, name)


def privative(parse: Parse, i: int) -> Iterable[list[str]]:
    """What the word `i` says there is none of: "çizgi", "çizgili"."""
    known = map(lexicon, parse.languages) if parse.unknown(i) else ()
    for without, with_ in (pair for each in known if each for pair in each.privatives.items()):
        stem = parse.tokens[i].text.removesuffix(without)
        if stem != parse.tokens[i].text:
            yield from ([stem], [stem + with_])


def negation(parse: Parse, i: int) -> int:
    """How many tokens from `i` on say "not"."""
    if not parse.free(i):
        return 0
    if parse.tokens[i].kind == "minus":
        return 1
    length = parse.part(i, "not")
    # "No more than 50" and "not under 50" are bounds; "that is not expensive" is cheap.
    longer = any(parse.longest_part(j) > i + length - j for j in range(i, i + length))
    return 0 if longer else length


def negate(parse: Parse, start: int, j: int) -> int:
    """Exclude what stands at `j`; returns where it ends, 0 where nothing can be excluded."""
    found = exclude_amount(parse, start, j) or leave_open(parse, start, j)
    if found:
        return found
    while parse.free(j) and "small" in parse.plays(j):
        j += 1
    if j < len(parse.tokens) and parse.tokens[j].kind == "phrase" and j not in parse.dropped:
        return exclude_phrase(parse, start, j)
    name = parse.owner.get(j)
    if name and name.meanings:
        name.negated = True
        return name.end if exclude_name(parse, start, name) else 0
    return exclude_amount(parse, start, j) or exclude_words(parse, start, j)


def leave_open(parse: Parse, start: int, j: int) -> int:
    """ "Not on sale": no filter is the opposite of these, and none of them is meant."""
    end = j + parse.part(j, "on sale", "in stock")
    if end > j:
        parse.unjudged.append(" ".join(token.text for token in parse.tokens[j:end]))
        parse.dropped.update(range(start, end))
    return end if end > j else 0


def next_listed(parse: Parse, kind: str, end: int) -> int:
    """Where the "not" goes on behind `end`: "red, blue or teal", "canvas and leather"; else 0.

    An "or" always carries it on; a comma and an "and" only to one more of the same kind.
    """
    comma = parse.sign(end, ",")
    either = parse.part(end + comma, "or")
    j = end + comma + (either or parse.part(end + comma, "and"))
    one_more = j > end and kind in LISTED and kind_at(parse, j) == kind
    return j if either or one_more else 0


def kind_at(parse: Parse, j: int) -> str:
    """What stands at `j`, behind articles and the like: a kind of name or "word"; else ""."""
    while parse.free(j) and "small" in parse.plays(j):
        j += 1
    if j >= len(parse.tokens):
        return ""
    if parse.tokens[j].kind == "phrase":
        meanings = parse.meanings(words_of(without_quotes(parse.tokens[j].typed)))
        return meanings[0].kind if meanings else "word"
    if name := parse.owner.get(j):
        return name.kind
    return "word" if parse.unknown(j) else parse.tokens[j].kind


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
    return exclude_text(parse, " ".join(words_of(typed)), start, j + 1)


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
    said = " ".join(token.text for token in parse.tokens[j:end])
    return exclude_text(parse, said, start, end)


def exclude_stated(parse: Parse, start: int, j: int) -> int:
    """Whatever an attribute of this name states: "without sleeves", "ohne Muster"."""
    attribute = attribute_named(parse, j)
    there = parse.vocabulary.stats.attributes.get(attribute, ())
    values = [f"attribute:{attribute}:{each}" for each in there if fold(each) not in absent()]
    said = parse.words(j, j + 1) if values else ""
    return j + 1 if take_not(parse, values, start, j + 1, said) else 0


def attribute_named(parse: Parse, j: int) -> str:
    """The shop's attribute that the word `j` is the name of, in any language; "" if none."""
    if not parse.unknown(j):
        return ""
    known, text = parse.vocabulary, parse.tokens[j].text
    # Its own translation: that of "sans manches" is "sleeveless".
    english = parse.dictionary.look_up([text]) if parse.dictionary else None
    words = [text, *([english] if english else [])]
    keys = {known.key(words_of(word)) for word in words}
    keys |= {
        known.key(words_of(other))
        for code in parse.languages
        for word in words
        for other in known.lending(code).same([word])
    }
    named = (name for name in known.stats.attributes if known.key(words_of(name)) in keys)
    return next(named, "")


def counted_at(parse: Parse, j: int) -> str:
    """A number with what is counted by it: "not 3 seater", "nicht 6 teilig"."""
    number = parse.free(j) and parse.tokens[j].number is not None
    length = parse.part(j + 1, "counted") if number else 0
    return " ".join(token.text for token in parse.tokens[j : j + 1 + length]) if length else ""


def exclude_text(parse: Parse, said: str, start: int, end: int) -> int:
    """Judged by the words of the products; unjudged where none of them has such a word."""
    if f"not:{said}" in parse.off:
        return end
    if not is_stated(parse, said):
        parse.unjudged.append(said)
        parse.dropped.update(range(start, end))
        return end
    what = label(" ".join(as_typed(word, parse.text) for word in said.split()))
    words, span = parse.words(start, end), parse.span(start, end)
    entity = Entity("not", said, words, what, True, span, (), (said,))
    if parse.take(entity, start, end):
        parse.excluded.append(said)
    return end


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
    taken = False
    for meaning in name.meanings:
        if meaning.kind == "attribute":
            taken = exclude_attribute(parse, meaning, start, end) or taken
            continue
        own = meaning.values or (meaning.value,)
        if meaning.kind == "gender":  # what is for both is not only for men
            own = (meaning.value,)
        values = [f"{meaning.kind}:{value}" for value in own]
        said = meaning.label
        taken = take_not(parse, values, start, end, said) or taken
    return taken


def exclude_attribute(parse: Parse, meaning: Meaning, start: int, end: int) -> bool:
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
    taken = parse.take(entity, start, end)
    if taken:
        parse.excluded.append(value)
    return taken


def take_not(parse: Parse, values: list[str], start: int, end: int, said: str = "") -> bool:
    """A condition of `values` as `Filters.excluded` writes them, all spellings of one thing."""
    if not values:
        return False
    what = label(said or values[0].split(":")[-1])
    words, span = parse.words(start, end), parse.span(start, end)
    return parse.take(Entity("not", values[0], words, what, True, span, tuple(values)), start, end)


def exclude_together(parse: Parse, start: int, j: int) -> bool:
    """ "Anything but black boots" leaves the brown ones and the black sandals."""
    if parse.tokens[start].text not in {"anything", "everything"} or any(
        parse.owner.get(i) for i in range(start)
    ):
        return False
    names = list(names_from(parse, j))
    kinds = {name.kind for name in names}
    if len(kinds) < 2 or len(kinds) < len(names) or "category" not in kinds:
        return False
    meant = [name.meanings[0] for name in names]
    value = TOGETHER.join(f"{meaning.kind}:{meaning.value}" for meaning in meant)
    end = names[-1].end
    for name in names:
        name.negated = True
    return take_not(parse, [value], start, end, parse.words(names[0].start, end))


def names_from(parse: Parse, j: int) -> Iterable[Name]:
    while (name := parse.owner.get(j)) and name.meanings:
        yield name
        j = name.end


def label(what: str) -> str:
    return _("not %(what)s") % {"what": worded(what)}
