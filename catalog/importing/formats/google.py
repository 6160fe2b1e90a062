"""Google Merchant Center's product data, and what reads the same names.

Meta, Pinterest, Awin, Doofinder and OpenAI's product feed among them; as text, RSS and Atom.
https://support.google.com/merchants/answer/7052112
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, categories, first, joined, path, quoted_list, values
from catalog.importing.columns import SEPARATOR
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute, put_option
from catalog.importing.formats.products import siblings

FAMILIES = (
    *(r"product[_ ]details?", r"product_tags\[\d+\]", r"style\[\d+\]"),
    *(r"additional[_ ]variant[_ ]attributes?", r"google[_ ]product[_ ]category"),
)
SAYING_NOTHING = ("new", "adult")  # that a shopper asks for


def pictures(value: Value) -> str:
    """Addresses separated by commas; a comma inside of one is written %2C."""
    return joined(re.split(r",(?=\s*https?:)", first(value)) if isinstance(value, str) else value)


def types(value: Value) -> str:
    """Own categories: repeated in XML, in quotation marks and with commas in a text."""
    if isinstance(value, str):
        quoted = value.lstrip().startswith('"')
        return types(quoted_list(value) if quoted else value.split(" %% "))
    return categories(path(each) for each in value)


def slashed(value: Value) -> str:
    return joined(values(value, "/"))


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    if not cells.get("category") and (category := google_category(record)):
        cells["category"] = category
    if record.tag and "price" in cells:  # an item without a reduced price is not reduced
        cells.setdefault("sale_price", "")
    if (summary := cells.pop("summary", "")) and not cells.get("description"):
        cells["description"] = summary
    for name in ("condition", "age group", "pattern"):
        value = cells.pop(name, "")
        if value and value.lower() not in SAYING_NOTHING:
            cells[f"attr:{name}"] = value
    for name, each in record.cells.items():
        value = first(each)
        if re.fullmatch(FAMILIES[0], name, re.I):
            details(cells, each)
        elif name.startswith("product_tags") and first(value):
            add(cells, "tags", first(value))
        elif name.startswith("style[") and first(value):
            cells["attr:style"] = joined(
                [*cells.get("attr:style", "").split(SEPARATOR), first(value)]
            )
        elif re.fullmatch(FAMILIES[3], name, re.I):
            for pair in values(value, ","):
                option, _colon, chosen = pair.partition(":")
                put_option(cells, option.strip(), chosen.strip())
    return [Row(record.line, cells, cells.get("group", ""))]


def add(cells: Cells, name: str, value: str) -> None:
    cells[name] = joined([*cells.get(name, "").split(SEPARATOR), value])


def google_category(record: Record) -> str:
    """Google's own category where it is written out; its numbers are in no list here."""
    name = next((each for each in record.cells if re.fullmatch(FAMILIES[4], each, re.I)), "")
    value = first(record.cells.get(name, ""))
    return "" if value.strip().isdigit() else path(value)


def details(cells: Cells, value: Value) -> None:
    """`section:name:value`, separated by commas in a text; the section may be missing."""
    for detail in quoted_list(value) if isinstance(value, str) else value:
        parts = detail.split(":")
        if len(parts) >= 2:
            put_attribute(cells, parts[-2].strip(), parts[-1].strip())


COLUMNS = columns(
    {
        **{"id": "sku", "title": "title", "description": "description", "link": "url"},
        **{"summary": "summary", "content": "summary"},  # of Atom
        **{"image link": "images", "additional image link": Column("images", pictures)},
        **{"additional image links": Column("images", pictures), "availability": "availability"},
        **{"price": "price", "sale price": "sale_price", "sale price effective date": "sale_days"},
        **{"brand": "brand", "gtin": "gtin", "mpn": "mpn", "item group id": "group"},
        **{
            "product type": Column("category", types),
            "product category": Column("category", types),
        },
        **{"categories": Column("category", types), "color": "color", "colour": "color"},
        **{"size": "size", "gender": "gender", "material": Column("material", slashed)},
        **{"condition": "condition", "age group": "age group", "pattern": "pattern"},
        **{"quantity to sell on facebook": "stock", "sell on google quantity": "stock"},
        **{"inventory": "stock", "inventory quantity": "stock", "quantity": "stock"},
        **{"popularity score": "popularity", "product review rating": "rating"},
        **{"product review count": "rating_count"},
        # Awin's own names
        **{"merchant product id": "sku", "product name": "title", "merchant deep link": "url"},
        **{"search price": "price", "merchant image url": "images", "brand name": "brand"},
        **{"merchant category": Column("category", types), "currency": "currency"},
        **{"product price old": "price_before", "in stock": "availability", "ean": "gtin"},
        **{"stock quantity": "stock", "colour": "color", "parent product id": "group"},
    },
    """shipping,shipping weight,shipping label,tax,identifier exists,adult,bundle,multipack,
    size system,size type,custom label 0,custom label 1,custom label 2,custom label 3,
    custom label 4,mobile link,availability date,cost of goods sold,energy efficiency class,
    unit pricing measure,unit pricing base measure,fb product category,item group title,
    ads redirect,canonical link,product highlight,video link,excluded destination,
    included destination,promotion id,enable search,enable checkout,tax category,
    aw deep link,aw product id,merchant name,merchant id,category name,category id,
    aw image url,store price,delivery cost,data feed id,language,last updated,display price""",
)
TABLE = Format(
    "google",
    "Google Merchant feed",
    signs(
        "id,title,image link,price",
        "id,title,link,image link",
        "id,title,availability,price",
        "id,availability,price",
        "id,image link,description,link",
        "aw product id,product name,search price",
        "merchant product id,product name",
    ),
    COLUMNS,
    families=FAMILIES,
    rows=rows,
    assemble=siblings,
)
XML = Format(
    "google-xml",
    "Google Merchant feed (XML)",
    signs(
        "id,title,image link",
        "id,title,link,price",
        "id,price,availability",
        "id,title,product type",
        "id,title,item group id",
        "id,title,google product category",
    ),
    COLUMNS,
    kind=ELEMENTS,
    families=FAMILIES,
    elements=("item", "entry"),
    rows=rows,
    assemble=siblings,
)
