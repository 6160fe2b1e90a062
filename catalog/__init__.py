"""What is sold: categories, products, variants, photos; how they come in and go out.

`catalog.sync(rows, source="shop")` is the door for other Django projects that keep a synchronised
copy of their own products here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from catalog.syncing import Synced


def sync(rows: Any, source: str = "", **options: Any) -> Synced:
    """Bring products into line with `rows`; see `catalog.syncing.sync`."""
    from catalog.syncing import sync as bring

    return bring(rows, source, **options)
