"""Threads for some addresses, so that those never stand behind others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field


@dataclass
class Lane:
    """Threads for some addresses, and how many requests may wait for them."""

    prefixes: tuple[bytes, ...]
    threads: int
    most: int
    at_work: int = 0
    pool: ThreadPoolExecutor = field(init=False)

    def open(self) -> None:
        self.pool = ThreadPoolExecutor(self.threads, thread_name_prefix="lane")
