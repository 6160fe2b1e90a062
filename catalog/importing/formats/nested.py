"""Variants inside the record of their product, in feeds of any kind: what can be bought by itself.

<ürün><ürünAdı>...</ürünAdı><seçenekler><seçenek><stokKodu>7-1</stokKodu><fiyat>5</fiyat>...
Names of the list are of no account: each of its parts has a number and a price or a stock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from catalog.importing.cells import first
from catalog.importing.files.markup import cells as cells_of
from catalog.importing.files.markup import local
from catalog.importing.formats.format import Cells, Column
from catalog.importing.formats.named_parts import is_of_facts, pairs
from catalog.importing.formats.names import ours, put_option, spaced
from catalog.importing.formats.offers import SALE_PRICE
from catalog.importing.formats.products import NOT_PASSED_ON, PRICED
from catalog.importing.formats.reading import gathered

NUMBERS, TERMS = {"sku", "gtin", "source_id"}, {"price", "stock"}
OF_ONE = {*NOT_PASSED_ON, *PRICED, SALE_PRICE, "mpn", "color", "size", "images", "currency"}
FAMILIES = (r".*(?:varia|varya|warian|secenek|seçenek|вариа).*",)
DEEP = 3  # lists in lists: <variants><group><variant>


def is_variant(names: Iterable[str]) -> bool:
    """Whether what has parts of these names can be bought, and is no product beside this one."""
    said = {ours(spaced(name)) for name in names}
    return bool(said & NUMBERS and said & TERMS) and "title" not in said


def elements(record: Element, depth: int = DEEP) -> list[Element]:
    """The elements of the variants; none where a product is sold as it is."""
    for each in record:
        parts = [*each]
        alike = len({part.tag for part in parts}) == 1
        if alike and all(is_variant(local(leaf.tag) for leaf in part) for part in parts):
            return parts
        if depth > 1 and (found := elements(each, depth - 1)):
            return found
    direct = [each for each in record if is_variant(local(leaf.tag) for leaf in each)]
    return direct if len(direct) > 1 else []


def variant(element: Element, column: Callable[[str], Column | None]) -> Cells:
    """What the element of a variant says of itself, in our columns, and its options by name."""
    said: Cells = {}
    for name, value in cells_of(element).items():
        target = column(name)
        if target and target.to in OF_ONE and not said.get(target.to):
            said[target.to] = target.read(value) if target.read else gathered(target.to, value)
    for part in element:
        if is_of_facts(part):
            for name, value in pairs(part):
                put_option(said, name, first(value))
    return said
