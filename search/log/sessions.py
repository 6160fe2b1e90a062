"""Which searches of a day belong together, without knowing whose they are.

The name of a session is a hash of address and browser with the day's salt. The salt is drawn at
random, kept in the cache alone (no disk, no backup) and forgotten when the day ends: after that
nobody can tell which address had which name, and nobody ever whether two days are one person.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from catalog.cache import add, remembered

SALT_BYTES = 16
NAME_LENGTH = 16  # characters: 96 bits

# Where the cache is away, each process draws its own for the day: sessions fall apart, no more.
_salts: dict[str, bytes] = {}


class Visitor(NamedTuple):
    """Who asks; kept until the name is made, at most as long as a row waits to be written."""

    address: str
    browser: str


def session_of(visitor: Visitor, at: datetime) -> str:
    """The name of the visitor's session on that day (UTC)."""
    content = "\n".join([visitor.address, visitor.browser]).encode()
    digest = hashlib.blake2b(content, key=salt_of(at), digest_size=12).digest()
    return base64.urlsafe_b64encode(digest).decode()[:NAME_LENGTH]


def salt_of(at: datetime) -> bytes:
    day = at.astimezone(UTC).date().isoformat()
    if day not in _salts:
        _salts.clear()  # of the day before
        _salts[day] = shared_salt(f"log:salt:{day}", seconds_left(at))
    return _salts[day]


def shared_salt(key: str, seconds: int) -> bytes:
    """The salt that all processes use, drawn by whoever comes first."""
    drawn = secrets.token_bytes(SALT_BYTES)
    add(key, drawn, seconds)
    found: bytes | None = remembered(key, bytes)
    return found or drawn


def seconds_left(at: datetime) -> int:
    """Of the day; what is written a moment after midnight belongs to the day before."""
    day = at.astimezone(UTC).date() + timedelta(days=1)
    return int((datetime.combine(day, time.min, UTC) - at).total_seconds()) + 60
