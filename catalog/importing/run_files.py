"""The files of a run in admin: what it imports, how that is read, and what is kept of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files import File

from catalog.addresses import ETAG_LENGTH
from catalog.importing.downloads import download
from catalog.importing.errors import FileError
from catalog.importing.formats.format import Reading
from catalog.importing.mapping import explain, read_mapping
from catalog.models import ImportRun, Source

MAPPING_SIGNS = 200_000  # of a mapping that anybody would edit
KEPT_RUNS = 50  # of each source


@contextmanager
def file_of(run: ImportRun) -> Iterator[Path]:
    """The file of a run on the disk; Same where its address has nothing new.

    What a trial has read is kept, so that what is confirmed is that very file.
    """
    with TemporaryDirectory() as room:
        if run.file:
            path = Path(room) / Path(run.file.name).name
            with run.file.open("rb") as uploaded, path.open("wb") as file:
                shutil.copyfileobj(uploaded, file)
            yield path
            return
        source = run.source
        known = "" if run.dry_run else source.etag
        path, etag = download(source.address, Path(room), known)
        if run.dry_run:
            with path.open("rb") as file:
                run.file.save(path.name, File(file))
        yield path
        if not run.dry_run:
            Source.objects.filter(pk=source.pk).update(etag=etag[:ETAG_LENGTH])


def reading_of(source: Source) -> Reading:
    """How the files of a source are read, as admin has it."""
    reading = Reading(source.format, source.encoding, source.decimal)
    if not source.mapping.strip():
        return reading
    with TemporaryDirectory() as room:
        path = Path(room) / "mapping.toml"
        path.write_text(source.mapping, encoding="utf-8")
        return read_mapping(path, reading)


def keep_mapping(run: ImportRun, path: Path) -> None:
    """What a trial takes each column for, to be edited; also where it can make nothing of them."""
    with suppress(FileError):
        said = explain(path, reading_of(run.source))
        run.mapping = said if len(said) <= MAPPING_SIGNS else ""
        run.save(update_fields=["mapping"])


def keep_bad_rows(run: ImportRun, bad: Path | None) -> None:
    if bad:
        with bad.open("rb") as file:
            run.bad_rows.save(f"{run.pk}-{bad.name}", File(file), save=False)
        run.save(update_fields=["bad_rows"])


def forget_old(source: Source | None) -> None:
    """Keep the last runs of a source, or of none, and the files of these."""
    runs = ImportRun.objects.filter(source=source)
    kept = runs.order_by("-pk").values_list("pk", flat=True)[:KEPT_RUNS]
    for run in runs.exclude(pk__in=list(kept)).filter(finished__isnull=False):
        if not ImportRun.objects.filter(file=run.file.name).exclude(pk=run.pk).exists():
            run.file.delete(save=False)
        run.bad_rows.delete(save=False)
        run.delete()
