"""Convolutional trunks of any family that `transformers` builds, EfficientNet-Lite among them."""

from __future__ import annotations

from typing import Any

from torch import nn
from transformers import AutoConfig, AutoModel, EfficientNetModel, PreTrainedModel


def build_trunk(settings: dict[str, Any]) -> PreTrainedModel:
    """The trunk of this configuration, without weights.

    An EfficientNet whose `squeeze_expansion_ratio` is 0 squeezes nothing: with ReLU6 and the widths
    of its configuration it is EfficientNet-Lite (Liu 2020), made for processors like ours.
    """
    trunk: PreTrainedModel = AutoModel.from_config(AutoConfig.for_model(**settings))
    if isinstance(trunk, EfficientNetModel):
        # Its own pool, which is wider than any map, cannot be exported.
        trunk.pooler = nn.AdaptiveAvgPool2d(1)  # type: ignore[assignment]
        if not trunk.config.squeeze_expansion_ratio:
            for block in trunk.encoder.blocks:
                block.squeeze_excite = nn.Identity()
    return trunk
