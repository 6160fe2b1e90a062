"""What a process loads before its first search, so that no shopper waits for it.

A server that forks its processes calls `read_words` before: what every shop needs of sixteen
languages takes seconds, and all of them share it. The rest is each one's own (`warm_up`).
"""

from __future__ import annotations

import logging
from threading import Thread

from django.conf import settings
from django.db import connection

from search.encoders import get_encoder
from search.garbage import spare_what_is_kept
from search.retrieval.embeddings import background, blank_photos
from search.retrieval.embeddings.tables import Table
from search.understanding import CatalogueStats, Vocabulary, read_word_lists, vocabulary
from search.versions import encoder_of, live_version

log = logging.getLogger(__name__)


def read_words() -> None:
    """The words of all languages, without a database, a thread or the encoder."""
    read_word_lists()
    Vocabulary(CatalogueStats())
    spare_what_is_kept()


def warm_up() -> Thread:
    """Load the vocabulary, word lists, encoder and backgrounds, in a thread of its own."""
    thread = Thread(target=load, name="warm-up", daemon=True)
    thread.start()
    return thread


def words() -> list[str]:
    """A text for each tower that shoppers will ask: another script wakes the one for languages."""
    languages = {code[:2] for code, _name in settings.LANGUAGES}
    return ["warm", *(["暖かい"] if languages - {"en"} else [])]


def load() -> None:
    try:
        read_word_lists()
        vocabulary()
        version = live_version()
        encoder = encoder_of(version) if version else get_encoder()  # nothing is indexed yet
        encoder.encode_texts(words())
        blank_photos.nothing(encoder)
        if version:
            background.sample(Table(version, photos=False))
            background.sample(Table(version, photos=True))
        spare_what_is_kept()
    except Exception as reason:  # searches will find out and say so
        log.info("Not warmed up: %s", reason)
    finally:
        connection.close()
