"""Where the relevant end and the merely nearest begin.

A nearest-neighbour search always returns neighbours, however far. The cut is made per query, on
the query's own scores: a product stays while it is not far below the best. What does not even
reach a floor is never relevant, so that nonsense finds little or nothing; the floor rises with what
no product says of the query. All numbers are measured on judgements and nonsense of several shops
(docs/search.md).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.ranking.fusion import log_odds, prior

FLOOR = 0.02
HALF_HEARD = 0.04  # the floor where half of what was said stands in no product
UNHEARD = 0.15  # and where all of it: only the meaning speaks
HALF_UNDERSTOOD = 0.4  # some words are conditions, others unknown: tablets, but of vitamins
SMALL = 600  # products of a shop up to which the floors are raised
NOTHING = 1.0  # what no product reaches: there is nothing to be like
LEAST = 0.002  # what is less likely right than this is not even less similar
DROP = 5.0  # log-odds below the best
FAINT = 0.1  # a best match that is less likely right than this is said to be a poor one


def floor_of(unheard: float, half_understood: bool, products: int) -> float:
    """The least score of what is relevant; `unheard`: share of the words that no product has.

    Scores know how many `products` there are. That a small shop has few is no reason to believe
    that it has what was asked for: it is the likelier to have nothing of the kind.
    """
    if half_understood:
        floor = HALF_UNDERSTOOD
    elif unheard < 0.5:
        floor = FLOOR
    else:
        floor = HALF_HEARD if unheard < 1 else UNHEARD
    easier = prior(min(products, SMALL)) - prior(SMALL)
    return float(1 / (1 + np.exp(-log_odds(np.array(floor)) - easier)))


def relevant(scores: NDArray[np.float64], floor: float = FLOOR) -> NDArray[np.bool_]:
    """Which candidates are relevant, given the scores of all of them: (n,) from 0 to 1."""
    return np.asarray(scores >= bar(scores, floor))


def bar(scores: NDArray[np.float64], floor: float = FLOOR) -> float:
    """The least score of what is relevant."""
    best = log_odds(scores.max(initial=0.0))
    return max(floor, float(1 / (1 + np.exp(DROP - best))))
