"""A web server of our own, without throttles, for benchmarks that ask over HTTP."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO

import httpx2 as httpx

START_SECONDS = 120
UNTHROTTLED = {"SEARCHES_A_MINUTE": "0", "PHOTOS_A_MINUTE": "0"}

Command = Callable[[str], Sequence[str]]  # from the host and port that the server is to listen at


@contextmanager
def serving(
    command: Command, said: IO[str] | None = None, **environment: str
) -> Iterator[tuple[str, int]]:
    """The address and the process of the server, which writes into `said` where that is given."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listens = f"127.0.0.1:{free.getsockname()[1]}"
    env = os.environ | UNTHROTTLED | environment
    process = subprocess.Popen(command(listens), env=env, stdout=said, stderr=said)
    try:
        wait_for(f"http://{listens}/livez")
        yield f"http://{listens}", process.pid
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    sys.exit(f"The server at {address} does not answer.")
