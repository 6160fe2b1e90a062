"""Names of the shop in a query: categories, brands, colours, materials, genders, attributes."""

from __future__ import annotations

from dataclasses import replace

from catalog.folding import fold
from search.understanding.names.disambiguation import means_something_else
from search.understanding.names.imitations import imitation_at
from search.understanding.names.small_words import is_grammatical
from search.understanding.names.something import is_place_of_something, rule_out
from search.understanding.parse import Name, Parse
from search.understanding.shop_words.compounds import parted
from search.understanding.shop_words.lending import color_meanings
from search.understanding.shop_words.phrases import LONGEST_PHRASE
from search.understanding.words import colors
from search.understanding.words.glossary import PHRASE_WORDS
from search.understanding.words.meaning import Meaning
from search.understanding.words.tokens import words_of


def find_names(parse: Parse) -> None:
    """Longest name first, from left to right; then those that mean something else are given up."""
    i = 0
    while i < len(parse.tokens):
        names = names_at(parse, i)
        for name in names:
            parse.own(name)
        i = names[-1].end if names else i + 1
    for name in list(parse.names):
        if is_place_of_something(parse, name):
            rule_out(parse, name)
            give_up(parse, name)
        elif means_something_else(parse, name):
            give_up(parse, name)
            if name.kind in {"color", "material"}:
                parse.things.update(range(name.start, name.end))
            name_thing(parse, name)


def names_at(parse: Parse, i: int) -> list[Name]:
    """One name, or the two of a compound, that which it is at the end."""
    if parse.limit_at(i):  # "pelo menos 2 m" (Portuguese) is of no fur
        return []
    one = expression(parse, i) or imitation(parse, i) or name_at(parse, i)
    if one and one.kind == "category" and not one.meanings[0].own:
        return of_phrase(parse, i, one)
    return [one] if one else compound(parse, i)


def of_phrase(parse: Parse, i: int, name: Name) -> list[Name]:
    """The name, unless it is but the beginning of what a dictionary knows as another thing.

    A "tapete de ioga" is a yoga mat and no rug; a "sandalia de tira" is a sandal all the same.
    """
    if parse.dictionary is None:
        return [name]
    length, english = parse.dictionary.longest(
        parse.tokens[i : i + PHRASE_WORDS], parse.vocabulary.sold_of
    )
    if i + length <= name.end or not english:
        return [name]
    said = words_of(english)
    alone = [each for word in said for each in parse.vocabulary.meanings([word], ("en",))]
    if {each.value for each in alone} & {each.value for each in name.meanings}:
        return [name]
    both = parse.vocabulary.meanings(said, ("en",))
    if not both or both[0].kind != "category":
        return []
    return [Name(i, i + length, [replace(each, own=False, language="en") for each in both])]


def spoken(parse: Parse, start: int, length: int) -> list[str]:
    """The words of a possible name, [] where a sign or the end comes between."""
    tokens = parse.tokens[start : start + length]
    if len(tokens) < length:
        return []
    words = ["and" if token.text == "&" else token.text for token in tokens]
    fits = all(token.kind in {"word", "number"} or token.text == "&" for token in tokens)
    return words if fits and tokens[0].kind == "word" else []


def expression(parse: Parse, i: int) -> Name | None:
    """Words that mean nothing of the shop together: "orange juicer"."""
    for length in range(parse.grammar.longest_expression, 1, -1):
        words = spoken(parse, i, length)
        starred = parse.expressions.get(parse.vocabulary.key(words)) if words else None
        if starred is not None and not names_category(parse, words):
            left = starred or begins_category(parse, i + length - 1)
            return Name(i, i + length - left, [])
    return None


def begins_category(parse: Parse, i: int) -> bool:
    """Whether a kind begins with the word: a "green tea pot" is a teapot, of whatever colour."""
    found = name_at(parse, i)
    return bool(found and found.kind == "category" and found.end > i + 1)


def names_category(parse: Parse, words: list[str]) -> bool:
    """Whether the shop, or a synonym, calls something by all of the words: "red wine", its "Vino
    rosso"; "looking glass", its mirrors.
    """
    if parse.vocabulary.phrases.own(words):
        return True
    found = parse.meanings(words)
    if not found or found[0].kind != "category":
        return False
    lent = (tuple(words) in parse.vocabulary.lending(code).exact for code in parse.languages)
    return any(lent) or len(words_of(found[0].name)) == len(words)


def imitation(parse: Parse, i: int) -> Name | None:
    """ "Vegan leather" is no leather, but what the shop calls so among its materials."""
    length, names = imitation_at(parse, i)
    known = (parse.meanings(words_of(name)) for name in names)
    of_shop = next((each for each in known if each and fold(each[0].value) in names), [])
    return Name(i, i + length, of_shop) if length else None


def name_at(parse: Parse, i: int) -> Name | None:
    for length in range(min(LONGEST_PHRASE, len(parse.tokens) - i), 0, -1):
        words = spoken(parse, i, length)
        meanings = meanings_of(parse, i, words) if words else []
        if meanings:
            shade = shaded_after(parse, i + length, meanings)
            return Name(i, i + length + bool(shade), shade or meanings)
    return shaded(parse, i)


def meanings_of(parse: Parse, i: int, words: list[str]) -> list[Meaning]:
    """Also of two words that the shop writes as one ("tea pot"); never of a preposition alone."""
    if len(words) == 1 and (is_grammatical(parse, i) or is_silent(parse, i)):
        return []
    found = parse.meanings(words)
    small = any(is_grammatical(parse, at) for at in (i, i + 1))
    joined = len(words) == 2 and len(words[1]) > 1 and not small  # "back pack", not "shirt S"
    if not found and joined:
        found = parse.meanings(["".join(words)])
        alone = {each.value for each in parse.meanings(words[1:])}
        if found and {each.value for each in found} == alone:
            return []  # "tweezits bank" is a sofa by its last word, and the first says more
    return found


def is_silent(parse: Parse, i: int) -> bool:
    """Whether it is a part of a phrase that says something else than it does alone.

    "Sol" says no sun in "gafas de sol"; "двухместный диван" (Russian) is a sofa all the same.
    """
    if parse.english.get(i) != "" or parse.dictionary is None:
        return False
    start = parse.phrase_start(i)
    alone = words_of(parse.dictionary.look_up([parse.tokens[i].text]) or "")
    return words_of(parse.english.get(start) or "")[-1:] != alone[-1:] or not alone


def shaded(parse: Parse, i: int) -> Name | None:
    """ "light blue", of which the shop may have only blue."""
    if "shade" not in parse.plays(i):
        return None
    color = name_at(parse, i + 1) if i + 1 < len(parse.tokens) else None
    if not color or color.kind != "color":
        return None
    meanings = shade_of(parse, parse.tokens[i].text, color.meanings)
    return Name(i, color.end, meanings or color.meanings)


def shaded_after(parse: Parse, i: int, meanings: list[Meaning]) -> list[Meaning]:
    """ "Bleu clair", in languages that describe behind."""
    if meanings[0].kind != "color" or not parse.is_head_first(meanings[0]):
        return []
    if "shade" not in parse.plays(i):
        return []
    return shade_of(parse, parse.tokens[i].text, meanings) or meanings


def shade_of(parse: Parse, shade: str, meanings: list[Meaning]) -> list[Meaning]:
    """The shade itself: the shop's own names of it, or the plain colour in its stead."""
    stats = parse.vocabulary.stats
    color = colors.canonical(meanings[0].value, stats.language)
    asked = f"{colors.SHADES.get(shade, shade)} {color}"
    found = color_meanings(asked, stats)
    if not found or not found[0].values:
        return []
    return [replace(each, own=False, language=meanings[0].language) for each in found]


def compound(parse: Parse, i: int) -> list[Name]:
    """ "Damenjacke": a jacket, and for women; the thing itself comes last."""
    if not parse.unknown(i) or is_another_thing(parse, i):
        return []
    for first, last in parted(parse.tokens[i].text, parse.vocabulary, parse.languages):
        if both := named_together(parse, first, last):
            return [Name(i, i + 1, both)]
        describing = [Name(i, i + 1, first)] if first and first[0].kind != "category" else []
        if not describing:
            parse.compounds.add(i)
        return [*describing, Name(i, i + 1, last)]
    halves = parse.vocabulary.titles.halves(parse.tokens[i].text)  # "bluetoothspeaker"
    last = parse.meanings([halves[1]]) if halves else []
    return [Name(i, i + 1, last)] if last and last[0].kind == "category" else []


def is_another_thing(parse: Parse, i: int) -> bool:
    """Whether a dictionary has it, and for no kind of thing: "boodschappen" (Dutch, groceries) are
    no shelves, but a "Kinderbett" (German, cot) is a bed.
    """
    known, word = parse.dictionary, (parse.tokens[i].text,)
    return known is not None and word in known.exact and word not in known.things


def named_together(parse: Parse, first: list[Meaning], last: list[Meaning]) -> list[Meaning]:
    """What the shop calls by both words: "Desk lamps" is what a "Schreibtischlampe" is."""
    if not first or first[0].kind != "category" or last[0].kind != "category":
        return []
    names = [parse.vocabulary.key(words_of(each[0].name)) for each in (first, last)]
    both = parse.vocabulary.phrases.own([*names[0], *names[1]])
    return [replace(each, own=False, language=parse.languages[0]) for each in both]


def name_thing(parse: Parse, name: Name) -> None:
    """The thing in English, of a word that is a colour as well: "café" is coffee, and brown."""
    if name.kind == "color" and name.start in parse.english and parse.dictionary:
        words = [token.text for token in parse.tokens[name.start : name.end]]
        things = parse.dictionary.things.get(tuple(words), [])
        parse.english[name.start] = next(iter(things), parse.english[name.start])


def give_up(parse: Parse, name: Name) -> None:
    parse.names.remove(name)
    for i in range(name.start, name.end):
        parse.owner.pop(i, None)
        parse.aside.add(i)
