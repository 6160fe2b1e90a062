"""Where training starts: a pretrained classifier with no heads yet, or an encoder that is there."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from transformers import AutoConfig

from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import ImageHead, TextHead, VitrineDualEncoder

from .captions import TextVectors
from .classifiers import LITE, Classifier, open_classifier
from .recipe import Recipe


def open_start(start: str | Path, recipe: Recipe) -> VitrineDualEncoder:
    """The model that training starts from: one of ours, or one on the trunk of a classifier.

    Raises ValueError for what is neither, with a sentence for people.
    """
    if str(start) not in LITE:
        settings = AutoConfig.from_pretrained(start)
        if settings.model_type == VitrineConfig.model_type:
            return VitrineDualEncoder.from_pretrained(start, dtype=torch.float32).eval()
    return from_classifier(open_classifier(start), recipe)


def from_classifier(classifier: Classifier, recipe: Recipe) -> VitrineDualEncoder:
    """A dual encoder on the trunk of an image classifier.

    With as many dimensions as the text tower it can see before it is trained: a picture is where
    the names of its likeliest classes are. Of a class's synonyms the first is its name.
    Raises ValueError where the classes have no names.
    """
    if not classifier.names:
        raise ValueError("This classifier does not name its classes; it can only look beside one.")
    torch.manual_seed(recipe.seed)
    model = VitrineDualEncoder(_config(classifier, recipe))
    model.vision_model.load_state_dict(classifier.trunk)
    names = torch.from_numpy(TextVectors(cast(VitrineConfig, model.config))(classifier.names))
    with torch.no_grad():
        _start_text_head(model.text_head, model.config.text_width, names)
        _start_image_head(model.image_head, model, classifier, names)
    return model.eval()


def _config(classifier: Classifier, recipe: Recipe) -> VitrineConfig:
    classes, width = classifier.weight.shape
    return VitrineConfig(
        vision_config=classifier.settings,
        vision_width=width,
        classes=classes,
        projection_dim=recipe.dimensions,
        text_layers=recipe.text_layers,
        class_names=classifier.names,
    )


def as_classifier(model: VitrineDualEncoder) -> Classifier:
    """The trunk of `model` and what it says of the classes, as they are now."""
    last = model.image_head.classifier
    return Classifier(
        settings=model.config.vision_config,
        trunk=model.vision_model.state_dict(),
        weight=last.weight.data,
        bias=last.bias.data,
        names=model.config.class_names,
    )


def with_beside(model: VitrineDualEncoder, classifier: Classifier, side: int) -> VitrineDualEncoder:
    """`model`, which will see `side` pixels, and beside it the trunk of `classifier`, untouched.

    Raises ValueError unless both classifiers know the same classes.
    """
    classes, width = classifier.weight.shape
    if classes != model.config.classes:
        raise ValueError(
            f"The classifier beside knows {classes} classes, the one to start from"
            f" {model.config.classes}; they have to be the same ones."
        )
    config = cast(VitrineConfig, copy.deepcopy(model.config))
    config.kept_config, config.kept_width, config.trained_side = classifier.settings, width, side
    both = VitrineDualEncoder(config)
    both.load_state_dict(model.state_dict(), strict=False)
    both.kept_model.load_state_dict(classifier.trunk)
    names = torch.from_numpy(TextVectors(config)(config.class_names))
    with torch.no_grad():
        _start_image_head(both.kept_head, both, classifier, names)
    return both.eval()


def _start_text_head(text: TextHead, width: int, names: Tensor) -> None:
    nn.init.zeros_(text.linear.weight)
    last = text.linear.weight[:, :width]
    (nn.init.eye_ if last.shape[0] == width else nn.init.orthogonal_)(last)
    text.linear.bias.copy_(-text.linear.weight @ names.mean(0))
    nn.init.zeros_(text.outer.weight)


def _start_image_head(
    image: ImageHead, model: VitrineDualEncoder, classifier: Classifier, names: Tensor
) -> None:
    """Every class where the texts of `model` have its name."""
    image.classifier.weight.copy_(classifier.weight)
    image.classifier.bias.copy_(classifier.bias)
    image.names.weight.copy_(model.text_head(names).T)
    image.names.bias.zero_()
    nn.init.normal_(image.features.weight, std=0.002)
