"""A shop in a state folder of its own: loaded and indexed once, opened in seconds ever after.

A process serves one shop, for Django's settings are read once. What has changed since the state was
made (migrations, texts that are encoded, the encoder) is brought up to date each time.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.data.shops import SHOPS, Shop, unpack_pictures, write_catalogue
from benchmarks.shop import opened

ENCODERS = "encoders"  # exports, shared by all states of a folder


@contextmanager
def state(folder: Path) -> Iterator[None]:
    """Servers and Django of this state folder for the rest of the process; stopped at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    exports = folder.parent / ENCODERS
    exports.mkdir(exist_ok=True)
    if not (folder / ENCODERS).exists():
        (folder / ENCODERS).symlink_to(exports.absolute())
    os.environ["VITRINE_STATE"] = str(folder.absolute())
    with (folder / "scratch.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second run waits: the first one stops the servers
        opened()
        try:
            yield
        finally:
            stop()


def stop() -> None:
    from django.db import connections

    from config import embedded

    connections.close_all()
    embedded.down()


@contextmanager
def shop(name: str, data: Path, states: Path, recalibrate: bool = False) -> Iterator[Shop]:
    """The named shop (`benchmarks.data.shops`), indexed with the shipped encoder."""
    found = SHOPS[name](data)
    folder = states / name
    with state(folder):
        load(found, folder)
        refresh(recalibrate)
        yield found


def load(found: Shop, folder: Path) -> None:
    """Import the catalogue, unless the state holds this very one."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    catalogue, stamp = folder / "catalogue.csv", folder / "catalogue.sha256"
    write_catalogue(found.shown, catalogue)
    digest = hashlib.sha256(catalogue.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return
    pictures = unpack_pictures(found, folder / "pictures")
    given = ["--images", str(pictures)] if pictures else []
    call_command("import_catalog", str(catalogue), *given)
    stamp.write_text(digest)


def refresh(recalibrate: bool) -> None:
    """Index what is stale with the shipped encoder; forget every list frozen by other code."""
    from django.core.cache import cache
    from django.core.management import call_command

    from search import indexing
    from search.understanding import vocabulary_cache
    from search.versions import live_encoder

    call_command("index", promote=True, verbosity=0)
    if recalibrate:
        indexing.calibrate(*live_encoder())
    vocabulary_cache.refresh()
    cache.clear()
