"""Grades from clicks: how much oftener a product is clicked than whatever stands at its place.

Shoppers click what is on top, right or not. Clicks over expected clicks (Zhang and Jones,
"Comparing click logs and editorial labels for training query rewriting", 2007) sets the clicks that
a product had for a query against those that its places have on average over all queries. What was
shown too seldom to say anything has no grade. No Django here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

EVIDENCE = 3.0  # clicks that its places would have brought, from which on a product has a grade
GRADES = ((2.0, 3), (1.0, 2), (0.4, 1))  # from this many times the expected clicks on
PLACES = 100  # looked at; nobody clicks further down
MOST_OF_ONE = 20  # clicks of one page, from which on a program has made them


@dataclass(frozen=True)
class Impression:
    """One page of results that somebody saw: products from `first` (0) on, and what they opened."""

    query: str
    shown: Sequence[int]
    clicked: AbstractSet[int]
    first: int = 0


def grades(
    impressions: Iterable[Impression], usual: Mapping[int, float] | None = None
) -> dict[str, dict[int, int]]:
    """Query -> product -> 0 to 3. `usual`: what each place brings, of all queries there are."""
    seen = [each for each in impressions if len(each.clicked) <= MOST_OF_ONE]
    usual = usual_clicks(seen) if usual is None else usual
    expected: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    clicks: dict[str, Counter[int]] = defaultdict(Counter)
    for each in seen:
        for place, product in placed(each):
            expected[each.query][product] += usual.get(place, 0.0)
            clicks[each.query][product] += product in each.clicked
    return {
        query: {
            product: graded(clicks[query][product] / due)
            for product, due in by_product.items()
            if due >= EVIDENCE
        }
        for query, by_product in expected.items()
    }


def usual_clicks(impressions: Iterable[Impression]) -> dict[int, float]:
    """Place -> the share of impressions in which what stood there was clicked."""
    shown: Counter[int] = Counter()
    clicked: Counter[int] = Counter()
    for each in impressions:
        for place, product in placed(each):
            shown[place] += 1
            clicked[place] += product in each.clicked
    return {place: clicked[place] / count for place, count in shown.items()}


def placed(impression: Impression) -> Iterable[tuple[int, int]]:
    last = PLACES - impression.first
    return enumerate(impression.shown[: max(last, 0)], start=impression.first)


def graded(ratio: float) -> int:
    return next((grade for least, grade in GRADES if ratio >= least), 0)
