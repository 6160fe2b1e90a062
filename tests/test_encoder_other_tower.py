"""A second text tower costs a shop in English nothing, and moves none of its vectors."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest
from django.conf import settings
from safetensors.numpy import load_file

from search.encoders import get_encoder
from search.encoders.onnx_encoder import OnnxEncoder

FOLDER = settings.BASE_DIR / "search" / "default_encoder"
# Of all weights but the second text tower's.
BEFORE = "1772829396d9a004c3e6428a3e53fbfce614efae71e5479cb26c866d037509d5"
OTHER = ("multilingual_", "language_")


@pytest.fixture
def fresh() -> OnnxEncoder:
    served = get_encoder(str(FOLDER))
    return OnnxEncoder(settings.STATE_DIR / "encoders" / served.name, served.name)


def test_all_that_hears_english_and_sees_pictures_is_as_before() -> None:
    digest = hashlib.sha256()
    for name, values in sorted(load_file(FOLDER / "model.safetensors").items()):
        if not name.startswith(OTHER):
            digest.update(f"{name} {values.dtype} {values.shape}".encode() + values.tobytes())
    assert digest.hexdigest() == BEFORE


def test_english_does_not_load_it(fresh: OnnxEncoder) -> None:
    fresh.encode_texts(["red shoes", "something to drink tea from"])
    fresh.unknown_share(["red shoes", "👟"])
    assert "_other_texts" not in vars(fresh)
    fresh.encode_texts(["rote Schuhe"])
    assert "_other_texts" in vars(fresh)


def test_english_among_other_languages_has_the_vector_it_has_alone(fresh: OnnxEncoder) -> None:
    alone = fresh.encode_texts(["red shoes"])
    among = fresh.encode_texts(["rote Schuhe", "red shoes", "赤い靴"])
    assert np.array_equal(alone[0], among[1])


def test_the_same_thing_is_near_in_every_language(fresh: OnnxEncoder) -> None:
    english = fresh.encode_texts(["red shoes", "blue teapot", "wooden table", "green dress"])
    said = ["rote Schuhe", "zapatos rojos", "chaussures rouges", "scarpe rosse", "rode schoenen"]
    said += ["czerwone buty", "sapatos vermelhos", "kırmızı ayakkabı", "красные туфли", "赤い靴"]
    assert ((fresh.encode_texts(said) @ english.T).argmax(1) == 0).all()


def test_its_table_of_words_is_a_file_that_processes_share(fresh: OnnxEncoder) -> None:
    table = fresh.folder / "multilingual.data"
    assert table.stat().st_size > 60e6
    assert (fresh.folder / "multilingual.onnx").stat().st_size < 10e6
