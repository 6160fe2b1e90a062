"""From scored candidates to the three shelves of a result.

*Results* meet all that was understood and are relevant: they alone are counted, faceted, sorted and
paged. *Partial* ones meet some of it, the kind of thing that was asked for at least. *Less similar*
is what is merely near, and nothing below a floor.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.ranking.cutoff import relevant
from search.retrieval.conditions.condition import Condition, Evidence
from search.retrieval.retrievers.protocol import Scores
from search.retrieval.retrievers.scored import Mask


@dataclass(frozen=True)
class Shelves:
    """Which candidates stand where, and those that facets count in, whatever the filters say."""

    results: Mask
    partial: Mask
    less_similar: Mask
    base: Mask
    close: Mask


def partition(
    scores: Scores,
    evidence: NDArray[np.int8],
    overridden: NDArray[np.int8],
    together: Mask,
    passing: Mask,
    conditions: Sequence[Condition],
    *,
    understood: bool,
    sold: bool,
    alike: Mask,
    floor: Scores,
    least: float,
    drop: float,
) -> Shelves:
    """`scores` (n,), `evidence` (n, conditions); `together` (n,): on one and the same variant.

    `overridden` (n, others): the evidence of what the shopper has chosen otherwise since.

    `passing` (n,): through the shopper's own filters. `understood`: whether every word of the query
    belongs to a condition; then whoever meets them all is what was asked for, near or not. `sold`:
    whether the shop has the kind of thing at all; else nothing is. `alike` (n,): what photos of the
    query count for themselves, whatever its words say. `floor` (n,) is the least score
    of what is relevant, `least` of what is at least near, `drop` how far below the best, in
    log-odds, the relevant end.
    """
    met = evidence > Evidence.NONE
    all_met = met.all(axis=1) & together & sold
    close = relevant(scores, floor, drop)
    asked = close | met.all(axis=1) if understood and conditions else close
    results = asked & all_met & passing
    partial = asked_in_part(met, close | alike, conditions) & passing & ~results
    near = (scores >= least) & passing & ~results & ~partial
    # Facets ask what other filters would leave: what counts for one of these is kept as well.
    base = close | partial
    if understood:
        base = base | met.any(axis=1) | (overridden > Evidence.NONE).any(axis=1)
    return Shelves(results, partial, near, base, close)


def asked_in_part(met: Mask, close: Mask, conditions: Sequence[Condition]) -> Mask:
    """Meets something of it, and is the kind of thing that was named.

    Where no condition says what kind of thing it is, only the scores do: a blue something is no
    blue fridge, and a white fridge nearly is.
    """
    kinds = [at for at, each in enumerate(conditions) if "category" in each.kinds]
    if kinds:
        return np.asarray(met.any(axis=1) & met[:, kinds].all(axis=1))
    return close if conditions else np.zeros(len(met), bool)
