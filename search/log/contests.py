"""Which searches take part in the interleaving that is running, without a statement to ask it.

The thread that writes the log looks whether one is running each time that it has written; a search
reads what the process knows of it.
"""

from __future__ import annotations

import time
from datetime import UTC, datetime

from search.log.sessions import Visitor, session_of
from search.models import Interleaving
from search.query import Contest, Query
from search.ranking.interleaving import coin_of

LOOK_EVERY = 10  # seconds
FORGOTTEN = 60  # seconds after which nobody knows whether it is still running

_running: Interleaving | None = None
_looked = 0.0


def look() -> None:
    """Ask the database which interleaving is running, unless that was done a moment ago."""
    global _running, _looked
    if time.monotonic() - _looked >= LOOK_EVERY or not _looked:
        _running = Interleaving.objects.filter(state=Interleaving.State.RUNNING).first()
        _looked = time.monotonic()


def forget() -> None:
    global _running, _looked
    _running, _looked = None, 0.0


def contest_of(query: Query, visitor: Visitor) -> Contest | None:
    """The contest that a search takes part in; a whole session does, or none of it."""
    running = _running if time.monotonic() - _looked < FORGOTTEN else None
    if running is None or not query.parts or query.sort != "relevance" or query.explain:
        return None
    session = session_of(visitor, datetime.now(UTC))
    if coin_of("takes part", running.pk, session).random() * 100 >= running.share:
        return None
    return Contest(running.pk, running.first, running.second, session)
