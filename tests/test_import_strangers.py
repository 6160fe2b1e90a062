"""Files that nobody here has made: what a header means, and what a file leaves open."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from catalog.importing.readers import Feed, read
from tests.read_file import rows, written


@pytest.mark.parametrize(
    ("header", "cell", "price"),
    [
        ("Price (EUR)", "12.00", ("12.00", "EUR")),
        ("Preis in €", "1.234,56", ("1234.56", "EUR")),
        ("VK-Preis [CHF] *", "9,90", ("9.90", "CHF")),
        ("Price USD", "$ 5.00", ("5.00", "USD")),
        ("Prix TTC (€)", "5 €", ("5", "EUR")),
    ],
)
def test_a_header_may_name_the_currency(
    tmp_path: Path, header: str, cell: str, price: tuple[str, str]
) -> None:
    (row,) = rows(written(tmp_path, "list.csv", f"SKU;Name;{header}", f"A;Hammer;{cell}"))

    assert (row["price"], row["currency"]) == price


def test_no_word_in_a_header_is_taken_for_a_currency(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", "SKU;NAME;PRICE ALL;Price list", "A;Hammer;5;B")

    assert read(path).left_out == ["PRICE ALL", "Price list"]


def test_a_row_without_number_is_known_by_its_title(tmp_path: Path) -> None:
    lines = ("Artikelnummer;Bezeichnung;Preis", ";Feile fein;5", ";Feile grob;6")

    assert [row["group"] for row in rows(written(tmp_path, "list.csv", *lines))] == [
        "feile-fein",
        "feile-grob",
    ]


def test_a_table_without_numbers_is_known_by_its_titles(tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, "list.csv", "Bezeichnung;Preis", "Feile;5"))

    assert row["group"] == "feile"


def test_one_number_of_two_titles_is_two_products(tmp_path: Path) -> None:
    lines = ("Artikelnummer;Bezeichnung;Preis", "7;Zange;5", "8;Säge;6", "7;Bohrer;6")

    found = rows(written(tmp_path, "list.csv", *lines))

    assert sorted((row["title"], row.get("group", "")) for row in found) == [
        ("Bohrer", "7-bohrer"),
        ("Säge", ""),
        ("Zange", ""),
    ]


def item(*elements: str) -> str:
    return f"<item><g:id>1</g:id><title>Boot</title>{''.join(elements)}</item>"


def google(folder: Path, *items: str) -> Path:
    head = '<rss xmlns:g="http://base.google.com/ns/1.0"><channel>'
    return written(folder, "feed.xml", head, *items, "</channel></rss>")


def test_an_atom_summary_is_the_description(tmp_path: Path) -> None:
    (row,) = rows(
        google(tmp_path, item("<link>x</link><g:price>5 EUR</g:price><summary>Warm</summary>"))
    )

    assert row["description"] == "Warm"


@pytest.mark.parametrize("price", ["1.200 EUR", "1,200 EUR"])
def test_a_price_of_a_feed_that_may_be_read_in_two_ways_is_not_guessed(
    tmp_path: Path, price: str
) -> None:
    path = google(tmp_path, item(f"<link>a</link><g:price>{price}</g:price>"))

    assert (rows(path)[0]["price"], rows(path)[0]["currency"]) == (price[:5], "EUR")
    assert "--decimal says which is meant" in read(path).notes[0]
    assert rows(path, decimal=price[1])[0]["price"] == "1.20"


def test_a_currency_with_three_decimals_has_them(tmp_path: Path) -> None:
    path = google(tmp_path, item("<link>a</link><g:price>12.500 KWD</g:price>"))

    assert (rows(path)[0]["price"], rows(path)[0]["currency"]) == ("12.50", "KWD")


def test_an_item_without_a_reduced_price_is_no_longer_reduced(tmp_path: Path) -> None:
    feed = read(google(tmp_path, item("<link>a</link><g:price>5 EUR</g:price>")))

    assert cells(feed)["price_before"] == ""


def cells(feed: Feed) -> dict[str, str]:
    (found,) = [cells for _line, cells in feed]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ("Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price", "b,Boot,,,B,5"),
        ("ID,Type,SKU,Name,Regular price,Parent", "1,simple,B,Boot,5,"),
        ("id\ttitle\tavailability\tprice", "B\tBoot\tin stock\t5 EUR"),
        ("sku,product_type,name,price,attribute_set_code", "B,simple,Boot,5,Top"),
    ],
)
def test_an_export_of_some_columns_empties_no_others(tmp_path: Path, lines: list[str]) -> None:
    found = cells(read(written(tmp_path, "export.csv", *lines)))

    assert found["price"] == "5"
    assert not {"description", "category", "images", "stock", "tags", "brand"} & set(found)


def test_objects_have_their_numbers_and_prices_by_any_name(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "items.json",
        '[{"productId": 7, "productName": "Kettle", "price": {"amount": "30,50", "currency": "EUR"}'
        ', "rating": {"rate": 4.5, "count": 12}, "colors": ["red", "blue"]}]',
    )

    (row,) = rows(path)

    assert (row["sku"], row["price"], row["currency"]) == ("7", "30.50", "EUR")
    assert (row["rating"], row["rating_count"], row["color"]) == ("4.5", "12", "red/blue")


def test_a_file_in_a_zip_that_belongs_to_another_export_is_named(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "both.zip", "w") as archive:
        archive.writestr(
            "feed.tsv", "id\ttitle\tlink\tprice\timage link\n1\tA\thttps://x.example\t5 EUR\tc\n"
        )
        archive.writestr("list.csv", "SKU,Name\nB,Bread\n")

    assert read(tmp_path / "both.zip").notes == [
        "Left out, because they are not part of the same export: list.csv."
    ]


def test_an_address_without_its_shop_costs_no_row(tmp_path: Path) -> None:
    feed = google(tmp_path, item("<link>/boot</link><g:price>5 EUR</g:price>"))
    objects = written(tmp_path, "items.json", '[{"id": 1, "title": "Boot", "url": "/boot"}]')

    for path in (feed, objects):
        assert "url" not in rows(path)[0]
        assert read(path).notes == ["1 cell of url could not be read, and was left out."]


def test_stocks_of_shopify_are_no_rows_of_pictures(tmp_path: Path) -> None:
    header = "Handle,Title,Variant SKU,Variant Inventory Qty"

    (row,) = rows(written(tmp_path, "stocks.csv", header, "boot,,FEN-39,7"))

    assert (row["sku"], row["stock"]) == ("FEN-39", "7")


@pytest.mark.parametrize(
    ("header", "cell", "column"),
    [
        ("Department", "Tools", "category"),
        ("Section", "Tools", "category"),
        ("Dział", "Narzędzia", "category"),
        ("Aisle", "Dairy", "category"),
        ("Ścieżka", "Dom > Kuchnia", "category"),
        ("Marchio", "Tormac", "brand"),
        ("Werkstoff", "Stahl", "material"),
        ("Make", "Tormac", "brand"),
        ("Shade", "red", "color"),
        ("Teinte", "rouge", "color"),
        ("Made of", "steel", "material"),
        ("Tallaje", "M", "size"),
        ("About", "A tool.", "description"),
        ("Ficha", "Una herramienta.", "description"),
    ],
)
def test_a_rarer_name_stands_in_for_a_column_that_is_missing(
    tmp_path: Path, header: str, cell: str, column: str
) -> None:
    lines = (f"SKU;Name;{header}", f"A;Hammer;{cell}", f"B;Saw;{cell}")

    assert [row[column] for row in rows(written(tmp_path, "list.csv", *lines))] == [cell, cell]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bezeichnung", "Artikeltext"),
        ("Naam", "Productomschrijving"),
        ("Naam", "Artikelomschrijving"),
    ],
)
def test_a_text_beside_a_name_is_the_description(tmp_path: Path, name: str, text: str) -> None:
    path = written(tmp_path, "list.csv", f"SKU;{name};{text}", "A;Säge;Aus Stahl.")

    (row,) = rows(path)
    (alone,) = rows(written(tmp_path, "names.csv", f"SKU;{text}", "A;Säge"))

    assert (row["title"], row["description"], alone["title"]) == ("Säge", "Aus Stahl.", "Säge")


@pytest.mark.parametrize(
    ("header", "row"),
    [("Cod.;Titolo", "C7;Sega"), ("Kod;Tytuł", "C7;Sega")],
)
def test_numbers_and_names_of_other_trades(tmp_path: Path, header: str, row: str) -> None:
    (read_row,) = rows(written(tmp_path, "list.csv", header, row))

    assert (read_row["sku"], read_row["title"]) == ("C7", "Sega")


@pytest.mark.parametrize(
    "header", ["Brand;Make", "Colour;Shade", "Category;Department", "Material;Made of"]
)
def test_beside_the_column_itself_it_stands_for_nothing(tmp_path: Path, header: str) -> None:
    path = written(tmp_path, "list.csv", f"SKU;Name;{header}", "A;Hammer;x;y", "B;Saw;x;z")

    assert read(path).left_out == [header.partition(";")[2]]


SHOPWARE = "id;parent_id;product_number;stock;name;price_gross;{name}"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("autor", "Anna Berg"),
        ("einband_format", "Leinen"),
        ("Author / Artist", "The Larks"),
        ("rok wydania", "1987"),
        ("Stoff", ""),
    ],
)
def test_a_shops_own_columns_in_the_export_of_a_system(
    tmp_path: Path, name: str, cell: str
) -> None:
    lines = SHOPWARE.format(name=name), f"{'a' * 32};;N1;2;Wiesenlieder;9.00;{cell or 'x'}"
    (row,) = rows(written(tmp_path, "export.csv", *lines))

    kept = [value for column, value in row.items() if column.startswith("attr:")]
    assert kept == [cell][: bool(cell)]


@pytest.mark.parametrize("name", ["purchase_price_format", "supplier_year", "cost", "intern"])
def test_what_no_shopper_is_to_see_stays_out(tmp_path: Path, name: str) -> None:
    lines = SHOPWARE.format(name=name), f"{'a' * 32};;N1;2;Wiesenlieder;9.00;12"
    (row,) = rows(written(tmp_path, "export.csv", *lines))

    assert not [column for column in row if column.startswith("attr:")]
