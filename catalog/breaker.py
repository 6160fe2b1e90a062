"""A server that fails is left alone for a while: a request waits for it once, not at every call."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import redis
from celery.exceptions import OperationalError  # what a broker's RedisError is told as


class LeftAlone(Exception):
    """The server failed a moment ago and has not been asked again."""


class Breaker:
    """Circuit breaker of one process, for all its threads (Nygard, Release It!, 2007).

    After a failure nobody asks for `rest` seconds; then one caller tries, and the others go on
    without until it has succeeded. Only `failures` count: other errors are the caller's own.
    """

    def __init__(self, rest: float, failures: tuple[type[Exception], ...]) -> None:
        self.rest, self.failures = rest, failures
        self._lock = threading.Lock()
        self._asks_again: float | None = None  # time.monotonic(); None while all is well

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Around each call to the server. Raises LeftAlone in place of asking it."""
        self._enter()
        try:
            yield
        except self.failures:
            self._asks_again = time.monotonic() + self.rest
            raise
        self._asks_again = None

    def _enter(self) -> None:
        with self._lock:
            now = time.monotonic()
            if self._asks_again is None:
                return
            if now < self._asks_again:
                raise LeftAlone
            self._asks_again = now + self.rest  # this caller tries, the others do not yet


# One for all that a request asks of Redis: cache, counters, bell.
REDIS = Breaker(rest=5, failures=(redis.RedisError, OperationalError, OSError))
