"""What Celery does for the catalogue."""

from celery import shared_task

from catalog.orphaned_files import remove_leftovers


@shared_task
def tidy_media() -> int:
    """Remove the files of photos that no product has any more."""
    return remove_leftovers()
