"""The encoder that a benchmark measures; it needs no database."""

from __future__ import annotations

import os

from search.encoders import Encoder, get_encoder


def open_encoder(source: str | None = None) -> Encoder:
    """The encoder of a folder or hub name, by default the serving one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    return get_encoder(source)
