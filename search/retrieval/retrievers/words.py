"""The retriever by words: Postgres full text, in the shop's language and in the shopper's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.conf import settings
from django.utils.translation import get_language
from numpy.typing import NDArray

from catalog.bigrams import IN_UNSPACED
from catalog.fields import CONFIGURATIONS
from catalog.folding import fold
from search import sql
from search.full_text import TITLE, tsquery
from search.ranking.calibration import WORDS
from search.retrieval.conditions.passing import Passing
from search.retrieval.limits import TERMS
from search.retrieval.retrievers.protocol import Scores
from search.understanding.words.grammar import is_small
from search.understanding.words.segmentation import unspaced_languages
from search.understanding.words.tokens import words_of

Alternatives = Mapping[str, tuple[str, ...]]

WEIGHTS = "{0.05, 0.1, 0.6, 1.0}"  # of D, C (description), B (keywords), A (title), for ts_rank
RANKED = 0.3  # the share that where and how often they stand has in what the words say
MATCHES_RANKED = 2_000  # matches of which the best by rank are taken; a common word has far more
FILLING = 500  # the same of the commonest word that is still looked for, where no filter stands
HYPHEN = re.compile(r"(?<=[^\W\d_]{3})-(?=[^\W\d_]{3})")
COMMON = 20_000  # products from which on a word alone says too little to be looked for


def terms_of(text: str) -> list[str]:
    """The folded words of a text as full text parts them, each once, TERMS at most.

    A hyphen between words of three letters parts them: "leather-bag" is said apart by titles, and
    full text has the parts of what a title joins. "T-shirt" and "wi-fi" are one word each.

    Where there are no spaces, those of a dictionary; a small one ("の") stands in every other text.
    """
    if IN_UNSPACED.search(text):
        found = [word for word in words_of(text) if not is_small(word, unspaced_languages())]
    else:
        found = re.findall(r"\w[\w.'-]*", HYPHEN.sub(" ", fold(text)))
    return list(dict.fromkeys(found))[:TERMS]


@dataclass(frozen=True)
class Tongue:
    """One language that is searched: where its words stand, and how they are stemmed."""

    configuration: str
    language: str = ""  # of the translations; "": the product's own words

    @property
    def source(self) -> str:
        """Rows of (product, words) for candidates."""
        if not self.language:
            return "SELECT id AS product_id, words FROM catalog_product"
        return (
            f"SELECT product_id, words FROM catalog_translation WHERE language = '{self.language}'"
        )

    def of_product(self, expression: str) -> str:
        """`expression` over `words`, for the product of the scoring statement."""
        if not self.language:
            return f"(SELECT {expression} FROM (SELECT catalog_product.words) own)"
        return f"""(SELECT {expression} FROM catalog_translation t
                     WHERE t.product_id = catalog_product.id AND t.language = '{self.language}')"""


def tongues() -> list[Tongue]:
    """The shop's own language, and the page's where it is another one that can be stemmed."""
    found = [Tongue("english")]
    language = (get_language() or "")[:2]
    if language in CONFIGURATIONS and language != settings.LANGUAGE_CODE:
        found.append(Tongue(CONFIGURATIONS[language], language))
    return found


@dataclass
class WordRetriever:
    """The words of a query; `frequency` says in how many products a word stands."""

    words: tuple[tuple[str, ...], ...]  # each word of the query, and what is as good as it
    frequencies: NDArray[np.float64]  # (words,) products that have the word
    products: int
    name: str = WORDS
    titled: bool = False  # whether they are looked for in titles alone

    @classmethod
    def of(
        cls, text: str, alternatives: Alternatives, frequencies: Mapping[str, int], products: int
    ) -> WordRetriever | None:
        """None where there are no words. `alternatives`: any of them counts as the word."""
        terms = terms_of(text)
        spelled = [(term, *alternatives.get(term, ())) for term in terms]
        if not terms:
            return None
        known = [max(frequencies.get(word, 0) for word in words) for words in spelled]
        return cls(tuple(spelled), np.array(known, float), products)

    @property
    def queries(self) -> list[str]:
        """One tsquery a word."""
        return [tsquery(spelled, TITLE if self.titled else "") for spelled in self.words]

    def statements(self, passing: Passing, k: int) -> Sequence[sql.Statement]:
        """All the words first; then the rarest of them, as many as bring `k` products."""
        asked = [(" & ".join(self.queries), MATCHES_RANKED)]
        if len(self.queries) > 1:
            share = 1.0 if passing.everything else passing.rows / max(self.products, 1)
            *rare, last = self.rarest(k / max(share, 1e-9)) or [""]
            # Apart, so that however many have the last one, none that has a rarer one is missed.
            filling = FILLING if passing.everything else MATCHES_RANKED
            asked += [(" | ".join(rare), MATCHES_RANKED), (last, filling)]
        return [
            self.ranked(tongue, tsquery, passing, k, looked_at)
            for tsquery, looked_at in asked
            if tsquery
            for tongue in tongues()
        ]

    def rarest(self, wanted: float) -> list[str]:
        """The rarest words, rarest first, up to the one with which so many products have one."""
        order = np.argsort(self.frequencies, kind="stable")
        counted = self.frequencies[order]
        needed = (np.cumsum(counted) - counted < wanted) & (counted <= COMMON)
        return [self.queries[at] for at in order[needed]]

    def ranked(
        self, tongue: Tongue, tsquery: str, passing: Passing, k: int, looked_at: int
    ) -> sql.Statement:
        condition, params = passing.among("product_id")
        text = f"""
            SELECT product_id, NULL::float8 FROM (
                SELECT product_id, words FROM ({tongue.source}) searched
                 WHERE words @@ to_tsquery('{tongue.configuration}', %s) {condition}
                 LIMIT {looked_at:d}) matching
             ORDER BY ts_rank('{WEIGHTS}', words, to_tsquery('{tongue.configuration}', %s)) DESC,
                      product_id DESC
             LIMIT {k:d}"""
        return sql.Statement(text, [tsquery, *params, tsquery])

    def settings(self, passing: Passing, k: int) -> Mapping[str, str]:
        return {}

    def columns(self) -> Sequence[sql.Statement]:
        """By language which of the words the product has (null: a small word), and its rank."""
        return [column for tongue in tongues() for column in self.columns_in(tongue)]

    def columns_in(self, tongue: Tongue) -> Sequence[sql.Statement]:
        one = f"to_tsquery('{tongue.configuration}', %s)"
        has = f"CASE WHEN numnode({one}) > 0 THEN words @@ {one} END"
        twice = [query for query in self.queries for _ in range(2)]
        rank = f"ts_rank('{WEIGHTS}', words, {one})"
        return [
            sql.Statement(tongue.of_product(f"ARRAY[{', '.join([has] * len(self.words))}]"), twice),
            sql.Statement(tongue.of_product(rank), [" | ".join(self.queries)]),
        ]

    def measured(self, values: Sequence[Sequence[Any]]) -> Scores:
        """The share of the query's words that a product has, rare words counting for more.

        Each word in whichever language has it: "Emaille mug" are words of two. A word that no
        product has counts as the rarest of all: what nobody sells is not matched by what shares the
        other words.
        """
        n = len(values)
        has = np.zeros((n, len(self.words)))
        small, rank = np.zeros(len(self.words), bool), np.zeros(n)
        for at in range(0, 2 * len(tongues()), 2):
            rows = self.rows([row[at] for row in values])
            said = np.array([row[at + 1] or 0.0 for row in values], np.float64)
            has = np.maximum(has, np.nan_to_num(rows))
            small |= np.isnan(rows[~np.isnan(rows).all(axis=1)]).any(axis=0)
            rank = np.maximum(rank, said / max(float(said.max(initial=0)), 1e-9))
        idf = np.log1p(self.products / np.maximum(self.frequencies, 1)) * ~small
        return np.asarray(has @ idf / max(float(idf.sum()), 1e-9) * (1 - RANKED + RANKED * rank))

    def rows(self, has: Sequence[Sequence[bool | None] | None]) -> Scores:
        """(n, words), nan for a small word, and for all of them where there is no translation."""
        nothing: list[bool | None] = [None] * len(self.words)
        rows = np.array([nothing if row is None else row for row in has], np.float64)
        return rows.reshape(len(has), len(self.words))
