"""Pages of other addresses that may search from the browser: those that a key to read names.

A preflight carries no key, so it is answered for any page that some key names; the answer itself
can be read by a page only where the very key that it sent names it.
"""

from __future__ import annotations

from typing import Any

from corsheaders.signals import check_request_enabled
from django.http import HttpRequest

from search.api.keys import secret_of
from search.models.api_key import is_welcome, key_of


def connect() -> None:
    check_request_enabled.connect(may_read, dispatch_uid="search.api.cross_origin")


def may_read(sender: Any, request: HttpRequest, **signal: Any) -> bool:
    """Signal of django-cors-headers, sent for addresses of the API alone (CORS_URLS_REGEX)."""
    origin = request.headers.get("Origin", "")
    if request.method == "OPTIONS":
        return is_welcome(origin)
    key = key_of(secret) if (secret := secret_of(request)) else None
    return key is not None and not key.may_write and origin in key.origins.split()
