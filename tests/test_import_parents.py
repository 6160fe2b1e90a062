"""Variants that a plain table binds: under their parent's number, with the title that all share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read_file import rows, written


def test_a_row_that_others_name_as_their_parent_is_no_variant(tmp_path: Path) -> None:
    first, second = rows(
        written(
            tmp_path,
            "list.csv",
            "sku,title,parent sku,color,size,price,brand,category",
            "TX-KAZ-M,Kaz shirt red M,TX-KAZ,red,M,19,,",
            "TX-KAZ,Kaz shirt,,,,,Kaz,Shirts",
            "TX-KAZ-L,Kaz shirt blue L,TX-KAZ,blue,L,21,,",
        )
    )

    assert (first["sku"], second["sku"]) == ("TX-KAZ-M", "TX-KAZ-L")
    assert (first["group"], first["title"], first["brand"]) == ("TX-KAZ", "Kaz shirt", "Kaz")
    assert (second["category"], second["price"]) == ("Shirts", "21")


def test_a_parent_with_a_colour_of_its_own_is_sold_as_well(tmp_path: Path) -> None:
    black, white = rows(
        written(
            tmp_path,
            "list.csv",
            "Artikelnummer;Bezeichnung;Vaterartikel;Farbe;Preis",
            "L1;Lampe Oslo schwarz;;schwarz;30",
            "L2;Lampe Oslo weiß;L1;weiß;31",
        )
    )

    assert (black["group"], white["group"], black["price"]) == ("L1", "L1", "30")
    assert black["title"] == white["title"] == "Lampe Oslo"


def test_titles_that_tell_more_than_their_options_stay(tmp_path: Path) -> None:
    found = rows(
        written(
            tmp_path,
            "list.csv",
            "sku,title,group,color",
            "A,Oslo lamp red,O,red",
            "B,Bergen lamp blue,O,blue",
        )
    )

    assert [row["title"] for row in found] == ["Oslo lamp red", "Bergen lamp blue"]


def test_names_beside_values_are_options_and_attributes(tmp_path: Path) -> None:
    header = (
        "sku,title,variant_option_one_name,variant_option_one_value,Variationsname 2,"
        "Variationswert 2,Attribute Name 1,Attribute Value 1,tax_name,tax_value"
    )
    (shirt,) = rows(
        written(tmp_path, "list.csv", header, "A,Shirt,Colour,White,Größe,S,Collar,Mao,VAT,0.2")
    )

    assert (shirt["color"], shirt["size"], shirt["attr:Collar"]) == ("White", "S", "Mao")
    assert not any("vat" in name.lower() for name in shirt)


def test_russian_triples_are_read_by_their_number(tmp_path: Path) -> None:
    pair = "Название_Характеристики;Значение_Характеристики"
    (mug,) = rows(
        written(
            tmp_path,
            "list.csv",
            f"Артикул;Название;{pair};{pair}",
            "A;Кружка;Цвет;синий;Ручка;есть",
        )
    )

    assert (mug["title"], mug["color"], mug["attr:Ручка"]) == ("Кружка", "синий", "есть")


def test_levels_of_a_category_are_its_path(tmp_path: Path) -> None:
    (lamp, mug) = rows(
        written(
            tmp_path,
            "list.csv",
            "Artikelnummer;Bezeichnung;Kategorie Ebene 2;Kategorie Ebene 1;Kategorie Ebene 3",
            "L1;Lampe;Lampen;Wohnen;Tischlampen",
            "M1;Becher;;Küche;",
        )
    )

    assert (lamp["category"], mug["category"]) == ("Wohnen > Lampen > Tischlampen", "Küche")


@pytest.mark.parametrize(
    "names",
    [
        "Referencia;Nombre;Familia;Subfamilia",
        "Référence;Nom;Catégorie;Sous-catégorie",
        "Artikelnummer;Bezeichnung;Kategorie;Unterkategorie",
        "Codice;Nome;Categoria;Sottocategoria",
        "Indeks;Nazwa;Kategoria;Podkategoria",
        "SKU;Name;Category;Subcategory",
    ],
)
def test_a_category_within_another_is_its_path(tmp_path: Path, names: str) -> None:
    lines = (names, "L1;Lampe;Wohnen;Lampen", "M1;Becher;Küche;", "N1;Netz;;Fang")
    found = rows(written(tmp_path, "list.csv", *lines))

    assert [row.get("category", "") for row in found] == ["Wohnen > Lampen", "Küche", "Fang"]


def test_a_subtitle_is_no_category(tmp_path: Path) -> None:
    lines = ("SKU;Title;Category;Subtitle", "B;Sea;Books;Waves")
    (book,) = rows(written(tmp_path, "list.csv", *lines))

    assert (book["title"], book["category"]) == ("Sea", "Books")
