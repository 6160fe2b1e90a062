"""From an opened picture to plain RGB, each step at the smallest size that it can be done at."""

from __future__ import annotations

import io
import math

from PIL import Image, ImageCms

from catalog.decoding.limits import check_ratio
from catalog.decoding.orientation import TURNS, Share, orientation, raw_box

BAND = 256  # rows of 16-bit grey that are converted at once
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))

Box = tuple[int, int, int, int]  # left, top, right, bottom in pixels


def opened(image: Image.Image, near: int | None, box: Share | None, ratio: int) -> Image.Image:
    """First frame, upright, RGB, sRGB, transparency on white, cut to `box` of the upright picture.

    With `near`, a larger one is shrunk, neither side below `near` pixels.
    """
    turned = orientation(image)
    if near:
        needed = math.ceil(near / max(min(box[2:]) if box else 1, 0.01))
        image.draft(None, (needed, needed))
    image.load()
    picture = eight_bits(image)
    part = pixels(raw_box(box, turned) if box else [0, 0, 1, 1], picture.size)
    size = part[2] - part[0], part[3] - part[1]
    check_ratio(size, ratio)
    if near and (factor := min(size) // near) > 1:
        picture = picture.reduce(factor, box=part)
    elif size != picture.size:
        picture = picture.crop(part)
    if turned in TURNS:
        picture = picture.transpose(TURNS[turned])
    return in_srgb(on_white(picture), image)


def pixels(box: Share, size: tuple[int, int]) -> Box:
    """At least one pixel of the picture."""
    x, y, w, h = box
    width, height = size
    left, top = min(int(x * width), width - 1), min(int(y * height), height - 1)
    right, bottom = max(round((x + w) * width), left + 1), max(round((y + h) * height), top + 1)
    return left, top, min(right, width), min(bottom, height)


def eight_bits(image: Image.Image) -> Image.Image:
    """A mode whose pixels can be averaged: palettes, bits and 16-bit grey cannot."""
    if image.mode.startswith("I"):
        return from_deep_grey(image)
    if image.mode in {"P", "PA"} or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image.convert("L") if image.mode == "1" else image


def from_deep_grey(image: Image.Image) -> Image.Image:
    """16 bits of grey scaled to 8, where Pillow would clip them to white; in bands, to save room"""
    width, height = image.size
    grey = Image.new("L", image.size)
    for top in range(0, height, BAND):
        band = image.crop((0, top, width, min(top + BAND, height))).convert("I")
        grey.paste(band.point(lambda value: value * (1 / 257)).convert("L"), (0, top))
    return grey


def on_white(picture: Image.Image) -> Image.Image:
    """RGB, what is transparent as white as the page of a shop; CMYK waits for its profile."""
    if picture.mode not in {"RGBA", "LA"}:
        return picture if picture.mode == "CMYK" else picture.convert("RGB")
    layer = picture.convert("RGBA")
    ground = Image.new("RGB", picture.size, "white")
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
