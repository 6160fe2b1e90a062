"""Tables of trades that nobody here keeps a shop in: books, wine, spare parts, spectacles."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from catalog.importing.readers import read
from catalog.models import Product
from tests.cast import picture
from tests.read_file import rows, written


@pytest.mark.parametrize(
    ("header", "name", "cell"),
    [
        ("Author(s)", "attr:Author", "Mantel, Hilary"),
        ("Appellation", "attr:Appellation", "Bandol"),
        ("Laufradgröße", "attr:Laufradgröße", "28 Zoll"),
        ("Breite (mm)", "attr:Breite", "47"),
        ("net_content", "attr:net content", "750 ml"),
        ("Состав", "attr:Состав", "хлопок"),
        ("Gradazione", "attr:Gradazione", "13,5% vol"),
        ("Blütezeit", "attr:Blütezeit", "Mai bis Juli"),
        ("Principe actif", "attr:Principe actif", "ibuprofène"),
        ("Marka pojazdu", "attr:Marka pojazdu", "Fiat"),
        ("Vehicle Make", "attr:Vehicle Make", "Fiat"),
        ("Einbauseite", "attr:Einbauseite", "links"),
        ("Opis skrócony", "description", "Z uszczelką."),
        ("Kort beskrivning", "description", "Med packning."),
    ],
)
def test_what_a_product_is_becomes_an_attribute(
    tmp_path: Path, header: str, name: str, cell: str
) -> None:
    (row,) = rows(written(tmp_path, "list.csv", f"SKU;Name;{header}", f"A;Thing;{cell}"))

    assert row[name] == (cell if "(mm)" not in header else "47 mm")


@pytest.mark.parametrize("header", ["Einkaufspreis", "Custo", "Supplier", "Margin", "SEO title"])
def test_what_no_shopper_should_see_does_not(tmp_path: Path, header: str) -> None:
    path = written(tmp_path, "list.csv", f"SKU;Name;{header};Author", "A;Thing;5;B")

    assert read(path).left_out == [header]


def test_no_fact_is_kept_where_that_is_asked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", "SKU;Name;Author", "A;Thing;B")

    assert [*rows(path, unknown="ignore")[0]] == ["sku", "title"]


def test_a_barcode_is_the_number_of_what_has_no_other(tmp_path: Path) -> None:
    lines = ("ISBN13,Title,RRP", "9780141000008,Dune,9.99", "9780141000015,Dune,19.99")
    short = ("EAN,Title", "4.00638E+12,Pen", "4006381333931,Pencil")

    assert [row["sku"] for row in rows(written(tmp_path, "books.csv", *lines))] == [
        "9780141000008",
        "9780141000015",
    ]
    assert [row.get("sku") for row in rows(written(tmp_path, "pens.csv", *short))] == [
        None,
        "4006381333931",
    ]


def test_what_a_shop_asks_goes_before_what_is_recommended(tmp_path: Path) -> None:
    path = written(tmp_path, "list.csv", "SKU,Title,RRP (GBP),Our Price", "A,Dune,£9.99,8.99")

    (row,) = rows(path)
    assert (row["price"], row["price_before"], row["currency"]) == ("8.99", "9.99", "GBP")


@pytest.mark.parametrize(
    ("header", "cells", "title", "description"),
    [
        ("Artikelnr;Omschrijving", "A;Leesbril", "Leesbril", None),
        ("Artikelnr;Artikel;Beschreibung", "A;Sieb;Aus Stahl", "Sieb", "Aus Stahl"),
        ("Artikelnr;Artikel;Bezeichnung", "A;4711;Sieb", "Sieb", None),
        ("Ref;Nom;Description courte", "A;Vis;Inox", "Vis", "Inox"),
        ("Ref;Nom;Description courte;Description longue", "A;Vis;Inox;En inox", "Vis", "En inox"),
    ],
)
def test_a_column_stands_in_where_none_is_called_so(
    tmp_path: Path, header: str, cells: str, title: str, description: str | None
) -> None:
    (row,) = rows(written(tmp_path, "list.csv", header, cells))

    assert (row["title"], row.get("description")) == (title, description)


@pytest.mark.parametrize("header", ["Tipologia", "Soort", "Type", "Produktart"])
def test_sorts_are_categories_where_no_column_is_called_so(tmp_path: Path, header: str) -> None:
    few = [f"{n};Thing {n};{'Red' if n % 2 else 'White'}" for n in range(6)]
    models = [f"{n};Thing {n};XR-{n}" for n in range(6)]
    head, beside = f"SKU;Name;{header}", f"SKU;Name;{header};Category"

    system = [f"{n};Thing {n};simple" for n in range(6)]

    assert "category" in rows(written(tmp_path, "few.csv", head, *few))[0]
    assert "category" in rows(written(tmp_path, "sorted.csv", head, *few[::2]))[0]
    assert "category" not in rows(written(tmp_path, "system.csv", head, *system))[0]
    assert "category" not in rows(written(tmp_path, "models.csv", head, *models))[0]
    named = written(tmp_path, "named.csv", beside, *(f"{each};Wine" for each in few))
    assert {row["category"] for row in rows(named)} == {"Wine"}


def test_a_file_of_new_descriptions_renames_nothing(tmp_path: Path) -> None:
    ours = written(tmp_path, "ours.csv", "sku,description", "A,Made of steel")
    long = written(tmp_path, "long.csv", "Artikelnr;Beschreibung", f"A;{'Aus Stahl. ' * 20}")

    assert ["title" in row for row in (*rows(ours), *rows(long))] == [False, False]


@pytest.mark.parametrize(("root", "tag"), [("sklep", "produkt"), ("dane", "towar"), ("a", "b")])
def test_elements_of_any_name_are_products_by_what_stands_in_them(
    tmp_path: Path, root: str, tag: str
) -> None:
    one = (
        "<{0}><kod>A{1}</kod><nazwa>Krem</nazwa><cena>9.50</cena><pojemnosc>50 ml</pojemnosc></{0}>"
    )
    body = "".join(one.format(tag, number) for number in (1, 2))
    path = written(
        tmp_path, "x.xml", f"<{root}><info><nazwa>X</nazwa></info><all>{body}</all></{root}>"
    )

    assert [(row["sku"], row["title"], row["attr:pojemnosc"]) for row in rows(path)] == [
        ("A1", "Krem", "50 ml"),
        ("A2", "Krem", "50 ml"),
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [("Nome da variação", "Valor da variação"), ("Nombre de propiedad", "Valor de propiedad")],
)
def test_variants_of_latin_american_exports(tmp_path: Path, name: str, value: str) -> None:
    path = written(
        tmp_path,
        "list.csv",
        f"Identificador URL;Nome;{name} 1;{value} 1;{name} 2;{value} 2;Preço;SKU",
        "bota;Bota;Cor;Preto;Tamanho;38;99,90;B-38",
        "bota;;Cor;Preto;Tamanho;39;99,90;B-39",
    )

    assert [(row["group"], row["color"], row["size"]) for row in rows(path)] == [
        ("bota", "Preto", "38"),
        ("bota", "Preto", "39"),
    ]


@pytest.mark.django_db
def test_pictures_in_the_zip_of_the_catalogue_are_found(tmp_path: Path) -> None:
    path = tmp_path / "shop.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("rugs.csv", "sku,title,images\nA,Rug,rug.png\n")
        archive.writestr("pictures/rug.png", picture("red"))

    call_command("import_catalog", str(path))

    assert Product.objects.get().images.count() == 1


@pytest.mark.parametrize("header", ["genre", "Genere", "Género"])
def test_a_genre_of_many_sorts_is_none_of_people(tmp_path: Path, header: str) -> None:
    sorts = ("Rock", "Jazz", "Soul", "Folk", "Funk", "Pop", "Metal")
    music = [f"{number};Record;{sort}" for number, sort in enumerate(sorts)]
    people = [f"{number};Shirt;{['Homme', 'Femme'][number % 2]}" for number in range(9)]
    music_file = written(tmp_path, "music.csv", f"SKU;Name;{header}", *music)
    people_file = written(tmp_path, "people.csv", f"SKU;Name;{header}", *people)

    assert [row[f"attr:{header.capitalize()}"] for row in rows(music_file)] == [*sorts]
    assert {row["gender"] for row in rows(people_file)} == {"Homme", "Femme"}


def test_a_day_that_may_be_two_costs_no_article(tmp_path: Path) -> None:
    days = ("2019-05-02", "13.03.2019", "05/07/2025", "soon", "")
    lines = [f"{number},Dune,{day}" for number, day in enumerate(days)]
    theirs = written(tmp_path, "books.csv", "SKU,Title,Publication Date", *lines)
    ours = written(tmp_path, "ours.csv", "sku,title,published", "A,Dune,05/07/2025")

    assert [row.get("published") for row in rows(theirs)] == [
        "2019-05-02",
        "2019-03-13",
        *[None] * 3,
    ]
    assert read(theirs).notes == ["2 cells of published could not be read, and were left out."]
    assert read(ours).notes == []


@pytest.mark.parametrize(
    "header",
    ["SKU;Naam;Adviesprijs", "SKU;Titel;UVP", "SKU;Nom;Prix conseillé", "SKU;Name;Was price"],
)
def test_the_one_price_of_a_table_is_what_a_thing_costs(tmp_path: Path, header: str) -> None:
    (alone,) = rows(written(tmp_path, "list.csv", header, "A;Dune;9,99"))
    (beside,) = rows(written(tmp_path, "both.csv", f"{header};Prijs", "A;Dune;9,99;8,99"))

    assert (alone["price"], alone.get("price_before")) == ("9.99", None)
    assert (beside["price"], beside["price_before"]) == ("8.99", "9.99")


@pytest.mark.parametrize(
    ("header", "cells"), [("SKU;UVP", "A;9.99"), ("sku;title;price_before", "A;Dune;9.99")]
)
def test_what_a_thing_was_is_no_price_where_products_are_changed(
    tmp_path: Path, header: str, cells: str
) -> None:
    (row,) = rows(written(tmp_path, "list.csv", header, cells))

    assert (row.get("price"), row["price_before"]) == (None, "9.99")
