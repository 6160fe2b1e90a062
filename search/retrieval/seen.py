"""Which of a product's photos is nearest to the query: that one goes on the card."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection

from search.query import Query
from search.retrieval import vectors
from search.retrieval.legs import Table, as_text
from search.retrieval.serving import Searcher


def best_photos(query: Query, products: Sequence[int], searcher: Searcher) -> dict[int, int]:
    """Product id -> photo id, for a photo query; empty for words, where the first photo is best."""
    part = next((part for part in query.parts if part.photo_id and part.weight > 0), None)
    if part is None or searcher.version is None or not products:
        return {}
    table = Table(searcher.version, photos=True)
    sql = f"""
        SELECT DISTINCT ON (i.product_id) i.product_id, i.id FROM {table.source}
         WHERE {table.where} AND i.product_id = ANY(%s)
         ORDER BY i.product_id, {table.column} <=> %s::halfvec"""
    probe = as_text(vectors.of_photo(part.photo_id, searcher.version))
    with connection.cursor() as cursor:
        cursor.execute(sql, [list(products), probe])
        return dict(cursor.fetchall())
