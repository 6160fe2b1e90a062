"""A shopper's photo: opened whatever the phone made of it, cropped, or refused in a sentence."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from PIL import Image
from pytest_django.fixtures import Settings

from search.forms.photo import PhotoError, open_photo
from tests.cast import picture

RED, WHITE = (255, 0, 0), (255, 255, 255)


def half_red(
    kind: str = "PNG", orientation: int = 1, size: tuple[int, int] = (80, 40)
) -> io.BytesIO:
    """Red on the left, white on the right, as the file's pixels lie."""
    image = Image.new("RGB", size, WHITE)
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = io.BytesIO()
    image.save(file, kind, exif=exif)
    file.seek(0)
    return file


def is_red(photo: Image.Image, x: float, y: float) -> bool:
    red, green, _blue = np.asarray(photo)[int(y * photo.height), int(x * photo.width)]
    return bool(red > 200 and green < 60)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_every_usual_format_is_read(kind: str) -> None:
    photo = open_photo(io.BytesIO(picture("red", (64, 64), kind)))
    assert (photo.mode, photo.size) == ("RGB", (64, 64))
    assert is_red(photo, 0.5, 0.5)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("orientation", "red_side"), [(3, "right"), (6, "top"), (8, "bottom")])
def test_a_turned_camera_does_not_turn_the_photo(
    kind: str, orientation: int, red_side: str
) -> None:
    photo = open_photo(half_red(kind, orientation))
    middle = {"right": (0.8, 0.5), "top": (0.5, 0.2), "bottom": (0.5, 0.8)}[red_side]
    assert is_red(photo, *middle)
    assert not is_red(photo, 1 - middle[0], 1 - middle[1])


def test_a_turn_that_is_no_number_leaves_the_photo_as_it_lies() -> None:
    turn = struct.pack("<HHI4s", 0x0112, 2, 4, b"six\0")  # as a text
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + turn + bytes(4)
    file = io.BytesIO()
    Image.open(half_red("PNG")).save(file, "JPEG", exif=exif)
    assert is_red(open_photo(file), 0.2, 0.5)


def test_the_box_is_cut_from_the_upright_photo() -> None:
    photo = open_photo(half_red("JPEG", orientation=6, size=(80, 40)), box=(0, 0, 1, 0.5))
    assert photo.size == (40, 40)
    assert is_red(photo, 0.5, 0.5)


def test_a_box_thinner_than_a_pixel_is_a_pixel() -> None:
    assert open_photo(half_red(), box=(0.999, 0.999, 0.0001, 0.0001)).size == (1, 1)


def test_a_large_photo_comes_back_small_but_a_small_box_keeps_its_detail() -> None:
    large = half_red("JPEG", size=(4000, 2000)).getvalue()
    whole, part = open_photo(io.BytesIO(large)), open_photo(io.BytesIO(large), (0.4, 0.4, 0.2, 0.2))
    assert 448 <= min(whole.size) < 1000
    assert min(part.size) >= 390


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", picture()[:200]],
    ids=["empty", "cut gif", "svg", "pdf", "cut png"],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PhotoError, match=r"This (is not a )?picture"):
        open_photo(io.BytesIO(content))


def test_too_many_pixels_are_refused(settings: Settings) -> None:
    settings.PHOTO_PIXELS = 1_000_000
    with pytest.raises(PhotoError, match="more than 1 million pixels"):
        open_photo(io.BytesIO(picture(size=(1001, 1000))))
