"""Numbers on the pages of admin are rounded, as anybody who reckons them again would."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from search.admin.interval_plot import shown as metric
from search.admin.plots import plot
from search.admin.runs import said
from search.evaluation.metrics import Estimate, estimate


@pytest.mark.parametrize(
    ("value", "language", "told"),
    [(2 / 3, "en", "0.667"), (1 / 7, "de", "0,143"), (0.3314, "en", "0.331"), (1.0, "fr", "1,000")],
)
def test_a_metric_is_rounded_to_its_last_digit(value: float, language: str, told: str) -> None:
    with override(language):
        assert metric(value) == told


@pytest.mark.parametrize(("value", "told"), [(3.066, "3.07"), (96.6, "97"), (3686, "3,686")])
def test_a_plot_says_how_high_it_is_and_rounds(value: float, told: str) -> None:
    assert plot("any", [("today", value)]).top == told


def test_one_query_has_no_interval() -> None:
    assert said(estimate([0.5])) == "0.500"
    assert "(0.250 – 0.750)" in said(Estimate(0.5, 0.25, 0.75, 2))
