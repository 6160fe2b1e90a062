"""A colour that no column and no word says is read off the photos."""

from __future__ import annotations

import pytest

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.models import ImageEmbedding
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def made(title: str, shown: str, color: str = "") -> Product:
    item = cast.product(title, "Shoes > Boots")
    Variant.objects.create(product=item, sku=title, color=color, price=20)
    cast.photo(item, shown)
    return item


@pytest.fixture
def boots(shop: cast.Shop) -> None:
    made("Walking boot", "red")
    made("Blue boot", "red")  # its words say another colour than its photo
    made("Rain boot", "green", color="green")
    forget()
    index_stale()


def asked(text: str) -> SearchResult:
    return search(Query(parts=(Part(text=text),), page_size=100))


def test_what_a_photo_shows_is_kept_with_its_vector(boots: None) -> None:
    row = ImageEmbedding.objects.get(image__product__title="Walking boot")
    assert row.colors == ["red"]


def test_a_photo_decides_where_nothing_else_says_a_colour(boots: None) -> None:
    assert [hit.product.title for hit in asked("red boots").hits] == ["Walking boot"]


def test_the_reason_says_that_it_was_seen(boots: None) -> None:
    [hit] = asked("red boots").hits
    assert "looks red" in hit.reasons


def test_what_columns_and_words_say_stands_over_the_photo(boots: None) -> None:
    lacking = {hit.product.title for hit in asked("red boots").partial}
    assert lacking == {"Blue boot", "Rain boot"}
