"""Whatever the import takes a column for can be printed, edited and given back."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from catalog.importing.errors import FileError
from catalog.importing.formats.format import Reading
from catalog.importing.mapping import explain, read_mapping
from tests.read_file import rows, written
from tests.test_import_formats import EXPORTS, TITLES

SUPPLIER = ("Teil;Text kurz;Netto;Bild1;Anstrich", "A1;Apfel;1,50;a.jpg,b.jpg;rot")


@pytest.mark.parametrize("name", TITLES)
def test_a_mapping_as_it_is_printed_changes_nothing(tmp_path: Path, name: str) -> None:
    path = tmp_path / "map.toml"
    path.write_text(explain(EXPORTS / name, Reading()))

    reading = read_mapping(path, Reading())

    assert rows(EXPORTS / name, **vars(reading)) == rows(EXPORTS / name)


def test_a_mapping_says_what_the_columns_of_a_supplier_are(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", *SUPPLIER)
    mapping = written(
        tmp_path,
        "map.toml",
        "[columns]",
        '"Teil" = "sku"',
        '"Text kurz" = "title"',
        '"Netto" = "price"',
        '"Bild1" = "images"',
        '"Anstrich" = "attr:Shade"',
        "[separators]",
        'images = ","',
    )

    found = rows(path, **vars(read_mapping(mapping, Reading())))

    assert found == [
        {
            **{"sku": "A1", "title": "Apfel", "price": "1.50", "images": "a.jpg|b.jpg"},
            "attr:Shade": "rot",
        }
    ]


def test_a_file_of_unknown_columns_is_explained_and_says_that_it_can_be(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", *SUPPLIER)

    with pytest.raises(FileError, match="--explain prints a mapping to edit"):
        rows(path)
    found = tomllib.loads(explain(path, Reading()))

    assert found["format"] == "plain"
    assert found["columns"] == {
        "Teil": "",
        "Text kurz": "",
        "Netto": "",
        "Bild1": "images",
        "Anstrich": "",
    }


def test_what_is_asked_for_goes_before_the_mapping(tmp_path: Path) -> None:
    path = written(tmp_path, "map.toml", 'decimal = "."', 'encoding = "utf-8"')

    reading = read_mapping(path, Reading(decimal=","))

    assert (reading.decimal, reading.encoding) == (",", "utf-8")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[columns", "is not TOML"),
        ('colums = "x"', "has colums, which is not known"),
        ("decimal = 3", "has decimal, which is not known"),
        ('[columns]\n"a" = "titel"', "names columns that are not ours: titel"),
        ('[separators]\ntitle = ","', "separates title; lists are"),
    ],
)
def test_a_mapping_that_says_nonsense_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(FileError, match=reason):
        read_mapping(written(tmp_path, "map.toml", text), Reading())
