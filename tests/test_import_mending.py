"""Rows that were refused come back as a file, are mended in it, and go in."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from catalog.importing.files.records import REASON
from catalog.importing.formats.format import Reading
from catalog.models import Product, Source, Variant
from tests.shop_file import Done, bring, json_lines, shop

pytestmark = pytest.mark.django_db


def bad_rows(done: Done, delimiter: str = ",") -> list[list[str]]:
    assert done.report.bad_rows
    with done.report.bad_rows.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def mended(done: Done, old: str, new: str) -> Path:
    path = done.report.bad_rows
    assert path
    path.write_text(path.read_text("utf-8-sig").replace(old, new), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "bad"
    found.mkdir()
    return found


def test_a_bad_row_comes_back_in_its_own_columns_with_what_is_wrong(
    tmp_path: Path, folder: Path
) -> None:
    lines = "Artikelnummer;Bezeichnung;Preis;Note", "A;Apple;1,50;x", "B;Bread;dear;y;z", "C;;2;"
    done = shop(tmp_path, *lines, bad=folder)

    rows = bad_rows(done, ";")
    assert rows[0] == [REASON, "Artikelnummer", "Bezeichnung", "Preis", "Note"]
    assert [row[1:] for row in rows[1:]] == [["B", "Bread", "dear", "y", "z"], ["C", "", "2", ""]]
    assert "has 5 cells" in rows[1][0]
    assert rows[2][0].endswith("a new product needs a title.")


def test_what_is_mended_goes_in_and_nothing_else_is_missed(tmp_path: Path, folder: Path) -> None:
    lines = "sku,title,price", "A,Apple,1", "B,Bread,2", "C,Cake,dear"
    done = shop(tmp_path, *lines, source="main", bad=folder)

    again = bring(mended(done, "dear", "3"), source="main", missing="delete")

    assert again.rows == {"created": 1}
    assert again.report.remarks() == []
    assert again.report.recognised == ""  # still a table in our own columns
    assert Variant.objects.count() == 3


def test_where_nothing_is_wrong_there_is_no_file(tmp_path: Path, folder: Path) -> None:
    assert shop(tmp_path, "sku,title", "A,Apple", bad=folder).report.bad_rows is None


def test_an_export_whose_rows_speak_for_others_comes_back_by_products(
    tmp_path: Path, folder: Path
) -> None:
    header = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price"
    lines = "boot,Boot,Farbe,Rot,B1,10", "boot,,,Blau,B2,dear", "lamp,Lamp,Title,,L1,5"
    done = shop(tmp_path, header, *lines, source="main", bad=folder)

    assert [row[1] for row in bad_rows(done)[1:]] == ["boot", "boot"]
    assert [bool(row[0]) for row in bad_rows(done)[1:]] == [False, True]
    assert bring(mended(done, "dear", "11"), source="main").rows == {"unchanged": 1, "created": 1}
    assert set(Variant.objects.values_list("sku", "color")) >= {("B1", "Rot"), ("B2", "Blau")}


def test_two_files_of_one_export_come_back_as_two_in_a_zip(tmp_path: Path, folder: Path) -> None:
    products = tmp_path / "products.csv"
    products.write_text("Product ID;Name;Price tax excluded\n1;Boot;10\n2;Lamp;dear\n")
    beside = tmp_path / "combinations.csv"
    beside.write_text(
        "Product ID;Attribute (Name:Type:Position);Value (Value:Position);Reference;Quantity\n"
        "1;Colour:color:0;Red:0;B1;many things\n"
    )
    done = bring(products, beside=[beside], source="main", bad=folder)

    assert done.report.bad_rows
    with ZipFile(done.report.bad_rows) as archive:
        found = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    assert list(found) == ["products-bad.csv", "combinations-bad.csv"]
    assert "2;Lamp;dear" in found["products-bad.csv"]
    assert "many things" in found["combinations-bad.csv"]


def test_objects_come_back_as_a_table_in_our_own_columns(tmp_path: Path, folder: Path) -> None:
    path = json_lines(tmp_path / "shop.jsonl", *(
        {"id": 1, "title": "Boot", "price": "dear", "ram": "8 GB"}, {"id": 2, "title": "Lamp"}
    ))  # fmt: skip
    done = bring(path, source="main", reading=Reading(format="json"), bad=folder)
    assert bad_rows(done)[0][:3] == [REASON, "sku", "title"]

    again = bring(
        mended(done, "dear", "3"), source="main", missing="hide", reading=Reading(format="json")
    )

    assert again.rows == {"created": 1}
    assert Product.objects.get(title="Boot").attributes == {"ram": "8 GB"}


def test_articles_that_a_feed_names_and_nobody_has_are_in_the_file(
    tmp_path: Path, folder: Path
) -> None:
    done = shop(tmp_path, "sku,stock", "NEW-1,4", bad=folder)

    assert bad_rows(done)[1] == [
        "the catalogue has no NEW-1, and a new product needs a title.", "NEW-1", "4"
    ]  # fmt: skip


def test_letters_of_an_older_encoding_come_back_as_letters(tmp_path: Path, folder: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_bytes(b"sku,title\n" + b"A,M\xf6bel\nB,Apple\n")
    done = bring(path, bad=folder, reading=Reading(encoding="utf-8"))

    assert done.rows == {"rejected": 1, "created": 1}
    assert bring(done.report.bad_rows, bad=folder).rows == {"created": 1}  # type: ignore[arg-type]
    assert Product.objects.filter(title="Möbel").exists()


def test_a_spreadsheet_runs_nothing_of_it(tmp_path: Path, folder: Path) -> None:
    done = shop(tmp_path, "sku,title,price", "A,=HYPERLINK(1),dear", "B,-,dear", bad=folder)

    assert [row[2] for row in bad_rows(done)[1:]] == ["'=HYPERLINK(1)", "-"]
    bring(mended(done, "dear", "3"))
    assert Product.objects.filter(title="=HYPERLINK(1)").exists()


def test_the_command_writes_the_file(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("sku,title,price\nA,Apple,dear\n")
    to = tmp_path / "mend.csv"
    with pytest.raises(CommandError, match="Not everything"):
        call_command("import_catalog", str(path), "--source", "main", "--bad", str(to))

    assert f"are in {to}" in capsys.readouterr().out
    assert "A,Apple,dear" in to.read_text("utf-8-sig")
    assert Source.objects.count() == 1


def test_one_of_two_articles_of_one_number_is_mended_and_the_other_stays(
    tmp_path: Path, folder: Path
) -> None:
    lines = "Artikelnummer;Bezeichnung;Preis", "D4;Fork;dear", "D4;Spoon;5", "E;Knife;4"
    done = shop(tmp_path, *lines, source="main", bad=folder)
    assert [row[2] for row in bad_rows(done, ";")[1:]] == ["Fork", "Spoon"]

    again = bring(mended(done, "dear", "3"), source="main")

    assert again.rows == {"created": 1, "unchanged": 1}
    assert sorted(Product.objects.values_list("title", flat=True)) == ["Fork", "Knife", "Spoon"]
