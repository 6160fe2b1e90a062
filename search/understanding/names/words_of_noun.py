"""Words beside what titles alone call a kind: of two mowers the "electric mower" says so.

What words beside a category tell is known while a query is read (`words_beside`); of a noun of
titles only the products tell it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from search import sql
from search.full_text import TITLE, tsquery
from search.query import Entity, Interpretation
from search.understanding.names.modifiers import MODIFIER
from search.understanding.names.noun_in_titles import title_noun, unsaid
from search.understanding.names.words_beside import SHORTEST, TOLD_OF_FEW, is_told
from search.understanding.shop_words.vocabulary import Vocabulary
from search.understanding.words.glossary import describes
from search.understanding.words.tokens import words_of
from search.understanding.words.units import is_amount

COUNTED = 2_000  # titles with the noun that are looked at
TOGETHER = f"""
    SELECT asked, count(*), count(*) FILTER (WHERE words @@ to_tsquery('english', asked))
      FROM unnest(%(words)s::text[]) asked,
           (SELECT words FROM catalog_product
             WHERE active AND words @@ to_tsquery('english', %(noun)s) LIMIT {COUNTED}) called
     GROUP BY asked"""


def with_words_of_noun(
    found: Interpretation, known: Vocabulary, off: Collection[str]
) -> Interpretation:
    """`found` with the words as modifiers by which titles tell some of the noun apart."""
    noun = title_noun(found)
    if noun is None or found.intents:
        return found
    told = (modifier_of(word, found) for word in told_apart(noun, candidates(found), known))
    more = tuple(each for each in told if each.key not in off)
    return replace(found, modifiers=(*found.modifiers, *more)) if more else found


def candidates(found: Interpretation) -> list[str]:
    """Words that nothing says yet, and that are no unit of a number before them."""
    said = {word for each in found.modifiers for word in words_of(each.words)}
    said |= {unit for number, unit in pairwise(words_of(found.text)) if is_amount(number, unit)}
    return [
        word
        for word in unsaid(found)
        if word not in said and len(word) >= SHORTEST and not word.isdecimal()
    ]


def told_apart(noun: Entity, words: Collection[str], known: Vocabulary) -> Iterator[str]:
    asked = {tsquery([word], TITLE): word for word in words}
    if not asked:
        return
    called = {"words": list(asked), "noun": tsquery(noun.names, TITLE)}
    for one, products, titles in sql.rows(TOGETHER, called):
        word = asked[one]
        enough = known.language != "en" or titles >= TOLD_OF_FEW * products
        few = enough and not describes(word, known.language)
        if 0 < titles < products and (few or is_told(titles, products)):
            yield word


def modifier_of(word: str, found: Interpretation) -> Entity:
    typed = next((own for own, english in found.translations if english == word), word)
    return Entity(MODIFIER, word, typed, typed, names=(word,))
