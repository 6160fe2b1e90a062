"""Both trunks learn where the recipe says so, and are served as they were trained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from search.encoders.torch_encoder import TorchEncoder
from search.training.assemble import Corpus
from search.training.average import fused_trunks, trunks_of
from search.training.image_store import PictureStore
from search.training.initialise import as_classifier, open_start, with_beside
from search.training.loop import Progress
from search.training.pairs import read_manifest
from search.training.recipe import Recipe
from search.training.run import Order, train
from search.training.trunk import fuse, split
from tests.made_up_catalogue import make_classifier, make_manifest

pytestmark = pytest.mark.slow

RECIPE = Recipe(
    side=32,
    serve_side=64,
    head_epochs=2,
    head_batch=18,
    trunk_epochs=0,
    upper_epochs=0,
    both_epochs=3,
    both_batch=18,
    both_sides=(48, 64),
    both_photos=1.0,
    settle_epochs=1,
    settle_mean=1.0,
    kept_imagined=8,
)


def order(folder: Path, recipe: Recipe = RECIPE, resume: bool = False) -> Order:
    corpus = Corpus(read_manifest(make_manifest(folder / "data")), PictureStore([folder / "data"]))
    start = make_classifier(folder / "classifier")
    return Order([corpus], start, folder / "encoder", folder / "work", recipe, resume, threads=1)


def silent(progress: Progress) -> None:
    """Nobody looks at the progress bar."""


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Progress]]:
    folder, seen = tmp_path_factory.mktemp("both"), list[Progress]()
    train(order(folder), seen.append)
    return folder, seen


def weights(folder: Path) -> Iterator[Mapping[str, Tensor]]:
    """Of both trunks, their norms inside the convolutions."""
    model = TorchEncoder(folder, "one").model
    yield from (dict(trunk.named_parameters()) for trunk in fused_trunks(model))


def test_every_layer_of_both_has_learned(trained: tuple[Path, list[Progress]]) -> None:
    folder, _seen = trained
    before = dict(fuse(open_start(folder / "classifier", RECIPE).vision_model).named_parameters())
    for after in weights(folder / "encoder"):
        same = [name for name, value in before.items() if torch.allclose(value, after[name])]
        assert same == []


def test_views_are_small_before_they_are_as_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sides: list[int] = []

    def noticed(data: object, rows: object, recipe: Recipe, side: int, random: object) -> Tensor:
        sides.append(side)
        return torch.zeros(RECIPE.both_batch, 3, side, side, dtype=torch.bfloat16)

    monkeypatch.setattr("search.training.stages.views_of", noticed)
    train(order(tmp_path, replace(RECIPE, head_epochs=0, settle_epochs=0)), silent)
    assert sides == sorted(sides)
    assert set(sides) == {48, 64}


def test_it_goes_on_after_a_kill_to_the_same_weights(
    trained: tuple[Path, list[Progress]], tmp_path: Path
) -> None:
    class Killed(Exception):
        pass

    def killer(progress: Progress) -> None:
        if progress.stage == "settle":
            raise Killed

    with pytest.raises(Killed):
        train(order(tmp_path), killer)
    train(order(tmp_path, resume=True), silent)
    for once, twice in zip(
        weights(trained[0] / "encoder"), weights(tmp_path / "encoder"), strict=True
    ):
        assert all(torch.equal(value, twice[name]) for name, value in once.items())


def test_a_fused_trunk_is_written_back_as_it_was(tmp_path: Path) -> None:
    start = open_start(make_classifier(tmp_path / "classifier"), RECIPE)
    two = with_beside(start, as_classifier(start), RECIPE.side).eval()
    pixels = torch.rand(2, 3, 64, 64) * 2 - 1
    with torch.inference_mode():
        before = two.get_image_features(pixels).pooler_output
        for fused, trunk in zip(fused_trunks(two), trunks_of(two), strict=True):
            split(fused, trunk)
        assert torch.allclose(two.get_image_features(pixels).pooler_output, before, atol=1e-4)
