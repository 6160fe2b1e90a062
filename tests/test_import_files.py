"""CSV, Excel and JSON lines are read as shops write them, and other files refused kindly."""

from __future__ import annotations

from decimal import Decimal
from errno import EACCES
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl.worksheet._reader import WorkSheetParser

from catalog.importing.errors import FileError
from catalog.models import Product, Variant
from tests.shop_file import bring, json_lines, workbook

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_every_usual_dress(tmp_path: Path, delimiter: str, encoding: str) -> None:
    path = tmp_path / "shop.csv"
    rows = (("sku", "title", "stock"), ("A1", "Äpfel, rot; süß", "3"))
    lines = (delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_text("\r\n".join(lines), encoding=encoding)

    assert bring(path).rows == {"created": 1}
    assert Product.objects.get().title == "Äpfel, rot; süß"


def test_latin_1_is_read_where_its_words_tell_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_bytes("sku,title\nA1,Äpfel\nB1,Brot\n".encode("latin-1"))

    assert bring(path).rows == {"created": 2}
    assert Product.objects.filter(title="Äpfel").exists()


def test_bytes_that_tell_no_encoding_cost_only_the_rows_they_spoil(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_bytes(b"sku,title\nA1,\x81pfel\nB1,Brot\n")

    done = bring(path)

    assert done.rows == {"rejected": 1, "created": 1}
    assert done.said == ["Line 2: title contains bytes that are not UTF-8; save the file as UTF-8."]


def test_names_of_attributes_in_no_encoding_cost_the_rows_that_have_them(tmp_path: Path) -> None:
    path = tmp_path / "shop.jsonl"
    lines = (
        '{"sku": "A1", "title": "Pepper", "attributes": {"a\x81rl\x81k": "250 g"}}',
        '{"sku": "B1", "title": "Tea", "attributes": {"\\ud83d half": "a", "\\u0000": "b"}}',
        '{"sku": "C1", "title": "Cup"}',
    )
    path.write_bytes("\n".join(lines).encode("latin-1"))

    done = bring(path)

    assert done.rows == {"rejected": 2, "created": 1}
    assert all("contains bytes that are not UTF-8" in each for each in done.said)
    assert "\ufffd" in done.said[0]


def test_line_numbers_count_lines_and_not_records(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text('sku,title,description\nA1,Apple,"two\nlines"\n\nB1,,\n')

    assert bring(path).said == ["Line 5: title is empty."]


def test_a_row_with_another_number_of_cells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("sku,title,price\nA1,Apple, red,3\nB1,Bread\nC1,Cake,2,,\n")

    done = bring(path)

    assert done.said == [
        "Line 2: has 4 cells where the first line names 3 columns.",
        "Line 3: has 2 cells where the first line names 3 columns.",
    ]
    assert Variant.objects.get().sku == "C1"


def test_a_stray_quotation_mark_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text('sku,title\nA1,"Apple" red\nB1,Bread\n')

    done = bring(path)

    assert done.rows == {"rejected": 1, "created": 1}
    assert done.said[0].startswith("Line 2: cannot be read as CSV: ")


def test_a_quotation_mark_that_is_never_closed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    path.write_text('sku,title\nB1,Bread\nA1,"Apple\nC1,Cake\n')

    done = bring(path)

    assert done.rows == {"rejected": 1, "created": 1}
    assert done.said[0].startswith("Line 3: cannot be read as CSV: ")


def test_a_workbook_is_read_as_it_looks(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "shop.xlsx",
        ["sku", "title", "price", "stock", "attr:year", None],
        [4006381333931, "Marker", 59.900000000000006, 3.0, 2026, None],
        [None, None, None, None, None],
        ["B1", "Bread"],
        ["C1", None, -2],
    )

    done = bring(path)

    assert done.rows == {"created": 2, "rejected": 1}
    assert done.said == ["Line 5: title is empty; price is negative (-2)."]
    marker = Variant.objects.get(sku="4006381333931")
    assert (marker.price, marker.stock) == (Decimal("59.90"), 3)
    assert marker.product.attributes == {"year": "2026"}


def test_json_lines_take_lists_numbers_and_null(tmp_path: Path) -> None:
    path = json_lines(
        tmp_path / "shop.jsonl",
        {"sku": 11, "title": "Apple", "price": 0.5, "stock": None, "images": ["a.png", "b.png"]},
        {"sku": "B1", "title": "Bread", "colour": "brown", "made": {"in": "Oslo"}},
        {"sku": "C1", "title": {"en": "Cake", "de": "Kuchen"}},
        ["D1"],
    )

    done = bring(path)

    assert done.rows == {"created": 3, "rejected": 1}
    assert done.said == ["Line 4: is not a JSON object on one line."]
    bread = Product.objects.get(title="Bread")
    assert bread.attributes == {"made in": "Oslo"}
    assert bread.variants.get().color == "brown"
    assert Product.objects.filter(title="Cake").exists()
    assert done.report.pictures_ignored == 2


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("shop.xls", b"", "shop.xls is not a kind of file that can be imported: .csv"),
        ("shop.csv", b"", "shop.csv is empty"),
        ("shop.csv", b"\n", "shop.csv is empty"),
        ("shop.xlsx", b"sku,title", "shop.xlsx is not an Excel workbook"),
        ("shop.xlsx", b"PK\x03\x04", "shop.xlsx is not an Excel workbook"),
        ("shop.csv", b"PK\x03\x04\x14\x00", "shop.csv is not a text in UTF-8"),
        ("shop.csv", "sku,title\nA1,Apple".encode("utf-16-le"), "shop.csv is not a text in UTF-8"),
        ("shop.json", b'[{"sku": "A1", "title": "Apple"}', "shop.json is not JSON that can be"),
        ("shop.xml", b"<rss><channel/></rss>", "There is no product in shop.xml"),
        ("shop.xml", b"<rss><item><id>1", "shop.xml is not XML that can be read"),
        ("shop.html", b"<html><p>Apple</p></html>", "There is no product data (JSON-LD) in"),
        ("shop.csv.gz", b"sku,title", "shop.csv.gz cannot be unpacked"),
        ("shop.zip", b"PK", "shop.zip cannot be unpacked"),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(FileError) as refused:
        bring(path)

    assert str(refused.value).startswith(reason)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_damaged_workbook_is_refused(tmp_path: Path, part: str) -> None:
    whole = workbook(tmp_path / "whole.xlsx", ["sku", "title"], *([n, "Apple"] for n in range(99)))
    with ZipFile(whole) as source, ZipFile(tmp_path / "shop.xlsx", "w") as damaged:
        for name in source.namelist():
            content = source.read(name)
            damaged.writestr(name, content[: len(content) // 2] if name == part else content)

    with pytest.raises(FileError, match=r"shop\.xlsx is not an Excel workbook .* damaged"):
        bring(tmp_path / "shop.xlsx")


@pytest.mark.parametrize("name", ["shop.csv", "shop.jsonl", "shop.xlsx"])
def test_a_file_that_may_not_be_read_is_named(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_args: object, **_options: object) -> None:
        raise PermissionError(EACCES, "Permission denied")

    (tmp_path / name).touch()
    monkeypatch.setattr("io.open", denied)
    monkeypatch.setattr("builtins.open", denied)
    monkeypatch.setattr("pathlib.Path.open", denied)
    with pytest.raises(FileError, match=f"{name} cannot be read: Permission denied"):
        bring(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"There is no file .*none\.csv"):
        bring(tmp_path / "none.csv")


def test_a_workbook_that_is_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.xlsx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"0" * 101 * 1024**2)

    with pytest.raises(FileError, match=r"shop\.xlsx is a zip bomb: its \d+ kB claim"):
        bring(path)


def test_a_sheet_that_says_no_size_is_not_read_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A million empty rows would all be in memory before the first is read."""

    def measured(_parser: object) -> None:
        raise AssertionError

    monkeypatch.setattr(WorkSheetParser, "parse_dimensions", measured)
    path = workbook(tmp_path / "shop.xlsx", ["sku", "title"], ["A1", "Apple"], [], ["B1", "Bread"])

    assert bring(path).rows == {"created": 2}
