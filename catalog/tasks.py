"""What Celery does for the catalogue."""

import logging
from typing import Any

from celery import shared_task
from django.db import transaction

from catalog import sales
from catalog.attributes import learn_all
from catalog.fetching import fetch_due
from catalog.orphaned_files import remove_leftovers

logger = logging.getLogger(__name__)

TASK_SECONDS = 20  # one task's share: a worker that is asked to stop stops within it


def ring() -> None:
    """Have a worker fetch pictures at once."""
    begin(fetch_pictures)


def ring_imports() -> None:
    """Have a worker carry out what was asked for in admin."""
    transaction.on_commit(lambda: begin(run_imports))


def begin(task: Any) -> None:
    """Call a worker; without Redis, beat has it done a little later."""
    try:
        task.delay()
    except Exception:
        logger.warning("Redis does not answer; %s runs later.", task.name, exc_info=True)


@shared_task
def tidy_media() -> int:
    """Remove the files of photos that no product has any more."""
    return remove_leftovers()


@shared_task
def fetch_pictures() -> int:
    """Fetch pictures from their addresses while there are any; other work comes in between."""
    asked = fetch_due(TASK_SECONDS)
    if asked:
        ring()
    return asked


@shared_task
def learn_values() -> None:
    """Make known the values that were written past the application."""
    learn_all()


@shared_task
def turn_sales() -> int:
    """Begin and end the sales whose time has come."""
    return sales.turn()


@shared_task
def run_imports() -> int:
    """Carry out the imports that are waiting or due; of the queue for what may take long."""
    from catalog.importing.runs import work

    return work()
