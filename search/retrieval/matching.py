"""The legs without vectors: words (Postgres full text) and chips (what was understood)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from django.db import connection
from django.db.models import Q
from numpy.typing import NDArray

from catalog.filters import condition
from catalog.folding import fold
from catalog.models import Product, Variant
from search.interpretation import near_colors, vocabulary
from search.query import Chip

Matches = dict[int, float]  # product id -> 0 to 1

MATCHES = 20_000  # more products than this with one of the words: the words say nothing
TERMS = 16
NEAR_COLOR = 0.5
WEIGHTS = "{0.1, 0.3, 0.6, 1.0}"  # of D, C (description), B (keywords), A (title), for ts_rank


def words(
    text: str, alternatives: dict[str, tuple[str, ...]], language: str = "english"
) -> Matches:
    """The share of the query's words that a product has, rare words counting for more.

    A word counts by its inverse document frequency, log(1 + n / df), and in full only where it
    stands in the title. `alternatives` are synonyms by word; any of them counts as the word.
    """
    terms = list(dict.fromkeys(re.findall(r"\w[\w.'-]*", fold(text))))[:TERMS]
    queries = [tsquery((term, *alternatives.get(term, ()))) for term in terms]
    if not queries:
        return {}
    has = ", ".join(f"words @@ to_tsquery('{language}', %s)" for _ in queries)
    sql = f"""
        SELECT id, ts_rank('{WEIGHTS}', words, any_word), {has}
          FROM catalog_product, to_tsquery('{language}', %s) any_word
         WHERE words @@ any_word AND active LIMIT {MATCHES}"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [*queries, " | ".join(queries)])
        rows = cursor.fetchall()
    if not rows:
        return {}
    has_word = np.array([row[2:] for row in rows], bool)
    share = matched_share(has_word, Product.objects.active().count())
    rank = np.array([row[1] for row in rows])
    scores = share * (0.85 + 0.15 * rank / rank.max())
    return dict(zip((row[0] for row in rows), scores.tolist(), strict=True))


def tsquery(words: Sequence[str]) -> str:
    """Any of the words or phrases; quoted, so that nothing typed is an operator."""
    phrases = (re.findall(r"\w+", word) for word in words)
    return (
        "(" + " | ".join("(" + " <-> ".join(f"'{w}'" for w in p) + ")" for p in phrases if p) + ")"
    )


def matched_share(has_word: NDArray[np.bool_], products: int) -> NDArray[np.float64]:
    """(n, words) -> (n,): matched idf over the idf of all words that any product has."""
    frequency = has_word.sum(axis=0)
    idf = np.where(frequency > 0, np.log1p(products / np.maximum(frequency, 1)), 0.0)
    return np.asarray(has_word @ idf / max(float(idf.sum()), 1e-9))


def chips(preferences: Sequence[Chip]) -> Matches:
    """The share of what was understood that a product is; a neighbouring colour counts half.

    Chips that were read from the same words are alternatives: "trainers" may be men's or women's.
    """
    spans: dict[str, list[Chip]] = {}
    for chip in preferences:
        spans.setdefault(chip.words, []).append(chip)
    scores: Matches = {}
    for alternatives in spans.values():
        for product, fit in fits(alternatives).items():
            scores[product] = scores.get(product, 0.0) + fit / len(spans)
    return scores


def fits(alternatives: Sequence[Chip]) -> Matches:
    wanted = Q()
    for chip in alternatives:
        wanted |= condition(chip.kind, chip.value)
    found: Matches = {}
    colors = [chip.value for chip in alternatives if chip.kind == "color"]
    near = {each for color in colors for each in near_colors(color, vocabulary().facts.colors)}
    if near:
        close = Variant.objects.filter(color__in=near, product__active=True)
        found = dict.fromkeys(close.values_list("product_id", flat=True), NEAR_COLOR)
    return found | dict.fromkeys(matching(wanted), 1.0)


def matching(wanted: Q) -> Iterable[int]:
    return Product.objects.active().filter(wanted).values_list("pk", flat=True)
