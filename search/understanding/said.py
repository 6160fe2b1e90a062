"""Whether products say a phrase, of which counts of single words alone cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search import sql
from search.understanding.shop_words.vocabulary_cache import document_frequencies

PHRASE = "phraseto_tsquery('english', catalog_fold(asked))"
SAID = f"""
    SELECT asked FROM unnest(%s::text[]) asked WHERE EXISTS (
        SELECT FROM catalog_product WHERE active AND words @@ {PHRASE}
           AND (NOT %s OR ts_filter(words, '{{a}}') @@ {PHRASE}))"""


def said(phrases: Iterable[str], *, in_titles: bool = False) -> set[str]:
    """Those that stand in a product, or in a title; by one statement, and none where one of their
    words stands in no product.
    """
    # Of single letters full text keeps only some: the "t" of a "T-Rex" is none of them.
    long = {phrase: re.sub(r"\b[^\W\d]\b", " ", phrase) for phrase in phrases}
    counted = document_frequencies(list(long.values()))
    possible = [phrase for phrase, words in long.items() if counted[words]]
    return {phrase for [phrase] in sql.rows(SAID, [possible, in_titles])} if possible else set()
