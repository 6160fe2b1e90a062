"""Of two kinds that no product is of, the first is asked for: "pompe à vélo" (French) is a pump.

Titles tell so of main categories (`disambiguation.is_of_thing_before`). Where categories only stand
beside a main one, as those of systems that list them side by side, the products themselves do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from search import sql
from search.query import Entity, Interpretation
from search.understanding.lexicon import lexicon
from search.understanding.parse import Parse
from search.understanding.said import OF_KINDS

OF_ONE = OF_KINDS.format("%s")
THERE_IS = f"SELECT EXISTS (SELECT FROM catalog_product WHERE active AND {OF_ONE} AND {OF_ONE})"


def with_first_kind(found: Interpretation, parse: Parse) -> Interpretation:
    """`found` without the kinds behind the first, in a shop whose language puts the thing first.

    Their words stay in the text. By one statement, and none where titles tell.
    """
    known = parse.vocabulary
    lexical = lexicon(known.language)
    kinds = [each for each in found.entities if each.kind == "category" and each.values]
    behind = [each for each in kinds if each.span != kinds[0].span]
    aside = any(known.stats.is_aside(value) for each in kinds for value in each.values)
    if not behind or not aside or found.intents or not (lexical and lexical.head_first):
        return found
    first = [each for each in kinds if each not in behind]
    if any(each.hard for each in behind) or is_any_of_both(first, behind):
        return found
    left = tuple(each for each in found.entities if each not in behind)
    return replace(found, entities=left)


def is_any_of_both(some: Sequence[Entity], others: Sequence[Entity]) -> bool:
    asked = [[value for each in several for value in each.values] for several in (some, others)]
    [(there,)] = sql.rows(THERE_IS, asked)
    return bool(there)
