"""How much one client may ask in a minute, the same for pages and API.

DRF's own throttle reads, adds and writes its list of times: of 60 parallel requests at a limit
of 10 it let 41 through. `counters` counts atomically: exactly 10.
"""

from __future__ import annotations

import ipaddress
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from search.admission import counters
from search.retrieval.passages import pieces

PERIOD = 60  # seconds; a client's window opens with its first request


def seconds_to_wait(request: Request | HttpRequest, scope: str, cost: int = 1) -> float:
    """Charge `cost` to the client's minute: 0 where it may ask, else how long it has to wait.

    At most `settings.REQUESTS_A_MINUTE[scope]` a minute from one address; 0 is no limit. Who has
    something left may ask for something dearer.
    """
    limit = settings.REQUESTS_A_MINUTE[scope]
    return seconds_over(f"{scope}:{client(request)}", limit, cost)


def seconds_over(name: str, limit: int, cost: int = 1) -> float:
    """Charge `cost` to the minute of whoever is named: 0, or how long to wait."""
    if not limit or not cost:
        return 0
    # Redis counts under a name that says nothing of the address or the key.
    hidden = salted_hmac("search.throttles", name, algorithm="sha256").hexdigest()[:32]
    total, seconds_left = counters.count(f"throttle:{hidden}", PERIOD, cost)
    return 0 if total - cost < limit else seconds_left


class Throttle(BaseThrottle):
    """`seconds_to_wait` for DRF."""

    scope: str
    seconds_left: float = 0

    def allow_request(self, request: Request | HttpRequest, view: Any) -> bool:
        self.seconds_left = seconds_to_wait(request, self.scope)
        return not self.seconds_left

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


class KeyThrottle(Throttle):
    """What a key may ask, from wherever it is used."""

    def allow_request(self, request: Request | HttpRequest, view: Any) -> bool:
        key = getattr(request, "auth", None)
        self.seconds_left = seconds_over(f"key:{key.pk}", key.a_minute) if key else 0
        return not self.seconds_left


def cost_of_list(text: str) -> int:
    """What a shopping list is charged: a search for each line, and each sentence of a long one."""
    return max(1, len(pieces(text)))


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
