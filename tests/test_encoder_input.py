"""Any text and any picture gives a unit vector, the same one for what looks the same."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from search.encoders import Encoder
from search.encoders.images import flatten
from search.encoders.loading import export_here, load
from tests.small_encoders import small_clip

TEXTS = {
    "empty": "",
    "blank": " \n\t ",
    "very long": "red " * 25_000,
    "one endless word": "x" * 100_000,
    "NUL bytes": "red\0shoes",
    "another script": "пальто コート 🧥",
}
PICTURES = {
    "one pixel": Image.new("RGB", (1, 1), "red"),
    "a line": Image.new("RGB", (2000, 1), "red"),
    "grey": Image.new("L", (30, 20), 90),
    "black and white": Image.new("1", (30, 20)),
    "palette": Image.new("P", (30, 20)),
    "CMYK": Image.new("CMYK", (30, 20), (0, 90, 90, 0)),
    "16 bit": Image.new("I;16", (30, 20), 40_000),
    "float": Image.new("F", (30, 20), 0.5),
    "transparent": Image.new("RGBA", (30, 20), (255, 0, 0, 0)),
}


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    place = tmp_path_factory.mktemp("input")
    folder = small_clip(place / "clip")
    export_here(str(folder), place)
    return load(str(folder), place)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_gives_a_unit_vector(encoder: Encoder, text: str) -> None:
    vectors = encoder.encode_texts([text])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0], abs=1e-5)


@pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
def test_a_picture_gives_a_unit_vector(encoder: Encoder, picture: Image.Image) -> None:
    vectors = encoder.encode_images([picture])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0], abs=1e-5)


def test_nothing_gives_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode_texts([]).shape == (0, encoder.dimensions)
    assert encoder.encode_images([]).shape == (0, encoder.dimensions)


def test_what_is_transparent_is_white() -> None:
    glass = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    assert flatten(glass).getpixel((0, 0)) == (255, 255, 255)


def test_16_bit_grey_keeps_its_brightness() -> None:
    half = Image.new("I;16", (4, 4), 32_768)
    assert flatten(half).getpixel((0, 0)) == (127, 127, 127)


def test_rows_come_in_the_order_asked_for(encoder: Encoder) -> None:
    texts = ["the black coat of wool", "mug", "red shoes for the chair", "oak"]
    forth = encoder.encode_texts(texts)
    back = encoder.encode_texts(texts[::-1])[::-1]
    assert np.abs(forth - back).max() < 0.02
