import numpy as np
import pytest

from search.ranking.fusion import convex, prior, reciprocal_rank

NAN = float("nan")


def test_equal_legs_give_their_own_probability() -> None:
    fused = convex({"a": np.array([0.8]), "b": np.array([0.8])}, {"a": 0.3, "b": 0.7})
    assert fused[0] == pytest.approx(0.8)


def test_a_leg_is_left_out_for_a_product_that_it_does_not_know() -> None:
    retrievers = {"text": np.array([0.9, 0.9, 0.9]), "photo": np.array([NAN, 0.95, 0.1])}
    without_photo, agreeing, refuted = convex(retrievers, {"text": 0.5, "photo": 0.5})
    assert np.isclose(without_photo, 0.9)
    assert agreeing > without_photo > refuted


def test_a_product_that_no_leg_knows_gets_nothing() -> None:
    assert convex({"a": np.array([NAN])}, {"a": 1.0})[0] == 0


def test_no_leg_is_so_sure_that_it_overrules_all_the_others() -> None:
    retrievers = {"a": np.array([0.0]), "b": np.array([0.99]), "c": np.array([0.99])}
    assert convex(retrievers, {"a": 0.2, "b": 0.4, "c": 0.4})[0] > 0.5


def test_among_sure_matches_the_surer_one_stays_ahead() -> None:
    retrievers = {"strong": np.array([1 - 1e-9, 1 - 1e-6]), "weak": np.array([0.5, 0.7])}
    surer, sure = convex(retrievers, {"strong": 0.9, "weak": 0.1})
    assert surer > sure


def test_the_heavier_leg_decides() -> None:
    retrievers = {"a": np.array([0.9, 0.2]), "b": np.array([0.2, 0.9])}
    first, second = convex(retrievers, {"a": 0.8, "b": 0.2})
    assert first > second


def test_rank_fusion_puts_first_what_is_first_everywhere() -> None:
    fused = reciprocal_rank({"a": np.array([0.9, 0.1]), "b": np.array([0.5, 0.4])})
    assert fused.tolist() == [pytest.approx(1.0), pytest.approx(61 / 62)]


def test_rank_fusion_gives_nothing_for_a_leg_that_does_not_know_the_product() -> None:
    fused = reciprocal_rank({"a": np.array([0.9, NAN])})
    assert fused[1] == 0


def test_a_larger_shop_asks_for_a_better_match() -> None:
    assert prior(100) > prior(10_000) > prior(1_000_000)


def test_an_empty_shop_has_a_prior_too() -> None:
    assert np.isfinite(prior(0))
