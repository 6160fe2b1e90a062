"""`train_encoder` learns, goes on after a kill to the same weights, and leaves a usable folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor

from search.encoders.configuration import VitrineConfig
from search.encoders.identity import find_folder
from search.encoders.torch_encoder import TorchEncoder
from search.training.assemble import Corpus
from search.training.captions import TextVectors
from search.training.features import noisy
from search.training.image_store import PictureStore
from search.training.initialise import open_start
from search.training.loop import Progress
from search.training.pairs import read_manifest
from search.training.recipe import Recipe
from search.training.run import Order, train
from search.training.trunk import fold
from tests.made_up_catalogue import make_classifier, make_manifest

pytestmark = pytest.mark.slow

RECIPE = Recipe(
    side=32,
    view_side=32,
    serve_side=32,
    head_epochs=30,
    head_batch=18,
    views=54,
    block_epochs=4,
    block_batch=18,
    trunk_epochs=2,
    upper_epochs=2,
    upper_batch=18,
    settle_epochs=2,
    trunk_batch=18,
)

# Heads that are there settle anew, and nothing else is done.
ANEW = replace(RECIPE, head_epochs=0.0, block_epochs=0.0, trunk_epochs=0.0, upper_epochs=0.0)


class Killed(Exception):
    pass


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("training")
    make_manifest(place / "data")
    make_classifier(place / "classifier")
    return place


def order(world: Path, out: Path, recipe: Recipe = RECIPE, resume: bool = False) -> Order:
    data = world / "data"
    corpus = Corpus(read_manifest(data / "things.jsonl"), PictureStore([data]))
    return Order(
        [corpus], world / "classifier", out, out.with_name("work"), recipe, resume, threads=1
    )


@pytest.fixture(scope="module")
def trained(world: Path) -> tuple[Path, list[Progress]]:
    seen: list[Progress] = []
    out = world / "first" / "encoder"
    train(order(world, out), seen.append)
    return out, seen


def losses(seen: list[Progress], stage: str) -> list[float]:
    return [one.loss for one in seen if one.stage == stage and one.loss is not None]


def test_the_loss_falls(trained: tuple[Path, list[Progress]]) -> None:
    heads = losses(trained[1], "heads")
    assert np.mean(heads[-5:]) < np.mean(heads[:5])


def test_every_stage_is_run(trained: tuple[Path, list[Progress]]) -> None:
    assert [
        stage
        for stage in ("heads", "blocks", "trunk", "upper", "settle")
        if losses(trained[1], stage)
    ] == ["heads", "blocks", "trunk", "upper", "settle"]


def test_every_layer_has_learned(world: Path, trained: tuple[Path, list[Progress]]) -> None:
    before = open_start(world / "classifier", RECIPE).vision_model
    after = TorchEncoder(trained[0], "trained").model.vision_model
    fold(before)
    fold(after)
    theirs = dict(after.named_parameters())
    assert [
        name
        for name, weights in before.named_parameters()
        if torch.allclose(weights, theirs[name], atol=1e-6)
    ] == []


def test_the_folder_opens_as_an_encoder(trained: tuple[Path, list[Progress]]) -> None:
    encoder = TorchEncoder(find_folder(str(trained[0])), "trained")
    assert encoder.encode_images([Image.new("RGB", (9, 9), "red")]).shape == (
        1,
        RECIPE.dimensions + RECIPE.meaning,
    )


def test_texts_are_served_as_they_were_trained(trained: tuple[Path, list[Progress]]) -> None:
    encoder, texts = TorchEncoder(trained[0], "trained"), ["red disc", "a bar for the kitchen"]
    config = cast(VitrineConfig, encoder.model.config)
    assert config.text_layers == [-1, 0]
    seen = encoder.model.text_head(torch.from_numpy(TextVectors(config)(texts)))
    served = torch.from_numpy(encoder.encode_texts(texts)[:, : config.projection_dim])
    assert torch.cosine_similarity(seen, served).min() > 0.9999


def test_a_killed_run_goes_on_to_the_same_weights(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    def kill(progress: Progress) -> None:
        if progress.stage == "trunk" and progress.step == 2:
            raise Killed

    out = world / "second" / "encoder"
    with pytest.raises(Killed):
        train(order(world, out), kill)
    train(order(world, out, resume=True), lambda progress: None)
    weights = [TorchEncoder(path, "one").model.state_dict() for path in (trained[0], out)]
    assert all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])


def test_an_encoder_that_is_trained_on_keeps_the_trunk_that_it_kept(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    out = world / "third" / "encoder"
    recipe = replace(RECIPE, trunk_epochs=0, upper_epochs=0)
    train(replace(order(world, out, recipe), start=trained[0]), lambda progress: None)
    before, after = (TorchEncoder(path, "one").model.kept_model for path in (trained[0], out))
    theirs = after.state_dict()
    assert all(torch.equal(value, theirs[name]) for name, value in before.state_dict().items())


def settled(
    world: Path, start: Path, name: str, recipe: Recipe
) -> tuple[dict[str, Tensor], list[float]]:
    """The weights after heads that are there have settled anew, and the losses on the way."""
    seen: list[Progress] = []
    out = world / name / "encoder"
    train(replace(order(world, out, recipe), start=start), seen.append)
    return TorchEncoder(out, name).model.state_dict(), losses(seen, "settle")


def moved(before: Path, after: dict[str, Tensor]) -> set[str]:
    """The parts of a model whose weights are no longer what they were."""
    old = TorchEncoder(before, "old").model.state_dict()
    return {
        name.split(".")[0] for name, value in after.items() if not torch.equal(value, old[name])
    }


def test_heads_alone_settle_anew_with_both_trunks_at_rest(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    weights, _losses = settled(world, trained[0], "anew", replace(ANEW, settle_epochs=4))
    scales = {"logit_scale", "name_scale"}
    assert moved(trained[0], weights) - scales == {"image_head", "kept_head", "text_head"}


def test_to_adapt_leaves_texts_and_the_trunk_beside(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    weights, _losses = settled(
        world, trained[0], "kept", replace(ANEW, settle_epochs=4, keep_texts=True)
    )
    assert moved(trained[0], weights) - {"logit_scale", "name_scale"} == {"image_head"}


def test_the_mean_of_both_views_has_a_loss_of_its_own(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    _weights, each = settled(
        world, trained[0], "each", replace(ANEW, settle_mean=0, settle_noise=0)
    )
    _weights, mean = settled(
        world, trained[0], "mean", replace(ANEW, settle_mean=1, settle_noise=0)
    )
    _weights, half = settled(
        world, trained[0], "half", replace(ANEW, settle_mean=0.5, settle_noise=0)
    )
    assert mean[0] > each[0]
    assert half[0] == pytest.approx((mean[0] + each[0]) / 2, rel=1e-4)


def test_noise_is_drawn_again_the_same_for_the_same_step() -> None:
    features = torch.rand(400, 50) + 0.5
    once, again = (noisy(features, 0.3, np.random.default_rng([1, 2])) for _ in range(2))
    assert torch.equal(once, again)
    factors = once / features
    assert factors.mean() == pytest.approx(1, abs=0.02)
    assert factors.std() == pytest.approx(0.3, abs=0.02)
    assert noisy(features, 0.0, np.random.default_rng(1)) is features


def test_going_on_with_another_recipe_is_refused(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    other = replace(RECIPE, loss="sigmoid")
    with pytest.raises(ValueError, match="made with other options"):
        train(order(world, trained[0], other, resume=True), lambda progress: None)


def test_a_tie_keeps_which_pictures_are_near_each_other(
    world: Path, trained: tuple[Path, list[Progress]]
) -> None:
    def shift(name: str, weight: float) -> float:
        recipe = replace(ANEW, settle_epochs=40, settle_photos=weight)
        settled(world, trained[0], name, recipe)
        return float(np.abs(near(world / name / "encoder") - near(trained[0])).mean())

    assert shift("tied", 20) < 0.8 * shift("free", 0)


def near(folder: Path) -> np.ndarray:
    """Cosines between one-coloured pictures."""
    pictures = [Image.new("RGB", (64, 64), colour) for colour in ("red", "green", "navy", "white")]
    vectors = TorchEncoder(folder, "one").encode_images(pictures)
    return vectors @ vectors.T
