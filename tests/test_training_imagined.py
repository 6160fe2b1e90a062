"""Features made up of a classifier are told as their classes, without a picture of any."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from search.training.imagined import Imagined, imagine

CLASSES, WIDTH = 12, 64


@pytest.fixture
def classifier() -> nn.Linear:
    torch.manual_seed(0)
    return nn.Linear(WIDTH, CLASSES)


@pytest.fixture
def features() -> Tensor:
    return torch.rand(200, WIDTH, generator=torch.Generator().manual_seed(1))


@torch.inference_mode()
def test_each_class_is_told_at_its_reach(classifier: nn.Linear, features: Tensor) -> None:
    found = imagine(features, classifier)
    told = classifier((found.mean + found.towards).clamp(min=0)).argmax(1)
    assert told.tolist() == list(range(CLASSES))


@torch.inference_mode()
def test_a_class_that_is_never_told_is_left_out(classifier: nn.Linear, features: Tensor) -> None:
    classifier.weight[0], classifier.bias[0] = 0.0, -30.0
    assert len(imagine(features, classifier).towards) == CLASSES - 1


def drawn(found: Imagined, features: Tensor, seed: int = 0) -> tuple[Tensor, Tensor]:
    return found.draw(features, np.random.default_rng(seed))


@torch.inference_mode()
def test_the_classifier_says_what_they_show(classifier: nn.Linear, features: Tensor) -> None:
    made, said = drawn(imagine(features, classifier), features)
    assert made.shape == features.shape
    assert torch.allclose(said, classifier(made).softmax(-1))


@torch.inference_mode()
def test_most_classes_are_drawn(classifier: nn.Linear, features: Tensor) -> None:
    _made, said = drawn(imagine(features, classifier), features)
    assert len(said.argmax(1).unique()) > CLASSES / 2


@torch.inference_mode()
def test_the_same_seed_draws_the_same(classifier: nn.Linear, features: Tensor) -> None:
    found = imagine(features, classifier)
    assert torch.equal(drawn(found, features)[0], drawn(found, features)[0])
    assert not torch.equal(drawn(found, features)[0], drawn(found, features, seed=1)[0])
