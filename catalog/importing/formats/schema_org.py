"""schema.org's Product and ProductGroup as JSON-LD, in a page of HTML or by itself.

https://schema.org/Product
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from catalog.importing.cells import joined, path
from catalog.importing.files.objects import written
from catalog.importing.files.records import OBJECTS, Content, Record
from catalog.importing.formats.format import Cells, Context, Format, Row, signs
from catalog.importing.formats.names import put_attribute
from catalog.importing.formats.products import siblings

Node = dict[str, Any]
GTINS = ("gtin", "gtin13", "gtin14", "gtin12", "gtin8", "isbn")
FACTS = (
    *(("sku", "sku"), ("mpn", "mpn"), ("name", "title"), ("description", "description")),
    *(("url", "url"), ("color", "color"), ("size", "size"), ("releaseDate", "published")),
)
MEASURES = ("weight", "height", "width", "depth")
CODES = {  # of UN/CEFACT, as far as shops use them
    **{"KGM": "kg", "GRM": "g", "LBR": "lb", "ONZ": "oz", "LTR": "l", "MLT": "ml", "CLT": "cl"},
    **{"MTR": "m", "CMT": "cm", "MMT": "mm", "INH": "in", "FOT": "ft", "WTT": "W", "VLT": "V"},
}
STRUCK = ("StrikethroughPrice", "ListPrice", "MSRP", "SRP")
AROUND = ("@graph", "mainEntity", "itemListElement", "item", "hasPart", "about", "mainEntityOfPage")


def rows(record: Record, _cells: Cells, context: Context) -> Iterable[Row]:
    products = list(found(record.raw))
    trail = breadcrumb(record.raw) if len(products) == 1 else ""
    for number, node in enumerate(products):
        if is_a(node, "ProductGroup") or node.get("hasVariant"):
            yield from variants(record, node, number)
        else:
            cells = product(node)
            if trail and not cells.get("category"):
                cells["category"] = trail
            yield Row(record.line, cells, "")


def variants(record: Record, group: Node, number: int) -> Iterable[Row]:
    """The variants of a group, with what the group says of all of them."""
    told = {name: value for name, value in product(group).items() if value and name != "sku"}
    name = text(group.get("productGroupID")) or text(group.get("sku")) or f"{record.line}.{number}"
    for node in nodes(group.get("hasVariant")):
        own = product(node)
        pictures = own.pop("images", "")
        of_group = {key: value for key, value in told.items() if key not in ("price", "currency")}
        cells = {**of_group, **own, **of_group, "group": name, "variant_images": pictures}
        yield Row(record.line, cells, f"group {record.line} {name}")


def product(node: Node) -> Cells:
    cells = {ours: text(node[theirs]) for theirs, ours in FACTS if theirs in node}
    cells |= offer(node.get("offers"))
    if not cells.get("sku"):
        offered = {text(each.get("sku")) for each in nodes(node.get("offers"))} - {""}
        cells["sku"] = text(node.get("productID")) or (offered.pop() if len(offered) == 1 else "")
    cells["gtin"] = next((text(node[name]) for name in GTINS if node.get(name)), "")
    cells["images"] = joined(address(each) for each in listed(node.get("image")))
    cells["brand"] = text(node.get("brand")) or text(node.get("manufacturer"))
    cells["material"] = joined(text(each) for each in listed(node.get("material")))
    cells["category"] = joined(path(text(each)) for each in listed(node.get("category")))
    if keywords := node.get("keywords"):
        split = keywords.split(",") if isinstance(keywords, str) else listed(keywords)
        cells["tags"] = joined(text(each).strip() for each in split)
    audience = next(iter(nodes(node.get("audience"))), {})
    cells["gender"] = text(audience.get("suggestedGender")).rpartition("/")[2]
    rated = next(iter(nodes(node.get("aggregateRating"))), {})
    if rated:
        cells["rating"] = text(rated.get("ratingValue"))
        cells["rating_count"] = text(rated.get("reviewCount")) or text(rated.get("ratingCount"))
    for each in nodes(node.get("additionalProperty")):
        put_attribute(cells, text(each.get("name")), measured(each))
    for name in MEASURES:
        for each in nodes(node.get(name)):
            put_attribute(cells, name.capitalize(), measured(each))
    return {name: value for name, value in cells.items() if value or name == "sku"}


def measured(node: Node) -> str:
    """A property with its unit, in words or as a code that is known."""
    unit = text(node.get("unitText")) or CODES.get(text(node.get("unitCode")), "")
    return f"{joined(text(each) for each in listed(node.get('value')))} {unit}".strip()


def offer(offers: Any) -> Cells:
    """The first offer with a price; of several the lowest is told by AggregateOffer."""
    for node in nodes(offers):
        specifications = nodes(node.get("priceSpecification"))
        struck = [s for s in specifications if text(s.get("priceType")).endswith(STRUCK)]
        usual = [s for s in specifications if s not in struck]
        amount = text(node.get("price")) or text(node.get("lowPrice"))
        source = node if amount else next(iter(usual), {})
        amount = amount or text(source.get("price"))
        nested = offer(node.get("offers")) if not amount and node.get("offers") else {}
        if not amount and not nested:
            continue
        cells = nested or {
            "price": amount,
            "currency": text(source.get("priceCurrency")) or text(node.get("priceCurrency")),
        }
        cells["price_before"] = text(struck[0].get("price")) if struck else ""
        if node.get("availability"):
            cells["availability"] = text(node["availability"])
        if node.get("inventoryLevel"):
            cells["stock"] = text(node["inventoryLevel"])
        return cells
    return {}


def found(value: Any, depth: int = 0) -> Iterator[Node]:
    """The products in a graph, list or page; variants stay in their group."""
    for node in nodes(value):
        if is_a(node, "Product") or is_a(node, "ProductGroup"):
            yield node
        elif depth < 5:
            for name in AROUND:
                yield from found(node.get(name), depth + 1)


def breadcrumb(value: Any) -> str:
    """The path of the page, without its first step home and without the product itself."""
    for node in nodes(value):
        if is_a(node, "BreadcrumbList"):
            steps = nodes(node.get("itemListElement"))
            names = [text(step.get("name")) or text(step.get("item")) for step in steps]
            return " > ".join(name for name in names[1:-1] if name)
        if trail := breadcrumb(node.get("@graph")) or breadcrumb(node.get("breadcrumb")):
            return trail
    return ""


def is_a(node: Node, kind: str) -> bool:
    return any(str(each).rpartition("/")[2] == kind for each in listed(node.get("@type")))


def nodes(value: Any) -> list[Node]:
    return [each for each in listed(value) if isinstance(each, dict)]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def text(value: Any) -> str:
    """The text of a value, or the name of the thing that it is."""
    if isinstance(value, list):
        return text(value[0]) if value else ""
    if isinstance(value, dict):
        return text(value.get("name") or value.get("@value") or value.get("value") or "")
    return written(value)


def address(value: Any) -> str:
    if isinstance(value, dict):
        return text(value.get("url") or value.get("contentUrl") or value.get("@id"))
    return written(value)


def is_linked_data(content: Content) -> bool:
    return any("@type" in record.cells or "@context" in record.cells for record in content.sample)


FORMAT = Format(
    "schema.org",
    "schema.org products",
    signs("@context,@graph", "@context,@type"),
    {},
    kind=OBJECTS,
    families=(".*",),
    rows=rows,
    assemble=siblings,
    matches=is_linked_data,
)
