"""A row that is only a heading is the category of the rows below it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.importing.readers import read
from tests.read_file import problems, rows, written
from tests.shop_file import workbook

HEADER = ["Art.-Nr.", "Bezeichnung", "Farbe", "Preis"]
LAMPS: list[list[Any]] = [
    ["Lampen"],
    ["L1", "Lampe Oslo", "rot", 30],
    ["L2", "Lampe Bergen", "", 40],
]
MUGS: list[list[Any]] = [["", "Becher:"], ["M1", "Becher", "blau", 9]]


def test_headings_of_a_workbook(tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", ["Preisliste 2026"], HEADER, *LAMPS, *MUGS)

    assert [(row["sku"], row["category"]) for row in rows(path)] == [
        ("L1", "Lampen"),
        ("L2", "Lampen"),
        ("M1", "Becher"),
    ]
    assert "2 rows are headings: each is the category of the rows below." in read(path).notes


@pytest.mark.parametrize("line", ["Lampen", "Lampen;;;", ";Lampen;;"])
def test_headings_of_a_text(tmp_path: Path, line: str) -> None:
    articles = "L1;Lampe;rot;30", "L2;Lampe;blau;30"
    path = written(tmp_path, "list.csv", ";".join(HEADER), line, *articles)

    assert {row["category"] for row in rows(path)} == {"Lampen"}
    assert problems(path) == []


def test_a_category_of_its_own_goes_first(tmp_path: Path) -> None:
    lines = "Art.-Nr.;Bezeichnung;Kategorie;Preis", "Neu;;;", "A;Stuhl;Möbel;9", "B;Tisch;;9"

    assert [row["category"] for row in rows(written(tmp_path, "list.csv", *lines))] == [
        "Möbel",
        "Neu",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("name;color;price", "Stuhl;;", "Tisch;;", "Lampe;rot;9"),  # most have one cell
        ("name;price", "Stuhl;", "Lampe;9"),  # too narrow to tell
        ("sku;title;price", "A;;", "B;Lampe;9", "C;Stuhl;9"),  # our own columns
        ("Art.-Nr.;Bezeichnung;Preis", "100;;", "101;Lampe;9", "102;Stuhl;9"),  # no name
    ],
)
def test_what_may_be_an_article_is_none(tmp_path: Path, lines: tuple[str, ...]) -> None:
    found = read(written(tmp_path, "list.csv", *lines))

    assert not any("heading" in note for note in found.notes)
    assert not any("category" in cells for _line, cells in found if isinstance(cells, dict))
