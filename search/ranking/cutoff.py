"""Where the relevant end and the merely nearest begin.

A nearest-neighbour search always returns neighbours, however far. The cut is made per query, on
the query's own scores: a product stays while it is not far below the best. What does not even
reach a floor is never relevant, so that nonsense finds little or nothing; the floor rises with what
no product says of the query. All numbers are measured on judgements and nonsense of several shops
(docs/search.md).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.ranking.fusion import log_odds, prior

Scores = NDArray[np.float64]

FLOOR = 0.02
HALF_HEARD = 0.04  # the floor where half of what was said stands in no product
UNHEARD = 0.15  # and where all of it: only the meaning speaks
HALF_UNDERSTOOD = 0.4  # some words are conditions, others unknown: tablets, but of vitamins
SMALL = 600  # products of a shop up to which the floors are raised
SURELY_SAID = 0.9  # by its words this likely, a product is no guess of a small shop
OUT_OF_REACH = 1.0  # what no product reaches: there is nothing to be like
LEAST_SIMILAR = 0.002  # what is less likely right than this is not even less similar
NEAR_THE_FLOOR = 0.05  # nor what is less likely than this share of the floor
DROP = 5.0  # log-odds below the best
FAINT = 0.1  # a best match that is less likely right than this is said to be a poor one


@dataclass(frozen=True)
class Cutoff:
    """The numbers above, some of which a shop may have published others for."""

    floor: float = FLOOR
    half_heard: float = HALF_HEARD
    unheard: float = UNHEARD
    half: float = HALF_UNDERSTOOD
    least: float = LEAST_SIMILAR
    drop: float = DROP

    def floor_of(self, unheard: float, half_understood: bool) -> float:
        """The least score of what is relevant; `unheard`: share of words that no product has."""
        if half_understood:
            return self.half
        if unheard < 0.5:
            return self.floor
        return self.half_heard if unheard < 1 else self.unheard

    def least_near(self, floor: float) -> float:
        """The least score of what is at least less similar, for a floor that was not raised."""
        return max(self.least, NEAR_THE_FLOOR * floor)


def raised(floor: float, products: int) -> float:
    """The floor in a shop of so many products, of which scores know as well.

    That a small shop has few is no reason to believe that it has what was asked for: it is the
    likelier to have nothing of the kind.
    """
    easier = prior(min(products, SMALL)) - prior(SMALL)
    return float(1 / (1 + np.exp(-log_odds(np.array(floor)) - easier)))


def relevant(
    scores: Scores, floor: float | Scores = FLOOR, drop: float = DROP
) -> NDArray[np.bool_]:
    """Which candidates are relevant, given the scores of all of them: (n,) from 0 to 1.

    `floor` may be one for each.
    """
    return np.asarray(scores >= bar(scores, floor, drop))


def bar(scores: Scores, floor: float | Scores = FLOOR, drop: float = DROP) -> Scores:
    """The least score of what is relevant, or of each where each has its own `floor`."""
    best = log_odds(scores.max(initial=0.0))
    return np.maximum(floor, 1 / (1 + np.exp(drop - best)))
