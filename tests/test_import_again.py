"""Importing again changes what differs, and nothing else is written."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.importing.run import PRODUCTS_AT_ONCE
from catalog.models import Attribute, Product, Source, Translation, Variant
from tests.shop_file import shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

HEADER = "sku,title,category,brand,color,price,stock,group,attr:season,title:de"
ROWS = (
    "R41,Runner,Shoes > Running,Northlight,red,80,3,RUN,summer,Renner",
    "R42,Runner,Shoes > Running,Northlight,blue,80,0,RUN,summer,Renner",
    "MUG,Mug,Kitchen,,white,9.5,,,,",
)


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        done = shop(tmp_path, HEADER, *ROWS)

    assert done.rows == {"unchanged": 3}
    written = [q["sql"] for q in queries if not q["sql"].startswith(("SELECT", "SAVE", "RELEASE"))]
    assert written == []


def test_a_new_price_changes_one_row_and_no_fingerprint(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)
    before = dict(Product.objects.values_list("group", "text_fingerprint"))

    done = shop(tmp_path, HEADER, ROWS[0].replace(",80,", ",75,"), *ROWS[1:])

    assert done.rows == {"changed": 1, "unchanged": 2}
    assert Variant.objects.get(sku="R41").price == Decimal("75.00")
    assert dict(Product.objects.values_list("group", "text_fingerprint")) == before


def test_a_new_title_changes_every_row_of_its_product(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)

    done = shop(tmp_path, HEADER, *(row.replace("Runner", "Sprinter") for row in ROWS))

    assert done.rows == {"changed": 2, "unchanged": 1}
    runner = Product.objects.get(group="RUN")
    assert (runner.title, runner.slug) == ("Sprinter", "runner")  # its address stays


def test_a_column_that_is_not_there_leaves_what_is(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)

    done = shop(tmp_path, "sku,title,price", "R41,Runner,70", "R42,Runner,70")

    assert done.rows == {"changed": 2}
    runner = Product.objects.get(group="RUN")
    assert (runner.variants.count(), runner.category.path) == (2, "Shoes > Running")
    assert runner.attributes == {"season": "summer"}


def test_an_empty_cell_empties(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)

    shop(tmp_path, "sku,title,brand,price,stock,attr:season,title:de", "R41,Runner,,,,,")

    variant = Variant.objects.get(sku="R41")
    assert (variant.price, variant.stock) == (None, None)
    assert (variant.product.brand, variant.product.attributes) == (None, {})
    assert not Translation.objects.exists()


def test_other_attributes_and_languages_stay(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)

    shop(tmp_path, "sku,title,attr:sole,title:fr", "R41,Runner,rubber,Coureur")

    runner = Product.objects.get(group="RUN")
    assert runner.attributes == {"season": "summer", "sole": "rubber"}
    assert set(runner.translations.values_list("language", flat=True)) == {"de", "fr"}


def test_a_variant_moves_to_another_group_and_an_empty_product_goes(tmp_path: Path) -> None:
    shop(tmp_path, "sku,title", "R41,Runner", "R42,Runner")

    shop(tmp_path, "sku,title,group", "R41,Runner,RUN", "R42,Runner,RUN")

    assert list(Product.objects.values_list("group", flat=True)) == ["RUN"]
    assert Variant.objects.count() == 2


def test_a_new_size_stands_behind_those_that_are_there(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)

    shop(tmp_path, "sku,title,group", "R43,Runner,RUN", "R44,Runner,RUN")

    skus = Product.objects.get(group="RUN").variants.values_list("sku", flat=True)
    assert list(skus) == ["R41", "R42", "R43", "R44"]


def test_a_dry_run_counts_the_same_and_changes_nothing(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, ROWS[2])

    done = shop(tmp_path, HEADER, *ROWS, dry_run=True)

    assert done.rows == {"created": 2, "unchanged": 1}
    assert list(Variant.objects.values_list("sku", flat=True)) == ["MUG"]


def test_a_product_hidden_in_admin_stays_hidden(tmp_path: Path) -> None:
    shop(tmp_path, HEADER, *ROWS)
    Product.objects.filter(group="RUN").update(active=False)

    assert shop(tmp_path, HEADER, *ROWS).rows == {"unchanged": 3}
    assert not Product.objects.get(group="RUN").active


def test_a_dry_run_that_is_killed_leaves_nothing_for_the_next_to_take_for_the_shops(
    tmp_path: Path,
) -> None:
    """At no time does anybody else see what only its file names."""
    there = []

    def look(done: int, total: int) -> None:
        own = Attribute.objects.filter(code__in=("reach", "grip"))
        there.append((done, own.count(), Source.objects.count()))

    columns = "sku,title,attr:Reach,option:Grip"
    rows = [f"P{n},Pole {n},{n} m,soft" for n in range(PRODUCTS_AT_ONCE + 1)]
    done = shop(tmp_path, columns, *rows, source="farm", dry_run=True, watch=look)

    assert done.rows == {"created": PRODUCTS_AT_ONCE + 1}
    assert there == [(PRODUCTS_AT_ONCE, 0, 0), (PRODUCTS_AT_ONCE + 1, 0, 0)]
