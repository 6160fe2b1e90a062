"""How many searches one process works on: what is beyond that is shed, and never queued for long.

Each thread that waits for the processor makes all the others slower, so a search that cannot begin
soon is worth more as an honest answer: with words alone, which cost a fraction, or none at all and
when to come again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from enum import Enum

from django.conf import settings

RETRY_SECONDS = 2  # what Retry-After says: by then those at work have finished


class Level(Enum):
    FULL = "full"
    WORDS_ONLY = "words only"

    @property
    def words_only(self) -> bool:
        return self is Level.WORDS_ONLY


class Overloaded(Exception):
    """No room for this search, not even with words alone; `retry_after` seconds may help."""

    retry_after = RETRY_SECONDS


class Gate:
    """Admits `at_work` searches at once, and as many waiting for `patience` seconds as `waiting`.

    Beyond that up to `words_only` are at work with words alone.
    """

    def __init__(self, at_work: int, waiting: int, words_only: int, patience: float) -> None:
        self.patience = patience
        self._at_work = threading.Semaphore(at_work)
        self._waiting = threading.Semaphore(waiting)
        self._words_only = threading.Semaphore(words_only)
        self._inside: ContextVar[Level | None] = ContextVar("inside", default=None)

    @contextmanager
    def admitted(self, words_serve: bool = True) -> Iterator[Level]:
        """Around one search: at which level it may be made. Raises Overloaded where at none.

        Where words cannot serve (a photo) there is no level below FULL. A search inside another
        has the level of that one and takes no room of its own.
        """
        if outer := self._inside.get():
            yield outer
            return
        room, level = self._find_room(words_serve)
        token = self._inside.set(level)
        try:
            yield level
        finally:
            self._inside.reset(token)
            room.release()

    def _find_room(self, words_serve: bool) -> tuple[threading.Semaphore, Level]:
        if self._at_work.acquire(blocking=False) or self._waits():
            return self._at_work, Level.FULL
        if words_serve and self._words_only.acquire(blocking=False):
            return self._words_only, Level.WORDS_ONLY
        raise Overloaded

    def _waits(self) -> bool:
        """Whether there was room to wait, and the turn came in time."""
        if not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._at_work.acquire(timeout=self.patience)
        finally:
            self._waiting.release()


gate = Gate(**settings.SEARCHES_AT_ONCE)


def admitted(words_serve: bool = True) -> AbstractContextManager[Level]:
    """`Gate.admitted` of this process."""
    return gate.admitted(words_serve)
