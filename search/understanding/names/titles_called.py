"""Titles that have one of the names of a kind, for whoever reads what stands around it there."""

from __future__ import annotations

from catalog.recent import FRESH_SECONDS, recent
from search import sql
from search.full_text import TITLE, tsquery

READ = 500  # titles, so that common names cost no more
CALLED = f"""
    SELECT title FROM catalog_product
     WHERE active AND words @@ to_tsquery('english', %s) LIMIT {READ}"""


@recent(FRESH_SECONDS)
def titles_called(names: tuple[str, ...]) -> list[str]:
    """READ of them at most. `names` are folded words or phrases."""
    return [title for [title] in sql.rows(CALLED, [tsquery(names, TITLE)])]
