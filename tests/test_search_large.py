"""A catalogue that is too large to be scored to the last row is searched by bounded retrievers."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.db.models import Q
from django.utils import translation
from pytest_django.fixtures import Settings

from catalog.models import Product
from search import sql
from search.encoders import get_encoder
from search.models import EncoderVersion
from search.query import Filters, Part, Query
from search.ranking.calibration import TEXT_TEXT
from search.retrieval import search
from search.retrieval.conditions.passing import Passing
from search.retrieval.embeddings.tables import Table
from search.retrieval.retrievers.protocol import candidates
from search.retrieval.retrievers.vectors import VectorRetriever

pytestmark = pytest.mark.django_db


@pytest.fixture
def large(many: list[Product], settings: Settings) -> list[Product]:
    settings.WHOLE_ROWS = 0
    return many


def boots(**filters: object) -> Query:
    return Query(parts=(Part(text="red boots"),), filters=Filters(**filters), off=("all",))  # type: ignore[arg-type]


def test_the_total_is_said_to_be_at_least_that(large: list[Product]) -> None:
    assert search(boots()).total_is_exact is False


def test_the_best_hit_is_the_same_as_when_every_row_is_scored(
    large: list[Product], settings: Settings
) -> None:
    through_index = search(boots()).hits[0].product
    cache.clear()
    settings.WHOLE_ROWS = 50_000
    assert search(boots()).hits[0].product == through_index


def test_a_filter_finds_its_products_however_deep_they_lie(large: list[Product]) -> None:
    found = search(boots(category="kitchen"))
    assert {hit.product.category.path for hit in found.hits + found.less_similar} == {
        "Kitchen > Mugs"
    }


def test_a_small_filtered_set_is_ranked_exactly_whatever_the_planner_likes(
    large: list[Product],
) -> None:
    retriever = red_boots()
    passing = Passing(condition=Q(category__url_path="shoes/boots"))
    [statement] = retriever.statements(passing, 100)
    assert "+ 0" in statement.text, "the exact form must say so"
    expected = Product.objects.filter(category__url_path="shoes/boots")
    assert set(candidates([retriever], passing, 100).tolist()) == set(
        expected.values_list("pk", flat=True)
    )


def test_a_large_filtered_set_is_looked_for_in_the_order_of_the_index(
    large: list[Product], settings: Settings
) -> None:
    settings.EXACT_ROWS = 0
    [statement] = red_boots().statements(Passing(condition=Q(brand__name="Northlight")), 5)
    assert "+ 0" not in statement.text
    assert "LIMIT 5" in statement.text


@pytest.mark.parametrize(("wanted", "brought"), [(2, 1), (3, 3)])
def test_what_passes_is_ranked_where_the_index_brings_less_than_half(
    large: list[Product], monkeypatch: pytest.MonkeyPatch, wanted: int, brought: int
) -> None:
    near = VectorRetriever.near

    def one_row(retriever: VectorRetriever, passing: Passing, k: int) -> sql.Statement:
        statement = near(retriever, passing, k)
        return sql.Statement(f"SELECT * FROM ({statement.text}) rows LIMIT 1", statement.params)

    monkeypatch.setattr(VectorRetriever, "near", one_row)
    passing = Passing(condition=Q(category__url_path="shoes/boots"))
    [rows] = sql.several([red_boots().index_else_exact(passing, wanted)])
    assert len(rows) == brought


def test_a_retriever_brings_no_more_than_it_is_asked_for(large: list[Product]) -> None:
    assert len(candidates([red_boots()], Passing(), 7)) <= 7


def red_boots() -> VectorRetriever:
    vector = get_encoder().encode_texts(["red boots"])[0]
    return VectorRetriever(TEXT_TEXT, Table(EncoderVersion.objects.get(), photos=False), vector)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "red mugs"),
        ("en", "red mug"),
        ("de", "rote Becher"),
        ("fr", "tasses rouges"),
        ("es", "tazas de color rojo"),
        ("tr", "kırmızı kupa"),
    ],
)
def test_all_that_meets_what_was_understood_is_counted_though_few_are_scored(
    large: list[Product], monkeypatch: pytest.MonkeyPatch, language: str, text: str
) -> None:
    monkeypatch.setattr("search.retrieval.state.CANDIDATES", 2)
    with translation.override(language):
        found = search(Query(parts=(Part(text=text),), page_size=100))
    red = [item for item in large if any(v.color == "red" for v in item.variants.all())]
    expected = {item.pk for item in red if str(item.category) == "Kitchen > Mugs"}
    assert {hit.product.pk for hit in found.hits} == expected
    assert found.total == len(expected)


def test_a_large_table_is_not_read_through_while_its_index_is_built(
    large: list[Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.retrieval.state.UNINDEXED", 0)
    found = search(boots())
    assert "The index of meanings is still being built." in found.degraded
    assert found.hits[0].product.title.startswith("Boots")


@pytest.mark.parametrize("few", [0, 1_000])
def test_what_is_not_active_is_no_neighbour_however_many_are_not(
    large: list[Product], monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("search.retrieval.conditions.passing.FEW_INACTIVE", few)
    near = candidates([red_boots()], Passing(), 5).tolist()
    Product.objects.filter(pk=near[0]).update(active=False)
    left = candidates([red_boots()], Passing(), 5).tolist()
    assert near[0] not in left
    assert len(left) == len(near) == 5
