"""Writing behind the answer: a bounded queue, and one thread a process that empties it.

Whoever puts something in never waits: without room it is dropped and counted. The thread begins
with the first entry, so that a server that forks has one in each of its processes. While the store
is away entries wait, as far as there is room. A process that ends writes what waits, for `CLOSING`
seconds at most; one that is killed loses what waits and nothing else.
"""

from __future__ import annotations

import atexit
import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Generic, TypeVar

logger = logging.getLogger(__name__)

Entry = TypeVar("Entry")
# Writes entries, and how many were dropped; returns those that are to wait for another round.
Store = Callable[[Sequence[Entry], int], Sequence[Entry]]

TICK = 3.0  # seconds that entries gather: a batch costs more than what it holds
ENTRIES_AT_ONCE = 500  # entries that are written at once
CLOSING = 2.0  # seconds
LONGEST_PAUSE = 30.0  # seconds between two attempts while the store is away


class StoreAway(Exception):
    """The store cannot be reached: the same entries may be written later."""


class Writer(Generic[Entry]):
    """The queue before a store. `room()` says how many entries may wait."""

    def __init__(self, store: Store[Entry], room: Callable[[], int], tick: float = TICK) -> None:
        self.store, self.room, self.tick = store, room, tick
        self._begin()
        os.register_at_fork(after_in_child=self._begin)
        atexit.register(self.close)

    def _begin(self) -> None:
        """Empty, and without a thread: what waited before a fork is the parent's to write."""
        self.waiting: deque[Entry] = deque()
        self.dropped = 0
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False

    def put(self, entry: Entry) -> bool:
        """Have the entry written soon; False where it was dropped."""
        with self._changed:
            if len(self.waiting) >= self.room():
                self.dropped += 1
                return False
            self.waiting.append(entry)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="log", daemon=True)
                self._thread.start()
            elif len(self.waiting) in (1, ENTRIES_AT_ONCE):  # what comes between wakes nobody
                self._changed.notify_all()
        return True

    def close(self, seconds: float = CLOSING) -> None:
        """Write what waits, as far as it goes in that time; a later entry begins a new thread."""
        with self._changed:
            thread, self._closing = self._thread, True
            self._changed.notify_all()
        if thread is not None:
            thread.join(seconds)
        with self._changed:
            self._thread = thread if thread is not None and thread.is_alive() else None
            self._closing = False

    def _work(self) -> None:
        pause = 0.0
        while True:
            with self._changed:
                self._gather(pause)
                closing, dropped = self._closing, self.dropped
                batch = list(islice(self.waiting, ENTRIES_AT_ONCE))
            written = self._write(batch, dropped, closing)
            pause = 0.0 if written else min(max(pause * 2, self.tick), LONGEST_PAUSE)
            if closing and (not written or not self.waiting):
                return

    def _gather(self, pause: float) -> None:
        """Wait for the first entry and what comes with it; after a failure, for `pause`."""
        wait = self._changed.wait_for
        wait(lambda: self._closing, pause)
        wait(lambda: self._closing or self.waiting)
        wait(lambda: self._closing or len(self.waiting) >= ENTRIES_AT_ONCE, self.tick)

    def _write(self, batch: list[Entry], dropped: int, closing: bool) -> bool:
        """Take the batch out of the queue, written or given up; False: it has to wait."""
        again: Sequence[Entry] = ()
        try:
            if batch or dropped:
                again = self.store(batch, dropped)
        except StoreAway as reason:
            logger.warning("%d searches wait to be written: %s", len(batch), reason)
            return False
        except Exception:  # what cannot be written now never can be: the thread goes on without it
            logger.exception("%d searches and clicks were not written.", len(batch))
        with self._changed:
            self.dropped -= dropped
            for _entry in batch:
                self.waiting.popleft()
            self.waiting.extend(() if closing else again)
        return True
