"""Cost against the size of the catalogue, as an SVG: a line for each way of asking."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import mean, median
from typing import Any

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 640, 380, 64, 52, 40, 110
COLOURS = {"search": "#1f6f8b", "API": "#c8553d", "page": "#5b7b3a"}
TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

Lines = Mapping[str, Sequence[tuple[int, float]]]  # way -> (products, times the floor)


def draw(results: Sequence[Mapping[str, Any]]) -> str:
    """`results` as `benchmarks.search.size` measures them, one a size."""
    lines = {way: [(one["products"], cost(one, way)) for one in results] for way in COLOURS}
    highest = max(value for points in lines.values() for _products, value in points)
    ticks = [tick for tick in TICKS if tick < highest]
    ticks.append(next((tick for tick in TICKS if tick >= highest), TICKS[-1]))
    sizes = [one["products"] for one in results]
    scale = Scale(min(sizes), max(sizes), ticks[-1])
    parts = [*axes(scale, sizes, ticks), *(line(scale, way, lines[way]) for way in lines)]
    body = "\n".join(parts)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" \
font-family="sans-serif" font-size="13" role="img" aria-label="Cost against size">
<rect width="100%" height="100%" fill="#fff"/>
{body}
</svg>
"""


def cost(result: Mapping[str, Any], way: str) -> float:
    """The mean over the kinds of search of the median, in multiples of the floor's."""
    kinds = [found["times"] for found in result["kinds"].values()]
    return mean(median(times[way]) / median(times["floor"]) for times in kinds)


class Scale:
    """Both axes are logarithmic."""

    def __init__(self, smallest: int, largest: int, top: float) -> None:
        self.low, self.high = math.log10(smallest), math.log10(max(largest, smallest + 1))
        self.top = math.log10(top)

    def x(self, products: int) -> float:
        share = (math.log10(products) - self.low) / (self.high - self.low)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, times: float) -> float:
        share = math.log10(max(times, 1)) / self.top
        return round(HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP), 1)


def axes(scale: Scale, sizes: Sequence[int], ticks: Sequence[int]) -> list[str]:
    found = [
        f'<text x="{LEFT}" y="22">Time of a search nobody has asked before, '
        "in multiples of the floor (mean of all kinds)</text>",
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 10}" text-anchor="end">products</text>',
    ]
    for tick in ticks:
        y = scale.y(tick)
        found.append(f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        found.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick}</text>')
    for size in sizes:
        found.append(
            f'<text x="{scale.x(size)}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">'
            f"{size:,}</text>"
        )
    return found


def line(scale: Scale, way: str, points: Sequence[tuple[int, float]]) -> str:
    places = [(scale.x(products), scale.y(times)) for products, times in points]
    path = " ".join(f"{x},{y}" for x, y in places)
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="3.5"/>' for x, y in places)
    x, y = places[-1]
    return (
        f'<g fill="{COLOURS[way]}"><polyline points="{path}" fill="none" '
        f'stroke="{COLOURS[way]}" stroke-width="2"/>{dots}'
        f'<text x="{x + 10}" y="{y + 4}">{way} {points[-1][1]:.1f}</text></g>'
    )
