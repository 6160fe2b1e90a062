"""The canonical columns: what every format is read into, and what a file of our own has.

A cell is a text, as in CSV; several values are separated by `|`. Any reader of a foreign format
gives rows as `(line, {column: cell})` in these names, and everything behind it knows no others.

Of which product and variant a row speaks:
    source_id       the variant's id in the system it comes from
    sku             the variant's number in the shop
    group           what binds the variants of a product: a handle, a parent's number
    delete          1: this row asks for its removal
Of the product (the first row of a group that fills the cell speaks for it):
    title, description (text or HTML), category ("Shoes > Boots", the first is the main one),
    brand, gender, material, tags, rating (0 to 5), rating_count, popularity, published (ISO date),
    url, active (1 or 0), currency, images, alt (a text for each image)
Of the variant:
    price, price_before, sale_from, sale_to (ISO dates), stock,
    availability (in_stock, out_of_stock, preorder, backorder, discontinued),
    gtin, mpn, color, size, variant_images (the photos of this very variant)
Families:
    option:NAME     any further option of the variant, such as option:RAM
    attr:NAME       an attribute of the product; several values by `|`
    title:de, description:de, category:de, attr:NAME:de, option:NAME:de
                    the same cell in another language (each value at the place of its original)
    label:NAME:de   the name of an attribute or option in another language
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

from django.utils.translation import gettext as _

IDENTITY = ("source_id", "group", "delete")  # beside the SKU
OF_PRODUCT = (
    *("title", "description", "category", "brand", "gender", "material", "tags", "rating"),
    *("rating_count", "popularity", "published", "url", "active", "currency", "images", "alt"),
)
OF_VARIANT = (
    *("price", "price_before", "sale_from", "sale_to", "stock", "availability", "gtin", "mpn"),
    *("color", "size", "variant_images"),
)
PLAIN = ("sku", *OF_PRODUCT, *OF_VARIANT, *IDENTITY)
KEYS = ("sku", "source_id", "group")  # a row is known by one of them
SEPARATOR = "|"  # between the values of one cell

OPTION, ATTRIBUTE, LABEL = "option:", "attr:", "label:"
FAMILIES = (OPTION, ATTRIBUTE, LABEL)
NAME_LENGTH = 60  # of an attribute or option
LANGUAGE = r"[a-z]{2}(?:-[a-z0-9]{2,4})?"
TRANSLATED = re.compile(rf"(title|description|category):({LANGUAGE})")
IN_LANGUAGE = re.compile(rf"(.+):({LANGUAGE})")


def column(name: str) -> str:
    """The column as it is known here ("SKU " is `sku`); ValueError with a sentence otherwise."""
    trimmed = name.strip()
    lower = trimmed.lower()
    if lower in PLAIN or TRANSLATED.fullmatch(lower):
        return lower
    for family in FAMILIES:
        if lower.startswith(family):
            return family + named(trimmed[len(family) :].strip(), family)
    raise ValueError(unknown(name))


def named(name: str, family: str) -> str:
    """The name of an attribute or option; ValueError where it is none."""
    if not (0 < len(name) <= NAME_LENGTH and name.isprintable()):
        raise ValueError(
            _("The column %(name)s needs a name of at most %(most)d characters after %(family)s.")
            % {"name": repr(f"{family}{name}"[:80]), "most": NAME_LENGTH, "family": family}
        )
    if family == LABEL and not IN_LANGUAGE.fullmatch(name):
        raise ValueError(
            _("The column %(name)s needs a language at its end, such as label:RAM:de.")
            % {"name": repr(f"{family}{name}")}
        )
    return name


@lru_cache(maxsize=4096)
def family_of(column: str) -> tuple[str, str, str]:
    """Its family, name and language: ("attr:", "Sole", "de"); ("", "sku", "") of a plain one."""
    for family in FAMILIES:
        if column.startswith(family):
            name = column[len(family) :]
            match = IN_LANGUAGE.fullmatch(name)
            return (family, match[1], match[2]) if match else (family, name, "")
    match = TRANSLATED.fullmatch(column)
    return ("", match[1], match[2]) if match else ("", column, "")


EXAMPLES = ("title:de", "description:de")


def unknown(name: str) -> str:
    """The sentence for a column that does not exist, with the one that was probably meant."""
    known = [*PLAIN, *EXAMPLES]
    close = get_close_matches(name.strip().lower(), known, n=1, cutoff=0.6)
    said = (
        _("There is no column %(name)s. Did you mean %(close)s? "
          "What has no column of its own can be an attribute, %(attribute)s.")
        if close
        else _("There is no column %(name)s. The columns are %(all)s; what has no column of its "
               "own can be an attribute, %(attribute)s.")
    )  # fmt: skip
    return said % {
        "name": repr(name[:80]),
        "close": close[0] if close else "",
        "attribute": f"attr:{name.strip()[:40]}",
        "all": ", ".join(PLAIN),
    }
