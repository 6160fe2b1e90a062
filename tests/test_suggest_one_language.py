"""Suggestions in one language read no title of another, however many begin alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from catalog.models import Product, Translation
from search.suggesting.products import BEGINNINGS, BEGUN_TRANSLATED

MANY = 2_000


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "found"), [("en", 0), ("fr", 1), ("de", BEGINNINGS)])
def test_rows_of_other_languages_are_not_read(language: str, found: int) -> None:
    titled("de", MANY)
    titled("fr", 1)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE catalog_translation")
        cursor.execute("ANALYZE catalog_product")
        asked = {"language": language, "start": "can"}
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {BEGUN_TRANSLATED}", asked)
        [(plan,)] = cursor.fetchall()
    plan = plan if isinstance(plan, list) else json.loads(plan)
    read = [each for each in nodes(plan[0]["Plan"]) if each.get("Alias") == "t"]
    assert sum(each["Actual Rows"] * each["Actual Loops"] for each in read) <= found + 1
    assert {each.get("Index Name") for each in read} == {"translation_language_title_key"}


def titled(language: str, number: int) -> None:
    names = [f"candle {language} {n:05d}" for n in range(number)]
    made = Product.objects.bulk_create([Product(title=each, group=each) for each in names])
    Translation.objects.bulk_create(
        [Translation(product=each, language=language, title=each.title) for each in made]
    )


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)
