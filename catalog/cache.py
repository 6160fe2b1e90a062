"""What may be forgotten: a cache whose absence makes an answer slower, never wrong.

A Redis that hangs costs a process one timeout, and is then left alone for some seconds.
Values are what `config.sealed` takes; a value that is not ours counts as unknown.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.core.cache import cache

from catalog.breaker import REDIS, LeftAlone

logger = logging.getLogger(__name__)


def remembered(key: str, kind: type = object) -> Any:
    """The value under `key`; None where it is unknown, no `kind`, or the cache is down."""
    try:
        with REDIS.asked():
            value = cache.get(key)
    except LeftAlone:
        return None
    except Exception as reason:  # whatever the cache's client raises, search goes on without it
        logger.warning("The cache could not be read: %s", reason)
        return None
    return value if isinstance(value, kind) else None


def remember(key: str, value: Any, seconds: int) -> None:
    """Keep `value` under `key` for some seconds, or forget it where the cache is down."""
    write(lambda: cache.set(key, value, seconds))


def remember_all(values: dict[str, Any], seconds: int) -> None:
    """The same of several values, in one round trip."""
    write(lambda: cache.set_many(values, seconds))


def add(key: str, value: Any, seconds: int) -> bool:
    """Keep `value` unless there is one under `key`; returns whether it was the first."""
    return bool(write(lambda: cache.add(key, value, seconds)))


def forget(key: str) -> None:
    write(lambda: cache.delete(key))


def write(call: Callable[[], object]) -> object:
    """What the call returns; None where the cache is down."""
    try:
        with REDIS.asked():
            return call()
    except LeftAlone:
        return None
    except Exception as reason:
        logger.warning("The cache could not be written: %s", reason)
        return None
