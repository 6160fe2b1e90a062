"""Columns whose names are written in another way than the dictionary has them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog.importing.readers import read
from tests.read_file import rows, written


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Item Desc", "description"),
        ("Prod. Descr.", "description"),
        ("Mfr Name", "brand"),
        ("Qty Avail", "stock"),
        ("Vendor Name", "brand"),
        ("Colour / Finish", "color"),
        ("Marke/Hersteller", "brand"),
        ("Primary Fabric", "material"),
        ("Hauptfarbe", "color"),
        ("Merkmal: Farbe", "color"),
        ("Attribute: Wash", "attr:Wash"),
        ("Overall Width", "attr:Overall Width"),
        ("Seat Height (cm)", "attr:Seat Height"),
        ("Number of Drawers", "attr:Number of Drawers"),
    ],
)
def test_a_column_is_known_by_another_way_of_writing_it(
    tmp_path: Path, header: str, column: str
) -> None:
    (row,) = rows(written(tmp_path, "list.csv", f"SKU;Name;{header}", "A;Chest;7"))

    assert row[column].split()[0] == "7"


@pytest.mark.parametrize("header", ["Customer Name", "Ship Weight", "Order Type", "Qty Sold"])
def test_what_is_not_of_the_product_is_left_out(tmp_path: Path, header: str) -> None:
    path = written(tmp_path, "list.csv", f"SKU;Name;{header}", "A;Chest;7")

    assert read(path).left_out == [header]


@pytest.mark.parametrize("header", ["Item #", "Product #", "Article #"])
def test_a_name_with_a_number_sign_is_a_number(tmp_path: Path, header: str) -> None:
    (row,) = rows(written(tmp_path, "list.csv", f"{header};Title", "A7;Chest"))

    assert (row["sku"], row["title"]) == ("A7", "Chest")


@pytest.mark.parametrize("header", ["Std. VK Brutto", "Regular Retail Price", "Standard VK"])
def test_the_usual_price_goes_before_that_of_the_maker(tmp_path: Path, header: str) -> None:
    (row,) = rows(written(tmp_path, "list.csv", f"SKU;Name;UVP;{header}", "A;Chest;9;7"))

    assert (row["price"], row["price_before"]) == ("7", "9")


@pytest.mark.parametrize("header", ["Category Path", "Kategoriepfad", "Breadcrumb"])
def test_a_path_may_be_parted_by_bars(tmp_path: Path, header: str) -> None:
    lines = (f"SKU,Name,{header}", "A,Runner,Rugs|Runners", "B,Lamp,Light > Lamps|New")

    assert [row["category"] for row in rows(written(tmp_path, "list.csv", *lines))] == [
        "Rugs > Runners",
        "Light > Lamps|New",
    ]


def test_json_names_its_fields_as_tables_do(tmp_path: Path) -> None:
    item = {"商品コード": "1", "商品名": "湯のみ", "ブランド名": "山窯", "商品説明文": "手作り。"}

    (row,) = rows(written(tmp_path, "list.json", json.dumps([item])))

    assert (row["brand"], row["description"]) == ("山窯", "手作り。")
