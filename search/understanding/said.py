"""Whether products say a phrase, of which counts of single words alone cannot tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from catalog.bigrams import inside_stretches
from catalog.folding import fold
from search import sql
from search.query import Entity
from search.understanding.shop_words.vocabulary_cache import document_frequencies
from search.understanding.words.grammar import NO_PART, grammar

# Products of categories, by their `url_path`s, or of what lies below them.
OF_KINDS = "facts && ARRAY(SELECT 'category=' || id FROM catalog_category WHERE url_path = ANY({}))"
PHRASE = """CASE WHEN phrase = '' THEN phraseto_tsquery('english', catalog_fold(asked))
                 ELSE to_tsquery('english', phrase) END"""
SAID = f"""
    SELECT asked FROM unnest(%s::text[], %s::text[]) AS one(asked, phrase) WHERE EXISTS (
        SELECT FROM catalog_product WHERE active AND words @@ {PHRASE}
           AND (NOT %s OR ts_filter(words, '{{a}}') @@ {PHRASE})
           AND (%s::text[] = '{{}}' OR {OF_KINDS.format("%s")}))"""


def said(
    phrases: Iterable[str], *, in_titles: bool = False, kinds: Collection[str] = ()
) -> set[str]:
    """Those that stand in a product, or in a title; by one statement, and none where one of their
    words stands in no product. `kinds` are `url_path`s of the categories to look in, () for all.
    """
    # Of single letters full text keeps only some: the "t" of a "T-Rex" is none of them, nor is the
    # "of" of a "set of 4".
    long = {
        phrase: re.sub(
            r"\b[^\W\d]+\b", lambda word: "" if is_passed_over(word[0]) else word[0], phrase
        )
        for phrase in phrases
    }
    counted = document_frequencies(list(long.values()))
    possible = [phrase for phrase, words in long.items() if counted[words]]
    inside = [inside_stretches(fold(phrase)) for phrase in possible]
    asked = [possible, inside, in_titles, list(kinds), list(kinds)]
    return {phrase for [phrase] in sql.rows(SAID, asked)} if possible else set()


def titled(phrases: Iterable[str], kinds: Iterable[Entity]) -> set[str]:
    """Those that stand in a title of the categories, or of any where titles alone name the kind."""
    return said(phrases, in_titles=True, kinds=[value for each in kinds for value in each.values])


def is_passed_over(word: str) -> bool:
    parts = grammar(("en",)).parts.get((fold(word),), NO_PART)
    return len(word) == 1 or "small" in parts
