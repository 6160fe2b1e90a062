"""manage.py restore FILE"""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from config.backup import BackupError, restore
from config.embedded import EmbeddedError


class Command(BaseCommand):
    help = (
        "Puts the shop of a file that `backup` wrote in place of the one that is there: database "
        "and photos. Asks first; --noinput does not."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--noinput", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["noinput"] and not agreed():
            raise CommandError("Nothing was changed.")
        database = connections["default"].settings_dict
        connections.close_all()
        try:
            restore(database, Path(settings.MEDIA_ROOT), options["file"].absolute())
        except (BackupError, EmbeddedError, OSError) as error:
            raise CommandError(str(error)) from error
        call_command("migrate", interactive=False, verbosity=0)  # the file may be of an older shop
        cache.clear()
        self.stdout.write("The shop is restored. Start web and worker anew if they are running.")


def agreed() -> bool:
    return (
        input("This replaces all products, photos and settings of this shop. Type yes: ") == "yes"
    )
