"""Whatever becomes of a picture's bytes, it is opened or refused, and the next one is opened."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator

import numpy as np
import pillow_heif
import pytest
from PIL import Image

from catalog.decoding import parent
from catalog.pictures import PictureError, open_picture

MUTANTS = 60  # of each format
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF")


@pytest.fixture(autouse=True)
def decoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A decoding process of the test's own."""
    fresh = parent.Decoder()
    monkeypatch.setattr(parent, "decoder", fresh)
    yield
    fresh.end()


def whole(kind: str) -> bytes:
    pillow_heif.register_heif_opener()
    pixels = np.random.default_rng(1).integers(0, 255, (48, 64, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, kind)
    return file.getvalue()


def mutant(content: bytes, chance: random.Random) -> bytes:
    """Bits turned, numbers at their ends, pieces doubled, left out or cut off."""
    bytes_ = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(bytes_))
        piece = slice(at, at + chance.randint(1, 64))
        match chance.randrange(5):
            case 0:
                bytes_[at] ^= 1 << chance.randrange(8)
            case 1:
                bytes_[at : at + 4] = chance.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff"])
            case 2:
                bytes_[at:at] = bytes_[piece]
            case 3:
                del bytes_[piece]
            case _:
                del bytes_[max(at, 16) :]
        bytes_ = bytes_ or bytearray(b"\0")
    return bytes(bytes_)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_mutant_is_opened_or_refused(kind: str) -> None:
    content, chance = whole(kind), random.Random(kind)
    refused = 0
    for _number in range(MUTANTS):
        try:
            assert open_picture(io.BytesIO(mutant(content, chance)), near=32).mode == "RGB"
        except PictureError:
            refused += 1
    assert refused > 0
    assert open_picture(io.BytesIO(content)).size == (64, 48)
