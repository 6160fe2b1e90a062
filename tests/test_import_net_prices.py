"""A price without tax is brought to the price that shoppers pay, where the file says the rate."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.readers import read
from tests.read_file import rows, written


@pytest.mark.parametrize(
    ("net", "rate", "cells", "price"),
    [
        ("Preis netto", "MwSt.", "100,00;19 %", "119.00"),
        ("Nettopreis", "Steuersatz", "100,00;19", "119.00"),
        ("Price (excl. VAT)", "VAT rate", "20.00;0.2", "24.00"),
        ("Precio (imp. excl.)", "IVA (%)", "19,75 €;21,0", "23.90"),
        ("Цена без НДС", "Ставка НДС", "1000;20%", "1200.00"),
        ("Fiyat (KDV hariç)", "KDV oranı", "50;10", "55.00"),
    ],
)
def test_the_tax_is_added(tmp_path: Path, net: str, rate: str, cells: str, price: str) -> None:
    (row,) = rows(written(tmp_path, "list.csv", f"sku;title;{net};{rate}", f"A;Chair;{cells}"))

    assert row["price"] == price


def test_a_price_with_tax_goes_first_wherever_it_stands(tmp_path: Path) -> None:
    for header, cells in (
        ("Precio sin IVA;Precio con IVA;IVA", "100,00;121,00;10"),
        ("Preis inkl. MwSt.;Preis exkl. MwSt.;MwSt.", "121;100;7"),
    ):
        (row,) = rows(written(tmp_path, "list.csv", f"sku;title;{header}", f"A;Silla;{cells}"))
        assert row["price"].removesuffix(".00") == "121"


def test_without_a_rate_it_is_taken_and_that_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", "sku;title;Prix HT", "A;Chaise;100,00 €", "B;Table;")

    assert [row.get("price") for row in rows(path)] == ["100.00", None]
    assert read(path).notes == [
        "1 price is taken as it stands, though its column says that it is without tax: "
        "the file has no column with the rate."
    ]


@pytest.mark.parametrize("name", ["Net weight", "Wholesale price (net)", "VAT number", "Tax class"])
def test_what_only_sounds_like_it_is_left_out(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, "list.csv", f"sku,title,{name}", "A,Chair,5")

    assert read(path).left_out == [name]


@pytest.mark.parametrize(
    ("price", "stock", "read_as"),
    [("2 490,00", "5,000", "5"), ("12.50", "1,000", "1000"), ("1.299,00 €", "3,000", "3")],
)
def test_prices_tell_how_a_stock_is_written(
    tmp_path: Path, price: str, stock: str, read_as: str
) -> None:
    lines = "Артикул;Номенклатура;Остаток;Цена", f"A;Чайник;{stock};{price}"
    path = written(tmp_path, "list.csv", *lines)

    assert rows(path)[0]["stock"] == read_as
