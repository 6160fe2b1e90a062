"""`python -m tests.replica_script`: what each database was asked for the addresses on stdin."""

from __future__ import annotations

import json
import os
import sys

import django

os.environ["VITRINE_ROLE"] = "web"
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402


def asked_for(method: str, path: str) -> dict[str, object]:
    """The statements that one request sent to each database, and its status."""
    with (
        CaptureQueriesContext(connections["default"]) as primary,
        CaptureQueriesContext(connections["replica0"]) as replica,
    ):
        reply = Client(headers={"host": "localhost"}).generic(method, path)
    return {
        "status": reply.status_code,
        "primary": [query["sql"] for query in primary],
        "replica": [query["sql"] for query in replica],
    }


def main() -> None:
    asked = [line.split() for line in sys.stdin]
    print(json.dumps({path: asked_for(method, path) for method, path in asked}))


if __name__ == "__main__":
    main()
