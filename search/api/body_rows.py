"""The rows of an import that the JSON of a write stands for."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from catalog.importing.columns import KEYS, OF_VARIANT
from catalog.models import Product
from search.api.parameters import check_names
from search.api.problems import invalid

ROWS_MOST = 1_000
VARIANTS = "variants"

Row = dict[str, Any]


def rows_in(body: Row, name: str, most: int) -> list[Row]:
    rows = body.get(name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise invalid({name: [_("This has to be a list of objects.")]})
    if not 0 < len(rows) <= most:
        raise invalid({name: [_("This has to be 1 to %(most)d rows.") % {"most": most}]})
    return rows


def product_rows(body: Row, sku: str, product: Product | None) -> list[Row]:
    """The rows that a product's JSON stands for: one, or one for each of its `variants`."""
    about = {name: value for name, value in body.items() if name != VARIANTS}
    group = {"group": product.group} if product else {"group": about.get("group") or sku}
    if VARIANTS not in body:
        return [{**about, **group, "sku": named(about, sku)}]
    own = [name for name in about if name in OF_VARIANT]
    if own:
        raise invalid({own[0]: [_("With variants, this belongs to each of them.")]})
    first, *others = rows_in(body, VARIANTS, ROWS_MOST)
    if not all(is_number(each.get("sku")) for each in (first, *others)):
        raise invalid({VARIANTS: [_("Each of them needs its sku.")]})
    # Photos of the product are not those of its first variant.
    pictures = {"variant_images": ""} if "images" in about else {}
    return [{**about, **pictures, **first, **group}, *({**each, **group} for each in others)]


def is_number(sku: object) -> bool:
    return isinstance(sku, str) and bool(sku.strip())


def variant_row(body: Row, sku: str, product: Product) -> Row:
    """The row of one variant; what is said of the product does not belong there."""
    row = {**body, "sku": named(body, sku), "group": product.group}
    own = (*OF_VARIANT, *KEYS, "options")
    foreign = [name for name in row if name not in own and not name.startswith("option:")]
    if foreign:
        check_names(foreign, list(own))
    return row


def named(body: Row, sku: str) -> str:
    if body.get("sku", sku) != sku:
        raise invalid({"sku": [_("The address says %(sku)s.") % {"sku": sku[:100]}]})
    return sku
