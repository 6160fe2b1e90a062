"""What belongs together in a shop is learnt without labels, and not from its faults."""

from __future__ import annotations

import numpy as np
import pytest

from search.audit.plausibility import FEWEST_EXAMPLES, learn

CHANCE = np.random.default_rng(5)


def pairs(n: int, mean: float) -> np.ndarray:
    return CHANCE.normal(mean, 1.0, (n, 2))


@pytest.mark.parametrize("faults", [0, 10])
def test_what_does_not_belong_together_is_doubted_even_if_some_was_learnt(
    faults: int,
) -> None:
    together = np.concatenate([pairs(300, 5.0), pairs(faults, 0.0)])
    judge = learn(together, pairs(300, 0.0))
    assert judge is not None
    assert (judge.doubt(pairs(200, 0.0)) > 0.5).mean() > 0.95
    assert (judge.doubt(pairs(200, 5.0)) > 0.5).mean() < 0.01


def test_what_cannot_be_told_speaks_for_nothing() -> None:
    judge = learn(pairs(300, 5.0), pairs(300, 0.0))
    assert judge is not None
    known, unknown = np.array([[5.0, 5.0]]), np.array([[5.0, np.nan]])
    assert judge.odds(known)[0] > judge.odds(unknown)[0]


def test_nothing_is_learnt_from_a_few() -> None:
    assert learn(pairs(FEWEST_EXAMPLES - 1, 5.0), pairs(300, 0.0)) is None


def test_what_is_nearer_never_belongs_less() -> None:
    together, apart = pairs(300, 5.0), pairs(300, 0.0)
    together[:, 1], apart[:, 1] = 0.0, 1.0  # as chance may have it in a small shop
    together[:, 1] += CHANCE.normal(0, 1, 300)
    judge = learn(together, apart)
    assert judge is not None
    low, high = np.array([[5.0, 0.0]]), np.array([[5.0, 9.0]])
    assert judge.odds(high)[0] >= judge.odds(low)[0]
