"""A run says that its worker lives, also while one step of it takes long.

Rows are counted batch by batch; a download, the first reading of a large file or its bad rows can
take longer than a worker that says nothing is believed to live.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, connection
from django.utils import timezone

from catalog.models import ImportRun

logger = logging.getLogger(__name__)

SECONDS = 20


@contextmanager
def beating(run: ImportRun) -> Iterator[None]:
    """Note now and then that the run is being carried out, from a thread with its own connection.

    It ends with the process, so that a run whose worker was killed is missed as before.
    """
    over = threading.Event()
    thread = threading.Thread(target=beat, args=(run.pk, over), name="import-beat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def beat(key: int, over: threading.Event) -> None:
    while not over.wait(SECONDS):
        try:
            running = ImportRun.objects.filter(pk=key, state=ImportRun.State.RUNNING)
            running.update(seen=timezone.now())
        except Error:  # whoever does the work meets it too, and says so
            logger.info("An import cannot say that it goes on.", exc_info=True)
        finally:
            connection.close()
