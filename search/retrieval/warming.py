"""What a process loads before its first search, so that no shopper waits for it."""

from __future__ import annotations

import logging
from threading import Thread

from django.conf import settings
from django.db import connection

from search.garbage import spare_what_is_kept
from search.retrieval.embeddings import background, blank_photos
from search.retrieval.embeddings.tables import Table
from search.understanding import read_word_lists, vocabulary
from search.versions import live_encoder

log = logging.getLogger(__name__)


def warm_up() -> Thread:
    """Load the encoder, the vocabulary, word lists and backgrounds, in a thread of its own."""
    thread = Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread


def words() -> list[str]:
    """A text for each tower that shoppers will ask: another script wakes the one for languages."""
    languages = {code[:2] for code, _name in settings.LANGUAGES}
    return ["warm", *(["暖かい"] if languages - {"en"} else [])]


def load() -> None:
    try:
        version, encoder = live_encoder()
        encoder.encode_texts(words())
        blank_photos.nothing(encoder)
        vocabulary()
        read_word_lists()
        for photos in (False, True):
            background.sample(Table(version, photos))
        spare_what_is_kept()
    except Exception as reason:  # a shop that is not ready yet; searches will find out and say so
        log.info("Not warmed up: %s", reason)
    finally:
        connection.close()
