"""The encoder that ships, rounded as it is served, says and ranks what torch says and ranks."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from PIL import Image

from search.encoders import Encoder
from search.encoders.loading import load
from search.encoders.torch_encoder import TorchEncoder

SHOP = Path(settings.BASE_DIR) / "sample_shop"
SHIPPED = Path(settings.BASE_DIR) / "search" / "default_encoder"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def encoders() -> tuple[Encoder, Encoder]:
    """As it is served, and in torch."""
    return load(str(SHIPPED), settings.STATE_DIR), TorchEncoder(SHIPPED, "eager")


@pytest.fixture(scope="module")
def photos(encoders: tuple[Encoder, Encoder]) -> list[np.ndarray]:
    """Of every twelfth picture of the sample shop, by both."""
    files = sorted((SHOP / "photos").rglob("*.webp"))[::12]
    return [encoder.encode_images([Image.open(file) for file in files]) for encoder in encoders]


@pytest.fixture(scope="module")
def texts(encoders: tuple[Encoder, Encoder]) -> list[np.ndarray]:
    """Of the questions that were judged, by both."""
    lines = (SHOP / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line)["query"]["text"] for line in lines]
    return [encoder.encode_texts(asked) for encoder in encoders]


def agreement(served: np.ndarray, exact: np.ndarray, among: np.ndarray, depth: int = 10) -> float:
    """Mean share of the `depth` nearest that are the same."""
    nearest = [np.argsort(-rows @ among.T, axis=1)[:, :depth] for rows in (served, exact)]
    return float(np.mean([len(set(a) & set(b)) / depth for a, b in zip(*nearest, strict=True)]))


def test_it_is_served_by_onnx_runtime(encoders: tuple[Encoder, Encoder]) -> None:
    assert encoders[0].serving == "onnx"


def test_photos_say_the_same(photos: list[np.ndarray]) -> None:
    assert (photos[0] * photos[1]).sum(1).min() > 0.99


def test_texts_say_the_same(texts: list[np.ndarray]) -> None:
    assert (texts[0] * texts[1]).sum(1).min() > 0.99


def test_the_nearest_photos_are_the_same(photos: list[np.ndarray], texts: list[np.ndarray]) -> None:
    assert agreement(texts[0], texts[1], photos[1]) > 0.95
    assert agreement(photos[0], photos[1], photos[1]) > 0.95
