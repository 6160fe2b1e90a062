"""The photo that a shopper searches with: opened, cropped, never kept."""

from __future__ import annotations

import math

from PIL import Image

from catalog.pictures import PictureError, PictureFile, open_picture

Box = tuple[float, float, float, float]  # x, y, w, h as shares (0 to 1) of the upright photo

NEAR = 448  # pixels; encoders look at 224 to 384, and what is larger only costs time to decode


class PhotoError(Exception):
    """The photo cannot be searched with; the message is a sentence for the shopper."""


def open_photo(file: PictureFile, box: Box | None = None) -> Image.Image:
    """The photo upright in RGB, about NEAR pixels wide, cut to `box`.

    JPEG, PNG, WebP, GIF, AVIF and HEIC are read; anything else, a broken file or more than
    settings.PHOTO_PIXELS raises PhotoError.
    """
    share = min(box[2:]) if box else 1
    try:
        photo = open_picture(file, near=math.ceil(NEAR / max(share, 0.01)))
    except PictureError as error:
        raise PhotoError(str(error)) from error
    return crop(photo, box) if box else photo


def crop(photo: Image.Image, box: Box) -> Image.Image:
    """The part of the photo inside the box, at least one pixel of it."""
    x, y, w, h = box
    width, height = photo.size
    left, top = min(int(x * width), width - 1), min(int(y * height), height - 1)
    right = max(round((x + w) * width), left + 1)
    bottom = max(round((y + h) * height), top + 1)
    return photo.crop((left, top, min(right, width), min(bottom, height)))
