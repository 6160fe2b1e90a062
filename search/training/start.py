"""Where training starts: a pretrained classifier with no heads yet, or an encoder that is there."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from transformers import AutoConfig, AutoModelForImageClassification

from search.encoders.configuration import MINILM_PACKAGE, MINILM_SHA256, VitrineConfig
from search.encoders.dual_encoder import VitrineDualEncoder

from .captions import TextVectors
from .recipe import Recipe

# Of a classifier's configuration, what says nothing about the trunk.
PRIVATE = ("id2label", "label2id", "_name_or_path", "architectures", "dtype")


def open_start(folder: Path, recipe: Recipe) -> VitrineDualEncoder:
    """The model that training starts from: one of ours, or one on the trunk of a classifier.

    Raises ValueError for a folder that is neither, with a sentence for people.
    """
    settings = AutoConfig.from_pretrained(folder)
    if settings.model_type == VitrineConfig.model_type:
        return VitrineDualEncoder.from_pretrained(folder, dtype=torch.float32).eval()
    if not any("ImageClassification" in name for name in settings.architectures or []):
        raise ValueError(
            f"{folder} is a {settings.model_type} model; training starts from an image classifier"
            " or from an encoder that train_encoder made."
        )
    encode = TextVectors(MINILM_PACKAGE, MINILM_SHA256, recipe.text_layers)
    return from_backbone(folder, encode, recipe.dimensions, recipe.seed)


def from_backbone(
    folder: Path, encode: TextVectors, dimensions: int, seed: int
) -> VitrineDualEncoder:
    """A dual encoder on the trunk of an image classifier in the format of `transformers`.

    With as many dimensions as the text tower it can see before it is trained: a picture is where
    the names of its likeliest classes are. Of a class's synonyms the first is its name.
    """
    torch.manual_seed(seed)
    classifier = AutoModelForImageClassification.from_pretrained(folder, dtype=torch.float32)
    labels = classifier.config.id2label
    names = [labels[number].split(",")[0] for number in sorted(labels)]
    settings = {k: v for k, v in classifier.config.to_dict().items() if k not in PRIVATE}
    model = VitrineDualEncoder(
        VitrineConfig(
            vision_config=settings,
            vision_width=classifier.classifier.in_features,
            classes=classifier.classifier.out_features,
            projection_dim=dimensions,
            text_layers=encode.layers,
            class_names=names,
        )
    )
    model.vision_model.load_state_dict(classifier.base_model.state_dict())
    with torch.no_grad():
        _start_heads(model, classifier.classifier, torch.from_numpy(encode(names)))
    return model.eval()


def _start_heads(model: VitrineDualEncoder, classifier: torch.nn.Linear, names: Tensor) -> None:
    text, image = model.text_head, model.image_head
    width = model.config.text_width
    torch.nn.init.zeros_(text.linear.weight)
    last = text.linear.weight[:, :width]
    (torch.nn.init.eye_ if last.shape[0] == width else torch.nn.init.orthogonal_)(last)
    mean = names.mean(0)
    text.linear.bias.copy_(-text.linear.weight @ mean)
    torch.nn.init.zeros_(text.outer.weight)
    image.classifier.load_state_dict(classifier.state_dict())
    image.names.weight.copy_(text.linear.weight @ (names - mean).T)
    image.names.bias.zero_()
    torch.nn.init.normal_(image.features.weight, std=0.002)
