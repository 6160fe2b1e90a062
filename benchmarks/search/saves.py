"""What a save and the worker behind it cost, the larger the catalogue, and how fast it is loaded.

    python -m benchmarks.search.saves STATES [--sizes 1000,100000] [--load 10000]

At each size: the statements and rows that Postgres reads (table rows and index entries, by its own
statistics) for a save of a title, of a price, and for the tick of a worker after each and after
nothing. Then, in turns, texts and photos encoded alone and indexed for real: the share is what
indexing keeps of the bare encoder's rate. Last a first load: all texts and photos of a catalogue
indexed, HNSW included, with an encoder that costs nothing (`--load`; photos are read and decoded).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from benchmarks.data.large_catalogue import large
from benchmarks.elsewhere import hand_over, made, measured

if TYPE_CHECKING:
    from search.indexing.content import Kind

ROUNDS = 5
AT_ONCE = {"texts": 320, "photos": 160}  # rows that are indexed in a round
STUB = "stub"

READ = """
    SELECT pg_stat_force_next_flush();
    SELECT pg_stat_clear_snapshot();
    SELECT (SELECT sum(seq_tup_read) FROM pg_stat_user_tables)
         + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes)"""


def rows_read() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in READ.split(";"):
            cursor.execute(statement)
        return int(cursor.fetchone()[0] or 0)


@dataclass
class Cost:
    statements: int
    rows: int


def cost(work: Callable[[], Any], before: Callable[[], Any] = lambda: None) -> Cost:
    """The least of ROUNDS: autovacuum and statistics of others must not count."""
    from benchmarks.search.statements import counting

    found = []
    for _ in range(ROUNDS):
        before()
        read = rows_read()
        with counting() as counted:
            work()
        found.append(Cost(counted.statements, rows_read() - read))
    return Cost(min(one.statements for one in found), min(one.rows for one in found))


def ticks() -> dict[str, Cost]:
    from django.core.cache import cache

    from catalog.models import Product, Variant
    from search import tasks

    product = Product.objects.order_by("pk").first()
    variant = Variant.objects.order_by("pk").first()

    def tick() -> None:
        cache.clear()  # whatever rests or was tended a moment ago is due again
        tasks.sweep()

    def title() -> None:
        product.title = f"{product.title.split(' #')[0]} #{time.monotonic_ns()}"
        product.save()

    def price() -> None:
        variant.price = round(variant.price * 101 / 100, 2)
        variant.save()

    tick()
    found = {"a tick after nothing": cost(tick)}
    for name, save in {"title": title, "price": price}.items():
        found[f"saving a {name}"] = cost(save)
        tick()
        found[f"a tick after a {name}"] = cost(tick, before=save)
    return found


def shares() -> dict[str, float]:
    """By kind, the rate of indexing as a share of the rate of encoding alone."""
    from search.indexing.content import KINDS

    return {kind.label: share(kind) for kind in KINDS}


def share(kind: Kind) -> float:
    from search import indexing
    from search.versions import live_encoder

    version, encoder = live_encoder()
    owners = kind.owner.objects.order_by("pk").values_list("pk", flat=True)
    keys = list(owners[: AT_ONCE[kind.label]])
    read = [kind.read(owner, encoder) for owner in kind.owners(keys)]
    values = [one.value for one in read if not one.error]
    rows = kind.rows.objects.filter(encoder=version, **{f"{kind.column}__in": keys})
    alone, whole = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for at in range(0, len(values), kind.batch):
            kind.encode(values[at : at + kind.batch], encoder)
        alone.append((time.perf_counter() - start) / len(values))
        rows.update(fingerprint="")
        start = time.perf_counter()
        written = indexing.index_waiting()
        whole.append((time.perf_counter() - start) / written)
    return median(alone) / median(whole)


class StubEncoder:
    """Vectors of chance, at once."""

    name, dimensions, image_size = STUB, 512, 224

    def __init__(self) -> None:
        self.random = np.random.default_rng(1)

    def encode_texts(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.vectors(len(texts))

    def encode_images(self, images: Sequence[Any]) -> NDArray[np.float32]:
        return self.vectors(len(images))

    def vectors(self, rows: int) -> NDArray[np.float32]:
        found = self.random.standard_normal((rows, self.dimensions)).astype(np.float32)
        return found / np.linalg.norm(found, axis=1, keepdims=True)


@contextmanager
def filling_with_a_stub() -> Iterator[Any]:
    """A version beside the live one whose encoder is the stub; gone at the end."""
    from search.indexing import batches, hnsw
    from search.models import EncoderVersion, ImageEmbedding, TextEmbedding

    EncoderVersion.objects.filter(name=STUB).delete()
    version = EncoderVersion.objects.create(
        name=STUB, source=STUB, dimensions=StubEncoder.dimensions
    )
    stub = StubEncoder()
    with patch.object(batches, "versions_to_fill", lambda: iter([(version, stub)])):
        yield version
    hnsw.drop(version)
    for rows in (TextEmbedding, ImageEmbedding):
        rows.objects.filter(encoder=version).delete()
    version.delete()


def first_load() -> dict[str, float]:
    """Seconds of each step."""
    from search import indexing
    from search.indexing import hnsw

    seconds, start = {}, time.perf_counter()
    with filling_with_a_stub() as version:
        indexing.mark_stale()
        seconds["marking"] = time.perf_counter() - start
        start = time.perf_counter()
        written = indexing.index_waiting()
        seconds["indexing"] = time.perf_counter() - start
        start = time.perf_counter()
        hnsw.ensure(version)
        seconds["HNSW"] = time.perf_counter() - start
    return {"rows": float(written), **seconds}


def measure(size: int, states: Path, loaded: bool) -> dict[str, Any]:
    with large(size, states) as products:
        if loaded:
            return {"products": products, "load": first_load()}
        found = {name: [one.statements, one.rows] for name, one in ticks().items()}
        return {"products": products, "ticks": found, "shares": shares()}


def table(results: Sequence[dict[str, Any]]) -> str:
    sizes = [f"{one['products']:,}" for one in results]
    heads = [f"{what} at {size}" for size in sizes for what in ("statements", "rows read")]
    lines = [f"| | {' | '.join(heads)} |", "|---" * (1 + len(heads)) + "|"]
    for name in results[0]["ticks"]:
        cells = [f"{value:,}" for one in results for value in one["ticks"][name]]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    for kind in results[0]["shares"]:
        rates = ", ".join(
            f"{one['shares'][kind]:.2f} at {size}" for one, size in zip(results, sizes, strict=True)
        )
        lines.append(f"\nIndexing {kind} reaches of the bare encoder: {rates}.")
    return "\n".join(lines)


def told(load: dict[str, Any]) -> str:
    rows, seconds = load["load"].pop("rows"), load["load"]
    steps = ", ".join(f"{name} {one:.0f} s" for name, one in seconds.items())
    return (
        f"\nFirst load of {load['products']:,} products ({rows:,.0f} texts and photos) with an "
        f"encoder that costs nothing: {steps}; {rows / sum(seconds.values()):,.0f} rows a second."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--sizes", default="1000,100000")
    parser.add_argument("--load", type=int, default=10_000, help="products of the first load")
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--loaded", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.size:
        hand_over(measure(given.size, given.states, given.loaded))
        return
    results = []
    for size in map(int, given.sizes.split(",")):
        made(size, given.states)
        results.append(measured(__spec__.name, [*sys.argv[1:], "--size", str(size)]))
    print(table(results))
    made(given.load, given.states)
    arguments = [*sys.argv[1:], "--loaded", "--size", str(given.load)]
    print(told(measured(__spec__.name, arguments)))


if __name__ == "__main__":
    main()
