"""Where the relevant end and the merely nearest begin.

A nearest-neighbour search always returns neighbours, however far. The cut is made per query, on
the query's own scores: a product stays while it is not far below the best. What does not even
reach FLOOR is never relevant, so that nonsense finds little or nothing. Both numbers are measured
on the sample shop's judgements and on nonsense (docs/search.md).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from search.ranking.fusion import log_odds

FLOOR = 0.015
DROP = 5.0  # log-odds below the best
FAINT = 0.1  # a best match that is less likely right than this is said to be a poor one


def cut_off(scores: NDArray[np.float64]) -> int:
    """How many of `scores`, sorted best first, are relevant."""
    if not scores.size or scores[0] < FLOOR:
        return 0
    odds = log_odds(scores)
    return int((odds >= max(float(log_odds(np.array(FLOOR))), float(odds[0]) - DROP)).sum())
