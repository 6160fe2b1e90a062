"""A request's bytes that have arrived, given to gunicorn's parser and to Django."""

from __future__ import annotations

from typing import Any

from gunicorn.http.body import Body, LengthReader
from gunicorn.http.unreader import IterUnreader, Unreader


class ArrivedUnreader(Unreader):
    """Reads what has arrived, and ends there: no thread waits for a client to send more."""

    PIECE_BYTES = 1024 * 1024

    def __init__(self) -> None:
        super().__init__()
        self.arrived = memoryview(b"")

    def chunk(self, size_hint: int | None = None) -> bytes:
        size = max(8_192, min(size_hint or 0, self.PIECE_BYTES))
        piece, self.arrived = bytes(self.arrived[:size]), self.arrived[size:]
        return piece

    def leftover(self) -> bytes:
        """What has arrived of the next request."""
        rest = self.take_buffered() + bytes(self.arrived)
        self.arrived = memoryview(b"")
        return rest


def unchunk(req: Any) -> None:
    """Django reads as much as Content-Length says, and of a body in chunks nothing."""
    content = req.body.read()
    req.headers = [pair for pair in req.headers if pair[0] != "TRANSFER-ENCODING"]
    req.headers.append(("CONTENT-LENGTH", str(len(content))))
    req.body = Body(LengthReader(IterUnreader([content]), len(content)))
