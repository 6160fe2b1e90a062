"""The metrics by hand-made rankings whose values can be worked out on paper."""

from __future__ import annotations

import math

import pytest

from search.evaluation.metrics import compare, estimate, per_query

JUDGED = {"dress": {"a": 3, "b": 1, "z": 0}, "boots": {"c": 1}}


def test_values_are_those_of_the_textbook() -> None:
    found = per_query(JUDGED, {"dress": ["x", "a", "z"], "boots": ["c"]}, k=10)
    ideal = 3 + 1 / math.log2(3)
    assert found["dress"] == pytest.approx(
        {
            "R@10": 1 / 2,
            "P@10": 1 / 10,
            "MRR": 1 / 2,
            "nDCG@10": (3 / math.log2(3)) / ideal,
            "unjudged@10": 1 / 3,
        }
    )
    assert found["boots"]["nDCG@10"] == 1


def test_the_ideal_comes_from_the_judgements_and_not_from_what_was_found() -> None:
    found = per_query(JUDGED, {"dress": ["b"]}, k=10)
    assert found["dress"]["nDCG@10"] == pytest.approx(1 / (3 + 1 / math.log2(3)))


def test_a_query_that_finds_nothing_scores_zero_and_is_counted() -> None:
    found = per_query(JUDGED, {"dress": [], "boots": ["c"]}, k=10)
    assert found["dress"] == {"R@10": 0, "P@10": 0, "MRR": 0, "nDCG@10": 0}


def test_the_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    values = [0.0, 1.0, 1.0, 0.5, 0.25, 1.0]
    first = estimate(values)
    assert first.mean == 0.625
    assert first.low < first.mean < first.high
    assert first == estimate(values)
    assert estimate([0.5] * 4).low == estimate([0.5] * 4).high == 0.5


def test_a_comparison_is_paired_by_query() -> None:
    new = {"a": 0.9, "b": 0.2, "c": 0.5, "new": 1.0}
    old = {"a": 0.4, "b": 0.3, "c": 0.5, "old": 0.0}
    found = compare(new, old)
    assert list(found.by_query) == ["b", "c", "a"]
    assert (found.better, found.worse, found.difference.queries) == (1, 1, 3)
    assert found.difference.mean == pytest.approx(0.4 / 3)
    assert not found.certain


def test_a_difference_on_every_query_is_beyond_chance() -> None:
    assert compare({str(n): 0.6 for n in range(5)}, {str(n): 0.5 for n in range(5)}).certain
