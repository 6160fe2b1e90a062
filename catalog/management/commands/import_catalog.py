"""manage.py import_catalog FILE_OR_URL [--images DIR_OR_ZIP] [--source NAME] [--format NAME] ..."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalog.importing.downloads import at_hand
from catalog.importing.errors import FileError
from catalog.importing.formats import FORMATS
from catalog.importing.formats.format import UNKNOWN, Reading
from catalog.importing.mapping import explain, read_mapping
from catalog.importing.recorded import Record, recorded
from catalog.importing.run import import_catalog
from catalog.importing.sources import pictures_beside
from catalog.management.sentences import database_sentences, disk_sentences


class Command(BaseCommand):
    help = (
        "Imports a catalogue: an export of a shop system, a feed, a table or JSON, told by what "
        "stands in it. What is the same already is not written again. A column that the file lacks "
        "leaves the catalogue as it is, an empty cell empties it. Rows that cannot be imported are "
        "named on stderr with their line, the others are kept, and the exit code is then 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "file",
            nargs="+",
            metavar="FILE_OR_URL",
            help="a file, zip or folder; or the files of one export (products, combinations)",
        )
        parser.add_argument(
            "--images", type=Path, metavar="DIR_OR_ZIP", help="where the pictures lie"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="check and count everything, change nothing"
        )
        parser.add_argument(
            "--bad", type=Path, metavar="FILE", help="write rows with problems there, to be mended"
        )
        self.add_reading(parser)
        self.add_source(parser)

    def add_reading(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--explain",
            action="store_true",
            help="print what each column is taken for, as a mapping to edit, and import nothing",
        )
        parser.add_argument("--map", type=Path, metavar="FILE", help="read columns by a mapping")
        parser.add_argument(
            "--format", default="", metavar="NAME", help=f"one of {', '.join(FORMATS)}"
        )
        parser.add_argument("--encoding", default="", metavar="NAME", help="such as windows-1250")
        parser.add_argument(
            "--decimal", default="", choices=(".", ","), help="what 1,200 means: thousands or 1.20"
        )
        parser.add_argument(
            "--currency",
            default="",
            metavar="CODE",
            help="of prices that name none, and which is taken of several",
        )
        parser.add_argument(
            "--unknown",
            default="",
            choices=UNKNOWN,
            help="whether unknown columns are left out or become attributes",
        )

    def add_source(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--source",
            default="",
            metavar="NAME",
            help="the shop system that the file speaks for; its products are known by it",
        )
        parser.add_argument(
            "--missing",
            choices=("keep", "hide", "delete"),
            default="keep",
            help="what becomes of articles of the source that are not in the file",
        )
        parser.add_argument(
            "--force",
            action="store_true",
            help="hide or delete them even where they are more than 30 percent of all",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            reading = reading_of(options)
            with (
                database_sentences(),
                self.on_record(options) as record,
                disk_sentences(),
                at_hand([str(place) for place in options["file"]]) as files,
            ):
                if options["explain"]:
                    self.stdout.write(explain(files[0], reading))
                else:
                    self.run_import(files, reading, options, record)
        except FileError as error:
            raise CommandError(str(error)) from error

    def on_record(self, options: dict[str, Any]) -> AbstractContextManager[Record | None]:
        """For the people of the shop, who see imports in admin; not of what changes nothing."""
        if options["explain"] or options["dry_run"]:
            return nullcontext()
        return recorded([str(place) for place in options["file"]], options["source"])

    def run_import(
        self, files: list[Path], reading: Reading, options: dict[str, Any], record: Record | None
    ) -> None:
        path, *beside = files
        names = ("images", "dry_run", "source", "missing", "force")
        chosen = {name: options[name] for name in names}
        chosen["images"] = chosen["images"] or pictures_beside(path)
        with TemporaryDirectory() as room:
            bad = Path(room) if options["bad"] or record else None
            if record:
                chosen["watch"] = record.watch
            report = import_catalog(
                path,
                tell=partial(self.tell, record),
                reading=reading,
                beside=beside,
                bad=bad,
                **chosen,
            )
            if record:
                record.end(report)
            if options["bad"]:
                self.keep_bad_rows(report.bad_rows, options["bad"])
        if report.recognised:
            self.stdout.write(report.recognised)
        self.stdout.write(report.summary())
        for remark in report.remarks():
            self.stdout.write(remark)
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing has been changed.")
        if not report.complete:
            raise CommandError("Not everything in the file could be imported; see above.")

    def keep_bad_rows(self, found: Path | None, file: Path) -> None:
        """Put the rows that are to be mended where they were asked for; a zip says that it is."""
        if found is None:
            return
        to = file.with_suffix(".zip") if found.suffix == ".zip" else file
        try:
            shutil.copyfile(found, to)
        except OSError as error:
            raise CommandError(f"{to} cannot be written: {error.strerror or error}.") from error
        self.stdout.write(f"The rows with problems are in {to}: mend them, and import it.")

    def tell(self, record: Record | None, problem: str) -> None:
        if record:
            record.problems.tell(problem)
        with tqdm.external_write_mode():  # the progress bar steps aside
            self.stderr.write(problem)


def reading_of(options: dict[str, Any]) -> Reading:
    """How the file is to be read, by the options and by the mapping that they name."""
    names = ("format", "encoding", "decimal", "currency", "unknown")
    reading = Reading(**{name: options[name] for name in names})
    return read_mapping(options["map"], reading) if options["map"] else reading
