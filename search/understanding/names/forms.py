"""Forms that rule each other out: a "long dress" is no mini dress, a "round mirror" not square.

No column says them, and titles say them of some things only. So a product meets such a word unless
its title has another of the same row: what is silent may well be long.
"""

from __future__ import annotations

from functools import cache

from search.query import Entity
from search.understanding.lexicon import lexicon
from search.understanding.lexicon.entry import listed
from search.understanding.names.title_nouns import BEHIND
from search.understanding.parse import Parse
from search.understanding.words.tokens import words_of

FORM = "form"  # the kind of entity that titles say of some things and no column says
# Behind these a form is not that of the thing.
PARTS = {"sleeve", "sleeves", "sleeved", "neck", "quality", "price", "lasting", "size", "sizes"}
Groups = tuple[tuple[str, ...], ...]  # words for one form each, of those that rule each other out


@cache
def rows() -> tuple[Groups, ...]:
    known = lexicon("en")
    lines = known.forms.strip().splitlines() if known else ()
    return tuple(tuple(map(listed, line.split("|"))) for line in lines)


def forms(parse: Parse) -> tuple[Entity, ...]:
    """Of a thing that is asked for; not in "long sleeves", "2 m long" and "for short people"."""
    if parse.vocabulary.language != "en" or not named_by_kinds(parse):
        return ()
    behind = (i for i in range(len(parse.tokens)) if not parse.plays(i).isdisjoint(BEHIND))
    end = next(behind, len(parse.tokens))
    found = (form_at(parse, i) for i in range(end) if is_of_the_thing(parse, i))
    return tuple(each for each in found if each and each.key not in parse.off)


def is_of_the_thing(parse: Parse, i: int) -> bool:
    amount = i > 0 and (parse.tokens[i - 1].number is not None or i - 1 in parse.explained)
    of_a_part = any(each.text in PARTS for each in parse.tokens[i + 1 : i + 2])
    name = parse.owner.get(i)
    narrower = name is not None and name.kind == "category" and not name.meanings[0].own
    free = (parse.free(i) and i not in parse.explained) or narrower  # "maxi dress", of Dresses
    return free and not amount and not of_a_part


def form_at(parse: Parse, i: int) -> Entity | None:
    said = words_of(parse.english.get(i, "")) or [parse.tokens[i].text]
    found = ((word, row) for word in said for row in rows() if any(word in each for each in row))
    word, row = next(found, ("", ()))
    own = next((group for group in row if word in group), ())
    kinds = named_by_kinds(parse)
    others = [each for group in row if group is not own for each in group]
    others = [each for each in others if kinds.isdisjoint(map(stem, words_of(each)))]
    typed, span = parse.words(i, i + 1), parse.span(i, i + 1)
    label = typed if len(said) == 1 else word  # of "robe longue", which is a "maxi dress"
    form = Entity(FORM, word, typed, label, span=span, names=own, others=tuple(others))
    return form if others else None


def named_by_kinds(parse: Parse) -> set[str]:
    """The stems of the words for what is asked for: all "shorts" say "short"."""
    asked = (entity for _start, entity in parse.entities if entity.kind == "category")
    return {stem(word) for each in asked for name in each.names for word in words_of(name)}


def stem(word: str) -> str:
    """As full text has it, to which "shorts" are "short"."""
    return word.removesuffix("s")
