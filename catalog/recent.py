"""What many requests ask alike and no visitor changes: asked of the database every few seconds.

A process keeps the latest answers. Within a transaction, which may have written a moment ago, the
database is asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import connection

FRESH_SECONDS = 10  # that most of it may miss what has just been changed in the shop

Answer = TypeVar("Answer")
Of = ParamSpec("Of")
answers: dict[Any, tuple[float, Any]] = {}  # until when it serves, and the answer


def recent(seconds: float) -> Callable[[Callable[Of, Answer]], Callable[Of, Answer]]:
    """Decorates a question: its answer is at most `seconds` old. Callers share it, unchanged.

    One answer is kept for each value of its arguments, and let go of with the next that is new.
    """

    def decorated(ask: Callable[Of, Answer]) -> Callable[Of, Answer]:
        @wraps(ask)
        def asked(*of: Of.args, **named: Of.kwargs) -> Answer:
            if connection.in_atomic_block:
                return ask(*of, **named)
            key = (ask, of, *named.items())
            until, answer = answers.get(key, (0.0, None))
            if time.monotonic() >= until:
                answer = ask(*of, **named)
                drop_expired()
                answers[key] = time.monotonic() + seconds, answer
            return answer

        return asked

    return decorated


def drop_expired() -> None:
    now = time.monotonic()
    for key, (until, _answer) in list(answers.items()):
        if now >= until:
            answers.pop(key, None)


def forget() -> None:
    """Ask again at the next call."""
    answers.clear()
