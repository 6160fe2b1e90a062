"""A condition compiled to SQL means the products that Django's own filter means."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product

import pytest
from django.db import connection
from django.db.models import Q

from catalog.filters import Filters
from catalog.models import Product, Variant
from search import sql
from search.retrieval.conditions import compiled
from search.retrieval.conditions.condition import conditions_of
from search.retrieval.conditions.predicates import (
    EVERYTHING,
    NOTHING,
    Predicate,
    all_of,
    ids_among,
    ids_where,
    looked_up,
    one_of,
    predicate,
    values_where,
)
from search.understanding import forget, interpret, vocabulary
from tests.cast import Shop

CONDITIONS = {
    "a column": lambda: Q(title__icontains="mug"),
    "another table": lambda: Q(brand__name="Northlight"),
    "no row in another table": lambda: Q(category__isnull=True),
    "not in another table": lambda: ~Q(brand__name="Northlight"),
    "none": lambda: Q(pk__in=[]),
    "all but none": lambda: ~Q(pk__in=[]),
    "tokens": lambda: Filters(category="shoes", color=("Red",)).on_products(),
    "a variant": lambda: Filters(price_max=Decimal(50), in_stock=True).on_products(),
    "words that must not be": lambda: Filters(without=("mug",)).on_products(),
    "a brand barred": lambda: Filters(barred=("brand:Northlight",)).on_products(),
    "together": lambda: Filters(excluded=("color:Red + category:shoes",)).on_products(),
}


def ids(meant: Predicate) -> set[int]:
    return {pk for (pk,) in sql.rows(*ids_where(meant))}


def meant_by(condition: Q) -> set[int]:
    return set(Product.objects.filter(condition).values_list("pk", flat=True))


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_it_means_the_same_products(shop: Shop, condition: Callable[[], Q]) -> None:
    assert ids(predicate(condition())) == meant_by(condition())


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_looked_up_it_means_the_same_products(shop: Shop, condition: Callable[[], Q]) -> None:
    assert ids(looked_up(predicate(condition()))) == meant_by(condition())


def test_looked_up_no_variant_is_read_but_those_of_the_products(shop: Shop) -> None:
    products = Product.objects.bulk_create(Product(title="Mug", group=f"m{n}") for n in range(300))
    Variant.objects.bulk_create(
        Variant(product=each, sku=f"MANY-{each.pk}", price=9) for each in products
    )
    with connection.cursor() as cursor:  # or the plan hangs on what earlier tests have left
        cursor.execute("ANALYZE catalog_product, catalog_variant")
    cheap = predicate(Filters(price_max=Decimal(50), in_stock=True).on_products())
    assert "hashed" in plan(cheap)
    assert "hashed" not in plan(looked_up(cheap))


def plan(asked: Predicate) -> str:
    """How Postgres would ask it of all products, could it find their variants by no index."""
    text, params = values_where(EVERYTHING, [asked])
    unindexed = {f"enable_{scan}scan": "off" for scan in ("index", "indexonly", "bitmap")}
    return str(sql.rows(f"EXPLAIN VERBOSE {text}", params, settings=unindexed))


def test_two_are_joined_by_and_and_by_or(shop: Shop) -> None:
    conditions = [condition() for condition in CONDITIONS.values()]
    for first, second in product(conditions, conditions):
        one, other = predicate(first), predicate(second)
        assert ids(one & other) == meant_by(first & second)
        assert ids(one | other) == meant_by(first | second)


def test_nothing_and_everything_leave_the_other_as_it_is() -> None:
    mug = Predicate("title = %s", ["mug"])
    assert mug & EVERYTHING == EVERYTHING & mug == mug
    assert mug | NOTHING == NOTHING | mug == mug
    assert all_of([]) == predicate(Q()) == EVERYTHING


def test_ids_are_named(shop: Shop) -> None:
    assert ids(one_of([shop.mug.pk])) == {shop.mug.pk}


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_of_a_bounded_number_of_products_more_is_asked(
    shop: Shop, condition: Callable[[], Q]
) -> None:
    some, meant = predicate(Q(category__isnull=False)), predicate(condition())
    found = {pk for (pk,) in sql.rows(*ids_among(some, 100, meant))}
    assert found == meant_by(Q(category__isnull=False) & condition())
    assert len(sql.rows(*ids_among(EVERYTHING, 1, EVERYTHING))) == 1


def test_values_come_in_the_order_of_the_ids(shop: Shop) -> None:
    asked = [sql.Statement("title"), sql.Statement("%s || title", ["a "])]
    rows = sql.rows(*values_where(one_of([shop.sneaker.pk, shop.mug.pk]), asked))
    both = sorted([shop.sneaker, shop.mug], key=lambda each: each.pk)
    assert rows == [(each.pk, each.title, f"a {each.title}") for each in both]


def test_what_is_asked_again_is_compiled_once_until_the_words_change(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Q] = []

    def counted(condition: Q) -> Predicate:
        made.append(condition)
        return predicate(condition)

    words = [vocabulary()]
    monkeypatch.setattr(compiled, "predicate", counted)
    monkeypatch.setattr(compiled, "vocabulary", lambda: words[-1])
    red, cheap = conditions_of(interpret("red for less than 20 euros", words[0]).entities)
    assert (red.demand, cheap.demand) == (False, True)
    for each in (red, red, cheap, cheap):  # a price is anybody's own
        compiled.compiled(each, "by_column")
    assert len(made) == 3
    forget()
    words.append(vocabulary())
    compiled.compiled(red, "by_column")
    assert len(made) == 4
