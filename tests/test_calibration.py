import numpy as np
import pytest

from search.ranking.calibration import (
    IMAGE_IMAGE,
    TEXT_IMAGE,
    TEXT_TEXT,
    Calibration,
    Curve,
    fit_curve,
    shrunk,
    standardise,
)

RANDOM = np.random.default_rng(1)


def test_deviations_are_measured_from_the_query_s_own_background() -> None:
    background = RANDOM.normal(0.4, 0.1, 100_000)
    z = standardise(np.array([0.4, 0.6]), background, dimensions=256)
    assert z.tolist() == [pytest.approx(0, abs=0.02), pytest.approx(2, abs=0.02)]


def test_two_modalities_on_different_scales_come_out_alike() -> None:
    low = standardise(np.array([0.2]), RANDOM.normal(0.1, 0.02, 100_000), 256)
    high = standardise(np.array([0.9]), RANDOM.normal(0.8, 0.02, 100_000), 256)
    assert low[0] == pytest.approx(high[0], rel=0.02)


def test_many_relevant_products_do_not_hide_each_other() -> None:
    others, relevant = RANDOM.normal(0, 0.1, 70_000), RANDOM.normal(0.6, 0.1, 30_000)
    alone = standardise(np.array([0.6]), others, 256)
    among_many = standardise(np.array([0.6]), np.concatenate([others, relevant]), 256)
    assert among_many[0] > 0.6 * alone[0]


def test_what_is_like_nothing_in_the_shop_does_not_look_outstanding() -> None:
    alike_all = np.append(RANDOM.normal(0.1, 0.02, 10_000), 0.2)
    alone = standardise(np.array([0.2]), alike_all, 256)
    usual = standardise(np.array([0.2]), alike_all, 256, usual=0.1)
    assert alone[0] > 4
    assert usual[0] == pytest.approx(1, abs=0.1)


def test_a_query_that_spreads_as_usual_is_taken_as_it_is() -> None:
    background = RANDOM.normal(0.1, 0.1, 10_000)
    without, with_usual = (standardise(np.array([0.6]), background, 256, u) for u in (0.0, 0.08))
    assert without[0] == with_usual[0]


def test_three_products_are_no_background_so_theory_stands_in() -> None:
    z = standardise(np.array([0.5]), np.array([0.5, 0.0, 0.0]), dimensions=64)
    assert z[0] > 3


def test_a_background_without_spread_does_not_divide_by_zero() -> None:
    assert np.isfinite(standardise(np.array([0.5]), np.full(1_000, 0.5), 64)[0])


def test_the_fitted_curve_is_one_half_midway_between_the_two_kinds_of_pairs() -> None:
    random = np.random.default_rng(1)
    curve = fit_curve(random.normal(4, 1, 2_000), random.normal(0, 1, 2_000))
    assert curve(np.array([2.0]))[0] == pytest.approx(0.5, abs=0.05)


def test_a_hundred_times_more_unrelated_pairs_do_not_move_the_curve() -> None:
    random = np.random.default_rng(1)
    related = random.normal(4, 1, 500)
    few = fit_curve(related, random.normal(0, 1, 500))
    many = fit_curve(related, random.normal(0, 1, 50_000))
    assert few(np.array([2.0]))[0] == pytest.approx(many(np.array([2.0]))[0], abs=0.07)


def test_a_leg_that_cannot_tell_them_apart_never_becomes_sure() -> None:
    random = np.random.default_rng(1)
    curve = fit_curve(random.normal(0, 1, 2_000), random.normal(0, 1, 2_000))
    assert curve(np.array([5.0]))[0] < 0.7


def test_pairs_of_one_kind_alone_are_refused() -> None:
    with pytest.raises(ValueError, match="pairs that belong together"):
        fit_curve(np.array([]), np.array([1.0]))


def test_a_stored_calibration_comes_back_the_same() -> None:
    made = Calibration(curves={"words": Curve(2.0, -1.0)}, weights={"words": 0.4}, products=7)
    again = Calibration.from_json(made.to_json())
    assert (again.curves["words"], again.weights["words"], again.products) == (Curve(2, -1), 0.4, 7)


def test_legs_that_were_never_fitted_keep_their_untuned_curve() -> None:
    assert Calibration.from_json({}).curves["text_image"] == Curve()


def test_what_was_never_fitted_is_not_stored() -> None:
    assert Calibration().to_json() == {
        "curves": {},
        "weights": {},
        "spreads": {},
        "products": 0,
    }


def test_a_shop_too_small_to_be_measured_has_the_spread_of_others() -> None:
    never_fitted, fitted = Calibration(), Calibration(spreads={"text_text": 0.06})
    assert never_fitted.usual("text_text", 512) == pytest.approx(0.075, abs=0.001)
    assert never_fitted.usual("text_image", 512) == pytest.approx(0.038, abs=0.001)
    assert fitted.usual("text_text", 512) == 0.06


@pytest.mark.parametrize("retriever", [TEXT_TEXT, TEXT_IMAGE])
def test_a_small_shop_leans_on_what_large_ones_teach(retriever: str) -> None:
    lenient = Curve(slope=2.4, intercept=-4.8)  # even odds at 2 deviations
    even = [
        -c.intercept / c.slope for c in (shrunk(retriever, lenient, n) for n in (50, 200, 100_000))
    ]
    assert even == sorted(even, reverse=True)
    assert even[0] > 3 > even[1] > 2.5
    assert even[2] == pytest.approx(2, abs=0.01)


def test_what_is_seen_on_photos_has_no_such_measure() -> None:
    own = Curve(slope=0.9, intercept=-1.6)
    assert shrunk(IMAGE_IMAGE, own, 60).slope == pytest.approx(own.slope)
    assert shrunk(IMAGE_IMAGE, own, 60).intercept == pytest.approx(own.intercept)
