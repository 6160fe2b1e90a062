"""Features of classes that no training picture shows, made up from the classifier alone.

A shop's pictures show a fraction of the thousand classes that an untouched trunk can tell, and its
head forgets the others: on photos of groceries it fell from .163 before any training to .131 in
200 steps of fashion. What the classifier itself says of them needs no pictures: features that lie
from the mean of the pictures towards a class, as far as it takes to be told as that class, are
tied to its scores and its name as features of pictures are (distillation without data, as Nayak et
al. 2019 draw it from the last layer).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
import torch
from torch import Tensor, nn

from .device import generator_on

SURE = 0.6  # the chance of its class, at the usual reach
SPREAD = 0.3  # deviation of the logarithm of the reach
MIXED = 0.6  # at most so much of a picture's own features is mixed in
NOISE = 0.3  # what they are multiplied by, as by `noisy`


@dataclass(frozen=True)
class Imagined:
    """Each row of `towards` (n, width) leads from `mean` (width,) to features of one class."""

    mean: Tensor
    towards: Tensor
    classifier: nn.Linear

    @torch.no_grad()
    def draw(self, features: Tensor, random: np.random.Generator) -> tuple[Tensor, Tensor]:
        """As many made-up features as `features` (n, width) has rows, each of a class by chance and
        mixed with one of those, and what the classifier says of them (n, classes)."""
        count, device = len(features), features.device
        generator = generator_on(device, random)
        normal = partial(torch.randn, generator=generator, device=device)
        uniform = partial(torch.rand, generator=generator, device=device)
        classes = (len(self.towards) * uniform(count)).long()
        reach, share = torch.exp(SPREAD * normal(count, 1)), MIXED * uniform(count, 1)
        made = (1 - share) * (self.mean + reach * self.towards[classes]) + share * features
        made = made.clamp(min=0) * (1 + NOISE * normal(made.shape))
        return made, self.classifier(made).softmax(-1)


@torch.no_grad()
def imagine(features: Tensor, classifier: nn.Linear) -> Imagined:
    """From features (n, width) of pictures. The reach of each class is found by trying; one that
    is never told, as the background of TensorFlow's classifiers, is left out."""
    mean, deviation = features.mean(0), features.std(0)
    weight = classifier.weight - classifier.weight.mean(0)
    towards = weight * deviation
    towards = towards / towards.norm(dim=1, keepdim=True).clamp(min=1e-6) * deviation.norm()
    reach = torch.ones(len(towards), 1, device=features.device)
    for _ in range(25):
        likely = classifier((mean + reach * towards).clamp(min=0)).softmax(-1).diagonal()
        reach = torch.where(likely[:, None] < SURE, reach * 1.15, reach / 1.1)
    return Imagined(mean, (reach * towards)[likely > SURE / 2], classifier)
