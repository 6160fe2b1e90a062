"""Why a product is not among the results: one reason, the true one, by the search's own code."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings

from catalog.models import Product, Variant
from search import retrieval
from search.explanation import Standing
from search.indexing import index_stale
from search.models import TextEmbedding
from search.query import Filters, Part, Query
from tests import cast

pytestmark = pytest.mark.django_db


def asked(text: str = "", **filters: Any) -> Query:
    return Query(parts=(Part(text=text),) if text else (), filters=Filters(**filters))


def stands(query: Query, product: Product) -> Standing:
    return retrieval.standing(query, product)


@pytest.mark.parametrize(
    "typed", ["mug-blue", "MUG BLUE", "4006381333931", "Stoneware Mug", "Becher aus Steinzeug"]
)
def test_a_product_is_known_by_number_barcode_or_title(shop: cast.Shop, typed: str) -> None:
    Variant.objects.filter(sku="MUG-BLUE").update(gtin="4006381333931")
    assert retrieval.product_called(typed) == shop.mug


def test_an_inactive_one_is_known_too(shop: cast.Shop) -> None:
    Product.objects.filter(pk=shop.mug.pk).update(active=False)
    found = retrieval.product_called("MUG-BLUE")
    assert found == shop.mug
    assert stands(asked("mug"), found).reason == "inactive"


@pytest.mark.parametrize("typed", ["", "  ", "NO-SUCH", "'; --", "\u200b"])
def test_a_number_that_nobody_has_is_unknown(shop: cast.Shop, typed: str) -> None:
    assert retrieval.product_called(typed) is None


def test_what_is_found_stands_at_the_place_of_the_page(shop: cast.Shop) -> None:
    for text in ("mug", "red sneakers", "oak"):
        hits = retrieval.search(asked(text)).hits
        assert hits
        for place, hit in enumerate(hits, 1):
            found = stands(asked(text), hit.product)
            assert (found.reason, found.shelf, found.place) == ("found", "results", place)


def test_a_filter_is_named(shop: cast.Shop) -> None:
    found = stands(asked("mug", color=("red",), in_stock=True), shop.mug)
    assert (found.reason, found.sentence) == ("filtered", "It is filtered out: Colour red.")


def test_filters_that_only_together_leave_it_out_are_all_named(shop: cast.Shop) -> None:
    Variant.objects.create(product=shop.mug, sku="MUG-GREEN", color="green", price=30, stock=1)
    found = stands(asked("mug", color=("green",), price_max=20), shop.mug)
    assert found.reason == "filtered"
    assert "Colour green" in found.sentence
    assert "Price to 20" in found.sentence


def test_a_word_that_was_excluded_is_a_filter(shop: cast.Shop) -> None:
    assert stands(asked("mug -stoneware"), shop.mug).reason == "filtered"


def test_a_chip_that_is_not_met_is_named(shop: cast.Shop) -> None:
    found = stands(asked("blue sneakers"), shop.sneaker)
    assert (found.reason, found.shelf) == ("lacks", "partial")
    assert "blue" in found.sentence
    assert "Sneakers" not in found.sentence


def test_conditions_met_by_different_variants_are_told_apart(shop: cast.Shop) -> None:
    Variant.objects.create(product=shop.sneaker, sku="S-G-45", color="green", size="45", stock=1)
    found = stands(asked("red sneakers size 45"), shop.sneaker)
    assert found.reason == "variant"


def test_what_is_too_unlike_the_query_is_told_by_its_score(shop: cast.Shop) -> None:
    found = stands(asked("light"), shop.mug)
    assert found.reason == "cutoff"
    why = found.explanation
    assert why.score is not None
    assert why.cutoff is not None
    assert why.score < why.cutoff
    assert str(why.score) in found.sentence


def test_what_is_not_indexed_says_so_and_why_it_failed(shop: cast.Shop) -> None:
    TextEmbedding.objects.filter(product=shop.mug).update(vector=None, fingerprint="")
    assert stands(asked("side"), shop.mug).reason == "not_indexed"
    rows = TextEmbedding.objects.filter(product=shop.mug)
    rows.update(error="The text is too long.", attempts=3)
    assert "The text is too long." in stands(asked("side"), shop.mug).sentence


def test_what_no_retriever_brings_of_many_is_told_with_the_score_it_would_have(
    shop: cast.Shop, settings: LazySettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        cast.product(f"Stoneware mug number {number}", "Kitchen > Mugs")
    cast.product("Glazed mug", "Kitchen > Mugs")  # a single one of eight tells none apart
    index_stale()
    settings.WHOLE_ROWS = 1
    monkeypatch.setattr("search.retrieval.state.CANDIDATES", 2)
    standings = [stands(asked("mug glazed"), each) for each in Product.objects.all()]
    left_out = [each for each in standings if each.reason == "not_a_candidate"]
    assert left_out
    assert all(each.explanation.score is not None for each in left_out)


def test_the_number_of_another_product_leaves_no_room(shop: cast.Shop) -> None:
    assert stands(asked("MUG-BLUE"), shop.chair).reason == "another_named"


def test_a_product_is_never_like_itself(shop: cast.Shop) -> None:
    assert stands(Query(parts=(Part(sku="MUG-BLUE"),)), shop.mug).reason == "itself"


def test_a_listing_tells_the_filter_too_and_the_place(shop: cast.Shop) -> None:
    assert stands(asked(category="kitchen"), shop.chair).reason == "filtered"
    hits = retrieval.search(asked()).hits
    assert [stands(asked(), hit.product).place for hit in hits] == [1, 2, 3]
