"""Whole answers to requests that never reach Django: head and page, or problem for the API."""

from __future__ import annotations

import json
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from config.security import POLICY

RETRY_SECONDS = {503: 2}
PAGES = {413, 414, 503}


def refusal(status: int, path: bytes = b"") -> bytes:
    """The answer with this status to whoever asked for the path; the connection ends with it."""
    content_type, body = problem(status) if path.startswith(b"/api/") else page(status)
    phrase = "URI Too Long" if status == 414 else HTTPStatus(status).phrase
    head = [
        f"HTTP/1.1 {status} {phrase}",
        "Connection: close",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(body)}",
        f"Content-Security-Policy: {POLICY}",
        "X-Content-Type-Options: nosniff",
    ]
    if status in RETRY_SECONDS:
        head.append(f"Retry-After: {RETRY_SECONDS[status]}")
    return "\r\n".join([*head, "", ""]).encode() + body


def page(status: int) -> tuple[str, bytes]:
    if status not in PAGES:
        return "text/plain; charset=utf-8", sentence(status).encode()
    return "text/html; charset=utf-8", render_to_string(f"{status}.html").encode()


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
            return _("Too many are searching at this moment. Please try again.")
    return _("This request is broken: it did not arrive whole.")


def send(conn: Any, answer: tuple[int, bytes]) -> bool:
    """Send the refusal (status and path) from a thread; the connection is not kept."""
    conn.sock.setblocking(True)
    with suppress(OSError):
        conn.sock.sendall(refusal(*answer))
    return False
