"""The decoding process, seen from the one that asks: started when needed, ended when it fails."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from django.conf import settings

from catalog.decoding.frames import receive, send

Reply = tuple[dict[str, Any], bytearray]

SLACK = 128 * 1024 * 1024  # of address space that decoders reserve and never fill
RETRY_SECONDS = 2


class DecodersBusy(Exception):
    """Other pictures are being decoded, for longer than this one could wait."""

    retry_after = RETRY_SECONDS


class DecoderDied(Exception):
    """The decoding process crashed, or took too long, over this picture."""


class Decoder:
    """One decoding process of this one; who asks meanwhile waits for `settings.DECODE_PATIENCE`."""

    def __init__(self) -> None:
        self.turn = threading.Lock()
        self.process: subprocess.Popen[bytes] | None = None
        self.link: socket.socket | None = None

    def ask(self, asked: dict[str, Any], content: bytes) -> Reply:
        """Raises DecodersBusy and DecoderDied."""
        if not self.turn.acquire(timeout=settings.DECODE_PATIENCE):
            raise DecodersBusy
        try:
            link = self.running()
            link.settimeout(settings.DECODE_SECONDS)
            send(link, asked, content)
            return receive(link)
        except (OSError, EOFError) as error:
            self.end()
            raise DecoderDied from error
        finally:
            self.turn.release()

    def running(self) -> socket.socket:
        if self.link is None or self.process is None or self.process.poll() is not None:
            self.end()
            self.start()
        assert self.link is not None
        return self.link

    def start(self) -> None:
        ours, theirs = socket.socketpair()
        numbers = theirs.fileno(), settings.PICTURE_MEMORY + SLACK, settings.DECODE_CPU_SECONDS
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "catalog.decoding.child", *map(str, numbers)],
                cwd=Path(__file__).parents[2],
                env=environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )
        self.link = ours

    def end(self) -> None:
        if self.link:
            self.link.close()
        if self.process:
            self.process.kill()
            self.process.wait()
        self.link = self.process = None


def environment() -> dict[str, str]:
    """What Python needs to start, and none of our secrets."""
    needed = ("PATH", "LD_LIBRARY_PATH", "PYTHONPATH")
    found = {name: os.environ[name] for name in needed if name in os.environ}
    return {**found, "MALLOC_ARENA_MAX": "1"}


decoder = Decoder()


def begin_anew() -> None:
    """A forked process has a decoder of its own: two on one socket would mix up their pictures."""
    global decoder
    if decoder.link:
        decoder.link.close()
    decoder = Decoder()


os.register_at_fork(after_in_child=begin_anew)


def ask(asked: dict[str, Any], content: bytes) -> Reply:
    return decoder.ask(asked, content)
