"""Imports that somebody asked for in admin, or that are due, done by a worker.

A run says how far it is; one that has not been seen for a while belonged to a worker that is gone,
and is begun again, which changes nothing where it had come to. One that takes its worker with it
is not begun for ever.
"""

from __future__ import annotations

import logging
import time
from datetime import datetime, timedelta
from typing import Any

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog import disk
from catalog.away import was_broken_off
from catalog.importing.beat import beating
from catalog.importing.downloads import Same
from catalog.importing.errors import Busy, FileError
from catalog.importing.files.text import legible
from catalog.importing.report import Report
from catalog.importing.run import import_catalog
from catalog.importing.run_files import file_of, forget_old, keep_bad_rows, keep_mapping, reading_of
from catalog.importing.sources import pictures_beside
from catalog.importing.ways import in_admin
from catalog.models import ImportRun, Source
from catalog.web import Refused, Unavailable

logger = logging.getLogger(__name__)

LOST = timedelta(minutes=2)  # six beats
PROBLEMS_KEPT = 2_000
ATTEMPTS = 4
AWAY_SECONDS, LOOK_SECONDS = 60, 2  # how long a database that went away is waited for
State = ImportRun.State


def work() -> int:
    """Begin what is due, and carry out what is waiting; how many runs were carried out."""
    miss_commands()
    for source in Source.objects.filter(due__lte=timezone.now()):
        source.postpone()
        if not source.runs.filter(finished=None).exists():
            source.runs.create()
    done = 0
    while (run := claim()) and carry_out(run):
        done += 1
    return done


def claim() -> ImportRun | None:
    """The next run, taken out of the sight of other workers."""
    now = timezone.now()
    gone = Q(state=State.RUNNING) & (Q(seen=None) | unseen(now))
    with transaction.atomic():
        open_runs = ImportRun.objects.filter(
            Q(state=State.WAITING) | gone, finished=None, command=""
        )
        run = open_runs.order_by("pk").select_for_update(skip_locked=True).first()
        if run:
            run.state, run.seen, run.attempts = State.RUNNING, now, run.attempts + 1
            run.save(update_fields=["state", "seen", "attempts"])
    return run


def unseen(now: datetime) -> Q:
    """Not for a while; or seen by a clock that was ahead, and not since it was set right."""
    return Q(seen__lt=now - LOST) | Q(seen__gt=now + LOST)


def miss_commands() -> None:
    """Say of imports whose command was killed that they are at an end."""
    commands = ImportRun.objects.exclude(command="")
    lost = commands.filter(unseen(timezone.now()), state=State.RUNNING)
    for run in lost:
        said = _("The command was ended in the middle. What it had written stays: run it again.")
        fail(run, said, Problems())


def carry_out(run: ImportRun) -> bool:
    """Do what a run asks for; whether it is settled, or waits and others with it."""
    with run.source.wording, in_admin():
        if run.attempts > ATTEMPTS:
            said = _("The worker has died %(count)d times in the middle of this import.")
            finish(run, State.FAILED, said % {"count": ATTEMPTS}, Problems())
            return True
        return attempt(run)


def attempt(run: ImportRun) -> bool:
    """Import the file of a run, and say what came of it, whatever that is."""
    problems = Problems()
    try:
        report = imported(run, problems)
    except Same:
        finish(run, State.DONE, _("The file has not changed since the last import."), problems)
    except Deleted:
        logger.info("An import was deleted in admin, and ends.")
    except Busy as error:
        wait(run, str(error))
        return False
    except (OperationalError, InterfaceError) as error:
        logger.warning("The database ended an import in its middle.", exc_info=True)
        if not was_broken_off(error):
            wait_for_database(run)
            return False
        if run.attempts < ATTEMPTS:
            wait(run, broken_off(error), again=True)
            return False
        said = _("It was tried %(count)d times.") % {"count": run.attempts}
        fail(run, f"{broken_off(error)} {said}", problems)
    except (FileError, Refused, Unavailable) as error:
        fail(run, sentence(str(error)), problems)
    except Exception as error:
        logger.exception("An import broke off.")
        ours = _(
            "The import stopped because of an error on our side; the worker's log has the details."
        )
        fail(run, disk.unwritable(error) if disk.is_unwritable(error) else ours, problems)
    else:
        finish(run, State.DONE, told(report), problems)
    forget_old(run.source)
    return True


def imported(run: ImportRun, problems: Problems) -> Report:
    """The report of the import itself; raises whatever keeps it from its end."""
    with beating(run), file_of(run) as path:
        bad = path.parent / "bad"
        bad.mkdir()
        if run.dry_run:
            keep_mapping(run, path)
        report = import_catalog(
            path,
            images=pictures_beside(path),
            bad=bad,
            tell=problems.tell,
            reading=reading_of(run.source),
            dry_run=run.dry_run,
            source=run.source.name,
            missing=run.source.missing,
            force=run.force,
            watch=lambda done, total: see(run, done, total),
        )
        keep_bad_rows(run, report.bad_rows)
    return report


def wait(run: ImportRun, reason: str, again: bool = False) -> None:
    """Put a run back among those that wait; it is begun by and by, `again` if that was an attempt.

    Not one that another worker has finished, which had been taken for gone.
    """
    ImportRun.objects.filter(pk=run.pk, finished=None).update(
        state=State.WAITING, summary=reason, attempts=F("attempts") - (0 if again else 1)
    )


def broken_off(error: Exception) -> str:
    """What the database said when it ended a step: that it took too long, or met a deadlock."""
    said = legible(str(error).split("\n", 1)[0])
    return _("The database ended a step of the import: %(reason)s") % {"reason": sentence(said)}


def wait_for_database(run: ImportRun) -> None:
    """Say of a run that it goes on; where the database stays away, the run is lost and found."""
    until = time.monotonic() + AWAY_SECONDS
    while time.monotonic() < until:
        connection.close()
        try:
            wait(run, _("The database was down for a moment; the import continues by itself."))
        except (OperationalError, InterfaceError):
            time.sleep(LOOK_SECONDS)
        else:
            return


def fail(run: ImportRun, reason: str, problems: Problems) -> None:
    # What was not imported is asked for again; of a source that was deleted, nothing.
    Source.objects.filter(pk=run.source_id).update(etag="")
    finish(run, State.FAILED, reason, problems)


class Deleted(Exception):
    """Somebody has deleted the run, or its source, while it was carried out."""


class Problems:
    """The sentences of a run, as many as anybody reads; all are counted."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.count = 0

    def tell(self, problem: str) -> None:
        self.count += 1
        if self.count <= PROBLEMS_KEPT:
            self.said.append(legible(problem))


def see(run: ImportRun, done: int, total: int) -> None:
    """Say how far the run is; Deleted where nobody wants it any more."""
    now = timezone.now()
    if not ImportRun.objects.filter(pk=run.pk).update(seen=now, done=done, total=total):
        raise Deleted


def told(report: Report) -> str:
    lines = [report.recognised, report.summary(), *report.remarks()]
    return "\n".join(line for line in lines if line)


def sentence(reason: str) -> str:
    """Begun with a capital letter, unless a file is named there: "shop.csv is empty."."""
    first = reason.split(" ", 1)[0]
    begun = reason if "." in first else reason[:1].upper() + reason[1:]
    return begun.rstrip(".") + "."


def finish(run: ImportRun, state: Any, summary: str, problems: Problems) -> None:
    now = timezone.now()
    ImportRun.objects.filter(pk=run.pk).update(
        state=state,
        seen=now,
        finished=now,
        summary=summary,
        problems="\n".join(problems.said),
        problem_count=problems.count,
        done=F("total" if state == State.DONE else "done"),
    )
