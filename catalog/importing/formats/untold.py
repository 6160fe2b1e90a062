"""Keys for rows of exports that have none, or share one: nobody gives them one there.

Whoever writes a table in our own columns can, and is told of the row.
"""

from __future__ import annotations

import hashlib

from django.utils.text import slugify

from catalog.importing.columns import KEYS
from catalog.importing.formats.format import Row

LENGTH = 80


def told_apart(rows: list[Row]) -> None:
    """Have what no key names known by its title; and so what has the SKU of another title.

    That SKU is then the other one's alone, though that row may be bad and come in later.
    """
    titles: dict[str, str] = {}  # by SKU, of the first row that has it
    for row in rows:
        sku, title = row.cells.get("sku", ""), row.cells.get("title", "")
        if not title or any(row.cells.get(key) for key in KEYS if key != "sku"):
            continue
        if not sku or titles.setdefault(sku, title) != title:
            row.cells |= {"group": by_title(f"{sku} {title}"), "sku": ""}


def by_title(title: str) -> str:
    """The title as a key; where it is too long for one, with a digest of all of it."""
    slug = slugify(title, allow_unicode=True)
    if slug and len(slug) <= LENGTH:
        return slug
    digest = hashlib.sha256(title.encode()).hexdigest()[:16]
    return f"{slug[:LENGTH]}-{digest}".strip("-")
