"""System checks: a wrong configuration is named before anything runs with it."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from search.indexing.pgvector import pgvector_complaint


@register()
def encoder_can_be_found(**kwargs: Any) -> list[CheckMessage]:
    source = str(settings.ENCODER)
    if source.startswith(("/", ".", "~")) and not Path(source).expanduser().is_dir():
        return [
            Error(
                f"ENCODER is {source!r}, but there is no such folder.",
                hint="Name a folder with a model, a hub name such as openai/clip-vit-base-patch32, "
                "or leave ENCODER unset for the one that ships.",
                id="search.E001",
            )
        ]
    module, colon, _name = source.partition(":")
    if colon and not _module_exists(module):
        return [
            Error(
                f"ENCODER is {source!r}, but there is no Python module {module}.",
                hint="Write module.path:ClassName, with the module on the Python path.",
                id="search.E002",
            )
        ]
    return []


@register()
def numbers_make_sense(**kwargs: Any) -> list[CheckMessage]:
    names = ("PAGE_SIZE", "EXACT_ROWS", "UPLOAD_BYTES", "PHOTO_PIXELS", "PHOTO_QUERY_HOURS")
    return [
        Error(f"{name} is {getattr(settings, name)}, but has to be above 0.", id="search.E003")
        for name in names
        if getattr(settings, name) <= 0
    ]


@register()
def databases_are_postgres(**kwargs: Any) -> list[CheckMessage]:
    return [
        Error(
            f"The database {alias!r} is not Postgres.",
            hint="Vectors, full text and the work queue need Postgres with pgvector.",
            id="search.E004",
        )
        for alias in connections
        if connections[alias].vendor != "postgresql"
    ]


@register(Tags.database)
def pgvector_is_there(databases: Iterable[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    messages: list[CheckMessage] = []
    for alias in databases or []:
        complaint = pgvector_complaint(alias)
        if complaint:
            messages.append(Error(complaint, id="search.E005"))
    return messages


def _module_exists(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False
