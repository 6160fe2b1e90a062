"""A table is found in a text or workbook whatever its separator, encoding, and lines above it."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from catalog.importing.errors import FileError
from catalog.importing.files import encodings, text
from catalog.importing.files.layout import sniff
from catalog.importing.formats.plain import TABLE
from catalog.importing.readers import read
from catalog.models.source import ENCODINGS
from tests.read_file import problems, rows, written

APPLE = {"sku": "A1", "title": "Apple, red", "price": "1.50"}


@pytest.mark.parametrize(
    "lines",
    [
        ["sep=;", "sku;title;price", "A1;Apple, red;1,50"],
        ["sku|title|price", "A1|Apple, red|1.50"],
        ["sku\ttitle\tprice", "A1\tApple, red\t1.50"],
        ["sku , title , price", 'A1  , "Apple, red"   , 1.50'],
        ["Our price list, May", "", "sku;title;price", "A1;Apple, red;1,50"],
        ["# Required | An id,# Required | A name,#", "sku,title,price", 'A1,"Apple, red",1.50'],
        ["Artikelnummer;Bezeichnung;Preis", "A1;Apple, red;1,50 €"],
        ["Артикул;Название;Цена", "A1;Apple, red;1,50"],
        ["SKU ;  Title;PRICE;;", "A1;Apple, red;1.50;;", "", ";;;;"],
    ],
)
def test_a_table_is_found(tmp_path: Path, lines: list[str]) -> None:
    found = rows(written(tmp_path, "list.csv", *lines))

    assert [{name: row[name] for name in APPLE} for row in found] == [APPLE]


@pytest.mark.parametrize(
    "lines",
    [
        ["Benennung;Netto", "Teller;1,20", "Tasse;3,50"],
        ["Was;Netto;Brutto", "Teller;1,20;1,43", "Tasse;3,50;4,17"],
        ["Was;Netto;Brutto", "Teller, weiß;1,20;1,43", "Tasse, rot;3,50;4,17"],
    ],
)
def test_decimal_commas_separate_nothing_where_the_header_has_none(
    tmp_path: Path, lines: list[str]
) -> None:
    layout = sniff("\n".join(lines), known=lambda name: False)

    assert (layout.names, layout.above) == (lines[0].split(";"), 0)


def test_inches_in_a_feed_separated_by_tabs_are_no_quotation(tmp_path: Path) -> None:
    path = written(
        tmp_path, "feed.txt", "sku\ttitle", 'A1\t"Best" 19" rack', 'A2\t15" sleeve', "A3"
    )

    assert [row.get("title", "") for row in rows(path)] == ['"Best" 19" rack', '15" sleeve', ""]


def test_windows_1252_is_told_by_its_words_and_taken_where_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("sku;title;Größe\nA1;Möbel;3\n".encode("cp1252"))

    assert rows(path) == [{"sku": "A1", "title": "Möbel", "size": "3"}]
    assert rows(path, encoding="windows-1252") == rows(path)
    with pytest.raises(FileError, match="There is no encoding 'klingon'"):
        rows(path, encoding="klingon")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("Windows-1252", "Größe;Théière émaillée;Lámpara pequeña;Crème brûlée"),
        ("Windows-1252", "Mug;12 €"),
        ("Windows-1252", "Nº de cuerdas;Violín pequeño;1ª edición;Piña"),
        ("Windows-1250", "Zahradní nůžky červené;Květináč;Holínky dámské modré"),
        ("Windows-1250", "Krem do rąk z aloesem;Bandaż elastyczny biały;Szczoteczka do zębów"),
        ("Windows-1250", "Kék zománcozott teáskanna;őszi kabát;fűrészelt szék"),
        ("Windows-1251", "Чайник эмалированный синий;Куртка зимняя"),
        ("Windows-1253", "Τσαγιέρα μπλε;Καρέκλα ξύλινη"),
        ("Windows-1254", "Kadın Gömleği;Çift kişilik nevresim;Şemsiye kırmızı"),
        ("Windows-1255", "כוס כחולה;כיסא עץ"),
        ("Windows-1256", "كوب أزرق;كرسي خشبي"),
        ("Windows-1257", "Žalias puodelis arbatai;mėlynas šaukštas;kėdė"),
        ("Shift_JIS", "ゲルインクボールペン 青;万年筆 細字;手帳 革 茶色"),
        ("EUC-KR", "파란 주전자;나무 의자"),
        ("GB18030", "蓝色茶壶;木椅;红色杯子"),
        ("Big5", "藍色茶壺;木製椅子;紅色杯子"),
    ],
)
def test_an_older_encoding_is_told_by_the_words_that_it_makes(
    tmp_path: Path, encoding: str, text: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"sku;title\n" + f"A1;{text.replace(';', ' ')}\n".encode(encoding))

    (note,) = read(path).notes

    assert note == f"list.csv is not in UTF-8; its words are read as {encoding}."
    assert rows(path)[0]["title"] == text.replace(";", " ")
    assert encoding in ENCODINGS


@pytest.mark.parametrize(
    ("name", "content"),
    [("list.csv", "sku;title\nA1;Größe\n"), ("list.json", '[{"sku": "A1", "title": "Größe"}]')],
)
def test_an_older_encoding_is_told_once_a_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    guesses: list[str] = []

    def guess(start: bytes) -> str:
        guesses.append(encodings.guess(start))
        return guesses[-1]

    monkeypatch.setattr(text, "guess", guess)
    path = tmp_path / name
    path.write_bytes(content.encode("cp1252"))

    assert rows(path) == [{"sku": "A1", "title": "Größe"}]
    assert guesses == ["Windows-1252"]


def test_a_mark_in_front_goes_before_what_words_tell(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"\xef\xbb\xbfsku;title\nA1;Gr\xf6\xdfe\n")

    assert not [note for note in read(path).notes if "not in UTF-8" in note]


def test_what_is_no_text_is_taken_for_no_encoding(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"sku;title\nA1;" + bytes(range(128, 256)) * 4 + b"\n")

    assert not [note for note in read(path).notes if "not in UTF-8" in note]


@pytest.mark.parametrize("name", ["list.csv.gz", "list.csv", "list.txt", "list", "list.zip"])
def test_a_compressed_file_is_read(tmp_path: Path, name: str) -> None:
    """Some servers send what is called .csv packed, whatever they are asked for."""
    content, path = b"sku,title\nA1,Apple\n", tmp_path / name
    if not name.endswith(".zip"):
        path.write_bytes(gzip.compress(content))
    else:
        with ZipFile(path, "w") as archive:
            archive.writestr("__MACOSX/._list.csv", b"\0\0")
            archive.writestr("export/list.csv", content)

    assert rows(path) == [{"sku": "A1", "title": "Apple"}]


@pytest.mark.parametrize("name", ["list.csv.gz", "list.csv", "list.zip"])
def test_a_compressed_bomb_is_refused(tmp_path: Path, name: str) -> None:
    content, path = b"sku,title\n" + b"A1,Apple\n" * 4_000_000, tmp_path / name
    if not name.endswith(".zip"):
        path.write_bytes(gzip.compress(content))
    else:
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr("list.csv", content)

    with pytest.raises(FileError, match=r"is a zip bomb: its \d+ kB claim more than 20 MB"):
        read(path)


def test_cells_of_a_workbook_are_read_as_the_sheet_shows_them(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Price list"])
    book.create_sheet("Goods")
    sheet = book["Goods"]
    sheet.append(["May 2026"])
    sheet.append(["sku", "title", "price", "attr:share", "attr:since", "attr:new"])
    sheet.append([123, "Apple", 59.900000000000006, 0.5, date(2026, 5, 1), True])
    sheet["A3"].number_format = "00000"
    sheet["D3"].number_format = "0%"
    book.save(tmp_path / "list.xlsx")

    assert rows(tmp_path / "list.xlsx") == [
        {
            **{"sku": "00123", "title": "Apple", "price": "59.90", "attr:share": "50%"},
            **{"attr:since": "2026-05-01", "attr:new": "yes"},
        }
    ]


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("size", date(2026, 10, 8), "size is a date in the workbook (2026-10-08)"),
        ("sku", 12345678901234567890, "sku is 1.23457E+19, a number that a spreadsheet has"),
    ],
)
def test_what_a_spreadsheet_has_spoilt_is_said(
    tmp_path: Path, column: str, value: object, reason: str
) -> None:
    book = Workbook()
    book.active.append(["title", "group", column])
    book.active.append(["Apple", "A", value])
    book.save(tmp_path / "list.xlsx")

    assert problems(tmp_path / "list.xlsx")[0].startswith(reason)


def test_a_barcode_that_was_shortened_costs_itself_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", "sku,title,ean", "A1,Apple,4.00638E+12")

    assert rows(path) == [{"sku": "A1", "title": "Apple"}]
    assert read(path).notes == [
        "1 barcode is left out: a spreadsheet has shortened it, as 4.00638E+12."
    ]


OTHER = [["sku", "title", "price", "stock"], ["B1", "Bread", 2, 3]]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
@pytest.mark.parametrize("at", [0, 1])
def test_a_hidden_sheet_is_read_only_where_no_other_is_a_table(
    tmp_path: Path, state: str, at: int
) -> None:
    book = Workbook()
    book.active.append(["sku", "title"])
    book.active.append(["A1", "Apple"])
    hidden = book.create_sheet("Lists", at)
    hidden.sheet_state = state
    for row in OTHER:
        hidden.append(row)
    book.save(tmp_path / "list.xlsx")
    assert [row["sku"] for row in rows(tmp_path / "list.xlsx")] == ["A1"]
    assert read(tmp_path / "list.xlsx").notes == []

    book.worksheets[1 - at].delete_rows(1, 2)
    book.save(tmp_path / "list.xlsx")
    assert [row["sku"] for row in rows(tmp_path / "list.xlsx")] == ["B1"]


def test_further_sheets_that_are_tables_are_named(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Mugs"
    for name in ("Lamps", "About us", "Rugs"):
        book.create_sheet(name)
    for name in ("Mugs", "Lamps", "Rugs"):
        for row in OTHER:
            book[name].append(row)
    book["About us"].append(["Made by hand since 1970"])
    book.save(tmp_path / "list.xlsx")

    assert read(tmp_path / "list.xlsx").notes[0] == (
        "Only the sheet Mugs was read. These look like tables as well, and are to be imported as "
        "files of their own: Lamps, Rugs."
    )


def with_cells(path: Path, cells: str) -> Path:
    """A workbook whose third column is this piece of a sheet."""
    book = Workbook()
    book.active.append(["sku", "title", "price"])
    book.active.append(["A1", "Apple", 7])
    book.save(path)
    with ZipFile(path) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    with ZipFile(path, "w") as altered:
        for name, content in members.items():
            altered.writestr(name, content.replace(b'<c r="C2" t="n"><v>7</v></c>', cells.encode()))
    return path


@pytest.mark.parametrize(
    "cells",
    [
        '<c r="C2"><f>1+2</f><v></v></c>',
        '<c r="C2"><f>1+2</f><v/></c>',
        '<c r="C2" s="0"><f>IF(A1&gt;2,"a","b")</f></c>',
        '<c r="C2"><f t="shared" si="0"/><v /></c>',
    ],
)
def test_formulas_that_nothing_has_reckoned_are_no_empty_cells(tmp_path: Path, cells: str) -> None:
    with pytest.raises(FileError, match=r"list\.xlsx has formulas without their results"):
        read(with_cells(tmp_path / "list.xlsx", cells))


@pytest.mark.parametrize(
    ("cells", "price"),
    [
        ('<c r="C2"><f>1+2</f><v>3</v></c>', "3"),
        ('<c r="C2" t="str"><f>IF(A1,"","")</f><v></v></c>', ""),
        ('<c r="C2"/><c r="D2"><f>1+2</f><v>3</v></c>', ""),
    ],
)
def test_formulas_with_results_are_read(tmp_path: Path, cells: str, price: str) -> None:
    assert rows(with_cells(tmp_path / "list.xlsx", cells))[0].get("price", "") == price


def test_a_table_ends_where_nothing_comes_for_long(tmp_path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Goods")
    sheet.append(["sku", "title"])
    sheet.append(["A1", "Apple"])
    for _each in range(6_000):
        sheet.append([None, None])
    sheet.append(["B1", "Bread"])
    book.save(tmp_path / "list.xlsx")

    feed = read(tmp_path / "list.xlsx")

    assert feed.variants == 1
    assert feed.notes == ["The sheet Goods was read up to 5000 consecutive empty rows."]


def test_prices_of_three_digits_behind_a_mark_are_read_where_it_is_said_how(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, "list.csv", "sku;title;price", "A1;Apple;1.200", "B1;Bread;49,90")

    assert [row["price"] for row in rows(path)] == ["1.200", "49.90"]  # the first is refused
    assert [row["price"] for row in rows(path, decimal=",")] == ["1200", "49.90"]
    assert [row["price"] for row in rows(path, decimal=".")] == ["1.20", "49.90"]


def test_a_workbook_is_one_whatever_it_is_called(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["sku", "title"], ["A1", "Apple"]):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")

    path = (tmp_path / "list.xlsx").rename(tmp_path / "list.csv")
    assert rows(path) == [{"sku": "A1", "title": "Apple"}]


def test_a_template_in_a_workbook_says_where_its_names_stand(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["TemplateType=fptcustom", "Version=2026.1"])
    book.active.append(["Item sku", "Item name", "Color name"])
    book.active.append(["item_sku", "item_name", "color_name"])
    book.active.append(["A1", "Apple", "red"])
    book.save(tmp_path / "template.xlsx")

    assert rows(tmp_path / "template.xlsx") == [{"sku": "A1", "title": "Apple", "color": "red"}]


def test_a_text_that_breaks_off_in_the_middle_of_a_sign_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("sku,title\nA1,Apple\n".encode("utf-16") + b"\0")

    with pytest.raises(FileError, match="is not a text in the encoding that it should have"):
        read(path)


def test_a_group_in_no_encoding_is_kept_for_its_row_to_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Handle,Title,Variant Price\ncaf\x8f\x81,Caf\x8f\x81,1\n")

    assert rows(path)[0]["title"] == "Caf\udc8f\udc81"


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("UnitPrice", "price"),
        ("productName", "title"),
        ("StockQuantity", "stock"),
        ("ISBN13", "gtin"),
        ("Indeks #", "sku"),
        ("Aktywny (0 lub 1)", "active"),
        ("Actif (0/1)", "active"),
        ("Nazwa *", "title"),
        ("Cena s DPH", "price"),
        ("Preis inkl. 19% MwSt. (EUR)", "price"),
        ("Prijs incl. BTW", "price"),
        ("Precio IVA incluido", "price"),
        ("KDV dahil fiyat", "price"),
        ("Sale price (incl. VAT)", "sale_price"),
        ("Size incl. tax", ""),
        ("Cena bez DPH", "net_price"),
        ("seller-sku", "sku"),
        ("Item photo URL", "images"),
        ("EAN/Barcode", "gtin"),
        ("Codice Interno", "sku"),
        ("formerPrice", "price_before"),
        ("Номенклатура", "title"),
        ("Группа товаров", "category"),
        ("Название_позиции", "title"),
        ("Колір", "color"),
        ("Identifizierungsspalte Vaterartikel", "group"),
        ("mediaAssetLocation2", "images"),
        ("Notes (x,y,z...)", ""),
    ],
)
def test_a_column_is_known_with_hints_and_taxes_in_its_name(name: str, column: str) -> None:
    found = TABLE.column(name)

    assert (found.to if found else "") == column


def test_a_name_that_says_what_separates_its_values_is_heeded(tmp_path: Path) -> None:
    lines = "Indeks;Nazwa;Kategorie (x,y,z...);Tags (x|y|z...)", 'A1;Krem;"Kosmetyki,Kremy";a|b'

    (row,) = rows(written(tmp_path, "list.csv", *lines))

    assert (row["category"], row["tags"]) == ("Kosmetyki|Kremy", "a|b")


def test_prices_that_name_no_currency_are_in_the_one_that_is_asked_for(tmp_path: Path) -> None:
    path = written(
        tmp_path, "list.csv", "sku,title,price,stock", "A1,Cup,5,1", "A2,Mug,6 EUR,1", "A3,Jug,,1"
    )

    found = rows(path, currency="TRY")

    assert [row.get("currency") for row in found] == ["TRY", "EUR", None]
    assert [row.get("currency") for row in rows(path)] == [None, "EUR", None]


def test_a_row_that_names_its_options_is_no_header(tmp_path: Path) -> None:
    """A header of strange words stands above rows with "Colour" and "Material" in their cells."""
    header = "Kimlik,Tür,Adı,Tutar,Boş,Ad 1,Değer 1,Ad 2,Değer 2,Ad 3,Değer 3"
    row = "7,simple,Kupa,12,,Colour,blue,Material,clay,Size,M"
    path = written(tmp_path, "list.csv", header, row)

    assert sniff(path.read_text(), lambda name: name in {"Colour", "Material", "Size"}).above == 0
