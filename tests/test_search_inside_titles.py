"""A kind that no category names is found inside titles that put no spaces between words."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from search.indexing import index_stale
from search.query import Part, Query
from search.retrieval import search
from search.retrieval.conditions.in_titles import in_titles
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db
TITLES = ["キャンバスリュック", "本革リュック", "綿ワンピース", "麻ワンピース", "鉄フライパン"]


def make() -> None:
    for number, title in enumerate(TITLES):
        made = cast.product(title, "店", group=f"p-{number}")
        Variant.objects.create(product=made, sku=f"P-{number}", price=9, stock=1)
    while index_stale():
        pass
    forget()


@pytest.mark.parametrize(("text", "found"), [("リュック", TITLES[:2]), ("ワンピース", TITLES[2:4])])
def test_it_is_found(text: str, found: list[str]) -> None:
    make()
    hits = search(Query(parts=(Part(text=text),))).hits
    assert {hit.product.title for hit in hits} == set(found)


def test_no_one_looks_inside_all_titles_of_a_large_catalogue(settings: Settings) -> None:
    settings.WHOLE_ROWS = -1
    assert "title__icontains" not in str(in_titles(["リュック"]))
