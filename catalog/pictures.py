"""Opening a picture that a stranger sent: nothing in it may crash us, fill memory or be guessed.

Every picture of Vitrine comes through here: photos of the import and of admin, and the photos
that shoppers search with. They are decoded in a process of its own (`catalog.decoding`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

from catalog import disk
from catalog.decoding.parent import DecoderDied, DecodersBusy, ask

__all__ = [
    "PICTURE_BYTES",
    "Box",
    "DecodersBusy",
    "PictureError",
    "PictureFacts",
    "PictureFile",
    "inspect_picture",
    "open_picture",
    "validate_picture",
]

PICTURE_BYTES = 50 * 1024 * 1024  # of one file; a shopper's upload has settings.UPLOAD_BYTES

PictureFile = str | os.PathLike[str] | IO[bytes]
Box = tuple[float, float, float, float]  # x, y, w, h as shares (0 to 1) of the upright picture


class PictureError(Exception):
    """The picture cannot be used; the message is a sentence for whoever sent it."""


@dataclass(frozen=True)
class PictureFacts:
    """What is true of a picture that has been decoded once: format and upright size in pixels."""

    suffix: str
    width: int
    height: int


def open_picture(file: PictureFile, near: int | None = None, box: Box | None = None) -> Image.Image:
    """First frame of `file`, upright, RGB, sRGB, transparency on white, cut to `box`.

    With `near`, a larger picture comes back cheaply shrunk, neither side below `near` pixels.
    Raises PictureError, FileNotFoundError, and DecodersBusy where too many are being opened.
    """
    facts, pixels = decoded(file, inspect=False, near=near, box=box)
    return Image.frombytes("RGB", (facts["width"], facts["height"]), bytes(pixels))


def inspect_picture(file: PictureFile) -> PictureFacts:
    """Decode `file` to be sure that it is whole and say what it is. Raises as `open_picture`."""
    facts, _none = decoded(file, inspect=True)
    return PictureFacts(**facts)


def validate_picture(file: Any) -> None:
    """Validator of model and form fields; a picture already stored has been validated."""
    if getattr(file, "_committed", False):
        return
    if disk.is_low():
        raise ValidationError(disk.complaint())
    file.seek(0)
    try:
        inspect_picture(file)
    except PictureError as error:
        raise ValidationError(str(error)) from error
    finally:
        file.seek(0)


def decoded(file: PictureFile, **asked: Any) -> tuple[dict[str, Any], bytearray]:
    limits = {
        "pixels": settings.PHOTO_PIXELS,
        "memory": settings.PICTURE_MEMORY,
        "side": settings.PICTURE_SIDE,
        "ratio": settings.PICTURE_RATIO,
    }
    try:
        facts, pixels = ask({**asked, "limits": limits}, content_of(file))
    except DecoderDied as error:
        raise PictureError(refusal("broken", 0)) from error
    if "refused" in facts:
        raise PictureError(refusal(facts["refused"], facts.get("limit", 0)))
    return facts, pixels


def content_of(file: PictureFile) -> bytes:
    """The bytes of the file; PictureError where there are more than PICTURE_BYTES."""
    if isinstance(file, str | os.PathLike):
        with Path(file).open("rb") as opened:
            content = opened.read(PICTURE_BYTES + 1)
    else:
        file.seek(0)
        content = file.read(PICTURE_BYTES + 1)
    if len(content) > PICTURE_BYTES:
        raise PictureError(refusal("bytes", PICTURE_BYTES // 1024**2))
    return content


def refusal(why: str, limit: int) -> str:
    """The sentence for whoever sent the picture."""
    match why:
        case "unreadable":
            return _(
                "This is not a picture we can read. Please use JPEG, PNG, WebP, GIF, AVIF or HEIC."
            )
        case "empty":
            return _("This picture is empty: it has no pixels.")
        case "pixels":
            return _(
                "This picture has more than %(million)d million pixels. Please use a smaller one."
            ) % {"million": limit // 1_000_000}
        case "side":
            return _(
                "This picture is more than %(pixels)d pixels wide or high. Please use a smaller "
                "one."
            ) % {"pixels": limit}
        case "ratio":
            return _(
                "This picture is more than %(times)d times as long as it is wide. "
                "Please cut out the part that matters."
            ) % {"times": limit}
        case "bytes":
            return _("This picture is larger than %(most)d MB. Please use a smaller one.") % {
                "most": limit
            }
        case "memory":
            return _("This picture takes too much memory to open. Please use a smaller one.")
    return _("This picture is broken: its file is damaged or incomplete.")
