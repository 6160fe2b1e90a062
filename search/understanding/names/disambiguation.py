"""When a name of the shop is not meant as one: "sofa cover", "backpack for a laptop", "at home"."""

from __future__ import annotations

import re

from search.understanding.comparisons import comparison
from search.understanding.lexicon import lexicon
from search.understanding.names.title_nouns import is_title_noun, is_titled_thing
from search.understanding.parse import Name, Parse
from search.understanding.shop_words.vocabulary import is_below
from search.understanding.words import genders
from search.understanding.words.grammar import NO_PART, grammar
from search.understanding.words.inflection import base_form
from search.understanding.words.wordlists import everyday

MADE_BY = "by"
CASE_OF_PLACE = re.compile(r"\w{3}n?(?:[dt][ae](?:n|ki)?|n[iu]n)$")  # Turkish: in, from, of


def means_something_else(parse: Parse, name: Name) -> bool:
    if name.kind == "category":
        if is_of_people(parse, name):
            return False  # "shorts for men" are not for a place
        return (
            is_part_of_another_thing(parse, name)
            or is_setting(parse, name)
            or is_of_thing_before(parse, name)
        )
    if name.kind == "attribute":
        return is_setting(parse, name) or is_part(parse, name)
    return is_a_thing_itself(parse, name)


def is_of_people(parse: Parse, name: Name) -> bool:
    """A department "Men" in "men jackets" and "jackets for men" says for whom they are."""
    return genders.is_of_people(parse.tokens[name.end - 1].text, parse.languages)


def is_part_of_another_thing(parse: Parse, name: Name) -> bool:
    """English puts the thing itself last: a "shirt dress" is a dress, a "sofa cover" no sofa."""
    after = parse.owner.get(name.end)
    if after and after.kind == "category":  # but a department, as in "hoodie women"
        return not parse.is_head_first(name.meanings[0]) and not is_of_people(parse, after)
    if not puts_thing_last(parse, name):
        return False
    noun = after is not None and (not after.meanings or is_plural_attribute(parse, after))
    thing = parse.unknown(name.end) and not is_quality(parse, name.end)
    return not is_plural(parse, name) and (thing or noun or is_first_part(parse, name))


def is_of_thing_before(parse: Parse, name: Name) -> bool:
    """ "Banqueta piano" (Spanish) is a bench, as titles of benches say of themselves.

    Kinds of which one is part of the other, or that only stand beside others, are both meant.
    """
    before, evidence = parse.owner.get(name.start - 1), parse.vocabulary.evidence
    if before is None or before.kind != "category" or not parse.is_head_first(name.meanings[0]):
        return False
    several = [*before.meanings, *name.meanings]
    nested = any(is_below(each, several) for each in several) or before.meanings == name.meanings
    if nested or any(evidence.is_aside(each.value) for each in several):
        return False
    word = base_form(parse.tokens[name.start].text, parse.vocabulary.language)
    said = evidence.places.get(word, {})
    return any(
        f"{place}/".startswith(f"{each.value}/") for place in said for each in before.meanings
    )


def is_quality(parse: Parse, i: int) -> bool:
    """ "T-Shirt ärmellos" (German) is a T-shirt: its dictionary has the word for a quality.

    So is a material ("armchair velvet", asked of a German shop), and what a thing is more or less
    of than an amount: "a rug longer than 2 m".
    """
    if comparison(parse, i)[0]:
        return True
    known, said = parse.dictionary, parse.english.get(i)
    return known is not None and (said in known.descriptions or said in known.materials)


def puts_thing_last(parse: Parse, name: Name) -> bool:
    """So does English with words apart; German joins them, French puts the thing first."""
    if (name.meanings[0].language or parse.vocabulary.language) != "en":
        return False
    return not is_shared(parse, name.end - 1) or not is_shared(parse, name.end, alone=True)


def is_shared(parse: Parse, i: int, *, alone: bool = False) -> bool:
    """Whether the word is one of a language that describes behind: "table basse" is French.

    `alone`: and none of the shop's own.
    """
    if not 0 <= i < len(parse.tokens):
        return False
    word, known = parse.tokens[i].text, map(lexicon, parse.languages)
    if alone and everyday(word, parse.vocabulary.language):
        return False
    return any(each.head_first and everyday(word, each.language) for each in known if each)


def is_first_part(parse: Parse, name: Name) -> bool:
    """ "Hat and scarf hanger", "bed and sofa cushions": of what the second is a part of, too."""
    second = parse.owner.get(name.end + 1)
    return (
        second is not None
        and second.kind == "category"
        and joins(parse, name.end)
        and is_part_of_another_thing(parse, second)
    )


def is_plural(parse: Parse, name: Name) -> bool:
    last = parse.tokens[name.end - 1].text
    return base_form(last, parse.vocabulary.language) != last


def is_plural_attribute(parse: Parse, name: Name) -> bool:
    """ "shoe laces" are laces; "ärmellos" (German) ends in an "s", and is no English plural."""
    own = name.meanings[0].language in ("", parse.vocabulary.language)
    return name.kind == "attribute" and own and is_plural(parse, name)


def is_part(parse: Parse, name: Name) -> bool:
    """The laces themselves, in "shoe laces"."""
    return name.start - 1 in parse.aside and is_plural_attribute(parse, name)


def is_setting(parse: Parse, name: Name) -> bool:
    """Where or what for: "warm feet at home", "carry my laptop", "a backpack for a laptop"."""
    if is_purpose(parse, name) or is_case_of_place(parse, name):
        return True
    before = before_fillers(parse, name.start - 1)
    mine = "mine" in parse.plays(before)
    if parse.plays(before - mine) & {"for", "of"} and is_department(parse, name):
        return False
    if joins(parse, before) and before - 1 in parse.aside:  # "a shelf for shoes and boots"
        return True
    if parse.unknown(before) and parse.longest_part(before - 1) < 2:  # above the dining table
        return "place" in parse.plays(before_fillers(parse, before - 1))
    parts = parse.plays(before)
    if parse.owner.get(before):  # the "on" of "slip on shoes"
        return False
    if not parts.isdisjoint({"place", "mine"}):
        told = before < name.start - 1  # "in the park"; a dress "in stripes" is striped
        if parse.tokens[before].text == MADE_BY and not told and name.meanings[0].own:
            return name.kind == "category"  # "books by Maud Ellery"; but "lamp by the sofa"
        return name.kind == "category" or "in" not in parts or told
    if "for" in parts and is_content(parse, before - 1):  # "storage for hats", "gift for my sofa"
        return name.kind == "category"
    earlier = any(each.kind == "category" and each.end < name.start for each in parse.names)
    if name.kind == "attribute":  # a "vase for flowers" is not floral, shoes "for summer" are
        lent = not name.meanings[0].own  # drills "for wood", where the shop says so itself
        return earlier and "for" in parts and lent and is_plural(parse, name)
    return earlier and not parts.isdisjoint({"for", "with", "of"})


def is_department(parse: Parse, name: Name) -> bool:
    """Whether the kind of thing is sold in it: "toys for dogs", where a shop has Dogs > Toys."""
    kinds = (each for each in parse.names if each.kind == "category" and each.end < name.start)
    return any(is_below(kind, name.meanings) for each in kinds for kind in each.meanings)


def is_purpose(parse: Parse, name: Name) -> bool:
    """ "Kanepe için sehpa" (Turkish) is a table for the sofa."""
    said = name.kind == "category" and "for behind" in parse.plays(name.end)
    return said and name.end + 1 < len(parse.tokens)


def is_case_of_place(parse: Parse, name: Name) -> bool:
    """ "Yatakta okumak için lamba" (Turkish): a lamp, "in bed" by the ending of its word."""
    word, known = parse.tokens[name.end - 1].text, parse.dictionary
    ends = parse.asked_in == "tr" and CASE_OF_PLACE.search(word)
    return bool(ends) and known is not None and (word,) not in known.exact


def is_content(parse: Parse, i: int) -> bool:
    """A word that says what is looked for, and no name: not so "looking" in "looking for a bed"."""
    return parse.unknown(i) or (parse.free(i) and "adjective" in parse.plays(i)) or i in parse.aside


def joins(parse: Parse, i: int) -> bool:
    return parse.free(i) and not parse.plays(i).isdisjoint({"and", "or"})


def before_fillers(parse: Parse, i: int) -> int:
    """Back from token `i` over the articles and numbers between a preposition and its noun."""
    while i >= 0 and (is_article(parse, i) or parse.tokens[i].number is not None):
        i -= 1
    return i


def is_article(parse: Parse, i: int) -> bool:
    """In the language of the query: not so "a" in "a letto" (Italian), whatever the page's."""
    known = grammar((parse.asked_in,)) if parse.asked_in else parse.grammar
    return "article" in known.parts.get((parse.tokens[i].text,), NO_PART)


def is_a_thing_itself(parse: Parse, name: Name) -> bool:
    """Gold, rose, glass: a colour or material only beside something of the shop, or alone."""
    if is_thing_of_titles(parse, name):
        return True
    words = {token.text for token in parse.tokens[name.start : name.end]}
    if name.kind not in {"color", "material"} or not words <= parse.grammar.ambiguous:
        return False
    if name.kind == "color" and "of" in parse.plays(name.start - 1):
        return True  # "taza de café" (Spanish) is no brown cup, as "zapatos café" are brown shoes
    before, after = parse.owner.get(name.start - 1), parse.owner.get(name.end)
    described = is_title_noun(parse, name.end) or describes_title_noun(parse, name)
    of_something = (after and after.meanings) or described
    if of_something or is_of_a_part(parse, name):
        return False
    counted = "of" in parse.plays(name.end)  # "glass of water"
    if counted or parse.unknown(name.end) or (before and not before.meanings):
        return True
    if name.start and parse.tokens[name.start - 1].kind == "minus":
        return False
    introduced = {"in", "and", "or", "only", "not", "shade", "aspect"}
    return parse.free(name.start - 1) and parse.plays(name.start - 1).isdisjoint(introduced)


def is_thing_of_titles(parse: Parse, name: Name) -> bool:
    """ "Crema" (Italian) where titles sell it, and no bag stands before it; unless the shop itself
    calls a colour so.
    """
    if name.kind not in {"color", "material"} or name.end - name.start > 1 or name.meanings[0].own:
        return False
    return not describes_title_noun(parse, name) and is_titled_thing(parse, name.start)


def describes_title_noun(parse: Parse, name: Name) -> bool:
    """Whether what it would describe stands where the shop's language has it: "borsa crema"."""
    known = lexicon(parse.vocabulary.language)
    beside = name.start - 1 if known and known.head_first else name.end
    other = parse.owner.get(beside)
    return other.kind == "category" if other else is_title_noun(parse, beside)


def is_of_a_part(parse: Parse, name: Name) -> bool:
    """ "A mirror with a gold frame", "a box of glass"; "t-shirt XL cotton"."""
    earlier = any(each.kind == "category" and each.end < name.start for each in parse.names)
    before = before_fillers(parse, name.start - 1)
    return earlier and (
        not parse.plays(before).isdisjoint({"with", "of"}) or is_size(parse, before)
    )


def is_size(parse: Parse, i: int) -> bool:
    return i >= 0 and parse.tokens[i].text in parse.vocabulary.sizes.everywhere().forms
