"""An older catalogue gets bigrams: its rows of such scripts are written, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from catalog.models import Translation
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE = [
    ("catalog", "0044_translations_by_title"),
    ("vitrine_search", "0023_products_of_photos"),
]
SAID = "SELECT words @@ to_tsquery('english', %s) FROM catalog_product WHERE id = %s"
ROW = "SELECT ctid::text, xmin::text, words::text FROM catalog_product WHERE id = %s"
FILES = """SELECT array_agg(pg_relation_filenode(name::regclass) ORDER BY name) FROM unnest(ARRAY[
    'catalog_product', 'catalog_translation', 'product_words', 'product_title_words',
    'product_title_key', 'variant_sku_key']) name"""


def rows(statement: str, *params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def migrate(to: list[tuple[str, str]] | None = None) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(to or executor.loader.graph.leaf_nodes())


@pytest.fixture
def older() -> Iterator[None]:
    migrate(BEFORE)
    yield
    migrate()


@pytest.mark.usefixtures("older")
def test_only_rows_without_spaces_are_written() -> None:
    latin = cast.product("Café crème bowl", "Kitchen > Bowls")
    chinese = cast.product("女士纯棉连衣裙")
    keyed = cast.product("Bowl 2", "ชาม", description="a bowl")
    Translation.objects.create(product=latin, language="ja", title="本革リュック")
    rows("DELETE FROM search_cataloguechange RETURNING part")
    before, files = rows(ROW, latin.pk), rows(FILES)
    assert rows(SAID, "'女士纯棉连衣裙'", chinese.pk) == [(True,)]
    migrate()

    assert rows(ROW, latin.pk) == before
    assert rows(FILES) == files
    assert rows(SAID, "'连衣' <-> '衣裙'", chinese.pk) == [(True,)]
    assert rows(SAID, "'ชา':*", keyed.pk) == [(True,)]
    assert rows("SELECT words::text FROM catalog_translation") == [
        ("'ク':6A 'ック':5A 'ュッ':4A 'リュ':3A '本革':1A '革リ':2A",)
    ]
    changed = {part for [part] in rows("SELECT part FROM search_cataloguechange")}
    assert changed == {each.pk // 1000 for each in (chinese, keyed, latin)}


@pytest.mark.usefixtures("older")
def test_one_can_go_back() -> None:
    chinese = cast.product("女士纯棉连衣裙")
    migrate()
    migrate(BEFORE)
    assert rows(SAID, "'女士纯棉连衣裙'", chinese.pk) == [(True,)]
    assert rows("SELECT catalog_sku_key('Ａ-1') || catalog_fold('茶茶')") == [("a1茶茶",)]
