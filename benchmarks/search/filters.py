"""Filters keep the promise of a full page.

    python -m benchmarks.search.filters [--queries 40] [--exact-rows N]

On the configured shop, whatever is in it: every product gets a random price inside a transaction
that is rolled back, and price filters let through 0.1 %, 1 %, 10 % and 100 % of the products.
For words, photos and products as queries it prints, for each share,

- rows: the smallest page that a search showed, of min(page, products that pass);
- recall: how many of the first page's products the vector legs find that an exact scan of the
  same rows finds (the mean over queries, and the worst);
- ms: a search without any cached list, with every row scored and through the HNSW index, and how
  much of the first page the two have in common.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from statistics import mean, median
from typing import Any

from benchmarks.shop import opened

SHARES = (0.001, 0.01, 0.1, 1.0)
PAGE = 24
TOP = 1_000_000  # the random prices are whole numbers below it

RANDOM_PRICES = """
    UPDATE catalog_variant SET price = abs(hashint8(product_id * 7919)::bigint) %% %s"""


@contextmanager
def random_prices() -> Iterator[None]:
    """For the time of the block each product has one price below TOP, drawn by its id."""
    from django.db import connection, transaction

    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(RANDOM_PRICES, [TOP])
            cursor.execute("ANALYZE catalog_variant")
        yield
        transaction.set_rollback(True)


def asked(queries: int) -> Iterator[tuple[str, Any]]:
    """(kind, part) of products spread over the catalogue: their titles, photos and themselves."""
    from catalog.models import Product
    from search.models import ImageEmbedding, PhotoQuery
    from search.query import Part
    from search.versions import live_encoder

    version, _encoder = live_encoder()
    products = Product.objects.active().filter(variants__isnull=False).order_by("text_fingerprint")
    for product in products.distinct().prefetch_related("variants")[:queries]:
        yield "words", Part(text=product.title)
        yield "product", Part(sku=product.variants.all()[0].sku)
        row = ImageEmbedding.objects.filter(
            encoder=version, image__product=product, vector__isnull=False
        ).first()
        if row:
            photo = PhotoQuery.objects.create(encoder=version, vector=row.vector)
            yield "photo", Part(photo_id=photo.pk)


def legs_recall(part: Any, within: Any) -> list[float]:
    """Recall of each vector leg's first page against an exact scan of the products `within`."""
    import numpy as np

    from search.query import Interpretation
    from search.retrieval.evidence import gather
    from search.retrieval.legs import nearest, score
    from search.retrieval.query_encoder import serving

    evidence = gather(part, Interpretation(text=part.text) if part.text else None, serving())
    passing = np.fromiter(within.values_list("pk", flat=True), np.int64)
    recalls = []
    for probe in evidence.probes:
        ids, cosines = score(probe.table, probe.vector, passing)
        exact = ids[np.argsort(-cosines, kind="stable")][:PAGE]
        found = nearest(probe.table, probe.vector, within)[:PAGE]
        if exact.size:
            recalls.append(float(np.isin(exact, found).mean()))
    return recalls


def page(part: Any, filters: Any, whole: bool) -> tuple[list[int], float]:
    """The products of the first page, with those less similar that fill it up, and milliseconds."""
    from django.test import override_settings

    from search import retrieval
    from search.query import Query

    query = Query(parts=(part,), filters=filters, page_size=PAGE)
    with override_settings(WHOLE_ROWS=10**9 if whole else 0):
        start = time.perf_counter()
        result = retrieval.search(query)
        milliseconds = 1000 * (time.perf_counter() - start)
    return [hit.product.pk for hit in result.hits + result.less_similar], milliseconds


def measure(share: float, parts: list[tuple[str, Any]]) -> None:
    from django.core.cache import cache

    from catalog.filters import Filters
    from catalog.models import Product

    filters = Filters(price_max=Decimal(round(share * TOP))) if share < 1 else Filters()
    within = Product.objects.active().filter(filters.on_products())
    passing = within.count()
    for kind in ("words", "photo", "product"):
        chosen = [part for name, part in parts if name == kind]
        if not chosen:
            continue
        recalls = [recall for part in chosen for recall in legs_recall(part, within)]
        pages: dict[bool, list[tuple[list[int], float]]] = {}
        for whole in (True, False):
            cache.clear()
            page(chosen[0], Filters(in_stock=True), whole)  # warm: background sample, plans
            pages[whole] = [page(part, filters, whole) for part in chosen]
        report(share, kind, passing, recalls, pages)


def report(
    share: float,
    kind: str,
    passing: int,
    recalls: list[float],
    pages: dict[bool, list[tuple[list[int], float]]],
) -> None:
    rows = min(len(ids) for way in pages.values() for ids, _ms in way)
    exact, index = pages[True], pages[False]
    common = mean(
        len(set(a) & set(b)) / max(len(a), 1) for (a, _), (b, _) in zip(exact, index, strict=True)
    )
    times = [median(ms for _ids, ms in way) for way in (exact, index)]
    print(
        f"| {share:6.1%} | {kind:7} | {passing:7} | {rows:2} of {min(PAGE, passing):2} "
        f"| {mean(recalls):.3f} | {min(recalls):.3f} | {times[0]:5.0f} | {times[1]:5.0f} "
        f"| {common:.2f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--exact-rows", type=int, help="settings.EXACT_ROWS for this run")
    options = parser.parse_args()
    opened()
    from django.conf import settings
    from django.test import override_settings

    exact_rows = settings.EXACT_ROWS if options.exact_rows is None else options.exact_rows
    local = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    print("| passes | query | products | rows | recall | worst | ms whole | ms index | common |")
    print("|---|---|---|---|---|---|---|---|---|")
    with override_settings(CACHES=local, EXACT_ROWS=exact_rows), random_prices():
        parts = list(asked(options.queries))
        for share in SHARES:
            measure(share, parts)


if __name__ == "__main__":
    main()
