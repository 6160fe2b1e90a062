"""Amazon's inventory templates ("flat files"): names of the third line, with the two above passed.

https://sellercentral.amazon.com/help/hub/reference/G1641
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.importing.cells import first, joined
from catalog.importing.files.records import Record
from catalog.importing.formats.format import Cells, Context, Format, Row, columns, signs
from catalog.importing.formats.names import put_attribute
from catalog.importing.formats.products import CHILD, PARENT, under_parent

FAMILIES = (
    r"other_image_url_?\d+",
    r"bullet_point_?\d+",
    r"material_type_?\d*",
    r"(special_features|style_keywords|generic_keywords)_?\d*",
)


def rows(record: Record, cells: Cells, _context: Context) -> Iterable[Row]:
    action = cells.pop("action", "").strip().lower()
    if action == "delete":
        return [Row(record.line, {"sku": cells.get("sku", ""), "delete": "1"})]
    kind, parent = cells.pop("parentage", "").strip().lower(), cells.pop("parent", "").strip()
    cells["images"] = joined([cells.get("images", ""), *every(record, FAMILIES[0])])
    points = every(record, FAMILIES[1])
    if points:
        text = "".join(f"<li>{point}</li>" for point in points)
        cells["description"] = f"{cells.get('description', '')}\n<ul>{text}</ul>".strip()
    cells["material"] = joined([*every(record, FAMILIES[2]), cells.get("material", "")])
    put_attribute(cells, "features", joined(every(record, "special_features_?\\d*")))
    cells["tags"] = joined(every(record, r"(style|generic)_keywords_?\d*"))
    if action == "partialupdate":  # what it leaves empty is left as it is
        cells = {name: value for name, value in cells.items() if value}
    family = parent or cells.get("sku", "")
    role = PARENT if kind == "parent" else CHILD if parent else ""
    return [Row(record.line, cells, family, role)]


def every(record: Record, pattern: str) -> list[str]:
    found = (n for n in record.cells if re.fullmatch(pattern, n, re.I))
    return [value for name in found if (value := first(record.cells[name]).strip())]


def lookup(name: str) -> str:
    """Names of the templates since 2024: `item_name[language_tag=en_GB]#1.value`."""
    if "#" not in name and "[" not in name:
        return ""
    plain = re.sub(r"\[[^\]]*\]|#\d+|\.value$", "", name)
    return NEWER.get(plain, "")


NEWER = {
    **{"contribution_sku": "sku", "item_name": "title", "brand": "brand", "color": "color"},
    **{"amzn1.volt.ca.product_id_value": "gtin", "parentage_level": "parentage", "size": "size"},
    **{"child_parent_sku_relationship.parent_sku": "parent", "product_description": "description"},
    **{"::record_action": "action", "product_type": "category", "material": "material"},
    "purchasable_offer.our_price.schedule.value_with_tax": "price",
    "list_price.value_with_tax": "price_before",
    "fulfillment_availability.quantity": "stock",
    "main_product_image_locator.media_location": "images",
}
FORMAT = Format(
    "amazon",
    "Amazon flat file",
    signs("item_sku,item_name", "item_sku,standard_price,quantity", "item_sku,update_delete"),
    columns(
        {
            **{"item_sku": "sku", "brand_name": "brand", "item_name": "title"},
            **{"external_product_id": "gtin", "standard_price": "price", "currency": "currency"},
            **{"list_price": "price_before", "sale_price": "sale_price", "quantity": "stock"},
            **{"sale_from_date": "sale_from", "sale_end_date": "sale_to"},
            **{"main_image_url": "images", "parent_child": "parentage", "parent_sku": "parent"},
            **{"update_delete": "action", "product_description": "description"},
            **{"color_name": "color", "size_name": "size", "department_name": "gender"},
            **{"target_gender": "gender", "fabric_type": "material", "item_type_name": "category"},
            **{"feed_product_type": "category", "part_number": "mpn", "model": "mpn"},
        },
        """external_product_id_type,relationship_type,variation_theme,recommended_browse_nodes,
        item_type,manufacturer,swatch_image_url,condition_type,product_tax_code,
        product_site_launch_date,merchant_shipping_group_name,fulfillment_latency,color_map,
        size_map""",
    ),
    families=FAMILIES,
    rows=rows,
    lookup=lookup,
    matches=lambda content: any(name.startswith("contribution_sku") for name in content.names),
    assemble=under_parent,
)
