"""A shop in a state folder of its own: loaded and indexed once, opened in seconds ever after.

A process serves one shop, for Django's settings are read once. What has changed since the state was
made (migrations, texts that are encoded, the encoder) is brought up to date each time.
"""

from __future__ import annotations

import ast
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.data.shops import SHOPS, Shop, unpack_pictures, write_catalogue
from benchmarks.shop import opened
from config import embedded

ROOT = Path(__file__).resolve().parents[1]
MIGRATIONS = "migrations.json"
ENCODERS = "encoders"  # exports, shared by all states of a folder


@contextmanager
def state(folder: Path) -> Iterator[None]:
    """Servers and Django of this state folder for the rest of the process; stopped at the end."""
    exports = folder.parent / ENCODERS
    exports.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # a second run waits: the first one stops the servers
        begin_anew_after_rewritten_migrations(folder)
        if not (folder / ENCODERS).exists():
            (folder / ENCODERS).symlink_to(exports.absolute())
        os.environ["VITRINE_STATE"] = str(folder.absolute())
        opened()
        try:
            yield
        finally:
            stop()


def begin_anew_after_rewritten_migrations(folder: Path) -> None:
    """Clear a state whose tables no shop has any more; a migration that is added is no reason."""
    found = {
        f"{file.parts[-3]}.{file.stem}": hash_of_code(file.read_text())
        for file in ROOT.glob("*/migrations/[0-9]*.py")
    }
    stamp = folder / MIGRATIONS
    known = json.loads(stamp.read_text()) if stamp.exists() else {}
    if folder.exists() and (not known or not known.items() <= found.items()):
        embedded.down(folder)
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    stamp.write_text(json.dumps(found, indent=1))


def hash_of_code(text: str) -> str:
    """Of what a file does: comments and its docstring may be put better at any time."""
    tree = ast.parse(text)
    if ast.get_docstring(tree) is not None:
        tree.body = tree.body[1:]
    return hashlib.sha256(ast.unparse(tree).encode()).hexdigest()


def stop() -> None:
    from django.db import connections

    connections.close_all()
    embedded.down()


@contextmanager
def shop(name: str, data: Path, states: Path, recalibrate: bool = False) -> Iterator[Shop]:
    """The named shop (`benchmarks.data.shops`), indexed with the shipped encoder."""
    found = SHOPS[name](data)
    folder = states / name
    with state(folder):
        from benchmarks import kept_vectors  # its models need Django

        load(found, folder)
        kept_vectors.give_back(states)
        refresh(recalibrate)
        kept_vectors.keep(states)
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
    from search.understanding.shop_words import vocabulary_cache
    from search.versions import live_encoder

    vocabulary_cache.refresh()
    call_command("index", promote=True, verbosity=0)
    if recalibrate:
        indexing.calibrate(*live_encoder())
    cache.clear()
