"""A shopper's photo is looked at whole and at its middle."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from search.encoders.shopper_photos import encode_photo, middle
from tests.stub_encoder import COLORS, StubEncoder

ENCODER = StubEncoder()


def framed(color: str, frame: str, width: int) -> Image.Image:
    """A thing of one colour on a ground of another."""
    picture = Image.new("RGB", (100, 100), COLORS[frame])
    picture.paste(COLORS[color], (width, width, 100 - width, 100 - width))
    return picture


def plain(color: str) -> np.ndarray:
    vectors: np.ndarray = ENCODER.encode_images([Image.new("RGB", (100, 100), COLORS[color])])
    return vectors[0]


def test_what_stands_around_the_thing_counts_less() -> None:
    photo = framed("red", "blue", 12)
    [whole] = ENCODER.encode_images([photo])
    assert encode_photo(photo, ENCODER) @ plain("red") > whole @ plain("red")


def test_a_photo_that_is_all_alike_is_what_it_is() -> None:
    photo = Image.new("RGB", (60, 40), COLORS["red"])
    assert encode_photo(photo, ENCODER) == pytest.approx(plain("red"), abs=1e-5)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (3, 900), (448, 448)])
def test_a_photo_of_any_size_has_a_middle(size: tuple[int, int]) -> None:
    width, height = middle(Image.new("RGB", size), 0.65).size
    assert 1 <= width <= size[0]
    assert 1 <= height <= size[1]


def test_a_vector_is_of_unit_length() -> None:
    assert np.linalg.norm(encode_photo(framed("red", "blue", 30), ENCODER)) == pytest.approx(1)
