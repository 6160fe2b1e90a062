"""Cells read as shops write them, and written as the canonical columns have them.

What cannot be read for certain is left as it stands: `rows` refuses it with a sentence that
names the line. Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from email.utils import parsedate_to_datetime
from html import unescape

from catalog import cleaning
from catalog.cleaning import clean
from catalog.importing.columns import SEPARATOR
from catalog.importing.values import WORDS_FOR_NOTHING
from catalog.markup import is_markup, line
from catalog.measures import unit_of
from catalog.truths import truth

Value = str | list[str]


class Number(str):
    """A number that the file holds as a number: its point is a decimal point."""


class SheetDate(str):
    """A date or time in a workbook, in ISO 8601; Excel makes one of "10-8" as well."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Beside what no value ever is, what exports write where there is nothing.
NULLS = WORDS_FOR_NOTHING | words(r"na #na <null> \n")
SPREADSHEET_TEXT = re.compile(r"=\"(.*)\"", re.DOTALL)
APOSTROPHE = re.compile(r"'(?=[=+\-@\d])")
# A comma between digits, and what stands behind the number.
DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,3}(?!\d|,\d)\s?([^\W\d_]+[²2]?|[\"″])?)")
SHORTENED = re.compile(r"\d[.,]\d+E\+\d+")
# What systems call the state of a product that is shown, and of one that is not.
WORDS_FOR_SHOWN = words(
    "active enabled published visible shown online aktiv actif activo attivo опубликован"
)
HIDDEN = words(
    """-1 inactive disabled unpublished hidden draft archived private pending trash deleted offline
    inaktiv inactif inactivo entwurf"""
)


def identifier(text: str) -> str:
    """A SKU, barcode or key: what a spreadsheet put around it is taken off."""
    text = cleaning.identifier(text)
    if match := SPREADSHEET_TEXT.fullmatch(text):
        text = match[1]
    return APOSTROPHE.sub("", text, count=1).strip()


def is_null(text: str) -> bool:
    return text.strip().lower() in NULLS


def plain(text: str) -> str:
    """A name or title on one line: entities are decoded, tags taken off."""
    return " ".join(clean(line(clean(text))).split())


def markup(text: str) -> str:
    """A description as it was meant: tags that were escaped once too often are tags again."""
    text = clean(text)
    return unescape(text) if not is_markup(text) and is_markup(unescape(text)) else text


def yes_or_no(text: str) -> str:
    """ "1" or "0"; what is neither stays."""
    said, word = truth(text.removesuffix(".0")), text.strip().lower()
    if said is None and word in WORDS_FOR_SHOWN | HIDDEN:
        said = word in WORDS_FOR_SHOWN
    return text if said is None else "1" if said else "0"


def date(text: str) -> str:
    """A day or moment in ISO 8601, as far as it is certainly one; other texts stay.

    01/02/2026 is the first of February or the second of January: it is not guessed.
    """
    text = text.strip()
    if text and not text.strip("0-: T"):  # what MySQL has where it has no date
        return ""
    written = text.replace("/", "-") if re.match(r"\d{4}/", text) else text
    written = re.sub(r" (?:UTC|GMT|Z)$", "+00:00", written)
    for pattern in ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%Y%m%d"):
        try:
            return datetime.strptime(written, pattern).date().isoformat()
        except ValueError:
            continue
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(written).isoformat()
        except ValueError:
            continue
    return text


def number(value: str) -> str:
    """ "4,5" and "4.50 " -> 4.5; other texts stay."""
    try:
        found = Decimal(value.strip().replace(",", "."))
    except InvalidOperation:
        return value.strip()
    return f"{found.normalize():f}" if found.is_finite() else ""


def decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None


def first(value: Value) -> str:
    if isinstance(value, str):
        return value
    return value[0] if value else ""


def values(value: Value, separator: str = "") -> list[str]:
    """The values of a list, or of a cell split at the separator, trimmed, without doubles."""
    parts: Iterable[str] = [value] if isinstance(value, str) else value
    if separator:
        parts = [each for part in parts for each in part.split(separator)]
    return list(dict.fromkeys(trimmed for part in parts if (trimmed := part.strip())))


def joined(parts: Iterable[str]) -> str:
    """Values as one canonical cell; a value cannot hold the separator itself."""
    return SEPARATOR.join(dict.fromkeys(each.replace(SEPARATOR, "/") for each in parts if each))


def quoted_list(text: str, separator: str = ",") -> list[str]:
    r"""A list whose values may be in quotation marks or have `\,` inside, such as tags.

    `rain, "lane, wet", Sale\, all` -> rain · lane, wet · Sale, all; `4,60 m, 2 m` -> 4,60 m · 2 m
    """
    found, value, quoted, at = [], "", False, 0
    within = decimal_marks(text) if separator == "," else frozenset()
    while at < len(text):
        sign = text[at]
        if sign == "\\" and text[at + 1 : at + 2] in (separator, "\\", '"'):
            value, at = value + text[at + 1], at + 1
        elif sign == '"' and quoted and text[at + 1 : at + 2] == '"':
            value, at = value + '"', at + 1
        elif sign == '"' and (quoted or not value.strip() or value.endswith("=")):
            quoted = not quoted
        elif sign == separator and not quoted and at not in within:
            found.append(value)
            value = ""
        else:
            value += sign
        at += 1
    return values([*found, value])


def decimal_marks(text: str) -> frozenset[int]:
    """Where a comma stands within a number: before a unit, or where others are followed by spaces.

    "38,39,40" are three sizes.
    """
    spaced = ", " in text
    return frozenset(
        match.start()
        for match in DECIMAL_COMMA.finditer(text)
        if spaced or (match[1] and unit_of(match[1]))
    )


def listed(value: Value) -> str:
    """A cell that lists its values by commas, some of them quoted, as one canonical cell."""
    return joined(quoted_list(first(value)))


def path(text: str, separator: str = ">") -> str:
    """A category path in another notation: "Home/Lamps" -> "Home > Lamps"; "A > > B" stays."""
    names = [plain(name) for name in unescape(text).split(separator)]
    if separator == ">" and len(names) > 1 and not all(names):
        return text.strip()
    return " > ".join(filter(None, names))


def categories(paths: Iterable[str]) -> str:
    """Paths as one cell, without those that only begin another one ("Shoes" of "Shoes > Boots").

    The first that leads anywhere stays first: it is the main one.
    """
    named = [each for each in dict.fromkeys(paths) if each]
    return joined(each for each in named if not any(o.startswith(f"{each} > ") for o in named))
