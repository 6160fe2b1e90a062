"""From a source to an encoder that serves: an export if there can be one, else eager torch."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from filelock import FileLock

from .contract import Encoder, EncoderError
from .identity import encoder_name, find_folder
from .onnx_encoder import FORMAT, SETTINGS, OnnxEncoder

REFUSED = "refused.json"
ERROR_SAID = "EncoderError: "  # how the exporting process hands its sentence on

log = logging.getLogger(__name__)


def load(source: str, state: Path) -> Encoder:
    """The encoder of `source`, exported under `state` if it is not yet, or is damaged there.

    Raises EncoderError.
    """
    folder = find_folder(source)
    name = encoder_name(folder, source)
    place = state / "encoders" / name
    if _outcome(place) is None:
        _export_elsewhere(source, state)
    if encoder := _opened(place, name) or _exported_anew(place, name, source, state):
        return encoder
    reason = _outcome(place)
    return _eager(folder, name, reason or "its export did not come about")


def load_kept(name: str, state: Path) -> Encoder | None:
    """The encoder of that name from its export, whatever its source holds by now; None without."""
    return _opened(state / "encoders" / name, name)


def _opened(place: Path, name: str) -> Encoder | None:
    """The export, or None where there is none or it is damaged, as by a full disk or a lost one."""
    if _outcome(place) != "":
        return None
    try:
        return OnnxEncoder(place, name)
    except Exception as error:  # onnxruntime has one for each way a graph can be broken
        log.warning("The export of %s in %s cannot be read: %s", name, place, error)
        return None


def _exported_anew(place: Path, name: str, source: str, state: Path) -> Encoder | None:
    """In place of a damaged export, which stays where it is while there is no better one."""
    if _outcome(place):  # refused
        return None
    settings, aside = place / SETTINGS, place / f"{SETTINGS}.damaged"
    with suppress(FileNotFoundError):  # another process is at it already
        settings.rename(aside)
    try:
        _export_elsewhere(source, state)
    except EncoderError:
        with suppress(FileNotFoundError):
            aside.rename(settings)
        raise
    return _opened(place, name)


def _outcome(place: Path) -> str | None:
    """ "" where an export is there, the reason where it was refused, None where none was tried."""
    try:
        settings = json.loads((place / SETTINGS).read_text(encoding="utf-8"))
        return "" if settings["format"] == FORMAT else None
    except (OSError, ValueError, KeyError):
        pass
    try:
        refusal = json.loads((place / REFUSED).read_text(encoding="utf-8"))
        return str(refusal["reason"]) if refusal["format"] == FORMAT else None
    except (OSError, ValueError, KeyError):
        return None


def _eager(folder: Path, name: str, reason: str) -> Encoder:
    log.warning("%s is served by torch, which is slower: %s", name, reason)
    from .multimodal import MultimodalEncoder, is_multimodal
    from .torch_encoder import TorchEncoder

    kind = MultimodalEncoder if is_multimodal(folder) else TorchEncoder
    return kind(folder, name, note=reason)


def _export_elsewhere(source: str, state: Path) -> None:
    """Export in a process of its own, so that this one never imports torch."""
    command = [sys.executable, "-m", "django", "export_encoder", source, "--state", str(state)]
    same = {
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "VITRINE_ROLE": "command",
    }
    if "DJANGO_SETTINGS_MODULE" not in os.environ:
        same["DJANGO_SETTINGS_MODULE"] = str(settings.SETTINGS_MODULE)
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **same})
    for line in done.stderr.splitlines():
        if line.startswith(ERROR_SAID):
            raise EncoderError(line.removeprefix(ERROR_SAID))
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise EncoderError(f"The encoder {source} could not be prepared for serving: {last}")


def export_here(source: str, state: Path, anew: bool = False) -> str:
    """Export in this process, once for all processes. The reason where it was refused, or "".

    Raises EncoderError for what is no encoder at all.
    """
    import torch

    from .export import export
    from .multimodal import NOTE, MultimodalEncoder, is_multimodal
    from .precision import ExportRefused
    from .torch_encoder import TorchEncoder

    torch.set_num_threads(1)  # two on busy cores wait for each other more than they compute
    folder = find_folder(source)
    name = encoder_name(folder, source)
    place = state / "encoders" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(place.with_name(f".{name}.lock")):
        outcome = None if anew else _outcome(place)
        if outcome is not None:
            return outcome
        try:
            if is_multimodal(folder):
                MultimodalEncoder(folder, name)  # for what it raises
                raise ExportRefused(NOTE)
            export(TorchEncoder(folder, name), place)
        except ExportRefused as refusal:
            place.mkdir(exist_ok=True)
            note = json.dumps({"format": FORMAT, "reason": str(refusal)})
            (place / REFUSED).write_text(note, encoding="utf-8")
            return str(refusal)
    return ""
