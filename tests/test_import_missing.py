"""What a file of its source no longer has is kept, hidden or deleted, as asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.errors import FileError
from catalog.models import Product, Variant
from tests.shop_file import shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

ROWS = [f"A{number},Article {number}" for number in range(10)]


@pytest.fixture(autouse=True)
def shops(tmp_path: Path) -> None:
    shop(tmp_path, "sku,title", *ROWS, source="main")
    shop(tmp_path, "sku,title", "OTHER,Of another source", source="other")


def on_sale() -> int:
    return Product.objects.active().count()


def test_it_is_kept_unless_asked_otherwise_and_always_said(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title", *ROWS[:8], source="main")

    assert on_sale() == 11
    assert done.report.missing == (
        "2 of 10 articles of main are not in the file. "
        "They were kept; --missing hide or delete takes them out."
    )


def test_hidden_articles_come_back_with_the_file(tmp_path: Path) -> None:
    shop(tmp_path, "sku,title", *ROWS[:8], source="main", missing="hide")
    assert on_sale() == 9

    again = shop(tmp_path, "sku,title", *ROWS[:8], source="main", missing="hide")
    assert again.report.missing == ""

    shop(tmp_path, "sku,title", *ROWS, source="main")
    assert on_sale() == 11
    assert all(variant.available for variant in Variant.objects.all())


@pytest.mark.parametrize("bad", ["A1,Article 1,cheap", "A1,,cheap", "A1,Article 1,5,too many"])
def test_an_article_whose_row_is_bad_is_not_missing(tmp_path: Path, bad: str) -> None:
    rows = [f"{row},5" for row in ROWS if not row.startswith("A1,")]

    done = shop(tmp_path, "sku,title,price", bad, *rows, source="main", missing="delete")

    assert done.report.rows["rejected"] == 1
    assert done.report.missing == ""
    assert on_sale() == 11


def test_nothing_is_taken_from_a_product_of_which_a_row_is_bad(tmp_path: Path) -> None:
    sizes = [f"RUN-{size},{size},Running shoes,RUN,60" for size in (40, 41, 42)]
    shop(tmp_path, "sku,size,title,group,price", *sizes, source="shoes")
    bad = ",41,Running shoes,RUN,sixty"  # it has no number of its own

    done = shop(
        tmp_path, "sku,size,title,group,price", bad, *sizes[2:], source="shoes", missing="delete"
    )

    assert done.report.missing == ""
    assert Variant.objects.filter(product__group="RUN").count() == 3


def test_what_was_hidden_by_hand_is_not_shown_by_the_file(tmp_path: Path) -> None:
    Product.objects.filter(group="A9").update(active=False)
    shop(tmp_path, "sku,title", *ROWS[:8], source="main", missing="hide")

    shop(tmp_path, "sku,title", *ROWS, source="main")

    assert list(Product.objects.filter(active=False).values_list("group", flat=True)) == ["A9"]


def test_deleting_leaves_other_sources_alone(tmp_path: Path) -> None:
    shop(tmp_path, "sku,title", *ROWS[:8], source="main", missing="delete")

    assert Product.objects.count() == 9
    assert Variant.objects.filter(sku="OTHER").exists()


@pytest.mark.parametrize("missing", ["hide", "delete"])
def test_more_than_a_third_is_refused_unless_forced(tmp_path: Path, missing: str) -> None:
    with pytest.raises(FileError, match=r"6 of 10 articles of main .* --force does it.*imported"):
        shop(tmp_path, "sku,title", *ROWS[:4], source="main", missing=missing)
    assert on_sale() == 11

    shop(tmp_path, "sku,title", *ROWS[:4], source="main", missing=missing, force=True)
    assert on_sale() == 5


def test_a_dry_run_says_the_number_and_takes_nothing(tmp_path: Path) -> None:
    done = shop(tmp_path, "sku,title", *ROWS[:8], source="main", missing="delete", dry_run=True)

    assert done.report.missing.startswith("2 of 10 articles")
    assert on_sale() == 11


def test_a_variant_that_vanished_from_its_product_is_out_of_stock(tmp_path: Path) -> None:
    rows = ["S,Shoe,RUN", "M,Shoe,RUN", "L,Shoe,RUN", "XL,Shoe,RUN"]
    shop(tmp_path, "sku,title,group", *rows, source="shoes")

    shop(tmp_path, "sku,title,group", *rows[:3], source="shoes", missing="hide")

    assert Product.objects.get(group="RUN").active
    assert [v.sku for v in Variant.objects.filter(product__group="RUN") if not v.available] == [
        "XL"
    ]
