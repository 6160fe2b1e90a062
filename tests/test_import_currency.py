"""Prices of which a file does not say the currency: what they are taken for is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.formats.format import Reading
from catalog.importing.readers import read
from tests.read_file import written

SAID = (
    "2 products have prices without a currency: those that are new are priced in EUR; "
    "--currency says which it is."
)


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        ("sku,title,price", ("A,Chair,10.00", "B,Table,20.00")),
        ("Kod produktu;Nazwa;Cena", ("A;Krzesło;10,00", "B;Stół;20,00")),
        ("group,sku,title,price", ("A,A1,Chair,10", "A,A2,Chair,12", "B,B1,Table,20")),
    ],
)
def test_a_file_without_a_currency_says_what_is_taken(
    tmp_path: Path, header: str, lines: tuple[str, ...]
) -> None:
    path = written(tmp_path, "list.csv", header, *lines)
    assert read(path).notes == [SAID]
    assert read(path, Reading(currency="PLN")).notes == []


@pytest.mark.parametrize(
    ("header", "lines"),
    [
        ("sku,title,price", ("A,Chair,R$ 10.00", "B,Table,R$ 20.00")),
        ("sku,title,Price (USD)", ("A,Chair,10", "B,Table,20")),
        ("sku,title,price,currency", ("A,Chair,10,TRY",)),
        ("group,sku,title,price,currency", ("A,A1,Chair,10,TRY", "A,A2,,12,")),
        ("sku,price", ("A,10", "B,20")),  # a feed of articles that have one
        ("sku,title", ("A,Chair",)),
    ],
)
def test_where_one_is_told_or_none_is_new_there_is_nothing_to_say(
    tmp_path: Path, header: str, lines: tuple[str, ...]
) -> None:
    assert read(written(tmp_path, "list.csv", header, *lines)).notes == []
