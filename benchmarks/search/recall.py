"""What a bounded search finds of what an unbounded one finds, the stricter the filter, and pages.

    python -m benchmarks.search.recall STATES [--size 100000] [--queries 20]

Filters by price let through all, 10 %, 1 % and .1 % of the products; queries are products' titles
and photos, half of them of products that pass and half of others (at odds). Printed are

- recall@10 of each vector retriever, against the exact order of all that passes,
- recall@10 of the whole search, against one that scores every product,
- the share of pages that are as full as they can be: min(24, products that pass).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from tqdm import tqdm

from benchmarks.data.large_catalogue import large

if TYPE_CHECKING:
    from catalog.filters import Filters
    from search.query import Part

SHARES = (1.0, 0.1, 0.01, 0.001)
TEN, PAGE = 10, 24
EVERYTHING = 10**9


class Asked(NamedTuple):
    kind: str
    part: Part
    filters: Filters


def shares(size: int) -> Iterator[tuple[float, Filters, int]]:
    """By share: a price filter that lets it through, and how many products pass."""
    from catalog.filters import Filters
    from catalog.models import Product, Variant

    cheapest = Variant.objects.filter(price__isnull=False).order_by("price")
    variants = cheapest.count()
    for share in SHARES:
        if share == 1:
            yield share, Filters(), size
            continue
        most: Decimal = cheapest.values_list("price", flat=True)[int(variants * share)]
        filters = Filters(price_max=most)
        yield share, filters, Product.objects.active().filter(filters.on_products()).count()


def asked(filters: Filters, queries: int) -> Iterator[Asked]:
    """Titles and photos of products that pass and of others, by turns."""
    from catalog.models import Product
    from search.models import ImageEmbedding, PhotoQuery
    from search.query import Part
    from search.versions import live_version

    version = live_version()
    products = Product.objects.active().order_by("text_fingerprint")
    inside = list(products.filter(filters.on_products())[: queries // 2])
    outside = list(products.exclude(pk__in=[one.pk for one in inside])[: queries // 2])
    for product in (*inside, *outside):
        kind = "agreeing" if product in inside else "at odds"
        yield Asked(f"words, {kind}", Part(text=product.title), filters)
        photo = ImageEmbedding.objects.filter(
            encoder=version, product=product, vector__isnull=False
        ).first()
        if photo:
            stored = PhotoQuery.objects.create(encoder=version, vector=photo.vector)
            yield Asked(f"photo, {kind}", Part(photo_id=stored.pk), filters)


def retrievers_recall(one: Asked) -> Iterator[float]:
    """Of each vector retriever that the query asks, in the exact first ten."""
    from search import sql
    from search.query import Query
    from search.retrieval.conditions.passing import Passing
    from search.retrieval.embeddings.query_encoder import serving
    from search.retrieval.limits import CANDIDATES
    from search.retrieval.retrievers.vectors import VectorRetriever
    from search.retrieval.state import Search
    from search.understanding.understand import understand

    query, passing = Query((one.part,), one.filters), Passing(one.filters)
    for retriever in Search(query, understand(query), serving()).retrievers:
        if isinstance(retriever, VectorRetriever):
            exact = sql.several([retriever.exact(passing, TEN)])[0]
            chosen = sql.several(
                retriever.statements(passing, CANDIDATES),
                settings=retriever.settings(passing, CANDIDATES),
            )[0]
            true, found = ([row[0] for row in rows[:TEN]] for rows in (exact, chosen))
            if true:
                yield len(set(true) & set(found)) / len(true)


def shown(one: Asked, whole: bool) -> list[int]:
    """What a page shows from top to bottom."""
    from django.conf import settings
    from django.test import override_settings

    from search.query import Query
    from search.retrieval import search

    # A chip that does not exist is switched off, so that no snapshot of before answers.
    query = Query((one.part,), one.filters, page_size=PAGE, off=(f"recall:{token_hex(8)}",))
    with override_settings(WHOLE_ROWS=EVERYTHING if whole else settings.WHOLE_ROWS):
        result = search(query)
    shelves = (result.hits, getattr(result, "partial", []), result.less_similar)
    return [hit.product.pk for shelf in shelves for hit in shelf]


def measure(share: float, filters: Filters, passing: int, queries: int) -> list[str]:
    by_kind: dict[str, list[tuple[list[float], float, bool]]] = {}
    bar = tqdm(list(asked(filters, queries)), desc=f"{share:.1%}", mininterval=5)
    for one in bar:
        bounded, whole = shown(one, False), shown(one, True)
        true = whole[:TEN]
        recall = len(set(true) & set(bounded[:TEN])) / len(true) if true else 1.0
        full = len(bounded) >= min(PAGE, passing)
        by_kind.setdefault(one.kind, []).append((list(retrievers_recall(one)), recall, full))
    return [line(share, passing, kind, found) for kind, found in by_kind.items()]


def line(share: float, passing: int, kind: str, found: Sequence[Any]) -> str:
    retrievers = [value for values, _recall, _full in found for value in values]
    whole = [recall for _values, recall, _full in found]
    full = np.mean([full for _values, _recall, full in found])
    return (
        f"| {share:.1%} | {passing:,} | {kind} | {len(found)} | {np.mean(retrievers):.3f} "
        f"| {min(retrievers):.1f} | {np.mean(whole):.3f} | {min(whole):.1f} | {full:.0%} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=20)
    given = parser.parse_args()
    with large(given.size, given.states) as products:
        lines = [
            line
            for share, filters, passing in shares(products)
            for line in measure(share, filters, passing, given.queries)
        ]
    print("| passes | products | query | n | retrievers | worst | whole | worst | full pages |")
    print("|---|---|---|---|---|---|---|---|---|", *lines, sep="\n")


if __name__ == "__main__":
    main()
