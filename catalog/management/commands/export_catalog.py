"""manage.py export_catalog [--format csv|jsonl|google] [--out FILE] [--source NAME]"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from catalog.exporting.google import write_google
from catalog.exporting.rows import columns, products_of, rows
from catalog.exporting.tables import write_csv, write_jsonl
from catalog.management.sentences import database_sentences
from catalog.models import Source

FORMATS = ("csv", "jsonl", "google")


class Command(BaseCommand):
    help = (
        "Writes the catalogue in its own columns (CSV or JSON lines), which import_catalog reads "
        "back without a change, or as a Google Merchant feed."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=FORMATS, default="csv")
        parser.add_argument("--out", type=Path, metavar="FILE", help="instead of standard output")
        parser.add_argument("--source", default="", metavar="NAME", help="only what is from there")
        parser.add_argument(
            "--site", metavar="ADDRESS", help="of the shop, such as https://shop.example (google)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with database_sentences():
            self.export(options)

    def export(self, options: dict[str, Any]) -> None:
        try:
            products = products_of(options["source"])
        except Source.DoesNotExist as error:
            raise CommandError(f"There is no source {options['source']!r}.") from error
        if options["format"] == "google" and not options["site"]:
            raise CommandError("A Google feed has addresses in it: --site https://shop.example")
        try:
            written = self.write(products, options)
        except OSError as error:
            raise CommandError(f"{options['out']} cannot be written: {error.strerror}.") from error
        self.stderr.write(f"{written} articles written.")

    def write(self, products: Any, options: dict[str, Any]) -> int:
        if options["out"] is None:
            return self.write_to(sys.stdout, products, options)
        with options["out"].open("w", encoding="utf-8", newline="") as file:
            return self.write_to(file, products, options)

    def write_to(self, file: IO[str], products: Any, options: dict[str, Any]) -> int:
        match options["format"]:
            case "google":
                return write_google(file, rows(products), options["site"].rstrip("/"))
            case "jsonl":
                return write_jsonl(file, columns(products), rows(products))
        return write_csv(file, columns(products), rows(products))
