"""An import from beginning to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.db import DataError, IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from tqdm import tqdm

from catalog.importing.errors import FileError
from catalog.importing.gallery import Found, Gallery
from catalog.importing.groups import Group, groups, survey
from catalog.importing.photos import Photos
from catalog.importing.readers import read
from catalog.importing.report import Report
from catalog.importing.sources import source_of
from catalog.importing.store import Batch, Places
from catalog.pictures import PictureError

BATCH = 500  # products; memory and transactions stay small, and queries few
LOCK = 7_223_001  # any number that no other advisory lock of this database has


def import_catalog(
    path: Path, images: Path | None, dry_run: bool, tell: Callable[[str], None]
) -> Report:
    """Bring the catalogue into line with the file; FileError where it cannot be read at all.

    `tell` is called with a sentence for each row or picture that is refused. A dry run does
    everything, and takes it back.
    """
    report = Report(tell)
    with alone():
        photos = Photos(source_of(images), dry_run) if images else None
        found = survey(read(path))
        importer = Importer(report, photos, dry_run)
        with tqdm(total=found.lines, unit=" rows", disable=None, mininterval=0.5) as bar:
            products = groups(read(path), found, report)
            while batch := list(islice(products, BATCH)):
                importer.save(batch)
                bar.update(report.rows.total() - bar.n)
    return report


@contextmanager
def alone() -> Iterator[None]:
    """One import at a time: two would undo each other's rows."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise FileError(_("Another import is running; please try again when it is done."))
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


class Importer:
    def __init__(self, report: Report, photos: Photos | None, dry_run: bool) -> None:
        self.report, self.photos, self.dry_run = report, photos, dry_run
        self.places = Places()

    def save(self, batch: list[Group]) -> None:
        found = self.find_photos(batch)
        try:
            self.store(batch, found)
        except (DataError, IntegrityError) as error:
            self.places = Places()  # what was made in the failed transaction is not there
            self.save_one_by_one(batch, found, error)

    def save_one_by_one(self, batch: list[Group], found: Found, error: Exception) -> None:
        """Find the product that Postgres refuses, so that it costs only itself."""
        if len(batch) == 1:
            for row in batch[0].rows:
                self.report.reject(row.line, _("the database refuses it: %s") % error)
            return
        for group in batch:
            try:
                self.store([group], found)
            except (DataError, IntegrityError) as its_error:
                self.places = Places()
                self.save_one_by_one([group], found, its_error)

    def store(self, batch: list[Group], found: Found) -> None:
        with transaction.atomic():
            rows = Batch(batch)
            rows.write_products(self.places)
            rows.write_variants()
            rows.write_translations()
            added, removed = Gallery(rows, found).write() if self.photos else (0, 0)
            if self.dry_run:
                transaction.set_rollback(True)
                self.places = Places()
        self.report.rows.update(rows.outcome.values())
        self.report.pictures_added += added
        self.report.pictures_removed += removed

    def find_photos(self, batch: list[Group]) -> Found:
        """The pictures of the batch; those that cannot be had are reported here."""
        named = [(row.line, name) for g in batch for row in g.rows for name in row.images or []]
        if self.photos is None:
            self.report.pictures_ignored += len(named)
            return {}
        found = self.photos.find(dict.fromkeys(name for _line, name in named))
        for line, name in named:
            if isinstance(problem := found[name], PictureError):
                self.report.refuse_picture(line, problem)
        return found
