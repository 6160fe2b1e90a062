"""One model for texts and pictures is loaded by its name, searched with, switched to and back."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pytest_django.fixtures import Settings

from search import indexing
from search.encoders import Encoder, EncoderError
from search.encoders.loading import export_here, load
from search.models import EncoderVersion, TextEmbedding
from search.query import Part, Query
from search.retrieval import search
from search.versions import live_encoder, register
from tests import cast
from tests.small_encoders import MULTIMODAL_FAMILIES, small_embedding_gemma2, small_qwen3_vl

RED, WIDE = Image.new("RGB", (48, 48), "red"), Image.new("RGB", (96, 32), "blue")


@pytest.fixture(scope="module", params=sorted(MULTIMODAL_FAMILIES))
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp(request.param)
    family: str = request.param
    made = MULTIMODAL_FAMILIES[family](place / family)
    export_here(str(made), place)
    return made


@pytest.fixture(scope="module")
def encoder(folder: Path) -> Encoder:
    return load(str(folder), folder.parent)


def test_it_is_served_by_torch_and_says_why(encoder: Encoder) -> None:
    assert encoder.serving == "torch"
    assert encoder.serving_note


def test_texts_and_pictures_have_unit_vectors_of_one_length(encoder: Encoder) -> None:
    texts = encoder.encode_texts(["red shoes", "a", ""])
    pictures = encoder.encode_images([RED, WIDE])
    assert texts.shape[1] == pictures.shape[1] == encoder.dimensions
    assert np.allclose(np.linalg.norm([*texts, *pictures], axis=1), 1, atol=1e-5)


def test_a_text_alone_and_in_a_batch_is_the_same_vector(encoder: Encoder) -> None:
    texts = ["red shoes", "the black coat of wool for the white chair"]
    alone = np.concatenate([encoder.encode_texts([text]) for text in texts])
    assert np.allclose(encoder.encode_texts(texts), alone, atol=1e-4)


def test_different_inputs_are_different_vectors(encoder: Encoder) -> None:
    texts, pictures = encoder.encode_texts(["red shoes", "blue mug"]), [RED, WIDE]
    seen = encoder.encode_images(pictures)
    assert texts[0] @ texts[1] < 0.999
    assert seen[0] @ seen[1] < 0.999


def test_a_long_text_is_cut_and_keeps_what_the_model_reads_around_it(encoder: Encoder) -> None:
    assert np.isfinite(encoder.encode_texts(["red " * 5_000])).all()


def test_the_models_own_files_shorten_its_vectors(tmp_path: Path) -> None:
    made = small_qwen3_vl(tmp_path / "qwen")
    export_here(str(made), tmp_path)
    assert load(str(made), tmp_path).dimensions == 16


@pytest.mark.parametrize("name", sorted(MULTIMODAL_FAMILIES))
def test_the_prompt_comes_from_the_models_own_files(tmp_path: Path, name: str) -> None:
    from search.encoders.multimodal import MultimodalEncoder

    made = MULTIMODAL_FAMILIES[name](tmp_path / name)
    before = MultimodalEncoder(made, "before").encode_texts(["red shoes"])
    file = made / "config_sentence_transformers.json"
    said = json.loads(file.read_text())
    file.write_text(json.dumps({**said, "prompts": {"document": "blue canvas mug"}}))
    assert not np.allclose(MultimodalEncoder(made, "after").encode_texts(["red shoes"]), before)


def test_a_way_of_pooling_that_is_not_known_is_refused_with_a_sentence(tmp_path: Path) -> None:
    made = small_embedding_gemma2(tmp_path / "gemma")
    (made / "1_Pooling" / "config.json").write_text('{"pooling_mode_max_tokens": true}')
    with pytest.raises(EncoderError, match="way of pooling"):
        export_here(str(made), tmp_path)


@pytest.mark.django_db(transaction=True)
def test_it_indexes_a_shop_is_searched_switched_to_and_back(
    folder: Path, shop: cast.Shop, settings: Settings
) -> None:
    before = EncoderVersion.objects.get(state=EncoderVersion.State.LIVE)
    settings.ENCODER = str(folder)
    version = register()
    while indexing.index_stale():
        pass
    assert TextEmbedding.objects.filter(encoder=version, vector__isnull=False).exists()
    indexing.maintain()
    indexing.promote(version)
    assert live_encoder()[0] == version
    found = search(Query(parts=(Part(text="red sneaker"),)))
    assert found.encoder == version.name
    assert not found.degraded
    assert found.hits
    assert indexing.roll_back() == before
