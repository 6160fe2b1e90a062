"""hnswlib, chromadb and lancedb over the same vectors, asked one line at a time.

Runs in an environment of its own (requirements-bench.txt), which knows nothing of Django:
`benchmarks.search.rivals` starts it with the folder of its data, sends {"store", "knob", "filter",
"vector", "text"} as lines of JSON and gets {"ids", "ms"}. Everything is on one thread.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np

TOP = 100
M, EF_CONSTRUCTION = 16, 200  # as in search.indexing.hnsw
BATCH = 5_000

Found = Sequence[int]  # product ids, nearest first


class Store(Protocol):
    """`knob`: what is turned up until recall is reached. `most`: the highest price, or None."""

    @property
    def knobs(self) -> Sequence[int]: ...

    def find(self, vector: Any, most: float | None, knob: int, text: str) -> Found: ...


class Hnswlib:
    knobs = (100, 200, 400, 800, 1600)

    def __init__(self, data: Any, _folder: Path) -> None:
        import hnswlib

        self.prices = dict(zip(data["ids"].tolist(), data["prices"].tolist(), strict=True))
        self.index = hnswlib.Index(space="cosine", dim=data["vectors"].shape[1])
        self.index.init_index(len(data["ids"]), ef_construction=EF_CONSTRUCTION, M=M)
        self.index.add_items(data["vectors"], data["ids"], num_threads=os.cpu_count() or 1)

    def find(self, vector: Any, most: float | None, knob: int, text: str) -> Found:
        self.index.set_ef(knob)
        chosen = None if most is None else lambda label: self.prices[label] <= most
        labels, _ = self.index.knn_query(vector, k=TOP, num_threads=1, filter=chosen)
        return [int(label) for label in labels[0]]


class Chroma:
    knobs = (100, 200, 400, 800, 1600)

    def __init__(self, data: Any, _folder: Path) -> None:
        import chromadb

        self.collection = chromadb.EphemeralClient().create_collection(
            "products",
            configuration={
                "hnsw": {
                    "space": "cosine",
                    "ef_construction": EF_CONSTRUCTION,
                    "max_neighbors": M,
                    "ef_search": self.knobs[0],
                }
            },
        )
        ids, prices = data["ids"].tolist(), data["prices"].tolist()
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            self.collection.add(
                ids=[str(one) for one in ids[part]],
                embeddings=data["vectors"][part],
                metadatas=[{"price": price} for price in prices[part]],
            )
        self.knob = self.knobs[0]

    def find(self, vector: Any, most: float | None, knob: int, text: str) -> Found:
        if knob != self.knob:
            self.collection.modify(configuration={"hnsw": {"ef_search": knob}})
            self.knob = knob
        where = None if most is None else {"price": {"$lte": most}}
        found = self.collection.query(
            query_embeddings=vector[None], n_results=TOP, where=where, include=[]
        )
        return [int(one) for one in found["ids"][0]]


class Lance:
    """Its scalar-quantised HNSW, twice as many found as asked for and compared exactly again."""

    knobs = (200, 400, 800, 1600)

    def __init__(self, data: Any, folder: Path) -> None:
        import lancedb
        import pyarrow
        from lancedb.index import FTS, BTree, HnswSq

        width = data["vectors"].shape[1]
        flat = pyarrow.array(data["vectors"].reshape(-1))
        table = pyarrow.table(
            {
                "id": data["ids"],
                "price": data["prices"],
                "text": data["texts"].tolist(),
                "vector": pyarrow.FixedSizeListArray.from_arrays(flat, width),
            }
        )
        self.table = lancedb.connect(folder / "lance").create_table("products", table)
        graph = HnswSq("cosine", num_partitions=1, m=M, ef_construction=EF_CONSTRUCTION)
        self.table.create_index("vector", config=graph)
        self.table.create_index("price", config=BTree())
        self.table.create_index("text", config=FTS())

    def find(self, vector: Any, most: float | None, knob: int, text: str) -> Found:
        asked = self.table.search(vector).distance_type("cosine").ef(knob).refine_factor(2)
        return self.ids(asked, most)

    def ids(self, asked: Any, most: float | None) -> Found:
        if most is not None:
            asked = asked.where(f"price <= {most}", prefilter=True)
        return [int(one) for one in asked.limit(TOP).select(["id"]).to_arrow()["id"].to_pylist()]


class LanceHybrid(Lance):
    """Full text and vector, joined by reciprocal ranks."""

    def __init__(self, data: Any, folder: Path, table: Any) -> None:
        self.table = table

    def find(self, vector: Any, most: float | None, knob: int, text: str) -> Found:
        asked = self.table.search(query_type="hybrid").vector(vector).text(text)
        return self.ids(asked.distance_type("cosine").ef(knob).refine_factor(2), most)


STORES: dict[str, Callable[[Any, Path], Store]] = {
    "hnswlib": Hnswlib,
    "chromadb": Chroma,
    "lancedb": Lance,
}


def found(store: Store, vector: Any, asked: dict[str, Any]) -> Found:
    """Nothing where the store gives up, as HNSW does that met too few on its way."""
    try:
        return store.find(vector, asked["most"], asked["knob"], asked["text"])
    except Exception as error:
        print(f"{asked['store']}, width {asked['knob']}: {error}", file=sys.stderr)
        return []


def main() -> None:
    folder = Path(sys.argv[1])
    data = dict(np.load(folder / "data.npz"))
    stores: dict[str, Store] = {}
    for name, make in STORES.items():
        start = time.perf_counter()
        stores[name] = make(data, folder)
        print(f"{name} is built in {time.perf_counter() - start:.0f} s", file=sys.stderr)
    lance: Any = stores["lancedb"]
    stores["lancedb hybrid"] = LanceHybrid(data, folder, lance.table)
    print(json.dumps({name: store.knobs for name, store in stores.items()}), flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        vector = np.asarray(asked["vector"], np.float32)
        start = time.perf_counter()
        ids = found(stores[asked["store"]], vector, asked)
        milliseconds = 1000 * (time.perf_counter() - start)
        print(json.dumps({"ids": ids, "ms": milliseconds}), flush=True)


if __name__ == "__main__":
    main()
