"""How much one client may ask, counted in Redis so that it holds for all processes at once.

DRF's own throttle reads, adds and writes its list of times: of 60 parallel requests at a limit
of 10 it let 41 through. INCR is atomic: exactly 10.
"""

from __future__ import annotations

import ipaddress
import logging
from functools import cache
from typing import Any

import redis
from django.conf import settings
from django.http import HttpRequest
from redis.backoff import NoBackoff
from redis.retry import Retry
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

logger = logging.getLogger(__name__)

PERIOD = 60  # seconds; a client's window opens with its first request


@cache
def counters() -> redis.Redis:
    """The cache's Redis. One that is down must cost a request next to nothing: no second try."""
    return redis.Redis.from_url(
        settings.CACHES["default"]["LOCATION"],
        socket_timeout=0.5,
        socket_connect_timeout=0.5,
        retry=Retry(NoBackoff(), 0),
    )


class Throttle(BaseThrottle):
    """At most `settings.REQUESTS_A_MINUTE[scope]` requests from one address; 0 is no limit."""

    scope: str
    seconds_left: float = 0

    def allow_request(self, request: Request | HttpRequest, view: Any) -> bool:
        limit = settings.REQUESTS_A_MINUTE[self.scope]
        if not limit:
            return True
        try:
            count, self.seconds_left = count_request(f"{self.scope}:{client(request)}")
        except redis.RedisError:
            logger.warning("Redis is unreachable; requests are not counted.", exc_info=True)
            return True
        return count <= limit

    def wait(self) -> float:
        return self.seconds_left


class SearchThrottle(Throttle):
    scope = "search"


class SuggestThrottle(Throttle):
    """Suggestions come with every key pressed, and cost no encoding."""

    scope = "suggest"


class PhotoThrottle(Throttle):
    """Only requests that bring a photo are counted: each has to be decoded and encoded."""

    scope = "photo"

    def allow_request(self, request: Request | HttpRequest, view: Any) -> bool:
        brings_one = (request.content_type or "").startswith("multipart/")
        return not brings_one or super().allow_request(request, view)


class PassagesThrottle(Throttle):
    """One text asks for many searches at once, so it is counted like a photo."""

    scope = "photo"


def count_request(key: str) -> tuple[int, float]:
    """Count one more in the key's window: (requests so far, seconds until the window closes).

    SET NX and INCR run as one transaction, so no key is ever left without an end.
    """
    name = f"throttle:{key}"
    with counters().pipeline(transaction=True) as transaction:
        transaction.set(name, 0, ex=PERIOD, nx=True)
        transaction.incr(name)
        transaction.pttl(name)
        _opened, count, milliseconds = transaction.execute()
    return count, milliseconds / 1000


def client(request: Request | HttpRequest) -> str:
    """The address that a request came from; of IPv6 the /64 that one household is given.

    X-Forwarded-For is believed only for as many entries as there are proxies of ours
    (settings.TRUSTED_PROXIES), counted from the right: what stands further left is the client's
    own claim.
    """
    address = request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if proxies and len(forwarded) >= proxies:
        address = forwarded[-proxies].strip()
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address[:64]
    if isinstance(found, ipaddress.IPv6Address) and not found.ipv4_mapped:
        return str(ipaddress.ip_network((int(found), 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
