"""A model that looks at patches of any aspect comes through the same door, and torch serves it."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from search.encoders.contract import Encoder
from search.encoders.loading import export_here, load
from tests.small_encoders import TORCH_FAMILIES


@pytest.fixture(scope="module", params=sorted(TORCH_FAMILIES))
def encoder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    place = tmp_path_factory.mktemp(request.param)
    family: str = request.param
    made = TORCH_FAMILIES[family](place / family)
    export_here(str(made), place)
    return load(str(made), place)


def test_it_is_served_by_torch_and_says_why(encoder: Encoder) -> None:
    assert encoder.serving == "torch"
    assert encoder.serving_note


def test_texts_and_pictures_have_unit_vectors_of_one_length(encoder: Encoder) -> None:
    texts = encoder.encode_texts(["red shoes", "a"])
    pictures = encoder.encode_images([Image.new("RGB", size) for size in ((40, 40), (90, 30))])
    assert texts.shape == pictures.shape == (2, encoder.dimensions)
    assert np.allclose(np.linalg.norm([*texts, *pictures], axis=1), 1, atol=1e-5)


def test_the_aspect_of_a_picture_is_seen(encoder: Encoder) -> None:
    wide, tall = Image.new("RGB", (96, 32), "white"), Image.new("RGB", (32, 96), "white")
    first, second = encoder.encode_images([wide, tall])
    assert first @ second < 0.9999
