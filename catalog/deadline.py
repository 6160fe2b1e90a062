"""A connection whose reads and writes end together, however small the pieces that come.

A time limit for each read is none for all: who sends a byte before each ends is read for ever.
"""

from __future__ import annotations

import time
from typing import Any

import httpcore2


class Deadline(httpcore2.NetworkStream):
    """The stream until a moment of `time.monotonic()`; after it raises httpcore2.ReadTimeout."""

    def __init__(self, stream: httpcore2.NetworkStream, until: float) -> None:
        self.stream, self.until = stream, until

    def left(self) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout
        return left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self.stream.read(max_bytes, self.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self.left())

    def start_tls(self, *args: Any, **kwargs: Any) -> httpcore2.NetworkStream:
        kwargs["timeout"] = self.left()
        return Deadline(self.stream.start_tls(*args, **kwargs), self.until)

    def close(self) -> None:
        self.stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)
