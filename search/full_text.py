"""Words and phrases as Postgres full text is asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.postgres.search import SearchQuery

from catalog.bigrams import phrase, reach

TITLE = "A"  # the weight of a title's words in `catalog_product.words`


def followed(words: Sequence[str], by: Sequence[str], weights: str = "") -> str:
    """Any of the folded words or phrases with one of `by` right behind it."""
    behind = tsquery(by, weights)
    far: dict[int, list[str]] = {}
    for word in words:
        far.setdefault(reach(word), []).append(word)
    found = (
        f"{tsquery(same, weights)} <{n if n > 1 else '-'}> {behind}" for n, same in far.items()
    )
    return " | ".join(found)


def tsquery(words: Sequence[str], weights: str = "") -> str:
    """Any of the folded words or phrases.

    `weights`: only where they stand in texts of these weights, such as TITLE.
    """
    phrases = filter(None, (phrase(word, weights) for word in words))
    return f"({' | '.join(f'({each})' for each in phrases)})"


def any_of(words: Sequence[str], weights: str = "") -> SearchQuery:
    """The same as a condition on texts in the shop's own language."""
    return raw(tsquery(words, weights))


def raw(query: str) -> SearchQuery:
    return SearchQuery(query, config="english", search_type="raw")
