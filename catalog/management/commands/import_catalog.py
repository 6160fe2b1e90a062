"""manage.py import_catalog FILE [--images DIR_OR_ZIP] [--source NAME] [--missing ...] ..."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalog.importing.errors import FileError
from catalog.importing.run import import_catalog


class Command(BaseCommand):
    help = (
        "Imports a catalogue from CSV, Excel (.xlsx) or JSON lines. Rows are matched by SKU; what "
        "is the same already is not written again. A column that the file lacks leaves the "
        "catalogue as it is, an empty cell empties it. Rows that cannot be imported are named on "
        "stderr with their line, the others are kept, and the exit code is then 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--images", type=Path, metavar="DIR_OR_ZIP", help="where the pictures lie"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="check and count everything, change nothing"
        )

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
            names = ("images", "dry_run", "source", "missing", "force")
            report = import_catalog(
                options["file"], tell=self.tell, **{name: options[name] for name in names}
            )
        except FileError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(report.summary())
        for remark in report.remarks():
            self.stdout.write(remark)
        if options["dry_run"]:
            self.stdout.write("This was a dry run: nothing has been changed.")
        if not report.complete:
            raise CommandError("Not everything in the file could be imported; see above.")

    def tell(self, problem: str) -> None:
        with tqdm.external_write_mode():  # the progress bar steps aside
            self.stderr.write(problem)
