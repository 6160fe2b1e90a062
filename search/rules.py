"""The shop's rules for the order of what is relevant. They never change what is relevant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# What becomes of sold-out products. Those to HIDE are left out by a filter, so that counts agree.
KEEP, DEMOTE, HIDE = "keep", "demote", "hide"

ROW = 4  # cards in the first row of a wide screen
FROM_ONE_BRAND = 2  # of them, unless the shopper asked for the brand
CLOSE = 0.15  # a product gives way only to one that is nearly as good


def arrange(
    scores: NDArray[np.float64],
    sold_out: NDArray[np.bool_],
    brands: Sequence[int | None],
    policy: str = DEMOTE,
    *,
    one_brand_is_fine: bool = False,
) -> NDArray[np.int64]:
    """The order in which to show products that come best first: positions into `scores`.

    With DEMOTE, sold-out products follow those that can be bought and match nearly as well. Then
    the first row is mixed, so that no brand fills it.
    """
    order = np.arange(len(scores))
    if policy == DEMOTE:
        order = np.argsort(-(scores - CLOSE * sold_out), kind="stable")
    return order if one_brand_is_fine else mixed(order, scores, brands)


def mixed(
    order: NDArray[np.int64], scores: NDArray[np.float64], brands: Sequence[int | None]
) -> NDArray[np.int64]:
    """Let products of other brands that are nearly as good into the first row."""
    row: list[int] = []
    held: list[int] = []
    seen: Counter[int] = Counter()
    for at, place in enumerate(order.tolist()):
        if len(row) == ROW or (held and scores[held[0]] - scores[place] > CLOSE):
            return np.array([*row, *held, *order[at:].tolist()], np.int64)
        brand = brands[place]
        if brand is not None and seen[brand] == FROM_ONE_BRAND:
            held.append(place)
        else:
            row.append(place)
            seen.update([] if brand is None else [brand])
    return np.array([*row, *held], np.int64)
