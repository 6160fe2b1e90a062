"""A server that sends a byte now and then holds nobody longer than the whole may take."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

from catalog.web import Unavailable, fetch

SECONDS, PAUSE, BYTES = 1.0, 0.1, 60
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.fixture
def dribbling(settings: Any) -> Iterator[Any]:
    """Begins a server that sends its first bytes at once and the rest one by one."""
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve(first: bytes, again: bytes) -> str:
            threading.Thread(target=answer, args=(listening, first, again), daemon=True).start()
            return f"http://127.0.0.1:{listening.getsockname()[1]}/a.jpg"

        yield serve


def answer(listening: socket.socket, first: bytes, again: bytes) -> None:
    with suppress(OSError):
        link, _peer = listening.accept()
        with link:
            link.recv(4_096)
            link.sendall(first)
            for _ in range(BYTES):
                time.sleep(PAUSE)
                link.sendall(again)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (OK + b"X-Long: ", b"x"),  # a head without an end
        (b"", b"HTTP/1.1 102 Processing\r\n\r\n"),  # more to come, for ever
        (CHUNKED + b"0\r\nX-Long: ", b"x"),  # what follows the last chunk
        (CHUNKED + b"1;", b"x"),  # the size of a chunk
        (OK + b"Content-Length: 500\r\n\r\n", b"x"),
    ],
)
def test_it_is_given_up_in_time(dribbling: Any, first: bytes, again: bytes) -> None:
    start = time.monotonic()
    with pytest.raises(Unavailable):
        fetch(dribbling(first, again), seconds=SECONDS)
    assert time.monotonic() - start < SECONDS + 1
