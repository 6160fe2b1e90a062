"""Batch norms with frozen statistics folded into their convolutions, and split off again to save.

With frozen statistics a batch norm is a constant scale and shift, so training the folded
convolution trains the same function, without two of the three passes over every activation.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.fusion import fuse_conv_bn_eval
from transformers import EfficientNetModel
from transformers.models.mobilenet_v2.modeling_mobilenet_v2 import MobileNetV2ConvLayer


class FoldedLayer(nn.Module):
    """Convolution with bias, TensorFlow's "same" padding, and ReLU6 where the original has it."""

    def __init__(self, layer: MobileNetV2ConvLayer) -> None:
        super().__init__()
        conv, norm = layer.convolution, layer.normalization
        self.activated = layer.activation is not None
        self.stride, self.dilation, self.groups = conv.stride[0], conv.dilation[0], conv.groups
        self.reach = (conv.kernel_size[0] - 1) * self.dilation
        scale, shift = _scale_and_shift(norm)
        self.weight = nn.Parameter(conv.weight.data * scale.view(-1, 1, 1, 1))
        self.bias = nn.Parameter(shift)

    def forward(self, features: Tensor) -> Tensor:
        padding: int = self.reach // 2
        if self.stride > 1 and self.reach:
            features = functional.pad(features, self._same(features))
            padding = 0
        features = functional.conv2d(
            features, self.weight, self.bias, self.stride, padding, self.dilation, self.groups
        )
        return functional.hardtanh(features, 0.0, 6.0, inplace=True) if self.activated else features

    def _same(self, features: Tensor) -> tuple[int, int, int, int]:
        height, width = features.shape[-2:]
        down = max(self.reach + 1 - (height % self.stride or self.stride), 0)
        across = max(self.reach + 1 - (width % self.stride or self.stride), 0)
        return across // 2, across - across // 2, down // 2, down - down // 2


def _scale_and_shift(norm: nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    assert norm.running_mean is not None
    assert norm.running_var is not None
    scale = norm.weight.data / torch.sqrt(norm.running_var + norm.eps)
    return scale, norm.bias.data - norm.running_mean * scale


def _layers(module: nn.Module, kind: type[nn.Module]) -> Iterator[tuple[nn.Module, str]]:
    for parent in list(module.modules()):
        for name, child in list(parent.named_children()):
            if isinstance(child, kind):
                yield parent, name


def fold(trunk: nn.Module) -> None:
    """Replace every layer in place. A trunk of another family has none and stays as it is."""
    for parent, name in _layers(trunk, MobileNetV2ConvLayer):
        setattr(parent, name, FoldedLayer(getattr(parent, name)))


def fuse(trunk: nn.Module) -> nn.Module:
    """A copy of a trunk of any family, its norms inside the convolutions before them."""
    fused = copy.deepcopy(trunk)
    fold(fused)
    for parent in list(fused.modules()):
        for conv, norm in _normed(parent):
            both = fuse_conv_bn_eval(getattr(parent, conv), getattr(parent, norm))
            setattr(parent, conv, both)
            setattr(parent, norm, nn.Identity())
    return fused


def _normed(parent: nn.Module) -> list[tuple[str, str]]:
    """Names of the convolutions in `parent` that a norm follows, and of these norms."""
    children = pairwise(parent.named_children())
    return [
        (conv, norm)
        for (conv, before), (norm, after) in children
        if isinstance(before, nn.Conv2d) and isinstance(after, nn.BatchNorm2d)
    ]


def split(fused: nn.Module, original: nn.Module) -> None:
    """Write the weights of what `fuse` made into `original`, as convolutions with plain norms."""
    found = dict(fused.named_modules())
    for path, parent in original.named_modules():
        if isinstance(parent, MobileNetV2ConvLayer):
            _write(found[path], parent.convolution, parent.normalization)
            continue
        for conv, norm in _normed(parent):
            _write(getattr(found[path], conv), getattr(parent, conv), getattr(parent, norm))


def _write(weights: Any, conv: Any, norm: Any) -> None:
    conv.weight.data.copy_(weights.weight.data)
    norm.weight.data.fill_(1.0)
    norm.bias.data.copy_(weights.bias.data)
    norm.running_mean = torch.zeros_like(norm.bias.data)
    norm.running_var = torch.full_like(norm.bias.data, 1.0 - norm.eps)


def _parts(trunk: Any) -> tuple[nn.Module, list[nn.Module], list[nn.Module]]:
    """Stem, blocks, and what comes after them until the pool."""
    if isinstance(trunk, EfficientNetModel):
        encoder: Any = trunk.encoder
        last = [encoder.top_conv, encoder.top_bn, encoder.top_activation]
        return trunk.embeddings, list(encoder.blocks), last
    return trunk.conv_stem, list(trunk.layer), [trunk.conv_1x1]


def lower(trunk: nn.Module, pixels: Tensor, blocks: int) -> Tensor:
    """Stem and the first `blocks` blocks: (n, 3, h, w) to feature maps (n, channels, h', w')."""
    stem, all_blocks, _last = _parts(trunk)
    return _through([stem, *all_blocks[:blocks]], pixels)


def upper(trunk: Any, maps: Tensor, blocks: int) -> Tensor:
    """The blocks after the first `blocks` and the last convolution: maps to features (n, width)."""
    features: Tensor = trunk.pooler(_through(_upmost(trunk, blocks), maps)).flatten(1)
    return features


def _through(modules: Iterable[nn.Module], maps: Tensor) -> Tensor:
    for module in modules:
        maps = module(maps)
    return maps


def _upmost(trunk: nn.Module, blocks: int) -> list[nn.Module]:
    _stem, all_blocks, last = _parts(trunk)
    return [*all_blocks[blocks:], *last]


def upper_parameters(trunk: nn.Module, blocks: int) -> list[nn.Parameter]:
    """What `upper` uses, in the order of `trunk.parameters()`."""
    modules = _upmost(trunk, blocks)
    return [parameter for module in modules for parameter in module.parameters()]


def pointwise_parameters(trunk: nn.Module, blocks: int) -> list[nn.Parameter]:
    """Of these, those of convolutions of 1 x 1: most of the weights, and a part of the time."""
    modules = [each for module in _upmost(trunk, blocks) for each in module.modules()]
    own = [list(each.parameters(recurse=False)) for each in modules]
    return [one for each in own if each and each[0].shape[2:] == (1, 1) for one in each]


class Pointwise(nn.Conv2d):
    """A convolution of 1 x 1 as the product of matrices that it is: backwards, oneDNN's convolution
    in bfloat16 takes up to forty times as long."""

    def forward(self, maps: Tensor) -> Tensor:
        seen = functional.linear(maps.permute(0, 2, 3, 1), self.weight.flatten(1), self.bias)
        return seen.permute(0, 3, 1, 2)


def _is_product(conv: nn.Conv2d) -> bool:
    return (conv.kernel_size, conv.stride, conv.groups) == ((1, 1), (1, 1), 1)


def trunk_in_bfloat16(trunk: nn.Module) -> nn.Module:
    """A copy for computing; bfloat16 with channels last is the fastest here by a factor of 1.5."""
    working: Any = copy.deepcopy(trunk).to(torch.bfloat16)
    for module in working.modules():
        if isinstance(module, nn.Conv2d) and _is_product(module):
            module.__class__ = Pointwise
    channels_last: nn.Module = working.to(memory_format=torch.channels_last)
    return channels_last
