"""What the two ends of the socket say: a JSON head and the bytes behind it, no pickles."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

LENGTHS = struct.Struct("!II")


def send(link: socket.socket, head: dict[str, Any], body: bytes) -> None:
    text = json.dumps(head).encode()
    link.sendall(LENGTHS.pack(len(text), len(body)) + text)
    link.sendall(body)


def receive(link: socket.socket) -> tuple[dict[str, Any], bytearray]:
    """Head and body. Raises EOFError where the other end is gone."""
    head, body = LENGTHS.unpack(exactly(link, LENGTHS.size))
    return json.loads(exactly(link, head)), exactly(link, body)


def exactly(link: socket.socket, count: int) -> bytearray:
    data = bytearray(count)
    view, done = memoryview(data), 0
    while done < count:
        if not (read := link.recv_into(view[done:])):
            raise EOFError
        done += read
    return data
