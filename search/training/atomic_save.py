"""Arrays that are slow to make, kept in a file whole or not at all, whenever a run is killed."""

from __future__ import annotations

from pathlib import Path

import numpy as np


def keep(made: np.ndarray, path: Path) -> None:
    beside = path.with_suffix(".part.npy")
    np.save(beside, made)
    beside.rename(path)
