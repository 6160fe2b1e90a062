"""What a product is by elements that have the name beside the value, in XML of any kind.

<attributes><attribute name="Colour">red</attribute></attributes>; <caractéristique><nom>Matière
</nom><valeur>teck</valeur></caractéristique>; <param name="Width" unit="cm">40</param>; or one of
them by another name, as in <detay><özellik>Kumaş</özellik><değer>keten</değer></detay>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from catalog.importing.files.markup import local
from catalog.importing.formats.format import Cells, key
from catalog.importing.formats.names import put_attribute
from catalog.importing.formats.together import FACT, NAME, VALUES

# Names of elements, as patterns: those of lists, and of one fact where they stand by themselves.
FAMILIES = (rf".*(?:{FACT.pattern}|param|attr).*",)
CALLED = re.compile(rf"{NAME.pattern}|key|label|tanim|ozellik|baslik")
VALUE = re.compile("|".join((*map(re.escape, VALUES), "val")))


def put_named_parts(cells: Cells, record: Element) -> None:
    """Of elements that are called so, or of those within, each with a name and a value."""
    for element in record:
        if is_of_facts(element):
            for name, value in pairs(element):
                put_attribute(cells, name, value)


def is_of_facts(element: Element) -> bool:
    called = key(local(element.tag))
    return bool(FACT.search(called)) or called.startswith(("param", "attr"))


def pairs(element: Element) -> Iterator[tuple[str, str]]:
    """The name and the value of the element, or of each within that has them."""
    for each in [element] if name_of(element) and value_of(element) else element:
        name, value = name_of(each), value_of(each)
        if name and value:
            yield name, value


def name_of(element: Element) -> str:
    return said(element, CALLED)


def value_of(element: Element) -> str:
    value = said(element, VALUE) or (element.text or "").strip()
    return f"{value} {element.get('unit') or ''}".strip()


def said(element: Element, called: re.Pattern[str]) -> str:
    """The text of an attribute or of an element within that is called so, or nothing."""
    inside = ((local(each.tag), each.text or "") for each in element)
    told = (text for name, text in (*element.attrib.items(), *inside) if called.search(key(name)))
    return next((text.strip() for text in told if text.strip()), "")
