"""Bars over time as SVG, made on the server: no script, and nothing inline that the CSP forbids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from search.admin.numbers import rounded

WIDTH, HEIGHT = 720, 160
GAP = 0.2  # of a bar's share of the width
LABELS = 6  # below the bars, at most


@dataclass(frozen=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True)
class Plot:
    """Of values from 0 to `top`; `labels` stand below, each where its bar begins."""

    title: str | Promise
    bars: list[Bar]
    labels: list[tuple[float, str]]
    top: str
    width: int = WIDTH
    height: int = HEIGHT


def plot(title: str | Promise, values: Sequence[tuple[str, float]], unit: str = "") -> Plot:
    """A bar for each (label, value)."""
    top = max((value for _label, value in values), default=0.0) or 1.0
    step = WIDTH / max(len(values), 1)
    bars = [
        Bar(
            round(step * (n + GAP / 2), 2),
            round(HEIGHT * (1 - value / top), 2),
            round(step * (1 - GAP), 2),
            round(HEIGHT * value / top, 2),
            f"{label}: {shown(value)}{unit}",
        )
        for n, (label, value) in enumerate(values)
    ]
    every = max(1, -(-len(values) // LABELS))
    labels = [(round(step * n, 2), label) for n, (label, _v) in enumerate(values) if not n % every]
    return Plot(title, bars, labels, f"{shown(top)}{unit}")


def shown(value: float) -> str:
    whole = value == round(value) or value >= 10
    return rounded(value, 0 if whole else 2)
