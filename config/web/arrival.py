"""A request on its way in: whether it is whole, too large or too slow, told without reading it.

Only its framing is looked at, so that the worker can wait for any number of slow clients without a
thread for each; what the request says is for gunicorn's own parser, which gets the same bytes.
"""

from __future__ import annotations

import re
import time
from enum import Enum, auto

HEAD_BYTES = 64 * 1024  # beyond that gunicorn's parser says what is too long
LINE_BYTES = 256  # of the line that begins a chunk
FIRST_BYTE_SECONDS = 10.0
HEAD_SECONDS = 10.0
# As Apache's mod_reqtimeout: a body may take this long, and longer the more of it has come.
BODY_SECONDS, BODY_RATE = 10.0, 10_000.0  # bytes a second

LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d+)[ \t]*(?=\r\n)", re.IGNORECASE)
CODING = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue", re.IGNORECASE)
SIZE = re.compile(rb"([0-9a-f]{1,15})[ \t]*(;|$)", re.IGNORECASE)


class State(Enum):
    WAITING = auto()
    WHOLE = auto()  # or broken in a way that gunicorn's parser names
    TOO_LARGE = auto()


class Arrival:
    """The bytes of one request so far; `most` is what its body may have."""

    def __init__(self, most: int, idle_seconds: float = FIRST_BYTE_SECONDS) -> None:
        self.most = most
        self.data = bytearray()
        self.state = State.WAITING
        self.deadline = time.monotonic() + idle_seconds
        self._head = 0  # where the body begins, once the head is whole
        self._length: int | None = None  # of the body; None where it comes in chunks
        self._chunk = 0  # where the next chunk begins
        self._body_began = 0.0

    def feed(self, data: bytes) -> State:
        if not self.data:
            self.deadline = time.monotonic() + HEAD_SECONDS
        self.data += data
        if not self._head:
            self._look_at_head(max(0, len(self.data) - len(data) - 3))
        if self._head and self.state is State.WAITING:
            self._look_at_body()
        return self.state

    @property
    def path(self) -> bytes:
        """The address asked for, without its query."""
        words = bytes(self.data[: self.data.find(b"\r\n")]).split(b" ")
        return words[1].split(b"?")[0] if len(words) > 1 else b""

    @property
    def line_bytes(self) -> int:
        """How long the first line is, as far as it has come."""
        end = self.data.find(b"\r\n")
        return end if end >= 0 else len(self.data)

    def header(self, name: str) -> str:
        """A header of a request that may be broken; "" where there is none."""
        sent = rb"\r\n%b:[ \t]*([^\r\n]*)\r\n" % name.encode()
        found = re.search(sent, self.data[: self._head or HEAD_BYTES], re.IGNORECASE)
        return found[1].decode("latin-1") if found else ""

    @property
    def expects_continue(self) -> bool:
        """Whether the client waits to be told that it may send the body."""
        return self._head == len(self.data) and bool(EXPECTS.search(self.data))

    def _look_at_head(self, start: int) -> None:
        end = self.data.find(b"\r\n\r\n", start)
        if end < 0:
            self.state = State.WHOLE if len(self.data) > HEAD_BYTES else State.WAITING
            return
        self._head = self._chunk = end + 4
        head = bytes(self.data[: self._head])
        lengths = LENGTH.findall(head)
        if len(lengths) > 1 or len(b"".join(lengths)) > 15:
            self.state = State.TOO_LARGE if len(lengths) == 1 else State.WHOLE
            return
        self._length = None if CODING.search(head) else int(lengths[0]) if lengths else 0
        self._body_began = time.monotonic()

    def _look_at_body(self) -> None:
        received = len(self.data) - self._head
        if max(received, self._length or 0) > self.most and not self._is_whole():
            self.state = State.TOO_LARGE
        elif self._is_whole():
            self.state = State.WHOLE
        self.deadline = self._body_began + BODY_SECONDS + received / BODY_RATE

    def _is_whole(self) -> bool:
        if self._length is not None:
            return self._length <= min(self.most, len(self.data) - self._head)
        return self._last_chunk_came()

    def _last_chunk_came(self) -> bool:
        """Whether the chunks have ended, or gunicorn's parser will find them broken."""
        while (end := self.data.find(b"\r\n", self._chunk, self._chunk + LINE_BYTES)) >= 0:
            size = SIZE.match(self.data[self._chunk : end])
            if not size:
                return True
            if not (count := int(size[1], 16)):
                return self.data.find(b"\r\n\r\n", end) >= 0
            self._chunk = end + 2 + count + 2
        return len(self.data) - self._chunk > LINE_BYTES
