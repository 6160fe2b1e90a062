"""Measurements over time with their intervals, as SVG made on the server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from search.admin.numbers import rounded
from search.evaluation.metrics import Estimate

WIDTH, HEIGHT, EDGE = 640, 180, 28


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    low: float
    high: float
    label: str
    address: str


def interval_plot(title: str, measured: Sequence[tuple[Estimate, str, str]]) -> SafeString:
    """From left to right, each with a label and an address; values from 0 to 1."""
    step = (WIDTH - 2 * EDGE) / max(len(measured) - 1, 1)
    points = [
        Point(
            round(EDGE + step * at, 1),
            height(found.mean),
            height(found.low),
            height(found.high),
            f"{label}: {shown(found.mean)} ({shown(found.low)} – {shown(found.high)})",
            address,
        )
        for at, (found, label, address) in enumerate(measured)
    ]
    marks = [(value, height(value)) for value in (0.0, 0.25, 0.5, 0.75, 1.0)]
    facts = {"title": title, "points": points, "marks": marks, "width": WIDTH, "height": HEIGHT}
    return render_to_string("admin/search/interval_plot.html", {**facts, "edge": EDGE})


def shown(value: float) -> str:
    """A metric, in the reader's language."""
    return rounded(value, 3)


def height(value: float) -> float:
    return round(HEIGHT - 14 - value * (HEIGHT - 28), 1)
