"""Where an encoder's files are, and a name that changes whenever they do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from .contract import EncoderError

# Files that decide what comes out. A model card may be edited without re-encoding the shop.
WEIGHTS = ("*.safetensors", "pytorch_model*.bin")
SETTINGS = ("*.json", "*.txt", "*.model", "*.jinja", "1_Pooling/config.json")
WANTED = [*WEIGHTS, *SETTINGS]


def find_folder(source: str) -> Path:
    """The folder of `source`: a folder, or a hub name that is downloaded once and then kept.

    Raises EncoderError where there is neither, or where the folder holds no model.
    """
    folder = Path(source).expanduser()
    if not folder.is_dir():
        if source.startswith(("/", ".", "~")) or source.count("/") != 1:
            raise EncoderError(
                f"There is no encoder folder {source}. An encoder is a folder with a model in the"
                " format of transformers, or a hub name such as openai/clip-vit-base-patch32."
            )
        folder = _from_hub(source)
    _require_model(folder, source)
    return folder


def _from_hub(source: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError

    try:
        return Path(snapshot_download(source, allow_patterns=WANTED, local_files_only=True))
    except HFValidationError as error:
        raise EncoderError(f"{source} is neither a folder nor a hub name.") from error
    except Exception:  # not kept yet, or only in part: the download below decides
        pass
    try:
        return Path(snapshot_download(source, allow_patterns=WANTED))
    except Exception as error:
        raise EncoderError(
            f"The encoder {source} is not on this machine and cannot be downloaded from the hub"
            f" ({type(error).__name__}). Check the name and the network, or name a folder."
        ) from error


def _require_model(folder: Path, source: str) -> None:
    config = folder / "config.json"
    if not config.is_file() and (folder / "open_clip_config.json").is_file():
        raise EncoderError(
            f"{source} is in the format of OpenCLIP. Vitrine reads that of transformers: look for"
            " the same model saved so, or choose one of docs/encoder.md."
        )
    weights = [file for pattern in WEIGHTS for file in folder.glob(pattern)]
    if not config.is_file() or not weights:
        missing = "config.json" if not config.is_file() else "weights (model.safetensors)"
        raise EncoderError(f"{source} is not an encoder: it has no {missing}.")
    try:
        json.loads(config.read_text(encoding="utf-8"))
    except ValueError as error:
        raise EncoderError(f"{source} is not an encoder: its config.json is broken.") from error


def settings_of(folder: Path, name: str) -> dict[str, Any]:
    """A JSON file of the model's; {} where it has none that can be read."""
    try:
        found = json.loads((folder / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def encoder_name(folder: Path, source: str) -> str:
    """`basename@` and 12 hex digits of what its files hold, whatever their order and dates."""
    digest = hashlib.sha256()
    files = {file for pattern in WANTED for file in folder.glob(pattern) if file.is_file()}
    for name, file in sorted((file.relative_to(folder).as_posix(), file) for file in files):
        digest.update(f"{name}\0{_hash(file)}\0".encode())
    return f"{Path(source.rstrip('/')).name}@{digest.hexdigest()[:12]}"


def _hash(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
