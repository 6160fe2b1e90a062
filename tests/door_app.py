"""What stands behind the worker's front door in its tests: it says what of a request arrived."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()


def application(environ: Mapping[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
    """/hold answers when the file named by HOLD is gone; all else at once, with what was sent.

    /unread does not look at the body.
    """
    unread = environ["PATH_INFO"] == "/unread"
    body = environ["wsgi.input"].read(0 if unread else int(environ.get("CONTENT_LENGTH") or 0))
    if environ["PATH_INFO"] == "/hold":
        while Path(os.environ["HOLD"]).exists():
            time.sleep(0.02)
    answer = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {len(body)}".encode()
    start("200 OK", [("Content-Length", str(len(answer))), ("Content-Type", "text/plain")])
    return [answer]
