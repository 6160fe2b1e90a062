"""`manage.py export_encoder`: make the ONNX files that the shop serves an encoder from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from search.encoders import EncoderError
from search.encoders.loading import ERROR_SAID, export_here


class Command(BaseCommand):
    help = "Export an encoder to ONNX, checked against torch. Done by itself when first needed."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", nargs="?", help="a folder or hub name; default: ENCODER")
        parser.add_argument("--state", type=Path, default=settings.STATE_DIR)
        parser.add_argument("--anew", action="store_true", help="even if there is an export")

    def handle(self, *args: Any, **options: Any) -> None:
        source = str(options["source"] or settings.ENCODER)
        try:
            reason = export_here(source, options["state"], options["anew"])
        except EncoderError as complaint:
            self.stderr.write(f"{ERROR_SAID}{complaint}")
            raise SystemExit(1) from complaint
        if reason:
            self.stdout.write(f"{source} will be served by torch: {reason}")
        else:
            self.stdout.write(f"{source} is exported.")
