"""The configured shop, opened for a benchmark: its servers are up and Django is ready."""

from __future__ import annotations

import os


def opened() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("VITRINE_ROLE", "command")
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    from config import embedded

    embedded.up()
    import django

    django.setup()
