"""The shop's rules for the order of what is relevant. They never change what is relevant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# What becomes of sold-out products. Those to HIDE are left out by a filter, so that counts agree.
KEEP, DEMOTE, HIDE = "keep", "demote", "hide"

ROW = 4  # cards in the first row of a wide screen
OF_ONE_GROUP = 2  # of them: of one brand, or of one shape in several colours
NEARLY_AS_GOOD = 0.15  # a product gives way only to one that is nearly as good


@dataclass(frozen=True)
class Mixing:
    """The numbers above, some of which a shop may have published others for."""

    row: int = ROW
    of_one_group: int = OF_ONE_GROUP
    close: float = NEARLY_AS_GOOD


def arrange(
    scores: NDArray[np.float64],
    sold_out: NDArray[np.bool_],
    groups: Sequence[Sequence[Hashable]],
    policy: str = DEMOTE,
    mixing: Mixing = Mixing(),
) -> NDArray[np.int64]:
    """The order in which to show products that come best first: positions into `scores`.

    With DEMOTE, sold-out products follow those that can be bought and match nearly as well. Then
    the first row is mixed, so that none of the `groups` that a product belongs to fills it.
    """
    order = np.arange(len(scores))
    if policy == DEMOTE:
        order = np.argsort(-(scores - mixing.close * sold_out), kind="stable")
    return mixed(order, scores, groups, mixing)


def mixed(
    order: NDArray[np.int64],
    scores: NDArray[np.float64],
    groups: Sequence[Sequence[Hashable]],
    mixing: Mixing,
) -> NDArray[np.int64]:
    """Let products of other groups that are nearly as good into the first row."""
    row: list[int] = []
    held: list[int] = []
    seen: Counter[Hashable] = Counter()
    for at, place in enumerate(order.tolist()):
        if len(row) == mixing.row or (held and scores[held[0]] - scores[place] > mixing.close):
            return np.array([*row, *held, *order[at:].tolist()], np.int64)
        if any(seen[group] >= mixing.of_one_group for group in groups[place]):
            held.append(place)
        else:
            row.append(place)
            seen.update(groups[place])
    return np.array([*row, *held], np.int64)
