"""What Celery does for the catalogue."""

from celery import shared_task

from catalog import sales
from catalog.attributes import learn_all
from catalog.bell import ring_pictures
from catalog.fetching import fetch_due
from catalog.importing.worker import work
from catalog.orphaned_files import remove_leftovers

TASK_SECONDS = 20  # one task's share: a worker that is asked to stop stops within it


@shared_task
def tidy_media() -> int:
    """Remove the files of photos that no product has any more."""
    return remove_leftovers()


@shared_task
def fetch_pictures() -> int:
    """Fetch pictures from their addresses while there are any; other work comes in between."""
    asked = fetch_due(TASK_SECONDS)
    if asked:
        ring_pictures()
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
    return work()
