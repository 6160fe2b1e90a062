"""Judgements teach what a retriever's numbers mean and what each retriever is worth."""

import numpy as np
import pytest

from search.ranking.calibration import Curve
from search.ranking.tuning import Asked, Tuned, dcg, held_out, ndcg, tune

START = Tuned({"good": Curve(), "noise": Curve()}, {"good": 0.0, "noise": 0.8})


def asked(number: int) -> list[Asked]:
    """Queries of which one retriever knows the right five of fifty products, the other nothing."""
    random = np.random.default_rng(7)
    all_grades = [random.permutation(np.repeat([1.0, 0.0], [5, 45])) for _ in range(number)]
    return [
        Asked(
            {"good": random.normal(4 * grades, 1), "noise": random.normal(0, 1, 50)},
            grades,
            dcg(np.ones(5)),
        )
        for grades in all_grades
    ]


def test_the_leg_that_knows_gets_weight() -> None:
    weights = tune(asked(20), START).weights
    assert weights["good"] > 0


def test_a_curve_is_one_half_midway_between_right_and_wrong() -> None:
    curve = tune(asked(40), START).curves["good"]
    assert curve(np.array([2.0]))[0] == pytest.approx(0.5, abs=0.1)


def test_a_leg_with_too_few_judged_pairs_keeps_its_curve() -> None:
    assert tune(asked(2), START).curves == START.curves


def test_better_is_measured_on_queries_that_taught_nothing() -> None:
    before, after = held_out(asked(20), START)
    assert after > before + 0.1


def test_a_product_that_no_leg_found_counts_in_the_ideal_ranking() -> None:
    one = Asked({"good": np.array([3.0])}, np.array([1.0]), dcg(np.ones(2)))
    assert ndcg(one, Tuned(START.curves, {"good": 1.0})) == pytest.approx(1 / (1 + 1 / np.log2(3)))
