"""What must not be: "without laces", "-leather", "not black", "no 42", 'without "canvas"'.

A negation is never turned into a demand; what it rules out, `exclusions` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from catalog.filters import TOGETHER
from search.understanding.attribute_names import attribute_called
from search.understanding.exclusion.exclusions import (
    exclude_all_of,
    exclude_amount,
    exclude_name,
    exclude_phrase,
    exclude_stated,
    exclude_text,
    exclude_words,
    is_stated,
    take_not,
)
from search.understanding.lexicon import lexicon
from search.understanding.parse import Name, Parse
from search.understanding.residual_query import without_quotes
from search.understanding.shop_words.evidence import ENOUGH_TITLES
from search.understanding.words.inflection import base_form
from search.understanding.words.tokens import words_of

# Kinds of which a list is one "not": "without leather and suede", "not red, blue".
LISTED = frozenset({"brand", "color", "material", "attribute", "word", "number"})
SMALL = {"small", "aspect"}


def find_negations(parse: Parse) -> None:
    limits = {j for i in range(len(parse.tokens)) for j in range(i, i + parse.limit_at(i))}
    for i in range(len(parse.tokens)):
        if i in limits:  # "al menos 2 m" (Spanish) is not "not 2 m"
            continue
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
    length = parse.part(i, "not behind") or free_of(parse, i)
    comma = bool(length) and parse.sign(i - 1, ",")  # "siyah, değil"
    before = i - 1 - comma
    if not length or before < 0:
        return
    name = parse.owner.get(before)
    end = i + length
    if name and name.meanings:
        name.negated = True
        exclude_name(parse, name.start, name, end)
    elif parse.tokens[before].kind == "phrase" and exclude_phrase(parse, before, before):
        parse.dropped.update(range(i, end))  # "「革」じゃない" (Japanese)
    elif parse.unknown(before) and not exclude_stated(parse, before, before, end):
        exclude_text(parse, parse.tokens[before].text, before, end)


def free_of(parse: Parse, i: int) -> int:
    """ "Leather-free": said of what things are made of or have, and of what texts say they have."""
    before = parse.owner.get(i - 1)
    if before is None:
        alone = len(parse.tokens) <= 2  # "gluten free" is what texts say in these words
        said = not alone and parse.unknown(i - 1) and is_stated(parse, parse.tokens[i - 1].text)
    else:
        said = before.kind in {"material", "attribute"}
    length = parse.part(i, "free of it") if said else 0
    return length if length == parse.longest_part(i) else 0


def exclude_privative(parse: Parse, i: int) -> None:
    """One word that says "without" by its ending: "çizgisiz" (Turkish) is "not striped".

    "Sleeveless" is whatever has no sleeves stated, where no product is called so.
    """
    stems = list(privative(parse, i))
    meanings = next(filter(None, map(parse.meanings, stems)), [])
    if meanings:
        name = Name(i, i + 1, meanings, negated=True)
        parse.own(name)
        exclude_name(parse, i, name)
    elif stems and not is_stated(parse, parse.tokens[i].text):
        named = (attribute_called(parse, " ".join(stem)) for stem in stems)
        if attribute := next(filter(None, named), ""):
            exclude_all_of(parse, attribute, attribute.lower(), i, i + 1)


def privative(parse: Parse, i: int) -> Iterator[list[str]]:
    """What the word `i`, or its English, says there is none of: "çizgi", "çizgili"."""
    describes = parse.free(i) and "adjective" in parse.plays(i)
    if not parse.unknown(i) and not describes:
        return
    text, known = parse.tokens[i].text, parse.dictionary
    is_another = known is not None and (text,) in known.exact  # "kablosuz" (Turkish) is wireless
    spoken = () if is_another else ((code, text) for code in parse.languages)
    for code, text in dict.fromkeys((*spoken, ("en", parse.english.get(i, "")))):
        of_code = lexicon(code)
        for without, with_ in of_code.privatives.items() if of_code else ():
            stem = text.removesuffix(without)
            if stem != text:
                yield from ([stem], [stem + with_])


def negation(parse: Parse, i: int) -> int:
    """How many tokens from `i` on say "not"."""
    if not parse.free(i):
        return 0
    if parse.tokens[i].kind == "minus":
        return 1
    if is_called_so(parse, i):
        return 0
    length = parse.part(i, "not")
    if length < (this := not_this(parse, i)):
        return this
    # "No more than 50" and "not under 50" are bounds; "that is not expensive" is cheap.
    longer = any(parse.longest_part(j) > i + length - j for j in range(i, i + length))
    return 0 if longer else length


def is_called_so(parse: Parse, i: int) -> bool:
    """ "No pull harness": the shop's titles have "pull" behind a "no" alone, and mean one thing."""
    if i + 1 >= len(parse.tokens):
        return False
    called, said = (parse.tokens[j].text for j in (i, i + 1))
    titles = parse.vocabulary.evidence.places
    places = titles.get(base_form(said, parse.vocabulary.language), {})
    there = titles.get(called, {})
    return sum(places.values()) >= ENOUGH_TITLES and all(
        there.get(place, 0) >= n for place, n in places.items()
    )


def not_this(parse: Parse, i: int) -> int:
    """How many tokens from `i` on say "not" of the name behind them: "non leather", "never red"."""
    length = parse.part(i, "not this")
    named = parse.owner.get(behind_small_words(parse, i + length))
    return length if named and length == parse.longest_part(i) else 0


def negate(parse: Parse, start: int, j: int) -> int:
    """Exclude what stands at `j`; returns where it ends, 0 where nothing can be excluded."""
    found = exclude_amount(parse, start, j) or leave_open(parse, start, j)
    if found:
        return found
    j = behind_small_words(parse, j)
    if j < len(parse.tokens) and parse.tokens[j].kind == "phrase" and j not in parse.dropped:
        return exclude_phrase(parse, start, j)
    if found := take_free(parse, start, j):
        return found
    name = parse.owner.get(j)
    if name and name.meanings:
        name.negated = True
        return name.end if exclude_name(parse, start, name) else 0
    return exclude_amount(parse, start, j) or exclude_words(parse, start, j)


def take_free(parse: Parse, start: int, j: int) -> int:
    """ "Without gluten" is what the shop says to be "gluten free", in an attribute of its own."""
    if not parse.free(j) or parse.tokens[j].kind != "word":
        return 0
    word = parse.tokens[j].text
    endings = (without for code in parse.languages for without in privatives(code))
    for said in ([word, "free"], *([word + ending] for ending in endings)):
        if found := [
            each for each in parse.meanings(said) if each.kind == "attribute" and each.own
        ]:
            parse.own(Name(j, j + 1, found[:1], hard=True))
            parse.dropped.update(range(start, j))
            return j + 1
    return 0


def privatives(code: str) -> tuple[str, ...]:
    known = lexicon(code)
    return tuple(known.privatives) if known else ()


def behind_small_words(parse: Parse, j: int) -> int:
    """Where what is meant begins: behind articles, and the "colour" of "not the colour blue"."""
    while parse.free(j) and not SMALL.isdisjoint(parse.plays(j)):
        j += 1
    return j


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
    j = behind_small_words(parse, j)
    if j >= len(parse.tokens):
        return ""
    if parse.tokens[j].kind == "phrase":
        meanings = parse.meanings(words_of(without_quotes(parse.tokens[j].typed)))
        return meanings[0].kind if meanings else "word"
    if name := parse.owner.get(j):
        return name.kind
    return "word" if parse.unknown(j) else parse.tokens[j].kind


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
