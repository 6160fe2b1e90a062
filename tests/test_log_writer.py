"""The queue of the log is bounded, outlives a store that is away, and never holds up who writes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest

from search.log.writer import ENTRIES_AT_ONCE, StoreAway, Writer


class Store:
    """Remembers what was written; away or held up as the test says."""

    def __init__(self) -> None:
        self.written: list[int] = []
        self.dropped = 0
        self.attempts = 0
        self.away = False
        self.open = threading.Event()
        self.open.set()

    def __call__(self, entries: Sequence[int], dropped: int) -> Sequence[int]:
        self.attempts += 1
        self.open.wait(10)
        if self.away:
            raise StoreAway("gone fishing")
        if -1 in entries:
            raise ValueError("nobody can write this")
        self.written += entries
        self.dropped += dropped
        return ()


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def writer(store: Store) -> Iterator[Writer[int]]:
    made: Writer[int] = Writer(store, lambda: 1_000, tick=0.01)
    yield made
    store.open.set()
    store.away = False
    made.close()


def until(what: Callable[[], bool]) -> None:
    for _attempt in range(1_000):
        if what():
            return
        time.sleep(0.01)
    raise AssertionError("It did not come about.")


def test_entries_are_written_in_their_order(writer: Writer[int], store: Store) -> None:
    for number in range(ENTRIES_AT_ONCE + 1):
        assert writer.put(number)
    writer.close()
    assert store.written == list(range(ENTRIES_AT_ONCE + 1))


def test_without_room_an_entry_is_dropped_and_counted(writer: Writer[int], store: Store) -> None:
    store.open.clear()
    taken = [writer.put(number) for number in range(1_200)]
    assert taken == [True] * 1_000 + [False] * 200
    store.open.set()
    writer.close()
    assert (len(store.written), store.dropped, writer.dropped) == (1_000, 200, 0)


def test_a_store_that_was_away_gets_all_of_it(writer: Writer[int], store: Store) -> None:
    store.away = True
    writer.put(1)
    until(lambda: store.attempts >= 2)
    writer.put(2)
    store.away = False
    until(lambda: store.written == [1, 2])


def test_what_nobody_can_write_stops_nothing(writer: Writer[int], store: Store) -> None:
    writer.put(-1)
    until(lambda: not writer.waiting)
    writer.put(2)
    writer.close()
    assert store.written == [2]


def test_closing_waits_no_longer_than_said(writer: Writer[int], store: Store) -> None:
    store.open.clear()
    writer.put(1)
    began = time.monotonic()
    writer.close(seconds=0.1)
    assert time.monotonic() - began < 5
    assert store.written == []


def test_after_closing_another_thread_begins(writer: Writer[int], store: Store) -> None:
    writer.put(1)
    writer.close()
    writer.put(2)
    writer.close()
    assert store.written == [1, 2]


def test_a_forked_process_writes_its_own_and_nothing_twice(
    writer: Writer[int], store: Store
) -> None:
    store.open.clear()
    writer.put(1)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        store.open.set()
        writer.put(2)
        writer.close()
        os.write(writing, repr(store.written).encode())
        os._exit(0)
    os.waitpid(child, 0)
    store.open.set()
    writer.close()
    assert os.read(reading, 100) == b"[2]"
    assert store.written == [1]
