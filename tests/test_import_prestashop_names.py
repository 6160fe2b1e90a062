"""PrestaShop's headers in the language of its admin."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from catalog.importing.formats.prestashop_names import translated
from catalog.models import Product
from tests.shop_file import bring, shop

pytestmark = pytest.mark.django_db

HEADERS = {
    "de": "ID;Aktiv (0/1);Name *;Kategorien (x,y,z...);Preis inkl. MwSt.;Rabatt in Prozent"
    ";Artikelnummer;Marke;Menge;Eigenschaft (Name:Wert:Position:Benutzerdefiniert)",
    "fr": "ID;Actif (0/1);Nom *;Catégories (x,y,z...);Prix TTC;Pourcentage de remise"
    ";Référence;Marque;Quantité;Caractéristique (Nom:Valeur:Position:Personnalisé)",
    "es": "ID;Activo (0/1);Nombre *;Categorías (x,y,z...);Impuestos incluidos"
    ";Porcentaje de descuento;Referencia;Marca;Cantidad;Característica (Nombre:Valor:Posición)",
    "it": "ID;Attivo (0/1);Nome *;Categorie (x,y,z...);Prezzo tasse incluse"
    ";Percentuale sconto;Riferimento;Marca;Quantità;Caratteristica (Nome:Valore:Posizione)",
    "nl": "ID;Actief (0/1);Naam *;Categorieën (x,y,z...);Prijs inclusief btw"
    ";Kortingspercentage;Referentie;Merk;Hoeveelheid;Kenmerk (Naam:Waarde:Positie)",
    "pl": "ID;Aktywny (0 lub 1);Nazwa;Kategorie (x,y,z...);Cena zawiera podatek. (brutto)"
    ";Procent rabatu;Indeks #;Marka;Ilość;Cecha (Nazwa:Wartość:Pozycja:Indywidualne)",
    "pt": "ID;Ativo (0/1);Nome *;Categorias (x,y,z...);Preço com IVA;Percentagem de desconto"
    ";Referência;Marca;Quantidade;Característica (Nome:Valor:Posição)",
}


@pytest.mark.parametrize("language", HEADERS)
def test_products_come_whole(tmp_path: Path, language: str) -> None:
    row = "7;1;Tarn;Home,Kettles;50,00;10;T-7;Oxlip;4;Length:1,20 m:1,Colour:Red:2"
    done = shop(tmp_path, HEADERS[language], row, "8;0;Dale;Home;9;;D-8;;;")

    assert done.rows["created"] == 2
    tarn = Product.objects.get(title="Tarn")
    variant = tarn.variants.get()
    assert (variant.sku, variant.stock, variant.color) == ("T-7", 4, "Red")
    assert (variant.price, variant.price_before) == (Decimal("45.00"), Decimal("50.00"))
    assert tarn.attributes == {"Length": "1.2 m"}
    assert tarn.brand
    assert tarn.brand.name == "Oxlip"
    assert not Product.objects.get(title="Dale").active


@pytest.mark.parametrize(
    ("texts", "shown"),
    [("<p>Grained paper</p>;", "Grained paper"), ("Short;<p>Long</p>", "Long"), (";", "")],
)
def test_a_short_description_stands_where_there_is_no_long_one(
    tmp_path: Path, texts: str, shown: str
) -> None:
    header = "Product ID;Active (0/1);Name *;Price tax included;Short description;Description"
    shop(tmp_path, header, f"7;1;Tarn;5.00;{texts}")

    assert Product.objects.get(title="Tarn").description == shown


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Etiquetas (x;y;z...)", "Tags (x;y;z...)"),
        ("URL des images (x,y,z...)", "Image URLs (x,y,z...)"),
        ("Attribut (Nom:Type:Position)*", "Attribute (Name:Type:Position)"),
        ("Wartość (Wartość:Pozycja)*", "Value (Value:Position)"),
        ("Prijs (excl. btw)", "Price tax excluded"),
        ("Nombre de places", "Nombre de places"),
    ],
)
def test_what_stands_in_brackets_says_which_column_it_is(name: str, english: str) -> None:
    assert translated(name) == english


def test_combinations_stand_under_their_product(tmp_path: Path) -> None:
    products = tmp_path / "products.csv"
    products.write_text(f"{HEADERS['fr']}\n7;1;Robe;Home;50;;R;;;\n", encoding="utf-8")
    combinations = tmp_path / "combinations.csv"
    combinations.write_text(
        "ID produit*;Attribut (Nom:Type:Position)*;Valeur (Valeur:Position)*;Référence"
        ";Impact sur le prix;Quantité\n7;Taille:select:0;38:0;R-38;0;2\n"
        "7;Taille:select:0;40:1;R-40;5;0\n",
        encoding="utf-8",
    )
    bring(products, beside=[combinations])

    found = {each.size: (each.price, each.stock) for each in Product.objects.get().variants.all()}
    assert found == {"38": (Decimal("50.00"), 2), "40": (Decimal("55.00"), 0)}


def test_a_plain_table_in_one_of_these_languages_is_none(tmp_path: Path) -> None:
    done = shop(tmp_path, "Référence;Nom;Prix TTC;Quantité", "A1;Vase;12,50;3")
    assert not done.report.recognised.startswith("PrestaShop")
