"""A picture that a stranger sends is opened upright, in RGB, or refused with a sentence."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from catalog.pictures import PictureError, inspect_picture, open_picture
from tests.cast import picture

RED, WHITE = (255, 0, 0), (255, 255, 255)


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(*each) for each in [(b"IHDR", header), (b"IDAT", data), (b"IEND", b"")]
    )


def saved(image: Image.Image, kind: str, **saving: object) -> io.BytesIO:
    file = io.BytesIO()
    image.save(file, kind, **saving)
    file.seek(0)
    return file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_every_usual_format_opens_in_rgb(kind: str) -> None:
    opened = open_picture(io.BytesIO(picture("red", (64, 48), kind)))

    assert (opened.mode, opened.size) == ("RGB", (64, 48))
    assert opened.getpixel((32, 24)) == pytest.approx(RED, abs=15)


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", ".jpg"), ("WEBP", ".webp"), ("HEIF", ".heic")]
)
def test_the_format_is_read_from_the_bytes(kind: str, suffix: str) -> None:
    facts = inspect_picture(io.BytesIO(picture("red", (64, 48), kind)))

    assert (facts.suffix, facts.width, facts.height) == (suffix, 64, 48)


def test_a_photo_held_sideways_is_turned_upright() -> None:
    sideways = Image.new("RGB", (40, 20), WHITE)
    sideways.paste(RED, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: right side is bottom
    file = saved(sideways, "PNG", exif=exif)

    upright = open_picture(file)
    facts = inspect_picture(file)

    assert (facts.width, facts.height) == upright.size == (20, 40)
    assert upright.getpixel((10, 5)) == RED
    assert upright.getpixel((10, 35)) == WHITE


def test_transparency_becomes_white() -> None:
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    clear.putpixel((1, 1), (255, 0, 0, 255))

    opened = open_picture(saved(clear, "PNG"))

    assert opened.getpixel((0, 0)) == WHITE
    assert opened.getpixel((1, 1)) == RED


def test_a_transparent_palette_colour_becomes_white() -> None:
    image = Image.new("P", (2, 1))
    image.putpalette([0, 0, 0, 255, 0, 0])
    image.putpixel((1, 0), 1)

    opened = open_picture(saved(image, "PNG", transparency=0))

    assert [opened.getpixel((x, 0)) for x in (0, 1)] == [WHITE, RED]


def test_sixteen_bits_of_grey_keep_their_middle() -> None:
    grey = Image.new("I;16", (2, 2), 32_896)

    assert open_picture(saved(grey, "PNG")).getpixel((0, 0)) == (128, 128, 128)


def test_cmyk_becomes_rgb() -> None:
    cyan = Image.new("CMYK", (16, 16), (255, 0, 0, 0))

    opened = open_picture(saved(cyan, "JPEG"))

    assert opened.getpixel((8, 8)) == pytest.approx((0, 255, 255), abs=15)


def test_a_broken_colour_profile_is_ignored() -> None:
    file = saved(Image.new("RGB", (4, 4), RED), "PNG", icc_profile=b"no profile")

    assert open_picture(file).getpixel((0, 0)) == RED


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_large_picture_comes_back_near_the_size_asked_for(kind: str) -> None:
    file = io.BytesIO(picture("blue", (3000, 2000), kind))

    small = open_picture(file, near=448)

    assert 448 <= min(small.size) < 900
    assert small.width / small.height == pytest.approx(1.5, abs=0.01)


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_too_many_pixels_are_refused_before_decoding() -> None:
    with pytest.raises(PictureError, match="more than 50 million pixels"):
        open_picture(io.BytesIO(png_header(13_000, 13_000)))


def test_a_billion_pixels_are_refused_too() -> None:
    with pytest.raises(PictureError, match="more than 50 million pixels"):
        open_picture(io.BytesIO(png_header(60_000, 60_000)))


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"BM" + b"\0" * 60],
)
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError, match="not a picture we can read"):
        open_picture(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_half_a_picture_is_refused(kind: str) -> None:
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    whole = saved(noise, kind).getvalue()

    with pytest.raises(PictureError):
        inspect_picture(io.BytesIO(whole[: len(whole) // 2]))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"])
def test_spoiled_bytes_open_or_are_refused_and_nothing_else(kind: str) -> None:
    whole = picture("red", (64, 48), kind)
    for position in range(0, len(whole), max(1, len(whole) // 60)):
        spoiled = bytearray(whole)
        spoiled[position] ^= 0xFF
        with contextlib.suppress(PictureError):
            assert open_picture(io.BytesIO(bytes(spoiled)), near=32).mode == "RGB"


def test_a_missing_file_is_told_apart_from_a_broken_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_picture(tmp_path / "none.jpg")
