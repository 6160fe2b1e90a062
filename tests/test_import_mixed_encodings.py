"""A file whose lines are in several encodings: each is read as what it is, or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.files import text
from catalog.importing.files.encodings import is_utf8_after_all

OLDER = [
    ("Windows-1252", "Grüne Äpfel aus Österreich", "Weiße Schlüssel für Türen"),
    ("Windows-1252", "Théière émaillée à décor", "Crème brûlée – l’été"),
    ("Windows-1252", "Crème brûlée et pâtés", "NIKE® shirt 20 °C"),
    ("Windows-1250", "Żółta łódź pełna śledzi", "Gęś, źdźbło i świeże jabłka"),
    ("Windows-1251", "Красные сапоги для дождя", "Зелёный чайник – новинка"),
    ("Windows-1253", "Κόκκινες μπότες για βροχή", "Πράσινο φλιτζάνι με καπάκι"),
    ("Windows-874", "แก้วกาแฟสีแดงใบใหญ่", "กระเป๋าหนังสีดำใบเล็ก"),
    ("Shift_JIS", "赤いマグカップと青い皿です", "黒い革のバッグと靴です"),
]


@pytest.mark.parametrize(("name", "older", "newer"), OLDER)
def test_lines_of_utf8_in_an_older_file_are_read_as_such(
    tmp_path: Path, name: str, older: str, newer: str
) -> None:
    path = tmp_path / "list.csv"
    codec = text.CODECS.get(name, name)
    lines = ["sku,title", *[f"A{number},{older}" for number in range(9)]]
    path.write_bytes("\n".join(lines).encode(codec) + f"\nB1,{newer}\n".encode())

    encoding = text.encoding_of(path)
    with text.open_text(path, encoding) as file:
        assert file.read().splitlines() == [*lines, f"B1,{newer}"]
        file.seek(0)
        assert file.readline() == "sku,title\n"
    assert text.read_as(path, encoding) == [
        f"list.csv is not in UTF-8; its words are read as {name}.",
        "Some lines of list.csv are in UTF-8 all the same and read as that: 11.",
    ]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Windows-1252", "NESCAFÉ® gold"),
        ("Windows-1252", "Plain letters"),
        ("Windows-1251", "В\xa0Москве"),
        ("Windows-874", "แขก"),
        ("GB18030", "联通"),
    ],
)
def test_what_is_utf8_by_chance_stays(name: str, line: str) -> None:
    assert not is_utf8_after_all(line.encode(text.CODECS.get(name, name)), name)


def test_few_older_lines_in_utf8_are_left_for_their_rows_to_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    newer = "".join(f"A{number},Grüne Äpfel\n" for number in range(3))
    path.write_bytes(f"sku,title\n{newer}".encode() + "B1,Weiße Rüben\n".encode("latin-1"))
    assert text.encoding_of(path) == "utf-8"


def test_bytes_of_no_encoding_stay_for_their_row_to_be_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("sku,title\nA1,Grüne Äpfel\nB1,".encode("cp1252") + b"\x81\x8d\n")
    with text.open_text(path, "Windows-1252") as file:
        assert [text.is_strange(line) for line in file] == [False, False, True]
