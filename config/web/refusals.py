"""Whole answers to requests that never reach Django: head and page, or problem for the API."""

from __future__ import annotations

import json
from contextlib import suppress
from http import HTTPStatus
from typing import Any, NamedTuple

from django.http import HttpRequest, parse_cookie
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, override
from django.utils.translation import gettext as _

from config.security import POLICY

RETRY_SECONDS = {503: 2}
PAGES = {413, 414, 503}


class Refused(NamedTuple):
    """What is answered, to whom: the path and two headers of a request that went no further."""

    status: int
    path: bytes = b""
    accepts: str = ""
    cookies: str = ""

    @property
    def language(self) -> str:
        """That of the visitor, as Django would know it; a thread still speaks that of its last."""
        request = HttpRequest()
        request.META["HTTP_ACCEPT_LANGUAGE"] = self.accepts
        request.COOKIES = parse_cookie(self.cookies)
        return get_language_from_request(request)


def refusal(refused: Refused) -> bytes:
    """The whole answer; the connection ends with it."""
    status = refused.status
    with override(refused.language):
        is_api = refused.path.startswith(b"/api/")
        content_type, body = problem(status) if is_api else page(refused)
    head = [
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}",
        "Connection: close",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(body)}",
        f"Content-Security-Policy: {POLICY}",
        "X-Content-Type-Options: nosniff",
    ]
    if status in RETRY_SECONDS:
        head.append(f"Retry-After: {RETRY_SECONDS[status]}")
    return "\r\n".join([*head, "", ""]).encode() + body


def page(refused: Refused) -> tuple[str, bytes]:
    if refused.status not in PAGES:
        return "text/plain; charset=utf-8", sentence(refused.status).encode()
    about = {"in_admin": refused.path.startswith(b"/admin/")}
    said = render_to_string(f"{refused.status}.html", about)
    return "text/html; charset=utf-8", said.encode()


def problem(status: int) -> tuple[str, bytes]:
    about = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status}
    body = json.dumps({**about, "detail": sentence(status)})
    return "application/problem+json", body.encode()


def sentence(status: int) -> str:
    match status:
        case 408:
            return _("Your request took too long to arrive. Please try again.")
        case 413:
            return _("This request is too large. Please send less.")
        case 414:
            return _("This address is too long. Please ask for less at once.")
        case 503:
            return _("Too many people are searching right now. Please try again.")
    return _("This request is broken: it did not arrive completely.")


def send(conn: Any, refused: Refused) -> bool:
    """Send the refusal from a thread; the connection is not kept."""
    conn.sock.setblocking(True)
    with suppress(OSError):
        conn.sock.sendall(refusal(refused))
    return False
