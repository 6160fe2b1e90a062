"""Calls a worker at once. It looks by itself too: a call that is lost costs a while."""

from __future__ import annotations

import logging

from celery import current_app
from django.db import transaction

logger = logging.getLogger(__name__)


def ring_pictures() -> None:
    """Have a worker fetch pictures."""
    ring("fetch_pictures")


def ring_imports() -> None:
    """Have a worker carry out what was asked for in admin, once that is committed."""
    transaction.on_commit(lambda: ring("run_imports"))


def ring(task: str) -> None:
    """Call for a task of `catalog.tasks`, which knows whom it calls: nobody here knows it."""
    try:
        current_app.send_task(f"catalog.tasks.{task}")
    except Exception:
        logger.warning("Redis does not answer; %s runs later.", task, exc_info=True)
