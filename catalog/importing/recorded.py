"""An import by the command, on record in admin as those are that admin asks for.

Nobody but the command has its files: where it is killed, a worker says so, and none begins it anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

from django.db import Error
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.addresses import is_on_the_web
from catalog.importing.beat import beating
from catalog.importing.errors import FileError
from catalog.importing.report import Report
from catalog.importing.run_files import forget_old, keep_bad_rows
from catalog.importing.worker import Deleted, Problems, fail, finish, see, sentence, told
from catalog.models import ImportRun, Source

COMMAND_SIGNS = 300


class Record:
    """What admin shows of an import while the command is at it, and at its end."""

    def __init__(self, files: Sequence[str], source: str) -> None:
        self.source, self.problems, self.settled = source, Problems(), False
        self.run = ImportRun.objects.create(
            command=", ".join(map(shown, files))[:COMMAND_SIGNS],
            source=self.known_source(),
            state=ImportRun.State.RUNNING,
            seen=timezone.now(),
            attempts=1,
        )

    def known_source(self) -> Source | None:
        return Source.objects.filter(name=self.source).first() if self.source else None

    def watch(self, done: int, total: int) -> None:
        see(self.run, done, total)

    def end(self, report: Report) -> None:
        self.settle()
        finish(self.run, ImportRun.State.DONE, told(report), self.problems)
        with suppress(OSError):  # the import itself is done
            keep_bad_rows(self.run, report.bad_rows)
        forget_old(self.run.source)

    def fail(self, reason: str) -> None:
        if not self.settled:
            self.settle()
            fail(self.run, reason, self.problems)

    def settle(self) -> None:
        self.settled = True
        self.run.source = self.known_source()  # which the import may have been the first to name
        ImportRun.objects.filter(pk=self.run.pk).update(source=self.run.source)


@contextmanager
def recorded(files: Sequence[str], source: str) -> Iterator[Record]:
    """A record of what is done meanwhile; whatever ends it early is said there."""
    record = Record(files, source)
    try:
        with beating(record.run):
            yield record
    except Deleted:
        said = _("Somebody has deleted this import in admin, so it ends here.")
        raise FileError(said) from None
    except BaseException as error:
        with suppress(Error):  # where the database is away, a worker will miss the command
            record.fail(why(error))
        raise


def why(error: BaseException) -> str:
    if isinstance(error, FileError):
        return sentence(str(error))
    if isinstance(error, KeyboardInterrupt):
        return _("The command was interrupted. What it had written stays: run it again.")
    return _("The command broke off, and has said why. What it had written stays: run it again.")


def shown(place: str) -> str:
    """A file's name, or an address without what may be a password."""
    if not is_on_the_web(place):
        return Path(place).name
    parts = urlsplit(place)
    return f"{parts.hostname or ''}{parts.path}"
