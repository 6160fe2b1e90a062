"""Django's `migrate`, which first reads an older state as what it is now."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

from config.relabelled import relabel


class Command(migrate.Command):
    def handle(self, *arguments: Any, **options: Any) -> None:
        relabel(connections[options["database"]])
        super().handle(*arguments, **options)
