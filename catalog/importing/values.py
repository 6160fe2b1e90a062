"""The values of single cells; RowError with a clause that names the column where one is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from babel.numbers import list_currencies
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalog.addresses import web_address
from catalog.cleaning import clean, identifier
from catalog.importing.amounts import moment, number, price, price_before, whole
from catalog.importing.columns import ATTRIBUTE, LABEL, OPTION, SEPARATOR, family_of
from catalog.importing.errors import RowError
from catalog.importing.files.text import is_strange, legible
from catalog.markup import line
from catalog.models import PATH_SEPARATOR, Brand, Category, Product, Variant
from catalog.models.product import LIST_SEPARATOR
from catalog.truths import truth

CURRENCIES = frozenset(list_currencies())
ATTRIBUTE_LENGTH = 500
ADDRESS_LENGTH = 2_000
NAME_LENGTH = 300  # of a picture in a folder
IMAGES_MOST = 100
CATEGORIES_MOST = 50
TAGS_MOST = 200
VALUES_MOST = 1_000  # of one attribute
# What programs write where there is nothing.
WORDS_FOR_NOTHING = frozenset(
    ("null", "(null)", "nil", "none", "nan", "n/a", "n.a.", "#n/a", "#ref!", "#value!", "#name?")
) | frozenset(("#div/0!", "#null!", "#num!", "undefined", "-", "--", "–", "—"))
MISREAD = re.compile("[\ud800-\udfff]")  # what is left of bytes that were no UTF-8
# Between materials or genders; not that of "1/2" or "w/o".
BETWEEN_VALUES = re.compile(r"[;,&+\n]|(?<!\bw)(?:(?<!\d)/|/(?!\s*\d))")
FORMULAS = tuple("=+-@")
FREE = ("title", "description", "sku", "group", "source_id", "images", "variant_images", "alt")


def limit(model: type[Any], name: str) -> int:
    return int(model._meta.get_field(name).max_length)


LENGTHS = {
    **{name: limit(Variant, name) for name in ("sku", "source_id", "mpn", "color", "size")},
    **{name: limit(Product, name) for name in ("group", "title", "description", "url")},
    **{name: limit(Product, name) for name in ("gender", "material")},
    "category": limit(Category, "path"),
    "brand": limit(Brand, "name"),
    LABEL: 60,
}


def value_of(name: str, cell: str) -> Any:
    """The value of one cell, cleaned and in the type of its column."""
    if is_strange(name):
        raise misread(legible(name))
    family, known, language = family_of(name)
    value = readable(name, cell)
    if not family and known not in FREE and value.lower() in WORDS_FOR_NOTHING:
        value = ""
    if family in (ATTRIBUTE, OPTION) and not language:
        return several(name, value)
    if not family and known in IDENTIFIERS:
        return text(name, identifier(value))
    if not family and known in SPECIAL and name not in SPECIAL:  # of another language
        return text(name, line(value))
    if name in SPECIAL:
        return SPECIAL[name](value)
    return text(name, value if known == "description" else line(value))


def readable(name: str, cell: str) -> str:
    """The cell without what cannot be seen; RowError where bytes were misread.

    An apostrophe before the sign of a formula is how exports keep spreadsheets from running it.
    """
    value = clean(cell)
    value = value[1:] if value[:1] == "'" and value[1:2] in FORMULAS else value
    if "\0" in value:
        raise RowError(_("%(name)s contains a NUL byte") % {"name": name})
    if MISREAD.search(value):
        raise misread(name)
    return value


def misread(name: str) -> RowError:
    said = {"name": name}
    return RowError(_("%(name)s contains bytes that are not UTF-8; save the file as UTF-8") % said)


def text(name: str, value: str) -> str:
    """A text no longer than its column; a translated one is as long as the original may be."""
    family, known, _language = family_of(name)
    most = LENGTHS.get(family or known, ATTRIBUTE_LENGTH)
    if len(value) > most:
        raise RowError(
            _("%(name)s has %(length)d characters; %(most)d are the limit")
            % {"name": name, "length": len(value), "most": most}
        )
    return value


def several(name: str, value: str) -> list[str]:
    """The values of an attribute, without those that say nothing."""
    parts = (" ".join(line(part).split()) for part in value.split(SEPARATOR))
    found = [part for part in parts if part and part.lower() not in WORDS_FOR_NOTHING]
    if len(found) > VALUES_MOST:
        raise RowError(
            _("%(name)s has more than %(most)d values") % {"name": name, "most": VALUES_MOST}
        )
    return [text(name, part) for part in found]


def currency(value: str) -> str:
    code = value.upper()
    if code and code not in CURRENCIES:
        raise RowError(
            _("currency is %(value)s, but has to be a code of three letters such as EUR")
            % {"value": repr(value[:40])}
        )
    return code


def categories(value: str) -> list[str]:
    """Category paths with their names trimmed: "Shoes>Boots" is "Shoes > Boots"."""
    paths = [category(part.strip()) for part in value.split(SEPARATOR)] if value else []
    return list(dict.fromkeys(paths))[:CATEGORIES_MOST]


def category(value: str) -> str:
    names = [line(name).strip() for name in value.split(PATH_SEPARATOR.strip())]
    longest = limit(Category, "name")
    if not all(0 < len(name) <= longest for name in names):
        raise RowError(
            _("category is %(value)s; write Shoes > Boots, each name 1 to %(most)d characters long")
            % {"value": repr(value[:80]), "most": longest}
        )
    return text("category", PATH_SEPARATOR.join(names))


def listed(name: str) -> Callable[[str], str]:
    """Several values of a column that holds them in one text, by commas: "wool/silk" has two."""

    def read(value: str) -> str:
        said = SEPARATOR.join(BETWEEN_VALUES.split(value))
        return text(name, LIST_SEPARATOR.join(dict.fromkeys(several(name, said))))

    return read


def option(name: str) -> Callable[[str], str]:
    """A colour or size; one of several is written as such a thing is, "red/blue"."""

    def read(value: str) -> str:
        return text(name, "/".join(several(name, value)))

    return read


def tags(value: str) -> list[str]:
    found = dict.fromkeys(line(part).strip()[:100] for part in value.split(SEPARATOR))
    return [tag for tag in found if tag and tag.lower() not in WORDS_FOR_NOTHING][:TAGS_MOST]


def pictures(column: str) -> Callable[[str], list[str]]:
    """Names of pictures in a folder or zip, or their addresses."""

    def read(value: str) -> list[str]:
        found = list(dict.fromkeys(each.strip() for each in value.split(SEPARATOR) if each.strip()))
        if len(found) > IMAGES_MOST:
            raise RowError(
                _("%(name)s has more than %(most)d pictures")
                % {"name": column, "most": IMAGES_MOST}
            )
        for each in found:
            most = ADDRESS_LENGTH if "://" in each else NAME_LENGTH
            if len(each) > most:
                raise RowError(
                    _("%(name)s has a picture whose name is longer than %(most)d characters")
                    % {"name": column, "most": most}
                )
        return found

    return read


def alt(value: str) -> list[str]:
    return [text("title", line(part.strip())) for part in value.split(SEPARATOR)]


def address(value: str) -> str:
    try:
        if value:
            web_address(value)
    except ValidationError as error:
        raise RowError(
            _("url is %(value)s, which is no address on the web") % {"value": repr(value[:80])}
        ) from error
    return text("url", value)


def active(value: str) -> bool | None:
    return flag("active", value)


def flag(name: str, value: str) -> bool | None:
    known = truth(value)
    if value and known is None:
        raise RowError(
            _("%(name)s is %(value)s, but has to be 1 or 0")
            % {"name": name, "value": repr(value[:40])}
        )
    return known


def availability(value: str) -> str:
    spelt = value.lower().replace(" ", "_").replace("-", "_")
    if spelt and spelt not in Variant.Availability.values:
        raise RowError(
            _("availability is %(value)s, but has to be one of %(all)s")
            % {"value": repr(value[:40]), "all": ", ".join(Variant.Availability.values)}
        )
    return spelt


def gtin(value: str) -> str:
    """A barcode, its digits alone; what a spreadsheet has made of one ("8.8E+12") is none."""
    digits = re.sub(r"[\s-]", "", value)
    return digits if digits.isascii() and digits.isdigit() and len(digits) <= 14 else ""


IDENTIFIERS = ("sku", "group", "source_id", "mpn")
SPECIAL: dict[str, Callable[[str], Any]] = {
    "price": price,
    "price_before": price_before,
    "sale_from": moment("sale_from"),
    "sale_to": moment("sale_to"),
    "stock": whole("stock"),
    "availability": availability,
    "currency": currency,
    "category": categories,
    **{name: option(name) for name in ("color", "size")},
    "gender": listed("gender"),
    "material": listed("material"),
    "tags": tags,
    "rating": number("rating", 5),
    "rating_count": whole("rating_count"),
    "popularity": number("popularity"),
    "published": moment("published"),
    "url": address,
    "active": active,
    "delete": lambda value: flag("delete", value),
    "gtin": gtin,
    **{name: pictures(name) for name in ("images", "variant_images")},
    "alt": alt,
}
