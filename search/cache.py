"""What may be forgotten: a cache whose absence makes search slower, never wrong.

A Redis that hangs costs a process one timeout, and is then left alone for some seconds.
Values are what `config.sealed` takes; a value that is not ours counts as unknown.
"""

from __future__ import annotations

import logging
from typing import Any

from django.core.cache import cache

from search.breaker import REDIS, LeftAlone

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
    try:
        with REDIS.asked():
            cache.set(key, value, seconds)
    except LeftAlone:
        return
    except Exception as reason:
        logger.warning("The cache could not be written: %s", reason)


def add(key: str, value: Any, seconds: int) -> None:
    """Keep `value` unless there is one under `key`: of all who add, the first is remembered."""
    try:
        with REDIS.asked():
            cache.add(key, value, seconds)
    except LeftAlone:
        return
    except Exception as reason:
        logger.warning("The cache could not be written: %s", reason)
