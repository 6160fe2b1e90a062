"""A small file that unfolds to a huge picture is refused by its header; none takes the house."""

from __future__ import annotations

import io
import os
import signal
import struct
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PIL import Image
from pytest_django import Settings

from catalog.decoding import parent
from catalog.pictures import (
    DecodersBusy,
    PictureError,
    inspect_picture,
    open_picture,
)
from tests import cast

MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def decoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[parent.Decoder]:
    """A decoding process of the test's own."""
    fresh = parent.Decoder()
    monkeypatch.setattr(parent, "decoder", fresh)
    yield fresh
    fresh.end()


def png(width: int, height: int, depth: int = 1, color: int = 0) -> io.BytesIO:
    """A whole PNG of noughts, a few kB whatever its size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack("!I", len(data)) + name + data + struct.pack("!I", zlib.crc32(name + data))
        )

    channels = {0: 1, 2: 3, 6: 4}[color]
    packer, row = zlib.compressobj(9), bytes(1 + (width * depth * channels + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack("!IIBBBBB", width, height, depth, color, 0, 0, 0)
    parts = [chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")]
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def webp(width: int, height: int) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "red").save(file, "WEBP", lossless=True, method=0)
    return file


@pytest.mark.parametrize("look", [inspect_picture, lambda file: open_picture(file, near=448)])
@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (png(49_999_999, 1), "more than 16384 pixels wide or high"),
        (png(1, 30_000), "more than 16384 pixels wide or high"),
        (png(16_000, 400), "more than 32 times as long as it is wide"),
        (png(9, 300), "more than 32 times as long as it is wide"),
        (png(8_000, 8_000), "more than 50 million pixels"),
        (webp(5_500, 5_000), "more than 26 million pixels"),
    ],
    ids=["wide", "high", "strip", "thin", "pixels", "webp"],
)
def test_a_bomb_is_refused_by_its_header(
    file: io.BytesIO, sentence: str, look: object, decoder: parent.Decoder
) -> None:
    assert callable(look)
    with pytest.raises(PictureError, match=sentence):
        look(file)
    assert high_water(decoder) < 60 * MEGABYTE


@pytest.mark.parametrize(("depth", "color"), [(8, 2), (8, 6), (16, 6), (16, 0)])
def test_the_largest_picture_allowed_takes_no_more_than_its_share(
    decoder: parent.Decoder, settings: Settings, depth: int, color: int
) -> None:
    open_picture(png(8, 8), near=448)
    before = high_water(decoder)
    assert min(open_picture(png(7_071, 7_071, depth, color), near=448).size) >= 448
    assert high_water(decoder) - before <= settings.PICTURE_MEMORY


def high_water(decoder: parent.Decoder) -> int:
    """The most memory that the decoding process has had, in bytes."""
    assert decoder.process
    lines = Path(f"/proc/{decoder.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def test_what_takes_more_memory_than_its_header_says_is_refused(
    decoder: parent.Decoder, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parent, "SLACK", 32 * MEGABYTE - settings.PICTURE_MEMORY)
    with pytest.raises(PictureError, match="too much memory"):
        open_picture(png(6_000, 6_000, 8, 2), near=448)
    assert open_picture(png(64, 64), near=448).size == (64, 64)


def test_a_file_larger_than_any_photo_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalog.pictures.PICTURE_BYTES", 1 * MEGABYTE)
    with pytest.raises(PictureError, match="larger than 1 MB"):
        open_picture(io.BytesIO(bytes(MEGABYTE + 1)))


def test_a_thin_strip_cut_from_a_photo_is_refused_as_a_thin_photo_is() -> None:
    with pytest.raises(PictureError, match="more than 32 times as long"):
        open_picture(png(4_000, 3_000), near=448, box=(0, 0.5, 1, 0.001))


def test_a_decoder_that_crashes_costs_one_picture(decoder: parent.Decoder) -> None:
    open_picture(png(8, 8))
    assert decoder.process
    os.kill(decoder.process.pid, signal.SIGSTOP)
    threading.Timer(0.2, decoder.process.kill).start()
    with pytest.raises(PictureError, match="broken"):
        open_picture(png(8, 8))
    assert open_picture(png(8, 8)).size == (8, 8)


def test_a_decoder_that_hangs_is_ended(decoder: parent.Decoder, settings: Settings) -> None:
    open_picture(png(8, 8))
    assert decoder.process
    hung = decoder.process.pid
    os.kill(hung, signal.SIGSTOP)
    settings.DECODE_SECONDS = 0.2
    with pytest.raises(PictureError, match="broken"):
        open_picture(png(8, 8))
    settings.DECODE_SECONDS = 30
    assert not psutil.pid_exists(hung)
    assert open_picture(png(8, 8)).size == (8, 8)


def test_no_more_than_one_is_decoded_at_once(decoder: parent.Decoder, settings: Settings) -> None:
    settings.DECODE_PATIENCE = 0.01
    with decoder.turn, pytest.raises(DecodersBusy):
        open_picture(png(8, 8))
    assert open_picture(png(8, 8)).size == (8, 8)


def test_the_decoder_is_told_no_secrets(
    decoder: parent.Decoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for decoders")
    open_picture(png(8, 8))
    assert decoder.process
    assert "SECRET_KEY" not in psutil.Process(decoder.process.pid).environ()


def test_a_forked_process_decodes_with_one_of_its_own(decoder: parent.Decoder) -> None:
    open_picture(png(8, 8))
    assert decoder.process
    reading, writing = os.pipe()
    if not (child := os.fork()):
        try:
            open_picture(io.BytesIO(cast.picture()))
            assert parent.decoder.process
            os.write(writing, str(parent.decoder.process.pid).encode())
        finally:
            parent.decoder.end()
            os._exit(0)
    os.waitpid(child, 0)
    assert int(os.read(reading, 20)) != decoder.process.pid
    assert open_picture(png(8, 8)).size == (8, 8)
