"""The process that decodes pictures, so that none can crash, fill or stop the one that asked.

`python -m catalog.decoding.child FD MEMORY CPU_SECONDS` answers on a socket, one picture after
another, until it is closed. It knows neither Django nor the database, and answers in plain values:
the asking process need not trust it. `catalog.decoding.parent` is the other end.
"""

from __future__ import annotations

import io
import math
import resource
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import pillow_heif
from PIL import AvifImagePlugin, Image, UnidentifiedImageError

from catalog.decoding.frames import receive, send
from catalog.decoding.limits import Refused, check
from catalog.decoding.orientation import SIDEWAYS, orientation
from catalog.decoding.pixels import opened

SUFFIXES = {
    "JPEG": ".jpg",
    "MPO": ".jpg",  # what Pillow calls a JPEG with a second picture inside, as phones write it
    "PNG": ".png",
    "WEBP": ".webp",
    "GIF": ".gif",
    "AVIF": ".avif",
    "HEIF": ".heic",
}
FORMATS = [name for name in SUFFIXES if name != "MPO"]  # JPEG opens those


def inspected(image: Image.Image) -> dict[str, Any]:
    """Decode to be sure that the picture is whole; its suffix and upright size in pixels."""
    width, height = image.size
    if orientation(image) in SIDEWAYS:
        width, height = height, width
    image.draft(None, (64, 64))
    image.load()
    return {"suffix": SUFFIXES[str(image.format)], "width": width, "height": height}


def answer(asked: dict[str, Any], content: bytes) -> tuple[dict[str, Any], bytes]:
    """What was asked of the picture, or {"refused": why, "limit": number}."""
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as image:
            check(image, asked["limits"])
            if asked["inspect"]:
                return inspected(image), b""
            picture = opened(image, asked["near"], asked["box"], asked["limits"]["ratio"])
            return {"width": picture.width, "height": picture.height}, picture.tobytes()
    except Refused as refused:
        return {"refused": refused.why, "limit": refused.limit}, b""
    except MemoryError:
        return {"refused": "memory"}, b""
    except UnidentifiedImageError:
        return {"refused": "unreadable"}, b""
    except Exception:  # decoders raise whatever they like at broken bytes
        return {"refused": "broken"}, b""


def limit(memory: int, cpu_seconds: int) -> None:
    """From here on: so much more memory than now, so much processor time a picture, no files."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    room = pages * resource.getpagesize() + memory
    resource.setrlimit(resource.RLIMIT_AS, (room, room))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    wind_up(cpu_seconds)


def wind_up(cpu_seconds: int) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(used.ru_utime + used.ru_stime) + cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def main(descriptor: int, memory: int, cpu_seconds: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that asks
    pillow_heif.register_heif_opener()
    pillow_heif.options.DECODE_THREADS = AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    Image.MAX_IMAGE_PIXELS = None  # `check` counts them
    limit(memory, cpu_seconds)
    with socket.socket(fileno=descriptor) as link:
        while True:
            try:
                asked, content = receive(link)
            except (EOFError, ConnectionError):
                return
            wind_up(cpu_seconds)
            send(link, *answer(asked, bytes(content)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
