"""What the search itself found out about products: for `explain=1` and for staff.

Nothing is judged here a second time. The candidates are those that the shelves were made of; where
the shelves came from the cache, they are scored again by the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.explanation import ChipMet, Explanation, Vote
from search.query import Hit
from search.ranking.cutoff import bar
from search.retrieval.conditions.condition import Condition, Evidence
from search.retrieval.retrievers.protocol import Ids, Scores
from search.retrieval.shelves.applying import of_targets
from search.retrieval.shelves.freezing import floors, products_named
from search.retrieval.state import Search

KNOWN_BY = {
    Evidence.NONE: "",
    Evidence.SEEN: "photo",
    Evidence.SAID: "words",
    Evidence.COLUMN: "column",
    Evidence.UNDENIED: "undenied",
}


@dataclass
class Explaining:
    """The candidates of a search, to be looked up one by one."""

    search: Search
    named: Ids = field(init=False)

    def __post_init__(self) -> None:
        self.named = products_named(self.search)

    @cached_property
    def rows(self) -> dict[int, int]:
        """Where each candidate stands in the arrays."""
        return {pk: row for row, pk in enumerate(self.search.scored.ids.tolist())}

    @cached_property
    def cutoffs(self) -> Scores:
        """What each candidate had to reach."""
        drop = self.search.settings.cutoff.drop
        return bar(self.search.scored.scores, floors(self.search), drop)

    def of(self, product_id: int) -> Explanation:
        row = self.rows.get(product_id)
        named = product_id in self.named
        if row is None:
            rules = self.rules(product_id)
            most = rounded(self.cutoffs.max(initial=0.0))
            return Explanation(cutoff=most, named=named, rules=rules)
        scored = self.search.scored
        return Explanation(
            votes=tuple(self.votes(row)),
            score=rounded(scored.scores[row]),
            cutoff=rounded(self.cutoffs[row]),
            chips=chips_met(self.search.conditions, scored.evidence[row]),
            one_variant=bool(scored.together[row]),
            named=named,
            rules=self.rules(product_id),
        )

    def rules(self, product_id: int) -> tuple[str, ...]:
        """Those that moved the product, or put it where it is."""
        return rules_on(self.search, product_id, self.targets)

    @cached_property
    def targets(self) -> dict[int, Ids]:
        return of_targets(self.search.acts.moving, self.search.scored.ids)

    def votes(self, row: int) -> Iterable[Vote]:
        """Those of the retrievers that know the product, in the order of the query's parts."""
        scored, weights = self.search.scored, self.search.searcher.calibration.weights
        for name, says in scored.trace.items():
            if np.isnan(says[row]):
                continue
            retriever, _space, number = name.partition(" ")
            part = self.search.parts[int(number or 1) - 1].part
            weight = weights.get(retriever, 0.0) * part.weight
            raw = scored.raw[name][row]
            yield Vote(name, rounded(raw), rounded(says[row]), rounded(weight))


def explain(search: Search, shelves: Sequence[Sequence[Hit]]) -> None:
    """Tell of every hit why it is where it is."""
    explaining = Explaining(search) if search.asks else None
    for hit in (hit for shelf in shelves for hit in shelf):
        hit.explanation = (
            explaining.of(hit.product.pk) if explaining else of_listed(search, hit.product.pk)
        )


def of_listed(search: Search, product_id: int) -> Explanation:
    """Of a listing nothing is scored: what is there passes, and meets what was understood."""
    certain = np.full(len(search.conditions), Evidence.COLUMN, np.int8)
    chips = chips_met(search.conditions, certain)
    return Explanation(chips=chips, rules=rules_on(search, product_id, {}))


def rules_on(search: Search, product_id: int, targets: dict[int, Ids]) -> tuple[str, ...]:
    """The rules that pinned or moved a product, by name."""
    acting = [*(["pin"] if search.pins else []), *(["boost", "bury"] if search.asks else [])]
    return search.acts.names_for(product_id, targets, acting)


def chips_met(conditions: Sequence[Condition], evidence: NDArray[np.int8]) -> tuple[ChipMet, ...]:
    return tuple(
        ChipMet(each.entities[0].key, each.label, KNOWN_BY[Evidence(how)])
        for each, how in zip(conditions, evidence.tolist(), strict=True)
    )


def rounded(value: float) -> float:
    return round(float(value), 4)
