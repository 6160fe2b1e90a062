"""What a person says of a product for a query: kept, changed, taken back."""

from __future__ import annotations

from typing import Any

from search.experiments.reading import BEST
from search.models import JudgedQuery, Judgement

PEOPLE = Judgement.By.PEOPLE


def grades_of(query: JudgedQuery) -> dict[int, int]:
    """By product."""
    rows = query.grades.filter(by=PEOPLE)
    return dict(rows.values_list("product_id", "grade"))


def grade(query: JudgedQuery, product: int, said: int | None, judged_by: Any) -> None:
    """Of 0 (wrong) to 3 (perfect); None takes back what was said. Raises ValueError beyond."""
    if said is None:
        query.grades.filter(product=product, by=PEOPLE).delete()
        return
    if not 0 <= said <= BEST:
        raise ValueError(f"A grade is from 0 to {BEST}, not {said}.")
    Judgement.objects.update_or_create(
        query=query,
        product_id=product,
        by=PEOPLE,
        defaults={"grade": said, "judged_by": judged_by},
    )
