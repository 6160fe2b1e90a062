"""How sentences of an import name what may be chosen: an option of the command, a field of admin.

Both read the same reports, and neither should have to know the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.models import Source

OPTIONS: dict[str, Callable[..., str]] = {
    "currency": lambda: "--currency",
    "decimal": lambda: "--decimal",
    "explain": lambda: _("--explain prints a mapping to edit for them"),
    "force": lambda: "--force",
    "images": lambda: "--images FOLDER_OR_ZIP",
    "map": lambda: _("save this as map.toml, and import with --map map.toml"),
    "missing": lambda: _("--missing hide or delete"),
}
FIELDS: dict[str, Callable[..., str]] = {
    "currency": lambda: (
        _('%(field)s, by a line such as currency = "EUR",') % {"field": field("mapping")}
    ),
    "decimal": lambda: field("decimal"),
    "explain": lambda: _("a mapping to edit for them stands below"),
    "force": lambda: _("“However much is missing”, below a trial,"),
    "images": lambda: _("a zip of the file and its pictures"),
    "map": lambda: _("put this into %(field)s, and try again") % {"field": field("mapping")},
    "missing": lambda: field("missing"),
}
ways: ContextVar[dict[str, Callable[..., str]]] = ContextVar("ways", default=OPTIONS)


@contextmanager
def in_admin() -> Iterator[None]:
    """Sentences that are made meanwhile are read in admin."""
    before = ways.set(FIELDS)
    try:
        yield
    finally:
        ways.reset(before)


def way(choice: str, *said: str) -> str:
    return ways.get()[choice](*said)


def field(name: str) -> str:
    label = capfirst(str(Source._meta.get_field(name).verbose_name))
    return _("“%(label)s” of the source") % {"label": label}
