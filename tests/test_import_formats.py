"""Exports of shop systems become the products that they are exports of.

`exports/` has the same five invented products in 27 files; `exports_expected.csv` says what each
becomes, in our columns (`~` stands for the address where the pictures are).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.importing.errors import RowError
from catalog.importing.readers import Feed, read

EXPORTS = Path(__file__).parent / "exports"
PICTURES = ("https://cdn.brindlemoor.example/pics/", "http://localhost:8000/media/products/")
TITLES = {
    "akeneo-models.csv": "Akeneo export, 5 products, 6 variants",
    "akeneo-products.csv": "Akeneo export, 5 products, 6 variants",
    "amazon.txt": "Amazon flat file, 4 products, 5 variants",
    "array.json": "JSON objects, 5 products, 5 variants",
    "array.jsonl": "JSON objects, 5 products, 5 variants",
    "bigcommerce.csv": "BigCommerce export, 5 products, 6 variants",
    "bmecat.xml": "BMEcat catalogue, 5 products, 5 variants",
    "fashion-dataset.csv": "Fashion Product Images, 5 products, 5 variants",
    "google-atom.xml": "Google Merchant feed (XML), 4 products, 5 variants",
    "google-rss.xml": "Google Merchant feed (XML), 4 products, 5 variants",
    "google-words.txt": "Google Merchant feed, 4 products, 5 variants",
    "google.tsv": "Google Merchant feed, 4 products, 5 variants",
    "jsonld.html": "schema.org products, 3 products, 4 variants",
    "magento.csv": "Magento export, 5 products, 6 variants",
    "medusa.csv": "Medusa export, 5 products, 6 variants",
    "meta.csv": "Google Merchant feed, 4 products, 5 variants",
    "prestashop-combinations.csv": "PrestaShop export, 5 products, 6 variants",
    "prestashop-products.csv": "PrestaShop export, 5 products, 6 variants",
    "saleor.csv": "Saleor export, 5 products, 6 variants",
    "shopify-new.csv": "Shopify export, 5 products, 6 variants",
    "shopify-old.csv": "Shopify export, 5 products, 6 variants",
    "shopware.csv": "Shopware export, 5 products, 6 variants",
    "stock-feed.csv": "Table, 5 products, 5 variants",
    "vanished.csv": "Table, 2 products, 2 variants",
    "vendure.csv": "Vendure products, 5 products, 6 variants",
    "woocommerce-german.csv": "WooCommerce export, 3 products, 4 variants",
    "woocommerce.csv": "WooCommerce export, 5 products, 6 variants",
    "yandex.xml": "YML feed, 4 products, 5 variants",
}


def expected() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with EXPORTS.with_name("exports_expected.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row.pop("file"), []).append(row)
    return found


def rows(feed: Feed, columns: list[str]) -> Iterator[dict[str, str]]:
    """The rows of a feed in some columns; an option is known whatever its letter case."""
    for _line, cells in feed:
        assert not isinstance(cells, RowError), cells
        found = {name.lower(): value for name, value in cells.items()}
        yield {name: short(found.get(name.lower(), "")) for name in columns}


def short(cell: str) -> str:
    for address in PICTURES:
        cell = cell.replace(address, "~")
    return cell


@pytest.mark.parametrize("name", TITLES)
def test_an_export_becomes_its_products(name: str) -> None:
    wanted = expected()[name]

    assert list(rows(read(EXPORTS / name), list(wanted[0]))) == wanted


@pytest.mark.parametrize("name", TITLES)
def test_an_export_is_recognised_and_counted(name: str) -> None:
    assert read(EXPORTS / name).recognised().startswith(TITLES[name])


def test_both_kinds_of_xml_say_the_same() -> None:
    columns = list(expected()["google-rss.xml"][0])

    rss, atom = (read(EXPORTS / f"google-{kind}.xml") for kind in ("rss", "atom"))

    assert list(rows(rss, columns)) == list(rows(atom, columns))


def test_what_is_left_out_is_named() -> None:
    said = read(EXPORTS / "shopify-old.csv").recognised()

    assert "; left out: 15 columns (Option1 Linked To, " in said
    assert "Price / International" in said
