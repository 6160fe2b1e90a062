"""One file that holds the shop: its database and the originals of its photos.

A tar of `database.dump` (pg_dump's own format) and `media/`. Left out is what the shop makes anew
(smaller copies of photos, the encoder's export) and what is nobody's business (shoppers' photo
searches, sessions, passwords of the servers).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from config.embedded.cluster import binary

DUMP, MEDIA, RENDITIONS = "database.dump", "media", "renditions"
FORGOTTEN = ("search_photoquery", "django_session")

EMPTIED = b"SELECT pg_catalog.set_config('search_path', '', false);"
HEAD_BYTES = 4_096  # of a script, in which it sets what holds for all of it


class BackupError(Exception):
    """It could not be written or read back; the message says why."""


def back_up(database: dict[str, Any], media: Path, target: Path) -> None:
    """Write the file, whole or not at all. The shop may go on meanwhile."""
    draft = target.with_name(f"{target.name}.part")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        dump = Path(folder) / DUMP
        words = [f"--exclude-table-data={table}" for table in FORGOTTEN]
        run(["pg_dump", "--format=custom", "--no-owner", f"--file={dump}", *words], database)
        with tarfile.open(draft, "w") as archive:
            archive.add(dump, DUMP)
            if media.exists():
                archive.add(media, MEDIA, filter=wanted)
    draft.chmod(0o600)
    draft.replace(target)


def wanted(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
    return None if member.name == f"{MEDIA}/{RENDITIONS}" else member


def restore(database: dict[str, Any], media: Path, source: Path) -> None:
    """Put the database and the photos of the file in place of those that are there.

    The database changes in one transaction: it is the old one or the restored one.
    """
    with tempfile.TemporaryDirectory(dir=media.parent) as folder:
        unpack(source, Path(folder))
        script = Path(folder) / "restore.sql"
        run(["pg_restore", "--no-owner", f"--file={script}", str(Path(folder) / DUMP)], database)
        look_in_public(script)
        begin = "DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
        once = ["psql", "--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1"]
        run([*once, "--output=/dev/null", "--command", begin, f"--file={script}"], database)
        put_in_place(Path(folder) / MEDIA, media)


def look_in_public(script: Path) -> None:
    """Let the functions of generated columns find each other: a dump empties the search path."""
    with script.open("r+b") as file:
        at = file.read(HEAD_BYTES).find(EMPTIED)
        if at >= 0:
            file.seek(at)
            file.write(b"SET search_path = public;".ljust(len(EMPTIED)))


def unpack(source: Path, folder: Path) -> None:
    """Its files, by hand: what keeps them inside the folder came to tarfile with Python 3.11.4."""
    try:
        with tarfile.open(source) as archive:
            for member in archive:
                target = (folder / member.name).resolve()
                if not target.is_relative_to(folder.resolve()):
                    raise BackupError(f"{source} is no backup of a shop: it holds {member.name}.")
                if inside := archive.extractfile(member) if member.isfile() else None:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with inside, target.open("wb") as file:
                        shutil.copyfileobj(inside, file)
    except (OSError, tarfile.TarError) as error:
        raise BackupError(f"{source} cannot be read as a backup: {error}") from error
    if not (folder / DUMP).is_file():
        raise BackupError(f"{source} is no backup of a shop: it holds no {DUMP}.")


def put_in_place(restored: Path, media: Path) -> None:
    """The restored photos become `media`; what was there goes."""
    restored.mkdir(exist_ok=True)
    old = restored.with_name("old")
    if media.exists():
        media.rename(old)
    restored.rename(media)
    shutil.rmtree(old, ignore_errors=True)


def run(words: list[str], database: dict[str, Any]) -> None:
    """Run a program of Postgres against the database; BackupError with what it said."""
    program, *options = words
    done = subprocess.run(
        [binary(program), *options], env=environment(database), capture_output=True, text=True
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        told = next((line for line in said if "ERROR" in line), said[0])
        raise BackupError(f"{program} failed: {told}")


def environment(database: dict[str, Any]) -> dict[str, str]:
    """The database's address as libpq reads it: a password is never in a command line."""
    options = database.get("OPTIONS", {})
    named = {
        "PGHOST": database["HOST"],
        "PGPORT": database["PORT"],
        "PGUSER": database["USER"],
        "PGPASSWORD": database["PASSWORD"],
        "PGDATABASE": database["NAME"],
        "PGSSLMODE": options.get("sslmode", ""),
        "PGSSLROOTCERT": options.get("sslrootcert", ""),
    }
    return {**os.environ, **{name: str(value) for name, value in named.items() if value}}
