"""The stats of the catalogue for the vocabulary, read by SQL and kept per process.

Whether anything has changed is asked of Postgres' own counters of written rows: that costs the
same at any size, and imports, bulk updates and `psql` count as much as a save in admin.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count

from catalog.folding import fold
from catalog.models import Category as CategoryRow
from catalog.models import Product
from search.understanding.catalogue_stats import CatalogueStats, Category
from search.understanding.vocabulary import Vocabulary

log = logging.getLogger(__name__)

CHECK_SECONDS = 2.0
# A large catalogue that is always being written to costs this share of one connection, not more.
SHARE_OF_TIME = 0.02
TIMEOUT = "60s"  # reading a million titles takes longer than a shopper's query may
VALUES_OF_ATTRIBUTE = 500  # an attribute with more values than this is free text
TABLES = (
    "catalog_product",
    "catalog_variant",
    "catalog_category",
    "catalog_brand",
    "search_synonym",
)

SIZES = """
    SELECT c.url_path, v.size, count(*) FROM catalog_variant v
      JOIN catalog_product p ON p.id = v.product_id AND p.active
      LEFT JOIN catalog_category c ON c.id = p.category_id WHERE v.size <> '' GROUP BY 1, 2"""
PRODUCTS = """
    SELECT place, count(*) FROM catalog_product p JOIN catalog_category c ON c.id = p.category_id,
           LATERAL (SELECT array_to_string((string_to_array(url_path, '/'))[:n], '/') AS place
             FROM generate_series(1, array_length(string_to_array(url_path, '/'), 1)) n) places
     WHERE p.active GROUP BY place"""
COLORS = """
    SELECT v.color, c.url_path, count(*)
      FROM (SELECT DISTINCT color, product_id FROM catalog_variant WHERE color <> '') v
      JOIN catalog_product p ON p.id = v.product_id AND p.active
      LEFT JOIN catalog_category c ON c.id = p.category_id GROUP BY 1, 2"""
ATTRIBUTES = f"""
    SELECT key, array_agg(value) FROM (
        SELECT DISTINCT key, value FROM catalog_product, jsonb_each_text(attributes)
         WHERE active AND length(value) <= 60) found
     GROUP BY key HAVING count(*) <= {VALUES_OF_ATTRIBUTE}"""
CHEAP = """
    SELECT place, percentile_disc(0.25) WITHIN GROUP (ORDER BY price) FROM (
        SELECT min(v.price) AS price, c.url_path FROM catalog_variant v
          JOIN catalog_product p ON p.id = v.product_id AND p.active
          LEFT JOIN catalog_category c ON c.id = p.category_id
         WHERE v.price IS NOT NULL GROUP BY p.id, c.url_path) priced
     CROSS JOIN LATERAL (
        SELECT '' AS place UNION ALL
        SELECT array_to_string((string_to_array(url_path, '/'))[:n], '/')
          FROM generate_series(1, array_length(string_to_array(url_path, '/'), 1)) n) places
     GROUP BY place"""
# Folded here and not in SQL, word by word: `catalog_fold` of 100,000 titles takes seconds.
WORDS = """
    SELECT word, count(*) FROM catalog_product,
           regexp_split_to_table(lower(title), '[^[:alnum:]]+') AS word
     WHERE active AND word <> '' GROUP BY word"""
CHANGES = f"""
    SELECT sum(n_tup_ins + n_tup_upd + n_tup_del), sum(n_live_tup) FROM pg_stat_user_tables
     WHERE relid IN ({", ".join(f"'{table}'::regclass" for table in TABLES)})"""
CHANGES_SEEN_FROM_INSIDE = f"""
    SELECT max(updated), {", ".join(f"(SELECT count(*) FROM {table})" for table in TABLES)}
      FROM catalog_product"""


@dataclass
class Kept:
    """The vocabulary of this process, the counters it was read at, and when to look again."""

    vocabulary: Vocabulary | None = None
    stamp: tuple[Any, ...] = ()
    look_again: float = 0.0
    seconds: float = 0.0  # that the last reading took
    lock: threading.Lock = field(default_factory=threading.Lock)


kept = Kept()


def vocabulary() -> Vocabulary:
    """The shop's words as of a few seconds ago; only the first call of a process has to wait."""
    if kept.vocabulary is None or connection.in_atomic_block:
        with kept.lock:
            return fresh()
    if time.monotonic() >= kept.look_again and kept.lock.acquire(blocking=False):
        kept.look_again = time.monotonic() + CHECK_SECONDS
        threading.Thread(target=renew, name="vocabulary", daemon=True).start()
    return kept.vocabulary


def forget() -> None:
    """Read again at the next call."""
    kept.vocabulary = None


def renew() -> None:
    """In a thread of its own, which holds the lock: read again if something was written."""
    try:
        fresh()
    except Exception:  # the words of a minute ago will do until the database is back
        log.exception("The vocabulary could not be read again.")
    finally:
        kept.lock.release()
        connection.close()


def fresh() -> Vocabulary:
    """Under the lock: the kept vocabulary where nothing was written since, else a new one."""
    stamp = changes()
    if kept.vocabulary is None or stamp != kept.stamp:
        started = time.monotonic()
        kept.vocabulary, kept.stamp = Vocabulary(read_stats()), stamp
        kept.seconds = time.monotonic() - started
        kept.look_again = time.monotonic() + max(CHECK_SECONDS, kept.seconds / SHARE_OF_TIME)
    return kept.vocabulary


def changes() -> tuple[Any, ...]:
    """What differs after any write. A transaction sees its own rows before the counters do."""
    sql = CHANGES_SEEN_FROM_INSIDE if connection.in_atomic_block else CHANGES
    return rows(sql)[0]


def rows(sql: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def read_stats() -> CatalogueStats:
    with transaction.atomic():
        rows(f"SELECT set_config('statement_timeout', '{TIMEOUT}', true)")
        combinations = {(color, path): products for color, path, products in rows(COLORS)}
        return CatalogueStats(
            categories=tuple(
                Category(*each) for each in CategoryRow.objects.values_list("path", "url_path")
            ),
            brands=values("brand__name"),
            colors=summed((color, n) for (color, _path), n in combinations.items()),
            materials=values("material"),
            genders=values("gender"),
            attributes={name: tuple(found) for name, found in rows(ATTRIBUTES)},
            sizes=sizes(),
            cheap=dict(rows(CHEAP)),
            words=summed((fold(word), titles) for word, titles in rows(WORDS)),
            products=dict(rows(PRODUCTS)),
            combinations={place: n for place, n in combinations.items() if place[1]},
            synonyms=synonyms(),
            currency=next(iter(values("currency")), "EUR"),
            language=settings.LANGUAGE_CODE[:2],
        )


def summed(counted: Iterable[tuple[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for name, count in counted:
        total[name] += count
    return dict(total)


def sizes() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for url_path, size, variants in rows(SIZES):
        found.setdefault(url_path or "", {})[size] = variants
    return found


def values(name: str) -> tuple[str, ...]:
    """The distinct values of a column of the products, the commonest first."""
    found = Product.objects.active().exclude(**{name: ""}).exclude(**{name: None}).order_by()
    counted = found.values_list(name).annotate(products=Count("pk")).order_by("-products", name)
    return tuple(value for value, _products in counted)


def synonyms() -> tuple[tuple[str, ...], ...]:
    """The groups of admin. By name, because models stand on the same line as this package."""
    groups = apps.get_model("search", "Synonym").objects.values_list("words", flat=True)
    return tuple(
        tuple(word.strip() for word in group.split(",") if word.strip()) for group in groups
    )
