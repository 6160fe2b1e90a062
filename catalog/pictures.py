"""Opening a picture that a stranger sent: nothing in it may crash us, fill memory or be guessed.

Every picture of Vitrine comes through here: photos of the import and of admin, and the photos
that shoppers search with.
"""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, Any

import pillow_heif
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps

pillow_heif.register_heif_opener()
# Pillow warns of some bombs and refuses others; here each is refused, with a sentence.
warnings.simplefilter("error", Image.DecompressionBombWarning)

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
SIDEWAYS = {5, 6, 7, 8}  # EXIF orientations that swap width and height
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

PictureFile = str | os.PathLike[str] | IO[bytes]


class PictureError(Exception):
    """The picture cannot be used; the message is a sentence for whoever sent it."""


@dataclass(frozen=True)
class PictureFacts:
    """What is true of a picture that has been decoded once: format and upright size in pixels."""

    suffix: str
    width: int
    height: int


def open_picture(file: PictureFile, near: int | None = None) -> Image.Image:
    """First frame of `file`, upright, RGB, sRGB, transparency on white; PictureError otherwise.

    With `near`, a larger picture comes back cheaply shrunk, neither side below `near` pixels.
    """
    with opened(file) as image:
        if near:
            image.draft(None, (near, near))
        picture = flattened(ImageOps.exif_transpose(image))
        if near and (factor := min(picture.size) // near) > 1:
            picture = picture.reduce(factor)
        return in_srgb(picture, image)


def inspect_picture(file: PictureFile) -> PictureFacts:
    """Decode `file` to be sure that it is whole (PictureError where not) and say what it is."""
    with opened(file) as image:
        size, sideways = image.size, image.getexif().get(0x0112) in SIDEWAYS
        image.draft(None, (64, 64))
        image.load()
        width, height = reversed(size) if sideways else size
        return PictureFacts(SUFFIXES[str(image.format)], width, height)


def validate_picture(file: Any) -> None:
    """Validator of model and form fields; a picture already stored has been validated."""
    if getattr(file, "_committed", False):
        return
    file.seek(0)
    try:
        inspect_picture(file)
    except PictureError as error:
        raise ValidationError(str(error)) from error
    finally:
        file.seek(0)


@contextmanager
def opened(file: PictureFile) -> Iterator[Image.Image]:
    """The picture, header read and pixels counted; every later error becomes a sentence."""
    try:
        with Image.open(file, formats=FORMATS) as image:
            check_pixels(image)
            yield image
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(too_many_pixels()) from error
    except FileNotFoundError:
        raise
    except Image.UnidentifiedImageError as error:
        raise PictureError(
            _("This is not a picture we can read. Please use JPEG, PNG, WebP, GIF, AVIF or HEIC.")
        ) from error
    except Exception as error:  # decoders raise whatever they like at broken bytes
        raise PictureError(
            _("This picture is broken: its file is damaged or incomplete.")
        ) from error


def check_pixels(image: Image.Image) -> None:
    """Refuse by the size in the header, before a byte is decoded (13,000 x 13,000 took 833 MB)."""
    width, height = image.size
    if width * height > settings.PHOTO_PIXELS:
        raise PictureError(too_many_pixels())
    if not width or not height:
        raise PictureError(_("This picture is empty: it has no pixels."))


def too_many_pixels() -> str:
    return _("This picture has more than %(million)d million pixels. Please use a smaller one.") % {
        "million": settings.PHOTO_PIXELS // 1_000_000
    }


def flattened(image: Image.Image) -> Image.Image:
    """RGB; what is transparent becomes white, as on the page of a shop."""
    if image.mode.startswith("I"):  # 16 bits of grey: Pillow would clip them to white
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L").convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB") if image.mode != "CMYK" else image
    layer = image.convert("RGBA")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def in_srgb(picture: Image.Image, source: Image.Image) -> Image.Image:
    """Colours as the picture's own profile means them (phones write Display P3, printers CMYK)."""
    profile = source.info.get("icc_profile")
    if profile and source.mode in {"RGB", "RGBA", "CMYK"}:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(picture, own, SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None  # a broken profile is ignored, as browsers do
        picture = converted or picture
    return picture.convert("RGB")
