"""How fast suggestions are at 100,000 products.

    python -m benchmarks.search.suggest [--products 100000]

Makes a scratch database beside the shop's own (Django's test database), fills it with synthetic
products, types a few dozen searches letter by letter, and prints percentiles over the fastest of
five calls each; also what reading the vocabulary costs, how long `interpret` takes with it, and
the same for the labelled queries.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

TYPED = """blue sneakers; walnut table; black leather boots; norrsund sofa; striped t-shirt; ceramic
    vase; grey cushion; snaekers; umberella; cotton shirt; kestrel backpack; round mirror; oak
    chair; steel kettle; enamel mug; SKU-004711; green tent; linen scarf; wool rug; gold lamp"""
QUALITIES = """Everyday Classic Ribbed Brushed Woven Enamel Folding Harbour Trail Meadow Studio
    Cabin Garden Field Market Lounge Slim Tall Round Soft Heavy Light Double Low High"""
SYLLABLES = "ka lo mi ra ten vor sul pim dra nek fos gal tri bex yon"
BATCH = 5_000


def words_nobody_knows(count: int) -> list[str]:
    """Model names, so that the vocabulary is as large as that of a real shop."""
    made = itertools.product(SYLLABLES.split(), repeat=4)
    return ["".join(each).title() for each in itertools.islice(made, count)]


def fill(products: int) -> None:
    """Synthetic products with two variants and a picture row each, in bulk."""
    from catalog.models import Brand, Category, Product, ProductImage, Variant
    from tests.understanding_shop import BRANDS, COLORS, MATERIALS, TREE

    chance = random.Random(7)
    kinds = [
        Category.objects.at_path(f"{above} > {kind}")
        for above, kinds in TREE.items()
        for kind in kinds.split(", ")
    ]
    brands = [Brand.objects.create(name=name) for name in BRANDS.split(", ")]
    models, qualities = words_nobody_knows(40_000), QUALITIES.split()
    for start in range(0, products, BATCH):
        rows, colors = [], []
        for number in range(start, min(start + BATCH, products)):
            kind, color = chance.choice(kinds), chance.choice(COLORS.split())
            title = f"{chance.choice(models)} {chance.choice(qualities)} {color} {kind.name}"
            colors.append(color)
            rows.append(
                Product(
                    group=f"g{number}",
                    slug=f"p{number}",
                    title=title,
                    category=kind,
                    brand=chance.choice(brands),
                    material=chance.choice(MATERIALS.split()),
                )
            )
        made = Product.objects.bulk_create(rows)
        Variant.objects.bulk_create(
            Variant(product=row, sku=f"SKU-{row.pk:06}-{size}", color=color, size=size, price=price)
            for row, color in zip(made, colors, strict=True)
            for size, price in (("M", 20), ("L", 25))
        )
        ProductImage.objects.bulk_create(
            ProductImage(product=row, image=f"{row.pk}.webp", fingerprint=f"{row.pk:064x}")
            for row in made
        )


def beginnings() -> Iterator[str]:
    for typed in TYPED.split(";"):
        text = " ".join(typed.split())
        yield from (text[:end] for end in range(1, len(text) + 1))


def milliseconds(call: Callable[[], Any], tries: int = 1) -> float:
    """The fastest of `tries`: what the call costs, not what else the machine was doing."""
    return min(timed(call) for _ in range(tries))


def timed(call: Callable[[], Any]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def report(name: str, times: list[float]) -> None:
    ordered = sorted(times)
    median, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(
        f"{name}: {len(ordered)} calls, median {median:.2f} ms, p95 {late:.2f} ms, "
        f"slowest {ordered[-1]:.2f} ms"
    )


def measure() -> None:
    from benchmarks.search.understanding import labels
    from search.suggesting.suggestions import suggest
    from search.understanding import forget, identify, interpret, vocabulary

    forget()
    print(f"reading the vocabulary: {milliseconds(vocabulary) / 1000:.2f} s")
    print(f"words known: {len(vocabulary().known)}, phrases: {len(vocabulary().phrases.found)}")
    suggest("a")
    report("suggest", [milliseconds(partial(suggest, text), 5) for text in beginnings()])
    worst = sorted(set(beginnings()), key=lambda text: -milliseconds(partial(suggest, text), 5))[:5]
    print(f"slowest to suggest for: {worst}")
    for text in ("blue sn", "snaek", "SKU-0047"):
        print(f"{text!r}: {[f'{each.kind}: {each.text}' for each in suggest(text)]}")
    known, queries = vocabulary(), [row["query"] for row in labels()]
    report("interpret", [milliseconds(partial(interpret, text, known), 5) for text in queries])
    report("identifiers", [milliseconds(partial(identify, text), 5) for text in queries])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--products", type=int, default=100_000)
    products = parser.parse_args().products
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    import django

    django.setup()
    from django.db import connection

    from config import embedded

    started = embedded.up()
    own = connection.settings_dict["NAME"]
    connection.creation.create_test_db(autoclobber=True, verbosity=0)
    try:
        seconds = milliseconds(partial(fill, products)) / 1000
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        print(f"{products} products made in {seconds:.0f} s")
        measure()
    finally:
        connection.creation.destroy_test_db(own, verbosity=0)
        if started:
            embedded.down()


if __name__ == "__main__":
    main()
