"""What a product lacks, as bits, so that other filters can be counted without another search.

One bit for each condition that the words make, and one for not being near. Nothing of it hangs on
the shopper's filters: they decide which conditions still stand, and so which bits matter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from catalog.filters import Filters
from search.retrieval.conditions.condition import Condition, in_force
from search.retrieval.retrievers.scored import Mask
from search.retrieval.state import Search

FAR = 1 << 63  # merely found: counted where it meets all that was understood
BITS = 63  # conditions that have a bit


def bits(met: Mask, close: Mask) -> NDArray[np.uint64]:
    """`met` (n, heard) and `close` (n,) as one number for each of n."""
    places = np.arange(min(met.shape[1], BITS), dtype=np.uint64)
    unmet = ((~met[:, :BITS]).astype(np.uint64) << places).sum(axis=1, dtype=np.uint64)
    return np.asarray(unmet | np.where(close, np.uint64(0), np.uint64(FAR)))


def allowed(
    search: Search, filters: Filters, ignoring: str = "", besides: Condition | None = None
) -> int:
    """The bits that a product may lack under the filters, those on `ignoring` aside."""
    left = [each for each in in_force(search.heard, filters, ignoring) if each is not besides]
    missing = sum(1 << at for at, each in enumerate(search.heard[:BITS]) if each not in left)
    return missing | (FAR if left and search.all_understood else 0)


def without(lacks: NDArray[np.uint64], at: int) -> Mask:
    """(n,) of which the condition at that place is not met."""
    return np.asarray(lacks >> np.uint64(at) & np.uint64(1), bool)
