"""One checked row of a catalogue file.

A column that the file does not have leaves the catalogue as it is; an empty cell empties it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from babel.numbers import list_currencies
from django.utils.translation import gettext as _

from catalog.importing.columns import ATTRIBUTE, TRANSLATED
from catalog.importing.errors import RowError
from catalog.models import PATH_SEPARATOR, Brand, Category, Product, Variant

REQUIRED = ("sku", "title")
CURRENCIES = list_currencies()
PRICE = re.compile(r"(\d{1,8})(?:[.,](\d{1,2})0*)?")
STOCK_MOST = 2_147_483_647
ATTRIBUTE_LENGTH = 500
ATTRIBUTES_MOST = 200
NAME_LENGTH = 300  # of a picture
IMAGES_MOST = 100

OF_PRODUCT = ("title", "description", "category", "brand", "gender", "material", "currency")
OF_VARIANT = ("color", "size", "price", "stock")


@dataclass(slots=True)
class Row:
    """A row whose every cell is good. The dictionaries hold only what the file speaks of."""

    line: int
    sku: str
    group: str
    product: dict[str, Any] = field(default_factory=dict)
    variant: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    images: list[str] | None = None
    alts: list[str] = field(default_factory=list)


def limit(model: type[Any], name: str) -> int:
    return int(model._meta.get_field(name).max_length)


LENGTHS = {
    "sku": limit(Variant, "sku"),
    "group": limit(Product, "group"),
    "title": limit(Product, "title"),
    "description": limit(Product, "description"),
    "category": limit(Category, "path"),
    "brand": limit(Brand, "name"),
    "gender": limit(Product, "gender"),
    "material": limit(Product, "material"),
    "color": limit(Variant, "color"),
    "size": limit(Variant, "size"),
}


def check(line: int, cells: dict[str, str]) -> Row:
    """The row of these cells; RowError with everything that is wrong with them."""
    values, wrong = {}, []
    for name in dict.fromkeys([*REQUIRED, *cells]):
        try:
            values[name] = value_of(name, cells.get(name, ""))
        except RowError as error:
            wrong.append(str(error))
    wrong += missing_titles(values)
    if sum(name.startswith(ATTRIBUTE) for name in values) > ATTRIBUTES_MOST:
        wrong.append(_("it has more than %(most)d attributes") % {"most": ATTRIBUTES_MOST})
    if wrong:
        raise RowError("; ".join(wrong))
    return row_of(line, values)


def row_of(line: int, values: dict[str, Any]) -> Row:
    row = Row(line, values["sku"], values.get("group", ""))
    row.product = {name: values[name] for name in OF_PRODUCT if name in values}
    row.variant = {name: values[name] for name in OF_VARIANT if name in values}
    if not row.product.get("currency", "given"):
        del row.product["currency"]  # an empty cell: the currency stays
    row.images, row.alts = values.get("images"), values.get("alt", [])
    for name, value in values.items():
        if name.startswith(ATTRIBUTE):
            row.attributes[name[len(ATTRIBUTE) :]] = value
        elif match := TRANSLATED.fullmatch(name):
            row.translations.setdefault(match[2], {})[match[1]] = value
    return row


def missing_titles(values: dict[str, Any]) -> list[str]:
    """A translated description stands under a translated title."""
    return [
        _("%(name)s needs a title:%(language)s beside it") % {"name": name, "language": match[2]}
        for name, value in values.items()
        if value
        and (match := TRANSLATED.fullmatch(name))
        and not values.get(f"title:{match[2]}", "")
    ]


def value_of(name: str, cell: str) -> Any:
    """The value of one cell; RowError with a clause that names the column."""
    value = unicodedata.normalize("NFC", cell).strip()
    if "\0" in value:
        raise RowError(_("%(name)s contains a NUL byte") % {"name": name})
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise RowError(
            _("%(name)s contains bytes that are not UTF-8; save the file as UTF-8") % {"name": name}
        )
    if name in REQUIRED and not value:
        raise RowError(_("%(name)s is empty") % {"name": name})
    if name in SPECIAL:
        return SPECIAL[name](value)
    return text(name, value)


def text(name: str, value: str) -> str:
    """A text no longer than its column; a translated one is as long as the original may be."""
    most = LENGTHS.get(name.partition(":")[0], ATTRIBUTE_LENGTH)
    if len(value) > most:
        raise RowError(
            _("%(name)s has %(length)d characters; %(most)d are the limit")
            % {"name": name, "length": len(value), "most": most}
        )
    return value


def price(value: str) -> Decimal | None:
    if not value:
        return None
    if value.startswith("-"):
        raise RowError(_("price is negative (%(value)s)") % {"value": value[:40]})
    if not (match := PRICE.fullmatch(value)):
        raise RowError(
            _("price is %(value)s; write it like 1234.56, with at most two decimals and no sign")
            % {"value": repr(value[:40])}
        )
    return Decimal(f"{match[1]}.{match[2] or '0'}")


def stock(value: str) -> int | None:
    if not value:
        return None
    if not (value.isascii() and value.isdigit()) or int(value[:20]) > STOCK_MOST:
        raise RowError(
            _("stock is %(value)s, but has to be a whole number from 0 to %(most)d, or empty")
            % {"value": repr(value[:40]), "most": STOCK_MOST}
        )
    return int(value)


def currency(value: str) -> str:
    code = value.upper()
    if code and code not in CURRENCIES:
        raise RowError(
            _("currency is %(value)s, but has to be a code of three letters such as EUR")
            % {"value": repr(value[:40])}
        )
    return code


def category(value: str) -> str:
    """A category path with its names trimmed: "Shoes>Boots" is "Shoes > Boots"."""
    names = [name.strip() for name in value.split(PATH_SEPARATOR.strip())] if value else []
    longest = limit(Category, "name")
    if not all(0 < len(name) <= longest for name in names):
        raise RowError(
            _("category is %(value)s; write Shoes > Boots, each name 1 to %(most)d characters long")
            % {"value": repr(value[:80]), "most": longest}
        )
    return text("category", PATH_SEPARATOR.join(names))


def images(value: str) -> list[str]:
    names = list(dict.fromkeys(name.strip() for name in value.split("|") if name.strip()))
    if len(names) > IMAGES_MOST or any(len(name) > NAME_LENGTH for name in names):
        raise RowError(
            _("images has more than %(most)d names, or one longer than %(length)d characters")
            % {"most": IMAGES_MOST, "length": NAME_LENGTH}
        )
    return names


def alt(value: str) -> list[str]:
    return [text("title", part.strip()) for part in value.split("|")]


SPECIAL: dict[str, Callable[[str], Any]] = {
    "price": price,
    "stock": stock,
    "currency": currency,
    "category": category,
    "images": images,
    "alt": alt,
}
