"""What a shopper who asks in words is answered."""

from __future__ import annotations

from search.query import Part, Query
from search.retrieval import search


def titles(text: str) -> set[str]:
    """Of the products that count, as far as the first page shows them."""
    return {hit.product.title for hit in search(Query(parts=(Part(text=text),))).hits}
