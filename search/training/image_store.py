"""Pictures of a data set, decoded once into a memory-mapped array that costs nothing to sample."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from search.encoders.images import flatten


class PictureStore:
    """Reads pictures by path, or by name from folders and zip files; the first that has it wins."""

    def __init__(self, places: Sequence[Path]) -> None:
        self.folders = [place for place in places if place.is_dir()]
        self.zips = [zipfile.ZipFile(place) for place in places if place.is_file()]
        self.members = {
            name: archive for archive in reversed(self.zips) for name in archive.namelist()
        }

    def open(self, name: str) -> Image.Image:
        """The picture as RGB on white. Raises FileNotFoundError where no place has it."""
        if Path(name).is_absolute():
            return flatten(Image.open(name))
        for folder in self.folders:
            if (folder / name).is_file():
                return flatten(Image.open(folder / name))
        if name not in self.members:
            raise FileNotFoundError(f"No picture named {name} in the given folders and zip files.")
        with self.members[name].open(name) as file:
            return flatten(Image.open(file))


def decode(
    items: Sequence[tuple[PictureStore, str]],
    side: int,
    folder: Path,
    progress: Callable[[int], None] = lambda done: None,
) -> np.ndarray:
    """(n, side, side, 3) uint8, memory-mapped; kept in `folder` under a hash of the names.

    Pictures are squashed to a square, as serving does, so nothing of them is cut away.
    """
    path = folder / f"pictures-{named(items, side)}.npy"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.npy")
        array = np.lib.format.open_memmap(
            beside, mode="w+", dtype=np.uint8, shape=(len(items), side, side, 3)
        )
        for row, (store, name) in enumerate(items):
            picture = store.open(name).resize((side, side), Image.Resampling.BICUBIC)
            array[row] = np.asarray(picture)
            progress(row + 1)
        array.flush()
        beside.rename(path)
    return np.load(path, mmap_mode="r")


def named(items: Sequence[tuple[PictureStore, str]], side: int) -> str:
    """The same for the same names of pictures at the same size."""
    digest = hashlib.sha256(f"{side}|".encode())
    for _, name in items:
        digest.update(name.encode() + b"\0")
    return digest.hexdigest()[:16]
