"""Searches beyond what a process can work on are answered with words alone, and then sent away."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager

import pytest

from search.admission.shedding import Gate, Level, Overloaded


@contextmanager
def occupied(gate: Gate, count: int) -> Iterator[list[Level]]:
    """So many searches at once, each in a thread of its own, until the block ends."""
    inside, over = threading.Semaphore(0), threading.Event()

    def search() -> Level:
        with gate.admitted() as level:
            inside.release()
            over.wait(30)
            return level

    levels: list[Level] = []
    with ThreadPoolExecutor(count) as pool:
        searches = [pool.submit(search) for _ in range(count)]
        for _ in searches:
            inside.acquire(timeout=30)
        try:
            yield levels
        finally:
            over.set()
    levels += [each.result() for each in searches]


def test_as_many_as_fit_are_searched_in_full() -> None:
    gate = Gate(at_work=3, waiting=0, words_only=0, patience=0)
    with occupied(gate, 3) as levels, pytest.raises(Overloaded), gate.admitted():
        pass
    assert levels == [Level.FULL] * 3


def test_beyond_that_words_alone_serve_and_then_nothing() -> None:
    gate = Gate(at_work=1, waiting=0, words_only=2, patience=0)
    with occupied(gate, 3) as levels, pytest.raises(Overloaded), gate.admitted():
        pass
    assert sorted(level.value for level in levels) == ["full", "words only", "words only"]


def test_a_photo_is_not_searched_with_words() -> None:
    gate = Gate(at_work=1, waiting=0, words_only=2, patience=0)
    with occupied(gate, 1), pytest.raises(Overloaded), gate.admitted(words_serve=False):
        pass


def test_who_waits_is_searched_in_full_when_the_turn_comes() -> None:
    gate = Gate(at_work=1, waiting=1, words_only=0, patience=30)
    with ThreadPoolExecutor(1) as pool:

        def search() -> Level:
            with gate.admitted() as level:
                return level

        with occupied(gate, 1):
            waiting = pool.submit(search)
            while gate._waiting._value:
                time.sleep(0.01)
            with pytest.raises(Overloaded), gate.admitted():
                pass
        assert waiting.result(30) is Level.FULL


def test_who_waited_in_vain_is_answered_with_words() -> None:
    gate = Gate(at_work=1, waiting=1, words_only=1, patience=0.01)
    with occupied(gate, 1), gate.admitted() as level:
        assert level is Level.WORDS_ONLY


def test_a_search_inside_a_search_takes_no_room_of_its_own() -> None:
    gate = Gate(at_work=1, waiting=0, words_only=0, patience=0)
    with gate.admitted(), gate.admitted() as level:
        assert level is Level.FULL


def test_a_search_that_fails_gives_its_room_back() -> None:
    gate = Gate(at_work=1, waiting=0, words_only=0, patience=0)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), gate.admitted():
            raise ZeroDivisionError
    with ExitStack() as stack:
        assert stack.enter_context(gate.admitted()) is Level.FULL
