"""The columns that a catalogue file may have (the contract of the import)."""

from __future__ import annotations

import re
from difflib import get_close_matches

from django.utils.translation import gettext as _

REQUIRED = ("sku", "title")
PLAIN = (
    *REQUIRED,
    *("description", "category", "brand", "color", "size", "material", "gender"),
    *("price", "currency", "stock", "images", "alt", "group"),
)
ATTRIBUTE = "attr:"
ATTRIBUTE_NAME_LENGTH = 60
TRANSLATED = re.compile(r"(title|description):([a-z]{2,3}(-[a-z0-9]{2,4})?)")
EXAMPLES = ("title:de", "description:de", "attr:NAME")


def column(name: str) -> str:
    """The column as it is known here ("SKU " is `sku`); ValueError with a sentence otherwise."""
    trimmed = name.strip()
    lower = trimmed.lower()
    if lower in PLAIN or TRANSLATED.fullmatch(lower):
        return lower
    if lower.startswith(ATTRIBUTE):
        attribute = trimmed[len(ATTRIBUTE) :].strip()
        if 0 < len(attribute) <= ATTRIBUTE_NAME_LENGTH and attribute.isprintable():
            return ATTRIBUTE + attribute
        raise ValueError(
            _("The column %(name)s needs a name of at most %(most)d characters after attr:.")
            % {"name": repr(name[:80]), "most": ATTRIBUTE_NAME_LENGTH}
        )
    raise ValueError(unknown(name))


def unknown(name: str) -> str:
    """The sentence for a column that does not exist, with the one that was probably meant."""
    known = [*PLAIN, *EXAMPLES[:2], f"attr:{name.strip()[:40]}"]
    close = get_close_matches(name.strip().lower(), known[:-1], n=1, cutoff=0.6)
    return _(
        "There is no column %(name)s. Did you mean %(close)s? "
        "What has no column of its own can be an attribute, %(attribute)s."
        if close
        else "There is no column %(name)s. The columns are %(all)s; what has no column of its own "
        "can be an attribute, %(attribute)s."
    ) % {
        "name": repr(name[:80]),
        "close": close[0] if close else "",
        "attribute": known[-1],
        "all": ", ".join(PLAIN),
    }


def header(names: list[str]) -> list[str]:
    """The columns of a file's first line; ValueError where they cannot be imported."""
    found = [column(name) for name in names]
    for twice in {name for name in found if found.count(name) > 1}:
        raise ValueError(_("The column %(name)s stands twice in the file.") % {"name": twice})
    for name in REQUIRED:
        if name not in found:
            raise ValueError(
                _("The file has no column %(name)s; the columns sku and title are required.")
                % {"name": name}
            )
    return found
