"""The statement that looks for article numbers and titles is planned once a connection."""

from __future__ import annotations

import pytest

from search import sql
from search.understanding.identifiers import identify

KEPT = "SELECT generic_plans, custom_plans FROM pg_prepared_statements WHERE statement LIKE %s"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("text", ["blue mug", "large blue mug", "AB-1234"])
def test_it_is_planned_once_a_connection(text: str) -> None:
    for number in range(5):
        identify(f"{text}{number}")
    kept = sql.rows(KEPT, ["%catalog_sku_key%"])
    assert sum(generic for generic, _custom in kept) >= 3
    assert sum(custom for _generic, custom in kept) == 0


@pytest.mark.django_db(transaction=True)
def test_what_it_is_planned_with_is_not_kept_for_others() -> None:
    identify("blue mug")
    assert sql.rows("SELECT current_setting('plan_cache_mode')") == [("force_custom_plan",)]
