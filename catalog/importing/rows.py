"""One checked row of a catalogue file, in canonical columns (see `catalog.importing.columns`).

A column that the file does not have leaves the catalogue as it is; an empty cell empties it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from catalog.importing import values
from catalog.importing.columns import ATTRIBUTE, KEYS, LABEL, OPTION, family_of
from catalog.importing.errors import RowError

OF_PRODUCT = (
    *("title", "description", "brand", "gender", "material", "currency", "tags", "rating"),
    *("rating_count", "popularity", "published", "url", "active"),
)
OF_VARIANT = (
    *("color", "size", "price", "price_before", "sale_from", "sale_to", "stock", "availability"),
    *("gtin", "mpn", "source_id"),
)
# What a feed of stocks and prices has; the titles that stand beside these rename nothing.
OFFER = frozenset(
    ("price", "price_before", "sale_from", "sale_to", "currency", "stock", "availability")
)
FEED = OFFER | {*KEYS, "title", "active", "delete", "gtin", "mpn"}
ATTRIBUTES_MOST = 200


@dataclass(slots=True)
class Row:
    """A row whose every cell is good. The dictionaries hold only what the file speaks of."""

    line: int
    sku: str = ""
    source_id: str = ""
    group: str = ""
    delete: bool = False
    feed: bool = False  # whether the row is one of a feed of stocks and prices
    product: dict[str, Any] = field(default_factory=dict)
    variant: dict[str, Any] = field(default_factory=dict)
    categories: list[str] | None = None  # paths, the first is the main one
    attributes: dict[str, list[str]] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    # Column, language, and the cell in it, of categories, attributes and options.
    names: list[tuple[str, str, str]] = field(default_factory=list)
    images: list[str] | None = None
    variant_images: list[str] | None = None
    alts: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What a sentence calls the row by."""
        return self.sku or self.source_id or self.group

    @property
    def pictures(self) -> list[str]:
        return [*(self.images or []), *(self.variant_images or [])]


def check(line: int, cells: Mapping[str, str]) -> Row:
    """The row of these cells; RowError with everything that is wrong with them."""
    good: dict[str, Any] = {}
    wrong = missing(cells)
    for name, cell in cells.items():
        try:
            good[name] = values.value_of(name, cell)
        except RowError as error:
            wrong.append(str(error))
    wrong += missing_titles(good)
    if sum(name.startswith((ATTRIBUTE, OPTION)) for name in good) > ATTRIBUTES_MOST:
        wrong.append(_("it has more than %(most)d attributes") % {"most": ATTRIBUTES_MOST})
    if wrong:
        nameless = not good.get("title", "given") and not good.get("group")
        raise RowError("; ".join([*([_("title is empty")] if nameless else []), *wrong]))
    return row_of(line, good)


def missing(cells: Mapping[str, str]) -> list[str]:
    """A row is known by something."""
    keys = [name for name in KEYS if name in cells]
    if any(cells[name].strip() for name in keys):
        return []
    if len(keys) == 1:
        return [_("%(name)s is empty") % {"name": keys[0]}]
    return [_("it has neither sku nor source_id nor group")]


def missing_titles(good: Mapping[str, Any]) -> list[str]:
    """A translated description stands under a translated title."""
    return [
        _("%(name)s needs a title:%(language)s beside it") % {"name": name, "language": language}
        for name, value in good.items()
        if value
        and (parts := family_of(name))[:2] == ("", "description")
        and (language := parts[2])
        and not good.get(f"title:{language}", "")
    ]


def row_of(line: int, good: dict[str, Any]) -> Row:
    row = Row(line, good.get("sku", ""), good.get("source_id", ""), good.get("group", ""))
    row.delete = bool(good.get("delete"))
    row.product = {name: good[name] for name in OF_PRODUCT if name in good}
    row.variant = {name: good[name] for name in OF_VARIANT if name in good}
    for kept in ("currency", "active", "availability"):  # an empty cell: it stays as it is
        for where in (row.product, row.variant):
            if where.get(kept, "given") in ("", None):
                del where[kept]
    row.categories = good.get("category")
    row.images, row.variant_images = good.get("images"), good.get("variant_images")
    row.alts = good.get("alt", [])
    row.feed = bool(OFFER & set(good)) and set(good) <= FEED
    for name, value in good.items():
        sort(row, name, value)
    return row


def sort(row: Row, name: str, value: Any) -> None:
    """Put a cell of one of the families in its place."""
    family, known, language = family_of(name)
    if family == LABEL or (language and (family or known == "category")):
        row.names += [(f"{family}{known}", language, value)] if value else []
    elif family == ATTRIBUTE:
        row.attributes[known] = value
    elif family == OPTION:
        row.options[known] = value
    elif language:
        row.translations.setdefault(language, {})[known] = value
