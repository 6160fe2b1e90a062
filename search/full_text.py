"""Words and phrases as Postgres full text is asked for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery

# A decimal with a point is one word of full text, one with a comma is two.
WORD = re.compile(r"(?<![\w.])\d+\.\d+(?![\d.])|\w+")
TITLE = "A"  # the weight of a title's words in `catalog_product.words`


def followed(words: Sequence[str], by: Sequence[str], weights: str = "") -> str:
    """Any of the words or phrases with one of `by` right behind it."""
    return f"{tsquery(words, weights)} <-> {tsquery(by, weights)}"


def tsquery(words: Sequence[str], weights: str = "") -> str:
    """Any of the words or phrases; quoted, so that nothing typed is an operator.

    `weights`: only where they stand in texts of these weights, such as TITLE.
    """
    label = f":{weights}" if weights else ""
    phrases = [WORD.findall(word) for word in words]
    quoted = [" <-> ".join(f"'{part}'{label}" for part in phrase) for phrase in phrases if phrase]
    return f"({' | '.join(f'({phrase})' for phrase in quoted)})"


def any_of(words: Sequence[str], weights: str = "") -> SearchQuery:
    """The same as a condition on texts in the shop's own language."""
    return raw(tsquery(words, weights))


def raw(query: str) -> SearchQuery:
    return SearchQuery(query, config="english", search_type="raw")
