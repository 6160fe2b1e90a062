"""What every page shows is asked of the database once every few seconds, and shared."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from unittest.mock import patch

import pytest

from catalog.recent import answers, forget, recent


def question() -> Callable[[], int]:
    """Says how many times the database was asked."""
    times = count(1)
    return recent(5)(lambda: next(times))


@pytest.mark.django_db(transaction=True)
def test_an_answer_serves_for_some_seconds() -> None:
    ask = question()
    now = time.monotonic()
    with patch("time.monotonic", lambda: now):
        assert [ask(), ask()] == [1, 1]
    with patch("time.monotonic", lambda: now + 6):
        assert [ask(), ask()] == [2, 2]


@pytest.mark.django_db(transaction=True)
def test_two_questions_are_not_mistaken_for_each_other() -> None:
    one, two = question(), question()
    assert [one(), one(), two()] == [1, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_it_can_be_forgotten() -> None:
    ask = question()
    ask()
    forget()
    assert ask() == 2


@pytest.mark.django_db
def test_in_a_transaction_it_is_asked_anew() -> None:
    ask = question()
    assert [ask(), ask()] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_the_answers_for_two_values_are_not_mistaken_for_each_other() -> None:
    ask = recent(5)(lambda letter: letter.upper())
    assert [ask("a"), ask("b"), ask("a")] == ["A", "B", "A"]


@pytest.mark.django_db(transaction=True)
def test_what_has_expired_takes_no_memory() -> None:
    times = count(1)
    of_anything = recent(5)(lambda _asked: next(times))
    forget()
    now = time.monotonic()
    for number in range(100):
        with patch("time.monotonic", lambda seconds=number: now + seconds):
            of_anything(number)
    assert len(answers) <= 6
