"""gunicorn's threads, with the shop's own page where gunicorn itself turns a request away."""

import socket
import time
from contextlib import suppress
from typing import Any

from django.template.loader import render_to_string
from gunicorn.http.errors import LimitRequestLine
from gunicorn.workers.gthread import ThreadWorker

from config.security import POLICY

UNREAD_BYTES = 1024 * 1024  # of a request that was turned away, and is still arriving
UNREAD_SECONDS = 1.0


class ShopWorker(ThreadWorker):
    """Threads that answer an address of more than 8,190 bytes with a page of the shop."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("An address from %s is too long: %s", addr and addr[0], exc)
        with suppress(OSError):
            client.settimeout(UNREAD_SECONDS)
            client.sendall(too_long())
            client.shutdown(socket.SHUT_WR)
            read_out(client)


def too_long() -> bytes:
    """The whole answer, head and page."""
    page = render_to_string("414.html").encode()
    head = [
        "HTTP/1.1 414 URI Too Long",
        "Connection: close",
        "Content-Type: text/html; charset=utf-8",
        f"Content-Length: {len(page)}",
        f"Content-Security-Policy: {POLICY}",
        "X-Content-Type-Options: nosniff",
    ]
    return "\r\n".join([*head, "", ""]).encode() + page


def read_out(client: socket.socket) -> None:
    """Take what is still on its way: closed over it, a browser shows a reset and not the page."""
    deadline, left = time.monotonic() + UNREAD_SECONDS, UNREAD_BYTES
    while left > 0 and time.monotonic() < deadline and (read := len(client.recv(65_536))):
        left -= read
