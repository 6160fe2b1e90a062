"""Calls a worker at once. It looks by itself too: a call that is lost costs a while."""

from __future__ import annotations

import logging

from celery import current_app
from django.db import transaction

from catalog.breaker import REDIS, LeftAlone

logger = logging.getLogger(__name__)


def ring_pictures() -> None:
    """Have a worker fetch pictures."""
    ring("catalog.tasks.fetch_pictures")


def ring_imports() -> None:
    """Have a worker carry out what was asked for in admin, once that is committed."""
    transaction.on_commit(lambda: ring("catalog.tasks.run_imports"))


def ring(task: str) -> None:
    """Call for a task by its name, which nobody here needs to import; never raises.

    A Redis that is away or hangs is waited for once, as by `catalog.cache`.
    """
    try:
        with REDIS.asked():
            current_app.send_task(task)
    except LeftAlone:
        return
    except Exception:
        logger.warning("Redis does not answer; %s runs later.", task, exc_info=True)
