"""What was encoded for one shop is not encoded again for another that shows the same content.

Beside the states lies one file an encoder and kind (texts, photos): fingerprint of the content,
vector, colours seen. The three dresses of the fashion shop have the same photos, and the mixed
shop has those of the strangers.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

from search.indexing import mark_stale, rows
from search.indexing.content import KINDS, Kind
from search.models import EncoderVersion, ImageEmbedding
from search.versions import register

AT_ONCE = 500


class Kept(NamedTuple):
    vector: np.ndarray
    colors: tuple[str, ...]


def give_back(folder: Path) -> None:
    """Write into the opened shop what waits there and is known."""
    version = register()
    mark_stale()
    for kind in KINDS:
        known = read(file_of(folder, kind, version))
        waiting = kind.rows.objects.filter(encoder=version).exclude(vector__isnull=False)
        made = [
            rows.Made(row, content, *known[content])
            for row, content in waiting.values_list("pk", "attempted")
            if content in known
        ]
        for at in range(0, len(made), AT_ONCE):
            rows.write(kind, made[at : at + AT_ONCE])


def keep(folder: Path) -> None:
    """Add what the opened shop has."""
    version = register()
    for kind in KINDS:
        file = file_of(folder, kind, version)
        known = read(file)
        columns = ["fingerprint", "vector", *(["colors"] if kind.rows is ImageEmbedding else [])]
        done = kind.rows.objects.filter(encoder=version, vector__isnull=False)
        new = done.exclude(fingerprint__in=list(known)).values_list(*columns)
        for content, vector, *colors in new:
            named = tuple(colors[0] or ()) if colors else ()
            known[content] = Kept(np.array(vector, np.float16), named)
        if known:
            write(file, known)


def file_of(folder: Path, kind: Kind, version: EncoderVersion) -> Path:
    return folder / f"{version.name}-{kind.rows._meta.model_name}.npz"


def read(file: Path) -> dict[str, Kept]:
    if not file.exists():
        return {}
    with np.load(file) as kept:
        colors = map(tuple, map(json.loads, kept["colors"].tolist()))
        found = zip(kept["contents"].tolist(), kept["vectors"], colors, strict=True)
        return {content: Kept(vector, named) for content, vector, named in found}


def write(file: Path, known: dict[str, Kept]) -> None:
    np.savez(
        file,
        contents=np.array(list(known)),
        vectors=np.stack([each.vector for each in known.values()]),
        colors=np.array([json.dumps(each.colors) for each in known.values()]),
    )
