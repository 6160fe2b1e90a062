"""manage.py backup FILE"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.template.defaultfilters import filesizeformat

from config.backup import BackupError, back_up
from config.embedded import EmbeddedError


class Command(BaseCommand):
    help = "Writes database and photos into one file, while the shop goes on. See `restore`."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"].absolute()
        try:
            back_up(connection.settings_dict, Path(settings.MEDIA_ROOT), target)
        except (BackupError, EmbeddedError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The shop is in {target} ({filesizeformat(target.stat().st_size)}).")
