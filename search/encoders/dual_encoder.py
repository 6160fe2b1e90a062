"""Vitrine's own dual encoder: convolutional image towers against frozen text towers with heads.

The image vector is the sum of two branches of one trunk: the classes that the trunk was
pretrained to name, each carried by the text vector of its name (ConSE, Norouzi et al. 2014,
then trained on), and a linear map of its pooled features. The first knows things that no shop's
training pictures show; the second learns what the pictures do show. With an untouched trunk beside
the trained one the vector is the mean of what both say: training gains on pictures like those
trained on and loses a part of what a trunk knew; the two together keep both
(docs/encoder_experiments.md).

Behind the dimensions that texts and pictures share, texts keep main components of what MiniLM says
itself, where pictures have zeros: two texts are compared by all of it, a text and a picture by what
they share alone, and learning what products look like costs no understanding of words.

MiniLM knows English. Texts in other languages are heard by a multilingual tower, whose head was
fitted to say of a translation what MiniLM's says of the English (`search.training.languages`).
Which of the two hears a text is decided before either does (`language_guess.py`), so that adding
the second one moves no English vector and no picture.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from transformers import AutoModel, BertModel, PreTrainedModel
from transformers.modeling_outputs import BaseModelOutputWithPooling

from .configuration import VitrineConfig
from .language_guess import BUCKETS
from .minilm import load_text_tower, pool_layers
from .multilingual import MultilingualTower, load_multilingual
from .trunks import build_trunk


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
    language_weights: Tensor

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
        if config.multilingual_package:
            width = config.multilingual_width
            self.multilingual_head = TextHead(width, config.projection_dim + config.meaning_dim)
            self.register_buffer("language_weights", torch.zeros(BUCKETS))
        self.logit_scale = nn.Parameter(torch.tensor(2.996))
        self.name_scale = nn.Parameter(torch.tensor(2.996))
        self.post_init()

    @property
    def text_tower(self) -> BertModel:
        """Kept out of the module's own state, so that it is neither saved nor trained."""
        return load_text_tower(self.config.text_package, self.config.text_sha256)

    @property
    def multilingual_tower(self) -> MultilingualTower | None:
        """Likewise; None for an encoder that hears English alone."""
        if not self.config.multilingual_package:
            return None
        return load_multilingual(self.config.multilingual_package, self.config.multilingual_sha256)

    def get_text_features(
        self, input_ids: Tensor, attention_mask: Tensor, **_: Any
    ) -> BaseModelOutputWithPooling:
        """What MiniLM says of English texts."""
        tower: Any = self.text_tower.to(input_ids.device)  # type: ignore[arg-type]
        tokens = {"input_ids": input_ids, "attention_mask": attention_mask}
        heard = pool_layers(self.config.text_layers, tokens, tower)
        shared = nn.functional.normalize(self.text_head(heard), dim=-1)
        pooled = torch.cat([shared, *self.own_text(heard)], dim=-1)
        return BaseModelOutputWithPooling(pooler_output=pooled)

    def own_text(self, heard: Tensor) -> list[Tensor]:
        """What MiniLM itself means (n, meaning_dim), of unit length."""
        if self.meaning is None:
            return []
        own = self.meaning(heard[:, : self.config.text_width])
        return [nn.functional.normalize(own, dim=-1)]

    def get_multilingual_features(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """What the multilingual tower says of texts in other languages (n, dimensions)."""
        assert self.multilingual_tower is not None
        tower = self.multilingual_tower.to(input_ids.device)
        return self.translated(tower(input_ids, attention_mask))

    def translated(self, heard: Tensor) -> Tensor:
        """From what the multilingual tower says (n, width) to where the English would be: the
        shared part and the meaning, each of unit length."""
        parts = self.multilingual_head(heard).split(
            [self.config.projection_dim, self.config.meaning_dim], dim=-1
        )
        return torch.cat([nn.functional.normalize(part, dim=-1) for part in parts], dim=-1)

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
