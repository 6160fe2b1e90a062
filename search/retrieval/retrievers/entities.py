"""The retriever by what was understood: it brings whoever meets all of it, and scores the share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search import sql
from search.models import EncoderVersion
from search.ranking.calibration import ENTITIES
from search.retrieval.conditions.compiled import compiled
from search.retrieval.conditions.condition import Condition, Evidence
from search.retrieval.conditions.one_variant import on_one_variant
from search.retrieval.conditions.passing import Passing
from search.retrieval.conditions.predicates import (
    Predicate,
    all_of,
    ids_among,
    ids_where,
    predicate,
)
from search.retrieval.limits import ASKED
from search.retrieval.retrievers.protocol import Scores

NEAR_COLOR = 0.5  # what a neighbouring colour is worth
FLAGS = 4  # columns of a condition: by column, by words, by photos, in a neighbouring colour


@dataclass
class EntityRetriever:
    """All conditions of a query; only qualities count for the score, demands are met or not.

    `overridden` are those on what the shopper has chosen otherwise since: they count for the score,
    so that no filter changes what is near, and nobody has to meet them.
    """

    conditions: Sequence[Condition]
    overridden: Sequence[Condition] = ()
    version: EncoderVersion | None = None  # whose vectors say what photos look like
    name: str = ENTITIES

    @property
    def heard(self) -> list[Condition]:
        return [*self.conditions, *self.overridden]

    def statements(self, passing: Passing, k: int) -> Sequence[sql.Statement]:
        """`k` products that meet all conditions, the newest.

        Those whose columns say so, or words where no column does, are found by an index. Only where
        these are not enough are products of the kind asked for their words and photos too.
        """
        if not self.conditions:
            return []
        indexed = [
            compiled(each, "by_words" if each.of_words else "by_column")
            for each in self.conditions
            if not each.of_form
        ]
        variant = predicate(on_one_variant(self.conditions, passing.filters))
        stated = ids_where(passing.predicate & all_of(indexed) & variant, newest(k))
        if all(each.demand for each in self.conditions):
            return [of_ids(stated)]
        others = self.said_or_seen(passing.predicate, variant, k)
        text = f"""
            WITH stated AS MATERIALIZED ({stated.text}),
                 enough AS (SELECT count(*) = {k:d} FROM stated)
            SELECT id FROM stated
            UNION (SELECT id FROM ({others.text}) others (id) WHERE NOT (TABLE enough))"""
        return [of_ids(sql.Statement(text, [*stated.params, *others.params]))]

    def said_or_seen(self, passing: Predicate, variant: Predicate, k: int) -> sql.Statement:
        """The same by any evidence, of a bounded number: no index finds what photos show."""
        others = [each for each in self.conditions if each.of_form or each.color_names]
        kinds = [each for each in self.conditions if each not in others]
        said = all_of(compiled(each, "by_column") | compiled(each, "by_words") for each in kinds)
        possible = all_of(compiled(each, "possible") for each in others)
        met = all_of(compiled(each, "met") for each in others)
        return ids_among(passing & said & possible, ASKED, met & variant, newest(k))

    def settings(self, passing: Passing, k: int) -> Mapping[str, str]:
        """Indexes know all that is asked; the planner expects some soon, and reads to the end."""
        return {"enable_seqscan": "off"}

    def columns(self) -> list[Predicate]:
        return [
            truth
            for each in self.heard
            for truth in (
                compiled(each, "by_column"),
                compiled(each, "by_words"),
                self.seen(each),
                compiled(each, "nearby"),
            )
        ]

    def seen(self, condition: Condition) -> Predicate:
        if condition.of_form:
            return compiled(condition, "undenied")
        return compiled(condition, "by_photos") | predicate(condition.by_looks(self.version))

    def measured(self, values: Sequence[Sequence[Any]]) -> Scores:
        """The share of the qualities that a product has; a neighbouring colour counts half."""
        flags = self.flags(values)[:, [each.preferred or not each.demand for each in self.heard]]
        met = flags[:, :, :3].any(axis=2)
        share = np.where(met, 1.0, np.where(flags[:, :, 3], NEAR_COLOR, 0.0))
        return share.mean(axis=1) if share.shape[1] else np.zeros(len(share))

    def evidence(self, values: Sequence[Sequence[Any]]) -> NDArray[np.int8]:
        """(n, heard): the strongest Evidence for each product and condition."""
        flags = self.flags(values)
        weakest = [Evidence.UNDENIED if each.of_form else Evidence.SEEN for each in self.heard]
        seen = np.where(flags[:, :, 2], weakest, Evidence.NONE)
        said = np.where(flags[:, :, 1], Evidence.SAID, seen)
        return np.where(flags[:, :, 0], Evidence.COLUMN, said).astype(np.int8)

    def known(self, values: Sequence[Sequence[Any]]) -> NDArray[np.bool_]:
        """(n,) whether columns or words, not photos alone, say that a product meets all of it."""
        return np.asarray(self.flags(values)[:, :, :2].any(axis=2).all(axis=-1))

    def flags(self, values: Sequence[Sequence[Any]]) -> NDArray[np.bool_]:
        return np.array(values, bool).reshape(len(values), len(self.heard), FLAGS)


def of_ids(found: sql.Statement) -> sql.Statement:
    """That and nothing else: conditions measure more than a number."""
    return sql.Statement(f"SELECT id, NULL::float8 FROM ({found.text}) found (id)", found.params)


def newest(k: int) -> str:
    return f"ORDER BY id DESC LIMIT {k:d}"
