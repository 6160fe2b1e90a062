"""The door to encoders: `get_encoder()` gives the one that serves, ready to encode.

Torch and transformers are imported only where an encoder has to be exported or cannot be.
"""

from __future__ import annotations

import threading
from importlib import import_module

from django.conf import settings

from .contract import Encoder, EncoderError
from .loading import load, load_kept
from .unreadable import unknown_share

__all__ = [
    "Encoder",
    "EncoderError",
    "get_encoder",
    "get_kept_encoder",
    "loaded",
    "unknown_share",
]

_loaded: dict[str, Encoder] = {}  # by source
_kept: dict[str, Encoder] = {}  # by name
_lock = threading.Lock()


def get_encoder(source: str | None = None) -> Encoder:
    """The encoder of a folder, a hub name or `module:Class`; by default of settings.ENCODER.

    Loaded once a process, under a lock. Raises EncoderError with a sentence for people.
    """
    key = str(source or settings.ENCODER)
    with _lock:
        if key not in _loaded:
            _loaded[key] = _from_python(key) if _is_python(key) else _from_files(key)
        return _loaded[key]


def _from_files(source: str) -> Encoder:
    encoder = load(source, settings.STATE_DIR)
    return _kept.setdefault(encoder.name, encoder)  # the same weights are in memory once


def loaded(name: str) -> Encoder | None:
    """The encoder of that name, if this process has it in memory."""
    return _kept.get(name)


def get_kept_encoder(name: str) -> Encoder | None:
    """The encoder of that name, from the export made of it, whatever its source holds by now."""
    with _lock:
        if name not in _kept:
            kept = load_kept(name, settings.STATE_DIR)
            if kept is None:
                return None
            _kept[name] = kept
        return _kept[name]


def _is_python(source: str) -> bool:
    module, colon, attribute = source.partition(":")
    return (
        bool(colon) and attribute.isidentifier() and all(map(str.isidentifier, module.split(".")))
    )


def _from_python(source: str) -> Encoder:
    module, _, attribute = source.partition(":")
    try:
        encoder: Encoder = getattr(import_module(module), attribute)()
    except (ImportError, AttributeError) as error:
        raise EncoderError(f"There is no encoder {source}: {error}.") from error
    return encoder
