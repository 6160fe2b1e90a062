"""Who asks, for the log of searches: it makes the name of a session of it, and forgets it."""

from __future__ import annotations

from django.http import HttpRequest
from rest_framework.request import Request

from search.admission.throttles import client
from search.log import Visitor


def visitor(request: Request | HttpRequest) -> Visitor:
    return Visitor(client(request), request.headers.get("User-Agent", ""))
