"""The photo that a shopper searches with: opened, cropped, never kept."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from PIL import Image

from catalog.pictures import Box, PictureError, PictureFile, open_picture

PHOTO_SIDE = 448  # pixels; encoders look at 224 to 384, what is larger only costs time to decode

# What is said where the encoder is away and words came with the photo.
WORDS_ALONE = _("Your photo cannot be read just now: this is what your words alone find.")


class PhotoError(Exception):
    """The photo cannot be searched with; the message is a sentence for the shopper."""


def open_photo(file: PictureFile, box: Box | None = None) -> Image.Image:
    """The photo upright, in RGB, cut to `box`; a large one is shrunk, to no less than PHOTO_SIDE.

    JPEG, PNG, WebP, GIF, AVIF and HEIC are read; anything else, a broken file or one over the
    limits of pictures raises PhotoError. Raises DecodersBusy where too many are being opened.
    """
    try:
        return open_picture(file, near=PHOTO_SIDE, box=box)
    except PictureError as error:
        raise PhotoError(str(error)) from error
