"""Precision, recall and F1 of what a page counts, on questions that the catalogue answers itself.

Asked of the shop that is opened, by its own door. `best` is the F1 of the best cut on the same
order, the shelves one after the other: what is lost to it is lost by the cut and not by the
ranking. `fair` leaves a question's kin out (see `benchmarks.data.questions`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.data.questions import TITLE, Question
from benchmarks.search.tables import Losers, Row, mean_of, shares

ALL_OF_THEM = 4_000  # hits on one page: more than any shop measured here can count
WORST = 12  # questions of a kind that are listed
SHELVES = ("hits", "partial", "less_similar")


@dataclass(frozen=True)
class Answered:
    """A question and the products that were shown for it, by shelf, best first."""

    question: Question
    right: frozenset[int]
    kin: frozenset[int]
    shelves: Mapping[str, Sequence[int]]
    titles: Mapping[int, str]
    total: int

    @cached_property
    def counted(self) -> frozenset[int]:
        return frozenset(self.shelves["hits"])

    @property
    def precision(self) -> float:
        return len(self.counted & self.right) / len(self.counted) if self.counted else 0.0

    @property
    def recall(self) -> float:
        return len(self.counted & self.right) / len(self.right)

    @property
    def f1(self) -> float:
        return f1(self.counted, self.right)

    @property
    def fair(self) -> float:
        return f1(self.counted - self.kin, self.right)

    @property
    def best(self) -> float:
        """F1 of the best cut on the order in which everything was shown."""
        order = [pk for shelf in SHELVES for pk in self.shelves[shelf]]
        found, best = 0, 0.0
        for place, pk in enumerate(order, 1):
            found += pk in self.right
            best = max(best, 2 * found / (place + len(self.right)))
        return best

    @property
    def first(self) -> float:
        """1 where a right product comes first."""
        first = self.shelves["hits"][:1]
        return float(bool(first) and first[0] in self.right)

    def told(self) -> str:
        """The question and where it went wrong, for people."""
        wrong = [pk for pk in self.shelves["hits"] if pk not in self.right | self.kin]
        missed = [pk for pk in self.right if pk not in self.counted]
        return (
            f"{self.question.text!r}: F1 {self.f1:.2f} (P {self.precision:.2f}, "
            f"R {self.recall:.2f}), counts {self.total}, right {len(self.right)}; "
            f"{len(wrong)} wrong: {self.some(wrong)}; {len(missed)} missed: {self.some(missed)}"
        )

    def some(self, products: Sequence[int]) -> str:
        return ", ".join(self.titles.get(pk, f"#{pk}") for pk in products[:3]) or "-"


def f1(found: frozenset[int], right: frozenset[int]) -> float:
    return 2 * len(found & right) / (len(found) + len(right)) if found or right else 1.0


def measure(questions: Sequence[Question]) -> tuple[list[Row], Losers]:
    by_kind: dict[str, list[Answered]] = {}
    for one in answers(questions):
        by_kind.setdefault(one.question.kind, []).append(one)
    losers: Losers = {}
    rows: list[Row] = []
    for kind, found in by_kind.items():
        if kind == TITLE:
            rows.append(Row(kind, {"n": str(len(found)), "R@1": shares([a.first for a in found])}))
            losers[kind] = [one.told() for one in found if not one.first][:WORST]
            continue
        rows.append(Row(kind, measured(found)))
        worst = sorted(found, key=lambda one: one.fair)[:WORST]
        losers[kind] = [one.told() for one in worst]
    return rows, losers


def measured(found: Sequence[Answered]) -> dict[str, str]:
    return {
        "n": str(len(found)),
        "F1": shares([one.f1 for one in found]),
        "P": mean_of([one.precision for one in found]),
        "R": mean_of([one.recall for one in found]),
        "fair F1": mean_of([one.fair for one in found]),
        "best F1": mean_of([one.best for one in found]),
        "counts": f"{sum(one.total for one in found) / sum(len(one.right) for one in found):.2f}",
    }


def answers(questions: Sequence[Question]) -> list[Answered]:
    from catalog.models import Product, Variant

    products = dict(Variant.objects.values_list("sku", "product_id"))
    titles = dict(Product.objects.values_list("pk", "title"))
    found = []
    for question in questions:
        right = frozenset(products[sku] for sku in question.right if sku in products)
        kin = frozenset(products[sku] for sku in question.kin if sku in products) - right
        if right:
            found.append(answered(question, right, kin, titles))
    return found


def answered(
    question: Question, right: frozenset[int], kin: frozenset[int], titles: Mapping[int, str]
) -> Answered:
    from search.query import Part, Query
    from search.retrieval import search

    # A whole title is asked for its first place alone: one page is enough.
    size = 24 if question.kind == TITLE else ALL_OF_THEM
    result = search(Query((Part(text=question.text),), page_size=size))
    shelves = {shelf: [hit.product.pk for hit in getattr(result, shelf, [])] for shelf in SHELVES}
    return Answered(question, right, kin, shelves, titles, result.total)
