"""Training with both text towers: either alone will do, and the gate knows who can read what."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PIL import Image

from search.encoders.torch_encoder import TorchEncoder
from search.training import assemble
from search.training.assemble import Corpus
from search.training.image_store import PictureStore
from search.training.pairs import read_manifest
from search.training.recipe import Recipe
from search.training.run import Order, train
from tests.made_up_catalogue import COLOURS, make_classifier, make_manifest

RECIPE = Recipe(
    serve_side=32,
    head_epochs=60,
    head_batch=18,
    extra_captions=16,
    rival_captions=16,
    gate=3.0,
    trunk_epochs=0,
    upper_epochs=0,
    settle_epochs=0,
)
GERMAN = ["rot", "grün", "blau", "gelb", "schwarz", "lila"]
FOREIGN = [
    f"{colour} {thing}"
    for colour in (*GERMAN, "rouge", "vert", "jaune", "rojo", "verde", "amarillo")
    for thing in ("Scheibe", "Quadrat", "cercle", "carré", "círculo", "cuadrado")
]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> TorchEncoder:
    place = tmp_path_factory.mktemp("languages")
    data = place / "data"
    corpus = Corpus(read_manifest(make_manifest(data)), PictureStore([data]))
    start = make_classifier(place / "classifier")
    order = Order([corpus], start, place / "out", place / "work", RECIPE, False, threads=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assemble, "foreign_phrases", lambda count: FOREIGN)
        train(order, lambda progress: None)
    return TorchEncoder(place / "out", "trained")


def heard(encoder: TorchEncoder, texts: list[str]) -> torch.Tensor:
    """How much of each text the English tower has a say in."""
    tokens = encoder.tokens(texts)
    assert set(tokens) == {
        "input_ids",
        "attention_mask",
        "multilingual_ids",
        "multilingual_mask",
    }
    model = encoder.model
    with torch.inference_mode():
        english = assemble.TextVectors(model.config)(texts)
        return torch.as_tensor(model.readable(torch.from_numpy(english)))


def test_english_is_heard_by_the_english_tower(encoder: TorchEncoder) -> None:
    english = heard(encoder, [f"{colour} disc" for colour in COLOURS])
    foreign = heard(encoder, [f"{colour} Scheibe" for colour in GERMAN])
    assert english.mean() > foreign.mean() + 0.3


def test_pictures_are_found_by_words_nobody_taught(encoder: TorchEncoder) -> None:
    """German colours, of which training knew the gate's answer and no picture."""
    pictures = [Image.new("RGB", (40, 40), colour) for colour in COLOURS]
    scores = encoder.encode_texts(GERMAN) @ encoder.encode_images(pictures).T
    chance = 1 / len(COLOURS)
    assert (scores.argmax(1) == np.arange(len(COLOURS))).mean() > 2 * chance


def test_texts_keep_what_both_towers_say_themselves(encoder: TorchEncoder) -> None:
    vectors = encoder.encode_texts(["red disc", "rote Scheibe"])
    assert vectors.shape == (2, RECIPE.dimensions + 2 * RECIPE.meaning)
    assert encoder.encode_images([Image.new("RGB", (9, 9))])[0, RECIPE.dimensions :].any() == 0
