"""Encoders of other makers are loaded through the same door and served as torch would."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from search.encoders.identity import encoder_name
from search.encoders.loading import export_here, load
from search.encoders.probes import probe_images
from search.encoders.torch_encoder import TorchEncoder
from tests.small_encoders import FAMILIES

TEXTS = ["red shoes", "a", "the black coat of wool for the white chair", "", "unheard-of words"]


@pytest.fixture(scope="module", params=sorted(FAMILIES))
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp(request.param)
    family: str = request.param
    made = FAMILIES[family](place / family)
    export_here(str(made), place)
    return made


def test_it_is_served_by_onnx_runtime(folder: Path) -> None:
    encoder = load(str(folder), folder.parent)
    assert (encoder.serving, encoder.name) == ("onnx", encoder_name(folder, str(folder)))


def test_what_is_served_is_what_torch_says(folder: Path) -> None:
    served, torch = load(str(folder), folder.parent), TorchEncoder(folder, "torch")
    pictures = probe_images()
    cosines = [
        (served.encode_texts(TEXTS) * torch.encode_texts(TEXTS)).sum(1),
        (served.encode_images(pictures) * torch.encode_images(pictures)).sum(1),
    ]
    assert np.concatenate(cosines).min() >= 0.99


def test_a_text_alone_and_in_a_batch_is_the_same_vector(folder: Path) -> None:
    encoder = load(str(folder), folder.parent)
    together = encoder.encode_texts(TEXTS)
    alone = np.concatenate([encoder.encode_texts([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 0.02


def test_different_inputs_are_different_vectors(folder: Path) -> None:
    encoder = load(str(folder), folder.parent)
    texts = encoder.encode_texts(["red shoes", "blue chair"])
    pictures = encoder.encode_images(
        [Image.new("RGB", (40, 40), "red"), Image.new("RGB", (40, 40), "blue")]
    )
    assert texts[0] @ texts[1] < 0.999
    assert pictures[0] @ pictures[1] < 0.999
