"""What every page shows and no visitor changes: asked of the database every few seconds only.

A process keeps the latest answer. Within a transaction, which may have written a moment ago, the
database is asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import connection

Answer = TypeVar("Answer")
answers: dict[Callable[[], Any], tuple[float, Any]] = {}  # until when it serves, and the answer


def recent(seconds: float) -> Callable[[Callable[[], Answer]], Callable[[], Answer]]:
    """Decorates a question: its answer is at most `seconds` old. Callers share it, unchanged."""

    def decorated(ask: Callable[[], Answer]) -> Callable[[], Answer]:
        @wraps(ask)
        def asked() -> Answer:
            if connection.in_atomic_block:
                return ask()
            until, answer = answers.get(ask, (0.0, None))
            if time.monotonic() >= until:
                answer = ask()
                answers[ask] = time.monotonic() + seconds, answer
            return answer  # type: ignore[return-value]

        return asked

    return decorated


def forget() -> None:
    """Ask again at the next call."""
    answers.clear()
