"""Where the relevant end and the merely nearest begin.

A nearest-neighbour search always returns neighbours, however far. The cut is made per query, on
the query's own scores: a product stays while it is not far below the best. What does not even
reach FLOOR is never relevant, so that nonsense finds little or nothing. Both numbers are measured
on the sample shop's judgements and on nonsense (docs/search.md).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.ranking.fusion import log_odds

FLOOR = 0.02
UNHEARD = 0.04  # the floor where no product has any of the words: only their meaning speaks
HALF = 0.4  # and where some words were understood and others are unknown: tablets, but of vitamins
LEAST = 0.002  # what is less likely right than this is not even less similar
DROP = 5.0  # log-odds below the best
FAINT = 0.1  # a best match that is less likely right than this is said to be a poor one


@dataclass(frozen=True)
class Cutoff:
    """The numbers above, some of which a shop may have published others for."""

    floor: float = FLOOR
    unheard: float = UNHEARD
    half: float = HALF
    least: float = LEAST
    drop: float = DROP


def relevant(
    scores: NDArray[np.float64], floor: float = FLOOR, drop: float = DROP
) -> NDArray[np.bool_]:
    """Which candidates are relevant, given the scores of all of them: (n,) from 0 to 1."""
    best = scores.max(initial=0.0)
    if best < floor:
        return np.zeros(len(scores), bool)
    least = max(float(log_odds(np.array(floor))), float(log_odds(best)) - drop)
    return np.asarray(log_odds(scores) >= least)
