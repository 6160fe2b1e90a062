"""Words that full text throws away, so that no product can be said to lack them: "against"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from catalog.fields import CONFIGURATIONS
from search import sql

THROWN_AWAY = """
    SELECT DISTINCT word FROM unnest(%s::text[]) word, unnest(%s::regconfig[]) config
     WHERE to_tsvector(config, word) = ''"""


def stop_words(words: Sequence[str], languages: Sequence[str]) -> frozenset[str]:
    """Those of the folded words that are one in a language; each list of words is asked once."""
    configs = (CONFIGURATIONS[code] for code in languages if code in CONFIGURATIONS)
    return thrown_away(tuple(words), tuple(dict.fromkeys(configs))) if words else frozenset()


@lru_cache(maxsize=10_000)
def thrown_away(words: tuple[str, ...], configs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for [word] in sql.rows(THROWN_AWAY, [list(words), list(configs)]))
