"""Settings of the catalogue where a project does not make its own.

They are put beside Django's own defaults while apps are loaded, so that code and tests read them
as `settings.NAME`, and whatever a settings module says comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

MIB = 1024 * 1024


def catalog_defaults() -> dict[str, Any]:
    return {
        # What cannot be made again from the database but is no upload: exported encoders.
        "STATE_DIR": Path(getattr(settings, "BASE_DIR", Path.cwd())) / "var",
        "UPLOAD_BYTES": 12 * MIB,
        # A picture's limits, by its header. Memory is that of decoding it
        # (`catalog.decoding.limits`); the shorter side over which an encoder looks decides how long
        # the other may be.
        "PHOTO_PIXELS": 50_000_000,
        "PICTURE_MEMORY": 400 * MIB,
        "PICTURE_SIDE": 16_384,
        "PICTURE_RATIO": 32,
        "DECODE_CPU_SECONDS": 10,  # for one picture
        "DECODE_SECONDS": 30,
        "DECODE_PATIENCE": 2.0,  # seconds to wait for one's turn; -1 is for ever
        # Networks beside the public ones that pictures may be fetched from ("10.1.0.0/16").
        "PICTURE_NETWORKS": [],
    }


def set_defaults(defaults: Mapping[str, Any]) -> None:
    for name, value in defaults.items():
        if not hasattr(settings, name):
            setattr(settings, name, value)
