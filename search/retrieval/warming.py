"""What a process loads before its first search, so that no shopper waits for it."""

from __future__ import annotations

import logging
from threading import Thread

from django.db import connection

from search.retrieval import background, blank_photos
from search.retrieval.tables import Table
from search.understanding import vocabulary
from search.versions import live_encoder

log = logging.getLogger(__name__)


def warm_up() -> Thread:
    """Load the encoder, the vocabulary and the backgrounds, in a thread of its own."""
    thread = Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread


def load() -> None:
    try:
        version, encoder = live_encoder()
        encoder.encode_texts(["warm"])
        blank_photos.nothing(encoder)
        vocabulary()
        for photos in (False, True):
            background.sample(Table(version, photos))
    except Exception as reason:  # a shop that is not ready yet; searches will find out and say so
        log.info("Not warmed up: %s", reason)
    finally:
        connection.close()
