"""What may be forgotten: a cache whose absence makes search slower, never wrong."""

from __future__ import annotations

import logging
from typing import Any

from django.core.cache import cache

log = logging.getLogger(__name__)


def remembered(key: str) -> Any:
    """The value under `key`; None where it is unknown or the cache is down."""
    try:
        return cache.get(key)
    except Exception as reason:  # whatever the cache's client raises, search goes on without it
        log.warning("The cache could not be read: %s", reason)
        return None


def remember(key: str, value: Any, seconds: int) -> None:
    try:
        cache.set(key, value, seconds)
    except Exception as reason:
        log.warning("The cache could not be written: %s", reason)
