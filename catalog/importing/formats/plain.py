"""Plain tables and feeds: our own columns, and the names that people give theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import Value, first, joined, quoted_list, values
from catalog.importing.columns import OF_PRODUCT, OF_VARIANT, SEPARATOR, column
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats import nested, slashes
from catalog.importing.formats.format import Cells, Column, Context, Format, Row, key
from catalog.importing.formats.money import priced, untaxed
from catalog.importing.formats.named_parts import FAMILIES, put_named_parts
from catalog.importing.formats.names import numbered, ours, spaced, without_hints
from catalog.importing.formats.offers import SALE_PRICE
from catalog.importing.formats.other_ways import is_of_paths, of_fact, other_ways
from catalog.importing.formats.products import (
    CHILD,
    PARENT,
    is_option,
    under_parent,
    without_options,
)
from catalog.importing.formats.reading import gathered
from catalog.importing.formats.spoken import in_language, speak
from catalog.importing.formats.together import put_together, read_together

LIST = re.compile(r"\(x(.)y")
BETWEEN_TAGS = re.compile(r"[|;]|,(?!\d)|(?<!\d),")
BARCODE = re.compile(r"\d[\d -]{6,15}[\dXx]")
OF_WHAT = re.compile(
    r"(product|item|variant|article|artikel|produkt|produit|producto|prodotto)s?[ _]"
    r"|商品|製品|产品|상품 ?|제품 ?",
    re.I,
)
CALLED = re.compile(r"(.+?) ?(?:名称|名|명)|(.+) name")
NAMED_SO = frozenset((*OF_PRODUCT, *OF_VARIANT, "sku", SALE_PRICE)) - {"active", "published"}


def lookup(name: str) -> str | Column:
    """Our own column ("attr:RAM"), or one of the dictionary ("Farbe", "Image 2", "Preis (€)")."""
    try:
        return column(name)
    except ValueError:
        image = numbered(name) if numbered(name) == "images" else ""
        named = ours(name) or listed(name) or ours(plainly(name)) or image
        if named == "category" and is_of_paths(name):
            return Column(named, levels)
        return (
            number(name, named)
            or tags(name, named)
            or priced(name)
            or untaxed(name)
            or in_language(name)
            or of_name(name)
            or of_product(name)
            or of_fact(name)
            or otherwise(name)
        )


def number(name: str, named: str | Column) -> str:
    """ "Item #" and "Product #" are numbers, though "Item" and "Product" are names."""
    return "sku" if named == "title" and name.rstrip(" *").endswith("#") else ""


def otherwise(name: str) -> str | Column:
    """The column of a name that is written in another way: "Prod Desc", "Overall Height"."""
    found = (lookup(each) for each in other_ways(name))
    return next((each for each in found if each), "")


def levels(value: Value) -> str:
    """Of a path that "|" parts ("Rugs|Runners") the levels; what is a path already stays one."""
    names = [each for each in gathered("category", value).split(SEPARATOR) if each.strip()]
    are_paths = any(re.search("[>/]", each) for each in names)
    return joined(names) if are_paths else " > ".join(each.strip() for each in names)


def tags(name: str, named: str | Column) -> str | Column:
    """What was found; tags that are not in our own column are separated as people do, by commas."""
    if named != "tags" or name == "tags":
        return named
    return Column(
        "tags", lambda value: joined(each for text in values(value) for each in split(text))
    )


def split(text: str) -> list[str]:
    """ "warm, size 3,5" are two: a comma within a number parts nothing."""
    return [each.strip() for each in BETWEEN_TAGS.split(text)]


def of_name(name: str) -> str:
    """The column of what a name says that it names: "ブランド名", "브랜드명", "Vendor Name"."""
    match = CALLED.fullmatch(key(name))
    found = ours(match[1] or match[2]) if match else ""
    return found if found in ("brand", "category", "color", "material") else ""


def of_product(name: str) -> str | Column:
    """The column of a name that says of what it is: "product_price", "Item Brand"."""
    bare = OF_WHAT.sub("", plainly(name), count=1)
    found = lookup(bare) if bare and bare != plainly(name) else ""
    return found if (found.to if isinstance(found, Column) else found) in NAMED_SO else ""


def plainly(name: str) -> str:
    return spaced(without_hints(name))


def listed(name: str) -> Column | None:
    """A column whose name says what separates its values, as PrestaShop's: "Tags (x,y,z...)"."""
    separator, column = LIST.search(name), ours(plainly(name))
    if not separator or not column:
        return None
    return Column(column, lambda value: joined(quoted_list(first(value), separator[1])))


def rows(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """A row; where it has a number of its own and no column for SKUs, that is its SKU.

    Booksellers and chemists know their articles by barcodes alone.
    """
    put_together(cells, record.cells)
    speak(cells)
    without_ends(cells)
    slashes.note(cells, context)
    if "sku" not in cells:
        barcode = cells.get("gtin", "").strip()
        own = cells.get("source_id") or (barcode if BARCODE.fullmatch(barcode) else "")
        cells |= {"sku": own} if own else {}
    return [Row(record.line, cells, cells.get("group") or cells.get("sku", ""))]


def without_ends(cells: Cells) -> None:
    """Of "Curtains" and "Home/Curtains" the second is the category: the first is its end."""
    names = cells.get("category", "").split(SEPARATOR)
    ends = {re.split("[>/]", name)[-1].strip() for name in names if re.search("[>/]", name)}
    if ends.intersection(names):
        cells["category"] = joined(name for name in names if name not in ends)


def assemble(rows: list[Row], context: Context) -> Iterable[Row]:
    """Variants under the row that they name as their parent, with the title that all share."""
    if any(row.role == PARENT for row in rows):
        return under_parent(rows, context)
    are_bound = any(row.cells.get("group") for row in rows)
    for row in rows:
        row.role = CHILD
        if are_bound and row.family == row.cells.get("sku") and not row.cells.get("group"):
            row.role, row.cells["group"] = (CHILD if chosen(row) else PARENT), row.family
    made = [*under_parent(rows, context)]
    titles = {without_options(row.cells) for row in made if row.cells.get("title")}
    if len(made) > 1 and len(titles) == 1:
        for row in made:
            row.cells |= {"title": next(iter(titles))} if row.cells.get("title") else {}
    return made


def chosen(row: Row) -> bool:
    """Whether it says what it is chosen by, and can be bought itself."""
    return any(value and is_option(name) for name, value in row.cells.items())


TABLE = Format(
    "plain",
    "Table",
    (),
    {},
    rows=rows,
    assemble=assemble,
    lookup=lookup,
    matches=lambda _content: True,
    together=read_together,
)


def elements(record: Record, cells: Cells, context: Context) -> Iterable[Row]:
    """A row, or one for the product and one for each of the variants inside of it."""
    put_named_parts(cells, record.raw)
    found = [*rows(record, cells, context)]
    if not (inside := nested.elements(record.raw)):
        return found
    for row in found:
        row.role, row.family = PARENT, row.family or f"element {record.line}"
        each = (nested.variant(element, XML.column) for element in inside)
        found = [row, *(Row(record.line, cells, row.family, CHILD) for cells in each)]
    return found


XML = Format(
    "plain-xml",
    "XML feed",
    (),
    {},
    kind=ELEMENTS,
    elements=("product", "item", "entry", "offer", "article", "shopitem", "row", "record"),
    families=(*FAMILIES, *nested.FAMILIES),
    rows=elements,
    assemble=assemble,
    lookup=lookup,
    matches=lambda _content: True,
)
