"""Vitrine's retrievers beside hnswlib, chromadb and lancedb, on the same vectors, at one recall.

    python -m benchmarks.search.rivals STATES --python PYTHON [--size 100000] [--queries 40]

PYTHON is that of an environment with requirements-bench.txt. The text vectors of a large catalogue
are asked for the nearest 100 to queries in words, without a filter and with a price below which
10 %, 1 % and .1 % of the products lie. Vitrine's ways are those that it takes itself; each rival's
search width is turned up until its recall@10 against the exact order reaches Vitrine's. All take
turns, query by query. The hybrid rows ask full text as well: lancedb's hybrid search, and Vitrine's
words and vectors in one round trip. Times are what the asking process waits, and ratios to Vitrine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import mean, median
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.data.large_catalogue import large
from benchmarks.search.rival_stores import TOP

SHARES = (1.0, 0.1, 0.01, 0.001)
TEN = 10
OURS, HYBRID = "Vitrine", "Vitrine hybrid"
RIVAL_HYBRID = "lancedb hybrid"
ALONE = dict.fromkeys(("LANCE_CPU_THREADS", "RAYON_NUM_THREADS", "TOKIO_WORKER_THREADS"), "1")


class Asked(NamedTuple):
    text: str
    vector: NDArray[np.float32]


class Answer(NamedTuple):
    ids: list[int]
    milliseconds: float


class Catalogue(NamedTuple):
    ids: NDArray[np.int64]
    vectors: NDArray[np.float32]
    prices: NDArray[np.float64]  # the lowest of a product
    texts: list[str]

    def nearest(self, vector: NDArray[np.float32], most: float | None) -> set[int]:
        """The exact first ten."""
        cosines = self.vectors @ vector
        if most is not None:
            cosines = np.where(self.prices <= most, cosines, -2)
        best = np.argsort(-cosines)[: min(TEN, int((cosines > -2).sum()))]
        return set(self.ids[best].tolist())


def catalogue() -> Catalogue:
    from search import sql
    from search.versions import live_encoder

    version, _encoder = live_encoder()
    rows = sql.rows(
        """SELECT p.id, min(v.price), p.title || ' ' || p.keywords,
                  e.vector::halfvec::vector::real[]
             FROM catalog_product p
             JOIN search_textembedding e ON e.product_id = p.id AND e.encoder_id = %s
             JOIN catalog_variant v ON v.product_id = p.id
            WHERE p.active AND e.vector IS NOT NULL AND v.price IS NOT NULL
            GROUP BY p.id, e.id ORDER BY p.id""",
        [version.pk],
    )
    ids, prices, texts, vectors = zip(*rows, strict=True)
    return Catalogue(
        np.array(ids, np.int64),
        np.array(vectors, np.float32),
        np.array(prices, np.float64),
        list(texts),
    )


class Rivals:
    """The process that holds the others' indexes."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.knobs: dict[str, list[int]] = self.reply()

    def ask(self, store: str, knob: int, asked: Asked, most: float | None) -> Answer:
        line = {"store": store, "knob": knob, "most": most, "text": asked.text}
        assert self.process.stdin
        self.process.stdin.write(json.dumps(line | {"vector": asked.vector.tolist()}) + "\n")
        self.process.stdin.flush()
        found = self.reply()
        return Answer(found["ids"], found["ms"])

    def reply(self) -> Any:
        assert self.process.stdout
        return json.loads(self.process.stdout.readline())


@contextmanager
def rivals(python: Path, found: Catalogue) -> Iterator[Rivals]:
    with tempfile.TemporaryDirectory() as folder:
        arrays = {**found._asdict(), "texts": np.array(found.texts)}
        np.savez(Path(folder) / "data.npz", **arrays)
        script = Path(__file__).with_name("rival_stores.py")
        command = [str(python), str(script), folder]
        quiet = os.environ | ALONE | {"RUST_LOG": "error"}
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=quiet
        )
        try:
            yield Rivals(process)
        finally:
            process.terminate()
            process.wait()


def ours(asked: Asked, most: float | None, hybrid: bool) -> Answer:
    from decimal import Decimal

    from catalog.filters import Filters
    from search import sql
    from search.ranking.calibration import TEXT_TEXT
    from search.retrieval.conditions.passing import Passing
    from search.retrieval.embeddings.tables import Table
    from search.retrieval.retrievers.parts import by_words
    from search.retrieval.retrievers.protocol import Retriever
    from search.retrieval.retrievers.vectors import VectorRetriever
    from search.versions import live_version

    version = live_version()
    assert version
    start = perf_counter()
    filters = Filters() if most is None else Filters(price_max=Decimal(str(most)))
    passing = Passing(filters)
    asks: list[Retriever] = [VectorRetriever(TEXT_TEXT, Table(version, False), asked.vector)]
    if hybrid and (words := by_words(asked.text, {})):
        asks.append(words)
    statements = [each for retriever in asks for each in retriever.statements(passing, TOP)]
    found = sql.several(statements, settings={"hnsw.ef_search": str(2 * TOP)})
    return Answer([row[0] for row in found[0]], 1000 * (perf_counter() - start))


def measure(found: Catalogue, queries: Sequence[Asked], others: Rivals) -> list[str]:
    lines = []
    for share in SHARES:
        most = None if share == 1 else round(float(np.quantile(found.prices, share)), 2)
        truth = [found.nearest(asked.vector, most) for asked in queries]
        target = recall(truth, [ours(asked, most, False) for asked in queries])
        knobs = {
            store: reached(others, store, queries, most, truth, target)
            for store in others.knobs
            if store != RIVAL_HYBRID
        }
        knobs[RIVAL_HYBRID] = knobs["lancedb"]
        answers: dict[str, list[Answer]] = {}
        for asked in queries:
            for name, hybrid in ((OURS, False), (HYBRID, True)):
                answers.setdefault(name, []).append(ours(asked, most, hybrid))
            for store, knob in knobs.items():
                answers.setdefault(store, []).append(others.ask(store, knob, asked, most))
        lines += [line(share, name, knobs, truth, answers) for name in answers]
    return lines


def reached(
    others: Rivals,
    store: str,
    queries: Sequence[Asked],
    most: float | None,
    truth: Sequence[set[int]],
    target: float,
) -> int:
    """The narrowest search that reaches the recall; the widest where none does."""
    for knob in others.knobs[store]:
        if recall(truth, [others.ask(store, knob, one, most) for one in queries]) >= target:
            break
    return knob


def recall(truth: Sequence[set[int]], answers: Sequence[Answer]) -> float:
    return mean(
        len(true & set(answer.ids[:TEN])) / len(true)
        for true, answer in zip(truth, answers, strict=True)
        if true
    )


def line(
    share: float,
    name: str,
    knobs: dict[str, int],
    truth: Sequence[set[int]],
    answers: dict[str, list[Answer]],
) -> str:
    hybrid = name in (HYBRID, RIVAL_HYBRID)
    mine = median(each.milliseconds for each in answers[HYBRID if hybrid else OURS])
    own = median(each.milliseconds for each in answers[name])
    rows = min(len(each.ids) for each in answers[name])
    found = "" if hybrid else f"{recall(truth, answers[name]):.3f}"
    return (
        f"| {share:.1%} | {name} | {knobs.get(name, '')} | {found} | {rows} | {own:.2f} "
        f"| {own / mine:.2f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--python", type=Path, required=True, help="with requirements-bench.txt")
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=40)
    given = parser.parse_args()
    with large(given.size, given.states):
        from benchmarks.search.cold import Searches

        searches, found = Searches(seed=7), catalogue()
        texts = [searches.three_words() for _ in range(given.queries)]
        queries = list(map(Asked, texts, searches.encoder.encode_texts(texts)))
        with rivals(given.python, found) as others:
            lines = measure(found, queries, others)
    print("| passes | store | width | recall@10 | fewest rows | median ms | of Vitrine |")
    print("|---|---|---|---|---|---|---|", *lines, sep="\n")


if __name__ == "__main__":
    main()
