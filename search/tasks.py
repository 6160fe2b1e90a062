"""What the Celery workers do. The tables say what there is to do; a message only says when.

Tasks of the queue "maintenance" may take hours and have a worker of their own, so that a vector
index of a million rows is built while everything else is still indexed.
"""

from __future__ import annotations

import logging
from typing import Any

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from catalog import bell
from catalog.cache import add
from search import indexing
from search.audit import runs as audits
from search.experiments import runs
from search.log import days, votes
from search.models import PhotoQuery
from search.understanding import count_again, refresh

logger = logging.getLogger(__name__)

RUNG, TENDED, HEARTBEAT = "index.rung", "sweep.tended", "worker.heartbeat"
MAINTAINED = "maintenance.seen"
A_DAY = 86_400  # seconds
RUN_SECONDS = 5  # seconds of a run at a time
TASK_SECONDS = 10  # one task's share: a worker that is asked to stop stops within it
COUNTING = 2  # seconds of it that the catalogue's words are counted
LEARNING = 2  # seconds of it that values of attributes are learned, while there are any to learn
TEND_EVERY = 30
AUDITING = 120  # seconds of an audit between two looks at what else there is to maintain
UNLIMITED = 7 * A_DAY  # seconds; Celery has no word for "as long as it takes"


def wake_if_something_waits() -> None:
    """After a save: wake a worker unless nothing that is encoded has changed; never raises."""
    try:
        waits = indexing.something_waits()
    except Exception:
        logger.warning("Whether something waits cannot be told.", exc_info=True)
        return
    if waits:
        wake()


def wake() -> None:
    """Have a worker look at once; never raises, and costs next to nothing while Redis is down.

    Any number of calls before the worker looks are one message.
    """
    if add(RUNG, 1, TASK_SECONDS):
        bell.ring(index_stale.name)


@shared_task
def index_stale() -> int:
    """Index what waits for a bounded time; returns the number of rows written."""
    cache.delete(RUNG)  # before looking: what is saved from here on wakes again
    return _index()


@shared_task
def sweep() -> int:
    """Find what woke nobody: bulk updates, imports, a new encoder, a dead worker's rows."""
    return _index()


def _index() -> int:
    cache.set(HEARTBEAT, timezone.now(), timeout=None)
    written = indexing.index_waiting(seconds=TASK_SECONDS)
    refresh(seconds=COUNTING)
    if cache.add(TENDED, 1, timeout=TEND_EVERY):
        indexing.calibrate_what_has_grown()
        indexing.learn_looks(LEARNING)
        if not cache.get(MAINTAINED):  # there is no other worker, so it has to be this one
            indexing.maintain()
            audits.work(TASK_SECONDS)
    return written


@shared_task
def check_again() -> None:
    """At night: have every part of the catalogue looked over, for what no trigger saw."""
    indexing.check_again()
    count_again()


@shared_task(time_limit=UNLIMITED)
def maintain() -> None:
    """Build the vector indexes that are missing, delete the encoders that are to be deleted."""
    cache.set(MAINTAINED, timezone.now(), timeout=A_DAY)
    indexing.maintain()


@shared_task
def evaluate() -> None:
    """Do a piece of a run, and call for the next; other work comes in between."""
    if runs.work(seconds=RUN_SECONDS):
        ring(evaluate)


@shared_task
def audit() -> None:
    """Carry on the audit that is running, for a bounded time; then let others have their turn."""
    if audits.work(AUDITING):
        ring(audit)


@shared_task
def begin_audit() -> None:
    """At night: look over the whole catalogue."""
    audits.start()
    ring(audit)


def ring(task: Any) -> None:
    """Have a worker do it at once; without Redis, beat has it done a little later."""
    bell.ring(task.name)


@shared_task
def tidy() -> int:
    """Forget shoppers' photos whose day is over."""
    deleted, _models = PhotoQuery.objects.filter(expires__lt=timezone.now()).delete()
    return deleted


@shared_task
def tend_log() -> None:
    """Sum up the days of searches that are over, and forget the rows that are old enough."""
    votes.count_finished_days()
    days.tend()
