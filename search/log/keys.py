"""Keys that begin with their time (UUIDv7, RFC 9562): the order of keys is that of time."""

from __future__ import annotations

import secrets
import time
from datetime import datetime
from uuid import UUID

VERSION, VARIANT = 0x7 << 76, 0b10 << 62


def new_key() -> UUID:
    """Of this millisecond; its other 74 bits nobody can guess."""
    return UUID(int=of_millisecond(time.time_ns() // 1_000_000) | random_bits())


def first_key(moment: datetime) -> UUID:
    """Not above any key made at this moment or later, and above all that were made before."""
    return UUID(int=of_millisecond(int(moment.timestamp() * 1000)))


def of_millisecond(millisecond: int) -> int:
    return millisecond << 80 | VERSION | VARIANT


def random_bits() -> int:
    return secrets.randbits(12) << 64 | secrets.randbits(62)
