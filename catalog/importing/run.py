"""An import from beginning to end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from django.db import DataError, IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _
from psycopg.errors import QueryCanceled
from tqdm import tqdm

from catalog import attributes, disk
from catalog.away import is_away, is_deadlock
from catalog.bell import ring_pictures
from catalog.currencies import forget_currency
from catalog.importing.errors import Busy, FileError
from catalog.importing.files.text import legible
from catalog.importing.gallery import Gallery
from catalog.importing.groups import Group, Survey, groups, survey
from catalog.importing.mending import bad_rows
from catalog.importing.photos import Found, Photos
from catalog.importing.places import Places
from catalog.importing.placing import write_placements
from catalog.importing.readers import Line, Reading, read
from catalog.importing.report import KEPT, UNKNOWN, Report
from catalog.importing.sources import source_of
from catalog.importing.store import Batch
from catalog.importing.translating import Names, write_translations
from catalog.importing.vanished import KEEP, Vanished
from catalog.locks import Lock, alone, wait_in_turn
from catalog.models import Source
from catalog.pictures import PictureError

PRODUCTS_AT_ONCE = 500  # products; memory and transactions stay small, and queries few
TRIES = 3  # of a batch that meets a deadlock


@dataclass(frozen=True)
class Options:
    """How to import: where pictures lie, which source speaks, what becomes of what it lacks.

    An excerpt says nothing of what it lacks, and may come in while a file is imported.
    """

    images: Path | None = None
    dry_run: bool = False
    source: str = ""
    missing: str = KEEP
    force: bool = False
    excerpt: bool = False
    watch: Callable[[int, int], None] | None = None  # told the rows that are done, and all


def import_catalog(
    path: Path,
    images: Path | None = None,
    dry_run: bool = False,
    tell: Callable[[str], None] = print,
    reading: Reading | None = None,
    beside: Sequence[Path] = (),
    bad: Path | None = None,
    **options: object,
) -> Report:
    """Bring the catalogue into line with the file; FileError where it cannot be read at all.

    `reading` says how it is to be read, `beside` are further files of the same export. `tell` is
    called with a sentence for each row or picture that is refused; `bad` is a folder for the file
    of these rows. A dry run does everything, and takes it back.
    """
    chosen = Options(images=images, dry_run=dry_run, **options)  # type: ignore[arg-type]
    feed = read(path, reading, *beside)
    chosen = replace(chosen, excerpt=chosen.excerpt or feed.mended)
    keep = feed.spool.complain if bad else None
    report = import_rows(lambda: feed, chosen, Report(tell, keep, dry_run=dry_run))
    report.bad_rows = bad_rows(feed, [path, *beside], reading, bad) if bad else None
    report.recognised = "" if feed.ours else legible(feed.recognised())
    report.reading = feed.notes
    return report


def import_rows(rows: Callable[[], Iterable[Line]], options: Options, report: Report) -> Report:
    """Import canonical rows; `rows` is called twice, and gives the same rows each time."""
    with nullcontext() if options.excerpt else only_import():
        source = source_named(options.source, options.dry_run)
        pictures = source_of(options.images) if options.images else None
        found = survey(rows(), source)
        importer = Importer(report, Photos(pictures, options.dry_run), options, source, found)
        silent = options.excerpt or None  # None: where nobody watches
        with tqdm(total=found.lines, unit=" rows", disable=silent, mininterval=0.5) as bar:
            products = groups(rows(), found, report, source)
            while batch := list(islice(products, PRODUCTS_AT_ONCE)):
                if disk.is_low() and not options.dry_run:
                    raise FileError(disk.complaint())
                importer.save(batch)
                bar.update(report.rows.total() - bar.n)
                if options.watch:
                    options.watch(report.rows.total(), found.lines)
        if not options.excerpt:
            importer.vanished.deal(report, options.dry_run)
    forget_currency()
    if report.pictures_waiting and not options.dry_run:
        ring_pictures()
    return report


def source_named(name: str, dry_run: bool) -> Source | None:
    """The source of that name; a dry run leaves none behind that it is the first to name."""
    with transaction.atomic():
        source = Source.objects.get_or_create(name=name)[0] if name else None
        transaction.set_rollback(dry_run)
    return source


def table_with(found: Survey, dry_run: bool) -> attributes.Table:
    """The attributes of the shop, with those that the file brings; a dry run leaves none behind."""
    with transaction.atomic():
        found.profiles.declare()
        table = attributes.table()
        transaction.set_rollback(dry_run)
    return table


@contextmanager
def only_import() -> Iterator[None]:
    """One import at a time: two would undo each other's rows."""
    with alone(Lock.IMPORT) as chosen:
        if not chosen:
            raise Busy(_("Another import is running; please try again when it is done."))
        yield


def in_turn() -> None:
    """Batches of files and excerpts one after the other; Busy for whom that takes too long."""
    try:
        wait_in_turn(Lock.BATCH)
    except OperationalError as error:
        if isinstance(error.__cause__, QueryCanceled):
            said = _("Other products are being written at this moment; please try again.")
            raise Busy(said) from error
        raise


class Importer:
    def __init__(
        self,
        report: Report,
        photos: Photos,
        options: Options,
        source: Source | None,
        found: Survey,
    ) -> None:
        self.report, self.photos, self.options = report, photos, options
        self.source, self.found = source, found
        self.table = table_with(found, options.dry_run)
        self.vanished = Vanished(source, options.missing, options.force)
        self.places, self.names = Places(), Names()

    def save(self, batch: list[Group]) -> None:
        found = self.find_photos(batch)
        if error := self.refusal(batch, found):
            self.save_one_by_one(batch, found, error)

    def refusal(
        self, batch: list[Group], found: dict[str, Found], tries: int = TRIES
    ) -> Exception | None:
        """Store them; or say why Postgres refuses them, and will the next time."""
        try:
            self.store(batch, found)
        except (DataError, IntegrityError, OperationalError) as error:
            self.forget()  # what was made in the failed transaction is not there
            if is_deadlock(error) and tries > 1:
                return self.refusal(batch, found, tries - 1)
            if is_away(error):
                raise
            return error
        return None

    def forget(self) -> None:
        self.places, self.names = Places(), Names()

    def save_one_by_one(
        self, batch: list[Group], found: dict[str, Found], error: Exception
    ) -> None:
        """Find the product that Postgres refuses, so that it costs only itself."""
        if len(batch) == 1:
            for row in batch[0].rows:
                self.report.reject(row.line, _("the database refuses it: %s") % error)
                self.report.refused.append((batch[0].key, row.sku, row.source_id))
            return
        for group in batch:
            if its_error := self.refusal([group], found):
                self.save_one_by_one([group], found, its_error)

    def store(self, batch: list[Group], found: dict[str, Found]) -> None:
        with transaction.atomic():
            in_turn()
            if self.options.dry_run:
                self.make_known()
            rows = Batch(batch, self.source, self.found.repeated, self.table)
            rows.write_products(self.places)
            rows.write_variants()
            rows.learn()
            write_placements(rows, self.places)
            write_translations(rows)
            self.names.write(rows)
            gallery = Gallery(rows, found)
            added, removed = gallery.write()
            if self.options.dry_run:
                transaction.set_rollback(True)
                self.forget()
        self.tell(rows)
        self.report.pictures_added += added
        self.report.pictures_removed += removed
        self.report.pictures_waiting += len(gallery.addresses.new)

    def make_known(self) -> None:
        """What only the file names: of a dry run, even a killed one, only a batch sees it."""
        if self.source:
            Source.objects.bulk_create([self.source], ignore_conflicts=True)
        self.found.profiles.declare()

    def tell(self, batch: Batch) -> None:
        """Count what became of the rows, and remember which articles the file has."""
        self.report.settle(batch.outcome)
        self.report.notes[KEPT] += batch.kept_titles
        for row in (row for group in batch.matches.groups for row in group.rows):
            if batch.outcome[row.line] == UNKNOWN and "title" in row.product and not row.feed:
                self.report.rows[UNKNOWN] -= 1
                self.report.reject(row.line, _("title is empty"))
            elif batch.outcome[row.line] == UNKNOWN:
                self.report.unknown(row.line, row.name)
        seen = (each.pk for each in batch.variants.values() if each.pk)
        self.vanished.seen.extend(seen)

    def find_photos(self, batch: list[Group]) -> dict[str, Found]:
        """The pictures of the batch; those that cannot be had are reported here."""
        named = [(row.line, name) for g in batch for row in g.rows for name in row.pictures]
        found = self.photos.find(dict.fromkeys(name for _line, name in named))
        for line, name in named:
            if name not in found:
                self.report.pictures_ignored += 1
            elif isinstance(problem := found[name], PictureError):
                self.report.refuse_picture(line, problem)
        return found
