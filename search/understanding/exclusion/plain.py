"""What has no pattern: "plain dress", "einfarbiges Kleid" (German), "solid colour shirt".

Where the shop has a word for it among its patterns ("plain", "solid"), that is asked for; else
whatever states a pattern is left out. Without patterns it is what another attribute calls so.
"""

from __future__ import annotations

from catalog.folding import fold
from search.query import Entity
from search.understanding.attribute_names import attribute_called
from search.understanding.exclusion.exclusions import absent, take_not
from search.understanding.parse import Parse

PATTERN = "pattern"


def find_plain(parse: Parse) -> None:
    for i in range(len(parse.tokens)):
        end = i + parse.part(i, "plain")
        said = fold(parse.words(i, end)) if end > i else ""
        name = (attribute_called(parse, PATTERN) or having(parse, said)) if said else ""
        if not name:
            continue
        values = parse.vocabulary.stats.attributes[name]
        plain = [each for each in values if fold(each) in absent()]
        if plain:
            parse.mention(asked(parse, name, plain, i, end), i, end)
        else:
            patterned = [f"attribute:{name}:{each}" for each in values]
            take_not(parse, patterned, i, end, name)


def having(parse: Parse, said: str) -> str:
    """The attribute that has the very word among its values: "Ruling: Plain"; else ""."""
    there = parse.vocabulary.stats.attributes.items()
    return next((name for name, values in there if said in map(fold, values)), "")


def asked(parse: Parse, name: str, plain: list[str], start: int, end: int) -> Entity:
    values = tuple(f"{name}:{each}" for each in plain)
    typed, span = parse.words(start, end), parse.span(start, end)
    names = tuple(dict.fromkeys([*map(fold, plain), fold(typed)]))
    return Entity("attribute", values[0], typed, plain[0], span=span, values=values, names=names)
