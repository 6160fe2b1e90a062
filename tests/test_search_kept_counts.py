"""Facets of large listings are counted behind the page, kept, and exact or said to be less."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from catalog.models import Product
from search import sql
from search.retrieval.facets import kept_counts
from search.retrieval.listings import listing
from tests.cast import Shop, product

pytestmark = pytest.mark.django_db(transaction=True)

LATER = 10_000.0  # seconds


@pytest.fixture
def large(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop in which three products are more than a page may count."""
    limit(monkeypatch, 2)
    return shop


def limit(monkeypatch: pytest.MonkeyPatch, products: int) -> None:
    monkeypatch.setattr(kept_counts, "FEW", 1)
    monkeypatch.setattr(kept_counts, "COUNTED_EXACTLY", products)
    monkeypatch.setattr(listing, "COUNTED_EXACTLY", products)


def later(monkeypatch: pytest.MonkeyPatch) -> None:
    now = kept_counts.time.time
    monkeypatch.setattr(kept_counts.time, "time", lambda: now() + LATER)


def counted_behind() -> None:
    """Wait for the thread."""
    assert kept_counts.at_work.acquire(timeout=20)
    kept_counts.at_work.release()


def asked(client: Client, **params: Any) -> dict[str, Any]:
    return dict(client.get("/api/v1/search/", params).json())


def categories(answer: dict[str, Any]) -> dict[str, int]:
    return {value["value"]: value["count"] for value in answer["facets"]["category"]}


def exact(answer: dict[str, Any]) -> set[bool]:
    values = [value for group in answer["facets"].values() for value in group]
    return {answer["total_is_exact"], *(value["count_is_exact"] for value in values)}


def test_what_was_never_counted_is_at_least_so_many(large: Shop, client: Client) -> None:
    first = asked(client)
    assert exact(first) == {False}
    assert (first["total"], sum(categories(first).values())) == (2, 2)
    counted_behind()


def test_then_all_of_it_is_known(large: Shop, client: Client) -> None:
    asked(client)
    counted_behind()
    second = asked(client)
    assert exact(second) == {True}
    assert second["total"] == 3
    assert categories(second) == {"furniture": 1, "kitchen": 1, "shoes": 1}


def test_the_page_marks_what_is_more(large: Shop, client: Client) -> None:
    first = client.get("/search/").content.decode()
    counted_behind()
    second = client.get("/search/").content.decode()
    assert ("≥ 1</span>" in first, "≥ 1</span>" in second) == (True, False)


def test_pages_do_not_count_again(
    large: Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(client)
    monkeypatch.setattr(kept_counts, "counts", None)  # whoever counts, fails
    assert asked(client)["total"] == 3


def known(client: Client) -> None:
    asked(client)
    counted_behind()


def test_a_change_is_shown_by_the_page_after_the_next(
    large: Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(client)
    product("Clay bowl", "Kitchen > Bowls")
    later(monkeypatch)
    assert categories(asked(client))["kitchen"] == 1
    counted_behind()
    assert categories(asked(client))["kitchen"] == 2


def test_what_a_page_can_count_is_counted_anew(
    shop: Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit(monkeypatch, 100)
    assert categories(asked(client))["kitchen"] == 1
    product("Clay bowl", "Kitchen > Bowls")
    later(monkeypatch)
    assert categories(asked(client))["kitchen"] == 2


def test_of_few_products_nothing_is_kept(shop: Shop, client: Client) -> None:
    asked(client)
    Product.objects.filter(title="Stoneware mug").delete()
    assert "kitchen" not in categories(asked(client))


def test_counting_that_takes_too_long_leaves_pages_as_they_are(
    large: Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = kept_counts.counts

    def slow(groups: Any, of_variants: Any, seconds: float, most: int | None = None) -> Any:
        if most is None:
            sql.rows("SELECT pg_sleep(5)", seconds=0.05)
        return counts(groups, of_variants, seconds, most)

    monkeypatch.setattr(kept_counts, "counts", slow)
    for _page in range(2):
        assert exact(asked(client)) == {False}
        counted_behind()


def test_counting_that_the_database_broke_off_is_done_for_the_next_page(
    large: Shop, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = kept_counts.counts

    def broken(groups: Any, of_variants: Any, seconds: float, most: int | None = None) -> Any:
        if most is None:
            raise OperationalError("the connection is closed")
        return counts(groups, of_variants, seconds, most)

    with monkeypatch.context() as away:
        away.setattr(kept_counts, "counts", broken)
        known(client)
    assert exact(asked(client)) == {False}
    counted_behind()
    assert exact(asked(client)) == {True}
