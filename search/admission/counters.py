"""Counting how often something was done in a window of time, exactly, by all processes together.

Without Redis each process counts for itself: a client may then do a few times as much, and no more.
"""

from __future__ import annotations

import logging
import threading
import time

import redis
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from catalog.breaker import REDIS, LeftAlone

logger = logging.getLogger(__name__)

MOST_KEYS = 20_000  # of one process: some 3 MB

# Made with the module and kept: two threads that each make their own close one under the other.
# It calls nobody yet, and one that is down costs a request next to nothing: no second try.
store = redis.Redis.from_url(
    settings.COUNTERS_URL,
    socket_timeout=0.5,
    socket_connect_timeout=0.5,
    retry=Retry(NoBackoff(), 0),
)


def count(key: str, seconds: int, cost: int = 1) -> tuple[int, float]:
    """Add `cost` in the window of `key`: (the sum so far, seconds until the window closes).

    The window opens with its first count and lasts `seconds`.
    """
    try:
        with REDIS.asked():
            return count_together(key, seconds, cost)
    except LeftAlone:
        pass
    except Exception:  # whatever its client raises: a counter must not cost anybody the answer
        logger.warning("Redis cannot count; this process counts for itself.", exc_info=True)
    return here.count(key, seconds, cost)


def count_together(key: str, seconds: int, cost: int) -> tuple[int, float]:
    """SET NX and INCRBY run as one transaction, so no key is ever left without an end.

    Redis ends keys by the clock of the wall: one that was set back would have a window last longer.
    """
    with store.pipeline(transaction=True) as transaction:
        transaction.set(key, 0, ex=seconds, nx=True)
        transaction.incrby(key, cost)
        transaction.pttl(key)
        _opened, total, milliseconds = transaction.execute()
    if milliseconds > seconds * 1000:
        store.expire(key, seconds)
        return total, float(seconds)
    return total, milliseconds / 1000


def forget(key: str) -> None:
    """Begin anew for `key`; where Redis does not answer, its window closes by itself."""
    here.windows.pop(key, None)
    try:
        with REDIS.asked():
            store.delete(key)
    except (LeftAlone, redis.RedisError):
        return


class LocalCounters:
    """The same in this process' memory, at most MOST_KEYS of them."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.windows: dict[str, tuple[int, float]] = {}  # key -> (sum, when it closes)

    def count(self, key: str, seconds: int, cost: int) -> tuple[int, float]:
        now = time.monotonic()
        with self.lock:
            total, closes = self.windows.pop(key, (0, 0.0))
            if closes <= now:
                total, closes = 0, now + seconds
            if len(self.windows) >= MOST_KEYS:
                del self.windows[next(iter(self.windows))]  # the one longest not counted
            self.windows[key] = (total + cost, closes)
        return total + cost, closes - now


here = LocalCounters()
