"""PrestaShop's headers as its admin has them in other languages.

What stands in brackets is put by all of them in the same way: "Categories (x,y,z...)",
"Feature(Name:Value:Position:Customized)", "Active (0/1)".
"""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.importing.files.records import Content, Record
from catalog.importing.formats.format import key
from catalog.importing.formats.money import priced, untaxed
from catalog.importing.formats.offers import NET_PRICE

NAMES = {
    "Product ID": """id produktu|id produit|identifiant produit|id producto|id prodotto
        |id do produto""",
    "Active (0/1)": """aktiv|aktiviert|actif|activo|attivo|abilitato|actief|aktywny|wlaczony
        |ativo|ativado""",
    "Name": "nom|nombre|nome|naam|nazwa|bezeichnung",
    "Categories": "kategorien|categories|categorias|categorie|categorieen|kategorie",
    "Price tax excluded": """preis ohne steuern|preis zzgl. mwst.|precio sin iva
        |precio sin impuestos|prezzo tasse escluse|prezzo iva esclusa|prijs exclusief btw
        |cena bez podatku|preco sem iva|preco sem impostos|impostos excluidos""",
    "Price tax included": """preis mit steuern|preis inkl. mwst.|precio con iva
        |impuestos incluidos|precio con impuestos|prezzo tasse incluse|prezzo iva inclusa
        |prijs inclusief btw|cena zawiera podatek|cena z podatkiem|preco com iva
        |preco com impostos""",
    "Tax rules ID": """id der steuerregel|id regle de taxes|id regla de impuestos
        |id regola tasse|id belastingregel|id reguly podatku|id da regra de imposto""",
    "Wholesale price": """einkaufspreis|prix d'achat|cout d'achat|precio de coste
        |prezzo di acquisto|prezzo di costo|inkoopprijs|kostprijs|koszt wlasny|cena zakupu
        |preco de custo""",
    "On sale (0/1)": """im angebot|en solde|en promotion|en oferta|rebajado|in saldo|in vendita
        |in de uitverkoop|w sprzedazy|na wyprzedazy|em promocao|em saldo""",
    "Discount amount": """rabattbetrag|montant de la remise|montant de la reduction
        |valor del descuento|importe del descuento|valore sconto|importo sconto|kortingsbedrag
        |wartosc rabatu|valor do desconto""",
    "Discount percent": """rabatt in prozent|prozent rabatt|pourcentage de remise
        |pourcentage de reduction|porcentaje de descuento|percentuale sconto
        |percentuale di sconto|kortingspercentage|procent rabatu|percentagem de desconto
        |percentual de desconto""",
    "Discount from (yyyy-mm-dd)": """rabatt von|remise a partir de|remise a partir du
        |descuento desde|sconto dal|sconto da|korting vanaf|rabat od dnia|desconto de
        |desconto a partir de""",
    "Discount to (yyyy-mm-dd)": """rabatt bis|remise jusqu'a|remise jusqu'au|descuento hasta
        |sconto al|sconto a|korting tot|rabat do dnia|desconto ate""",
    "Reference": """artikel-nr.|artikelnummer|referenz|reference|referencia|riferimento
        |referentie|indeks|referencja""",
    "Manufacturer": """hersteller|marke|marque|fabricant|marca|fabricante|produttore|merk
        |producent|marka""",
    "EAN13": "kod ean13|code ean13|codigo ean13|codice ean13",
    "UPC": "kod kreskowy upc|code upc|codigo upc|codice upc",
    "Quantity": "menge|quantite|cantidad|quantita|hoeveelheid|aantal|ilosc|quantidade",
    "Visibility": """sichtbarkeit|visibilite|visibilidad|visibilita|zichtbaarheid|widocznosc
        |visibilidade""",
    "Summary": """zusammenfassung|kurzbeschreibung|recapitulatif|resume|resumen|riepilogo
        |samenvatting|podsumowanie|resumo""",
    "Description": "beschreibung|descripcion|descrizione|omschrijving|beschrijving|opis|descricao",
    "Tags": """schlagworter|stichworter|mots-cles|etiquettes|etiquetas|tag|trefwoorden|tagi
        |palavras-chave""",
    "Image URLs": """bild-urls|bilder-urls|url des images|urls des images|url de las imagenes
        |url de imagenes|url delle immagini|url immagini|afbeelding url's
        |url's van afbeeldingen|adresy url zdjecia|adresy url zdjec|url das imagens
        |urls das imagens""",
    "Image alt texts": """alt-texte der bilder|textes alternatifs des images|texto alternativo
        |testi alternativi delle immagini|tekst alternatywny zdjecia
        |texto alternativo das imagens""",
    "Impact on price": """preisauswirkung|auswirkung auf den preis|impact sur le prix
        |impacto en el precio|impatto sul prezzo|invloed op prijs|wplyw na cene
        |impacto no preco""",
}
ENGLISH = {key(name): ours for ours, names in NAMES.items() for name in names.split("|")}
IN_ENGLISH = frozenset(("active (0/1)", "quantity", "product id"))
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
TYPES = re.compile(r"(?:typ|tip)\w*", re.I)  # of an option: a colour, a list
LISTED = re.compile(r"x(.)\s?y\1\s?z")  # which sign parts a list


def english(names: list[str], _sample: list[Record]) -> list[str]:
    """The names of a header as PrestaShop has them in English; one in English as it is."""
    is_english = not IN_ENGLISH.isdisjoint(map(key, names))
    return names if is_english else [translated(name) for name in names]


@lru_cache(maxsize=1024)
def translated(name: str) -> str:
    """ "Kategorie (x,y,z...)" -> "Categories (x,y,z...)"; a name that is not known as it is."""
    brackets = " ".join(f"({each})" for each in BRACKETS.findall(name))
    if ":" in brackets:
        return fields_of(brackets)
    bare = key(BRACKETS.sub("", name).strip(" *#.:"))
    found = ENGLISH.get(bare, "")
    if not found and untaxed(name) == NET_PRICE:
        return "Price tax excluded"
    if not found and priced(name):
        return "Price tax included"
    return f"{found} {brackets}" if found and LISTED.search(brackets) else found or name


def fields_of(brackets: str) -> str:
    """The column whose cells hold several fields, told by how many there are."""
    fields = brackets.strip("()").split(":")
    if len(fields) == 2:
        return "Value (Value:Position)"
    is_option = len(fields) == 3 and TYPES.fullmatch(fields[1].strip())
    return "Attribute (Name:Type:Position)" if is_option else "Feature(Name:Value:Position)"


def is_translated(content: Content) -> bool:
    """Whether it is a table of products with PrestaShop's hints, in whichever language."""
    hinted = any(LISTED.search(name) for name in content.names)
    known = {key(translated(name)) for name in content.names}
    return hinted and {"name", "active (0/1)"} <= known


def is_translated_combinations(content: Content) -> bool:
    known = {translated(name) for name in content.names}
    return {"Attribute (Name:Type:Position)", "Value (Value:Position)"} <= known
