"""Tables of merchandise systems: short names of columns, and several columns of one thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.readers import read
from tests.read_file import rows, written


@pytest.mark.parametrize(
    ("header", "cells", "title"),
    [
        ("ArtNr;Bez1;Bez2;VK1;VK2", "7;Karpfenrute;3,60 m;79,90;70", "Karpfenrute 3,60 m"),
        ("Artikelnummer;Bezeichnung;Bezeichnung 2;Preis", "7;Feile;fein;5", "Feile fein"),
        ("SKU;Name 1;Name 2;Name 3;Price 1", "7;Oak;Table;;5.00", "Oak Table"),
        ("Referencia;Nombre 1;Nombre 2;Precio", "7;Mesa;de roble;5", "Mesa de roble"),
        ("SKU;Title;Title 2;Price", "7;Oak table;Oak;5.00", "Oak table"),
    ],
)
def test_a_name_may_have_several_columns(
    tmp_path: Path, header: str, cells: str, title: str
) -> None:
    (row,) = rows(written(tmp_path, "list.csv", header, cells))

    assert row["title"] == title
    assert row["price"] in ("79.90", "5", "5.00")


def test_a_second_name_without_a_first_is_none(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", "SKU;Title;Bezeichnung 2;Price 2", "7;Oak table;Oak;5.00")

    assert read(path).left_out == ["Bezeichnung 2", "Price 2"]


@pytest.mark.parametrize(
    ("cell", "column"), [("12", "stock"), ("0", "stock"), ("używany", "attr:Stan")]
)
def test_a_polish_stan_is_a_count_or_a_state(tmp_path: Path, cell: str, column: str) -> None:
    (row,) = rows(written(tmp_path, "list.csv", "Kod;Nazwa;Cena;Stan", f"7;Suszarka;5;{cell}"))

    assert row[column] == cell


def test_numbers_of_groups_are_no_categories(tmp_path: Path) -> None:
    lines = [f"{n};Rute {n};{110 + n % 2};{'Ruten' if n % 2 else 'Rollen'};5" for n in range(6)]
    named = written(tmp_path, "list.csv", "ArtNr;Bez;Warengruppe;WGR_Text;VK", *lines)
    coded = written(tmp_path, "codes.csv", "ArtNr;Bez;WGR;Herst;VK", *lines)

    assert [row["category"] for row in rows(named)[:2]] == ["Rollen", "Ruten"]
    assert read(named).left_out == ["Warengruppe"]
    assert [(row.get("category"), row["brand"]) for row in rows(coded)[:1]] == [(None, "Rollen")]
