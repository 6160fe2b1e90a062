"""What a value looks like is learned from photos with it and without, and only where they tell."""

from __future__ import annotations

import numpy as np
import pytest

from search.ranking.prototypes import Examples, learn

DIMENSIONS = 24


def examples(shift: float, stated: float = 1.0, n: int = 120, seed: int = 3) -> Examples:
    """Half of the products of two kinds have it: that moves them by `shift` along the first axis.

    `stated`: the share of those without it that say another value of the attribute.
    """
    chance = np.random.default_rng(seed)
    has = np.arange(n) % 2 == 0
    kinds = np.arange(n) % 3 // 2
    photos = chance.standard_normal((n, DIMENSIONS)) / 5
    photos[:, 0] += shift * has
    photos[:, 1] += 3 * kinds  # what differs from kind to kind is no matter of the value
    return Examples(photos, has, has | (chance.random(n) < stated), kinds.astype(np.int64))


def test_the_step_goes_from_without_to_with() -> None:
    found = learn(examples(1.0))
    assert found is not None
    assert found.step.argmax() == 0
    assert found.step[0] == pytest.approx(1.0, abs=0.2)


def test_what_tells_kinds_of_things_apart_is_left_out() -> None:
    found = learn(examples(1.0))
    assert found is not None
    assert abs(found.probe[1]) < 0.2 < found.probe[0]


def test_a_photo_that_it_was_not_learned_from_is_told_surely() -> None:
    found, others = learn(examples(1.0)), examples(1.0, seed=4)
    assert found is not None
    assert found.least is not None
    shown = others.photos @ found.probe >= found.least
    assert others.has[shown].mean() > 0.85
    assert shown[others.has].mean() > 0.8


def test_what_photos_do_not_tell_is_not_learned() -> None:
    assert learn(examples(0.0)) is None


def test_a_few_examples_teach_nothing() -> None:
    assert learn(examples(1.0, n=12)) is None


def test_silence_is_a_no_where_most_are_silent() -> None:
    few = examples(1.0, stated=0.0)
    plain = ~few.has
    more = Examples(
        np.vstack([few.photos, few.photos[plain]]),
        np.concatenate([few.has, few.has[plain]]),
        np.concatenate([few.stated, few.stated[plain]]),
        np.concatenate([few.kinds, few.kinds[plain]]),
    )
    assert learn(more) is not None


def test_silence_is_left_out_where_most_say_something() -> None:
    known = examples(1.0)
    silent = examples(1.0, n=60, seed=5)
    both = Examples(
        np.vstack([known.photos, silent.photos]),
        np.concatenate([known.has, np.zeros(60, bool)]),  # some of these have it, and do not say so
        np.concatenate([known.stated, np.zeros(60, bool)]),
        np.concatenate([known.kinds, silent.kinds]),
    )
    alone, found = learn(known), learn(both)
    assert alone is not None
    assert found is not None
    assert np.allclose(found.step, alone.step)
