"""A price that is asked for is compared with prices of its own currency alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from catalog.currencies import forget_currency
from catalog.models import Variant
from search.indexing import index_stale
from search.query import Filters, Part, Query
from search.retrieval import search
from search.understanding import Vocabulary, forget
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests.cast import Shop, product


@pytest.fixture
def abroad(shop: Shop) -> Shop:
    """Two more mugs, one sold in won and one in dollars."""
    for title, currency, price in [("Celadon mug", "KRW", "30"), ("Diner mug", "USD", "12")]:
        mug = product(title, "Kitchen > Mugs", currency=currency)
        Variant.objects.create(product=mug, sku=currency, price=price, stock=3)
    forget()
    forget_currency()
    index_stale()
    return shop


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("mug under 44 €", ["Stoneware mug"]),
        ("mug under $20", ["Diner mug"]),
        ("mug under 44", ["Stoneware mug"]),
        ("mug under 5 €", []),
        ("mug under 40 KRW", ["Celadon mug"]),
        ("mug under ₩40", ["Celadon mug"]),
    ],
)
def test_a_price_is_of_one_currency(abroad: Shop, asked: str, titles: list[str]) -> None:
    found = search(Query(parts=(Part(text=asked),)))
    assert [hit.product.title for hit in found.hits] == titles


def test_a_chip_names_the_currency_that_the_filter_goes_by(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told by the newest products, where there are more than are read: here they cost dollars."""
    monkeypatch.setattr("catalog.currencies.PRODUCTS_READ", 2)
    for title in ("Diner mug", "Camping mug"):
        mug = product(title, "Kitchen > Mugs", currency="USD")
        Variant.objects.create(product=mug, sku=title, price=12, stock=3)
    forget()
    index_stale()
    found = search(Query(parts=(Part(text="mug under 44"),)))
    (chip,) = [each for each in found.interpretation.entities if each.kind == "price_max"]
    assert "$44" in chip.label
    assert {hit.product.title for hit in found.hits} == {"Diner mug", "Camping mug"}


@pytest.mark.parametrize("text", ["", "mug"])
@pytest.mark.parametrize(
    ("sort", "first", "behind"),
    [
        ("price", ["Tin mug", "Stoneware mug"], {"Diner mug", "Celadon mug"}),
        ("-price", ["Stoneware mug", "Tin mug"], {"Diner mug", "Celadon mug"}),
    ],
)
def test_prices_of_two_currencies_are_never_put_in_one_order(
    abroad: Shop, text: str, sort: str, first: list[str], behind: set[str]
) -> None:
    tin = product("Tin mug", "Kitchen > Mugs")
    Variant.objects.create(product=tin, sku="TIN", price=9, stock=3)
    forget_currency()
    parts = (Part(text=text),) if text else ()
    found = search(Query(parts=parts, filters=Filters(category="kitchen/mugs"), sort=sort))
    shown = [hit.product.title for hit in found.hits]
    assert (shown[:2], set(shown[2:])) == (first, behind)


def test_what_is_priced_in_another_currency_is_not_said_to_cost_more(abroad: Shop) -> None:
    found = search(Query(parts=(Part(text="mug under $10"),)))
    lacking = {hit.product.title: hit.missing for hit in found.partial}
    assert lacking["Diner mug"] == ["costs more"]
    assert lacking["Stoneware mug"] == ["not up to $10.00"]


@pytest.mark.parametrize(
    "asked",
    [Query(filters=Filters(price_max=Decimal(44))), Query(parts=(Part(text="under 44 €"),))],
)
def test_facets_count_products_of_the_currency_alone(abroad: Shop, asked: Query) -> None:
    shown = search(asked)
    counted = {v.label: v.count for f in shown.facets if f.param == "category" for v in f.values}
    kitchen = [hit for hit in shown.hits if str(hit.product.category).startswith("Kitchen")]
    assert counted["Kitchen"] == len(kitchen) > 0
    assert {hit.product.currency for hit in shown.hits} == {"EUR"}


@pytest.mark.parametrize(
    ("language", "text", "currency"),
    [
        ("en", "mug under $44", ""),
        ("en", "mug, 44 pounds at most", ""),
        ("ja", "mug 44円以下", ""),
        ("pt", "mug até 44 reais", ""),
        ("en", "mug under ₩44", "KRW"),
        ("ja", "mug under $44", "USD"),
    ],
)
def test_the_money_of_the_language_of_a_shop_is_its_own(
    shop: Shop, language: str, text: str, currency: str
) -> None:
    """Where nothing is sold in it: a table that names no currency is taken to mean euros."""
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query(parts=(Part(text=text),)), words)

    [limit] = [each for each in found.entities if each.kind == "price_max"]
    assert (limit.currency, "€44" in limit.label) == (currency, not currency)


def test_what_is_sold_in_the_money_that_is_asked_for_is_in_it(abroad: Shop) -> None:
    found = understand(Query(parts=(Part(text="mug under $44"),)))

    assert [each.currency for each in found.entities if each.kind == "price_max"] == ["USD"]
