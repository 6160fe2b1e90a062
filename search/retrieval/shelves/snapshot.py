"""A result, frozen: what total, facets, sort, pages and cursors read, so that they cannot disagree.

Ids and scores as arrays, kept in the cache for a while under an opaque name. What comes back from
the cache is data, never code: a value that is not one of ours, or of an older release, is as good
as none, and the same query makes the snapshot anew.
"""

from __future__ import annotations

import json
import secrets
import struct
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"vitrine-snapshot-6"
HEADER = struct.Struct("<I")
DTYPES = frozenset({"int64", "float32", "float16", "int8", "uint64"})


def empty(dtype: str, *shape: int) -> Callable[[], NDArray[Any]]:
    return lambda: np.zeros((0, *shape), dtype)


@dataclass(frozen=True)
class Shelf:
    """Products in the order of the page, and what is known of each."""

    ids: NDArray[np.int64] = field(default_factory=empty("int64"))
    scores: NDArray[np.float32] = field(default_factory=empty("float32"))
    evidence: NDArray[np.int8] = field(
        default_factory=empty("int8", 0)
    )  # (n, conditions): how it is known, 0: not met
    trace: NDArray[np.float16] = field(
        default_factory=empty("float16", 0)
    )  # (n, retrievers): what each says, or nan

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, part: slice | NDArray[Any]) -> Shelf:
        """Some of it: a slice, the rows at these places, or those for which a mask is true."""
        return Shelf(*(getattr(self, each.name)[part] for each in fields(self)))

    def without(self, ids: NDArray[np.int64]) -> Shelf:
        return self[~np.isin(self.ids, ids)]


@dataclass(frozen=True)
class Snapshot:
    """Three shelves, and what the facets count in."""

    results: Shelf = field(default_factory=Shelf)  # all that was understood is met
    partial: Shelf = field(default_factory=Shelf)  # some of it is
    less_similar: Shelf = field(default_factory=Shelf)  # merely near
    # Products that may be counted under other filters, and as bits what each of them lacks.
    base: NDArray[np.int64] = field(default_factory=empty("int64"))
    lacks: NDArray[np.uint64] = field(default_factory=empty("uint64"))
    met: bool = False  # some product meets all that was understood at once, near or not
    pinned: NDArray[np.int64] = field(default_factory=empty("int64"))  # in the base, by a rule
    # Places of results that have been taken out of the shop since it was made, in their order.
    gone: NDArray[np.int64] = field(default_factory=empty("int64"))
    exact: bool = True  # every product was looked at; else the total is "at least"
    degraded: tuple[str, ...] = ()
    retrievers: tuple[str, ...] = ()  # the columns of each shelf's trace
    rules: str = ""  # names what the shop's rules have made of it
    best: float = 0.0  # the score of the best of all
    settings: str = ""  # the fingerprint of those that it was made with
    name: str = field(default_factory=lambda: secrets.token_urlsafe(9))

    def counted(self, allowed: int) -> NDArray[np.int64]:
        """Those of the base that lack no more than the `allowed` bits (lacking.py)."""
        return self.base[self.lacks & ~np.uint64(allowed) == 0]

    def on_page(self, start: int, end: int) -> tuple[Shelf, Shelf, Shelf]:
        """Results from `start` to `end`; of the other shelves what fills up the last page."""
        size, total = end - start, len(self.results)
        room = size if end >= total else 0
        near = max(min(room, end - total) - len(self.partial), 0)
        return self.results[start:end], self.partial[:room], self.less_similar[:near]

    def place_now(self, frozen: int) -> int:
        """How many of the first so many results are still there."""
        return frozen - int((self.gone < frozen).sum())

    def place_frozen(self, now: int) -> int:
        """How many results stood as far as the first so many of those that are still there."""
        return now + int((self.gone - np.arange(len(self.gone)) < now).sum())

    def to_bytes(self) -> bytes:
        arrays, plain = [], {}
        for each in fields(self):
            value = getattr(self, each.name)
            if isinstance(value, Shelf):
                arrays += [getattr(value, part.name) for part in fields(Shelf)]
            elif isinstance(value, np.ndarray):
                arrays.append(value)
            else:
                plain[each.name] = value
        shapes = [(str(array.dtype), array.shape) for array in arrays]
        header = json.dumps({"plain": plain, "arrays": shapes}).encode()
        packed = b"".join(np.ascontiguousarray(array).tobytes() for array in arrays)
        return MAGIC + HEADER.pack(len(header)) + header + packed


def from_bytes(stored: object) -> Snapshot | None:
    """The snapshot, or None for anything that is not one."""
    try:
        return read(stored) if isinstance(stored, bytes) else None
    except (ValueError, KeyError, TypeError, IndexError, struct.error):
        return None


def read(stored: bytes) -> Snapshot:
    if not stored.startswith(MAGIC):
        raise ValueError("no snapshot")
    at = len(MAGIC) + HEADER.size
    (length,) = HEADER.unpack(stored[len(MAGIC) : at])
    header = json.loads(stored[at : at + length])
    arrays = iter(unpacked(stored[at + length :], header["arrays"]))
    made: dict[str, Any] = {}
    for each in fields(Snapshot):
        if each.name in ("results", "partial", "less_similar"):
            made[each.name] = Shelf(*(next(arrays) for _part in fields(Shelf)))
        elif each.name in ("base", "lacks", "pinned", "gone"):
            made[each.name] = next(arrays)
        else:
            value = header["plain"][each.name]
            made[each.name] = tuple(value) if isinstance(value, list) else value
    return Snapshot(**made)


def unpacked(content: bytes, shapes: list[Any]) -> list[NDArray[Any]]:
    found, at = [], 0
    for dtype, shape in shapes:
        if dtype not in DTYPES:
            raise ValueError(dtype)
        count = int(np.prod(shape))
        size = count * np.dtype(dtype).itemsize
        found.append(np.frombuffer(content[at : at + size], dtype, count).reshape(shape))
        at += size
    return found
