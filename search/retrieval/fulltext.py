"""The leg of words: Postgres full text, in the shop's language and in the shopper's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from django.conf import settings
from django.db import connection
from django.utils.translation import get_language
from numpy.typing import NDArray

from catalog.fields import CONFIGURATIONS
from catalog.folding import fold
from catalog.models import Product

Matches = dict[int, float]  # product id -> 0 to 1
Alternatives = Mapping[str, tuple[str, ...]]

MOST = 20_000  # matches that are looked at
TERMS = 16
WEIGHTS = "{0.1, 0.3, 0.6, 1.0}"  # of D, C (description), B (keywords), A (title), for ts_rank
OWN = "SELECT id, words FROM catalog_product WHERE active"
TRANSLATED = """
    SELECT p.id, t.words FROM catalog_translation t
      JOIN catalog_product p ON p.id = t.product_id AND p.active WHERE t.language = '{language}'"""


def matches(text: str, alternatives: Alternatives) -> Matches:
    """The share of the query's words that a product has, rare words counting for more.

    Where a shopper reads another language than the shop's own, its translations count as well.
    `alternatives` are synonyms by word; any of them counts as the word.
    """
    terms = list(dict.fromkeys(re.findall(r"\w[\w.'-]*", fold(text))))[:TERMS]
    queries = [tsquery((term, *alternatives.get(term, ()))) for term in terms]
    if not queries:
        return {}
    found = matches_in(OWN, "english", queries)
    language = (get_language() or "")[:2]
    if language in CONFIGURATIONS and language != settings.LANGUAGE_CODE:
        translated = TRANSLATED.format(language=language)
        for product, share in matches_in(translated, CONFIGURATIONS[language], queries).items():
            found[product] = max(share, found.get(product, 0.0))
    return found


def matches_in(rows: str, configuration: str, queries: Sequence[str]) -> Matches:
    """A word counts by its inverse document frequency, log(1 + n / df), and in full in a title."""
    has = ", ".join(f"words @@ to_tsquery('{configuration}', %s)" for _ in queries)
    sql = f"""
        SELECT id, ts_rank('{WEIGHTS}', words, any_word), {has}
          FROM ({rows}) searched, to_tsquery('{configuration}', %s) any_word
         WHERE words @@ any_word LIMIT {MOST}"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [*queries, " | ".join(queries)])
        found = cursor.fetchall()
    if not found:
        return {}
    has_word = np.array([row[2:] for row in found], bool)
    rank = np.array([row[1] for row in found])
    share = matched_share(has_word, Product.objects.active().count())
    scores = share * (0.85 + 0.15 * rank / rank.max())
    return dict(zip((row[0] for row in found), scores.tolist(), strict=True))


def tsquery(words: Sequence[str]) -> str:
    """Any of the words or phrases; quoted, so that nothing typed is an operator."""
    phrases = [re.findall(r"\w+", word) for word in words]
    quoted = [" <-> ".join(f"'{part}'" for part in phrase) for phrase in phrases if phrase]
    return f"({' | '.join(f'({phrase})' for phrase in quoted)})"


def matched_share(has_word: NDArray[np.bool_], products: int) -> NDArray[np.float64]:
    """(n, words) -> (n,): matched idf over the idf of all words that any product has."""
    frequency = has_word.sum(axis=0)
    idf = np.where(frequency > 0, np.log1p(products / np.maximum(frequency, 1)), 0.0)
    return np.asarray(has_word @ idf / max(float(idf.sum()), 1e-9))
