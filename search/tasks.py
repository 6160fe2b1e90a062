"""What the Celery worker does. The tables say what there is to do; a message only says when."""

from __future__ import annotations

import logging
import time

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

from search import indexing
from search.models import PhotoQuery

logger = logging.getLogger(__name__)

RUNG, RESTING, TENDED, HEARTBEAT = "index.rung", "sweep.resting", "sweep.tended", "worker.heartbeat"
SECONDS = 10  # one task's share: a worker that is asked to stop stops within it
REST = 20  # looking for stale rows may take one part in this many of the time
TEND_EVERY = 30
QUIET = 30  # seconds in which a process does not ring again after Redis did not answer

_quiet_until = 0.0


def ring() -> None:
    """Have a worker look at once; never raises, and costs next to nothing while Redis is down.

    Any number of rings before the worker looks are one message.
    """
    global _quiet_until
    if time.monotonic() < _quiet_until:
        return
    try:
        if cache.add(RUNG, 1, timeout=SECONDS):
            index_stale.delay()
    except Exception:
        _quiet_until = time.monotonic() + QUIET
        logger.warning("Redis does not answer; the sweep will find what was saved.", exc_info=True)


@shared_task
def index_stale() -> int:
    """Index what is stale for a bounded time; returns the number of rows written."""
    cache.delete(RUNG)  # before looking: what is saved from here on rings again
    return _index()


@shared_task
def sweep() -> int:
    """Find whatever no ring told of: bulk updates, imports, a new encoder, a dead worker's rows."""
    if cache.get(RESTING):
        cache.set(HEARTBEAT, timezone.now(), timeout=None)
        return 0
    return _index()


def _index() -> int:
    cache.set(HEARTBEAT, timezone.now(), timeout=None)
    list(indexing.versions_to_fill())  # loads the encoders: not a part of looking
    started = time.monotonic()
    waiting = indexing.mark_stale()
    rest = int(REST * (time.monotonic() - started))
    if rest:
        cache.set(RESTING, 1, timeout=rest)
    written = indexing.index_waiting(seconds=SECONDS) if waiting else 0
    if written or cache.add(TENDED, 1, timeout=TEND_EVERY):
        indexing.tend()
    return written


@shared_task
def tidy() -> int:
    """Forget shoppers' photos whose day is over."""
    deleted, _models = PhotoQuery.objects.filter(expires__lt=timezone.now()).delete()
    return deleted
