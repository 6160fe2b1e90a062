"""Who meets all by columns comes first; words are read where these are not enough."""

import pytest

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Filters
from search.retrieval.conditions.condition import conditions_of
from search.retrieval.conditions.passing import Passing
from search.retrieval.retrievers.entities import EntityRetriever
from search.retrieval.retrievers.protocol import candidates
from search.understanding import forget, interpret, vocabulary
from tests.cast import Shop, product


def test_words_are_read_where_columns_do_not_bring_enough(shop: Shop) -> None:
    titled = product("Red sandals", "Shoes > Sandals")
    forget()
    index_stale()
    red = EntityRetriever(conditions_of(interpret("red", vocabulary()).entities))
    both = sorted([shop.sneaker.pk, titled.pk])
    assert candidates([red], Passing(), 5).tolist() == both
    assert candidates([red], Passing(), 1).tolist() == [shop.sneaker.pk]
    sandals = Passing(Filters(category="shoes/sandals"))
    assert candidates([red], sandals, 1).tolist() == [titled.pk]


def test_words_are_read_of_a_bounded_number_of_products(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(4):
        product(f"Red sandals {n}", "Shoes > Sandals")
    forget()
    index_stale()
    sandals = EntityRetriever(conditions_of(interpret("red sandals", vocabulary()).entities))
    assert len(candidates([sandals], Passing(), 5)) == 4
    monkeypatch.setattr("search.retrieval.retrievers.entities.ASKED", 2)
    assert len(candidates([sandals], Passing(), 5)) == 2


def test_what_columns_say_is_found_however_many_are_asked_for_their_words(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    *_, stated = [product(f"Beach sandals {n}", "Shoes > Sandals") for n in range(4)]
    Variant.objects.create(product=stated, sku="BS-3", color="red", price=30)
    forget()
    index_stale()
    monkeypatch.setattr("search.retrieval.retrievers.entities.ASKED", 1)
    sandals = EntityRetriever(conditions_of(interpret("red sandals", vocabulary()).entities))
    for enough in (1, 5):
        assert candidates([sandals], Passing(), enough).tolist() == [stated.pk]
