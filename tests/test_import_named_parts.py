"""In XML that nobody here has made, what a product is stands as names beside values."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.readers import read
from tests.read_file import rows, written

SHOP = "<shop><item><sku>A</sku><name>Lamp</name>{}</item></shop>"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ('<specs><spec name="Socket">E27</spec></specs>', {}),  # who knows what those are
        (
            '<attributes><attribute name="Socket">E27</attribute>'
            '<attribute name="Shade"/></attributes>',
            {"attr:Socket": "E27"},
        ),
        (
            "<kenmerken><kenmerk><naam>Fitting</naam><waarde>E14</waarde></kenmerk></kenmerken>",
            {"attr:Fitting": "E14"},
        ),
        ('<param name="Width" unit="cm">40</param>', {"attr:Width": "40 cm"}),
        (
            '<Eigenschaften><Merkmal name="Marke" wert="Lumo"/><Merkmal name="Watt" wert="7"/>'
            "</Eigenschaften>",
            {"brand": "Lumo", "attr:Watt": "7"},
        ),
        ('<feature name="Farbe">Rot</feature><feature name="Art">LED</feature>', {"color": "Rot"}),
    ],
)
def test_names_beside_values_are_attributes(
    tmp_path: Path, said: str, told: dict[str, str]
) -> None:
    (row,) = rows(written(tmp_path, "shop.xml", SHOP.format(said)))

    assert told.items() <= row.items()


def test_they_are_not_told_as_left_out(tmp_path: Path) -> None:
    said = '<caracteristiques><c nom="Bois">teck</c></caracteristiques><margin>9</margin>'

    assert read(written(tmp_path, "shop.xml", SHOP.format(said))).left_out == ["margin"]


@pytest.mark.parametrize(
    ("header", "cells", "category"),
    [
        ("SKU;Denominazione;Reparto;Sottoreparto", "A;Pane;Forno;Pani", "Forno > Pani"),
        ("SKU;Name;Abteilung;Unterabteilung", "A;Brot;Bäckerei;Brote", "Bäckerei > Brote"),
        ("SKU;Naam;Afdeling", "A;Brood;Bakkerij", "Bakkerij"),
    ],
)
def test_departments_are_categories(tmp_path: Path, header: str, cells: str, category: str) -> None:
    (row,) = rows(written(tmp_path, "list.csv", header, cells))

    assert row["category"] == category


def test_a_text_describes_where_nothing_else_does(tmp_path: Path) -> None:
    (row,) = rows(written(tmp_path, "list.csv", "SKU;Nome;Testo;Senza glutine", "A;Pane;Buono;sì"))

    assert (row["description"], row["attr:Senza glutine"]) == ("Buono", "sì")
