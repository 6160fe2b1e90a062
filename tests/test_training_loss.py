"""What counts as a match in a batch."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional

from search.training.loss import kept_neighbours, positives, sigmoid_loss, softmax_loss

SCALE = torch.tensor(10.0)


def test_identical_captions_are_positives_of_each_other() -> None:
    captions = torch.tensor([7, 7, 3])
    weights = positives(captions, torch.tensor([[7, -1], [7, -1], [3, -1]]), others=0.3)
    assert weights.tolist() == [[1, 1, 0], [1, 1, 0], [0, 0, 1]]


def test_a_caption_that_fits_another_picture_is_no_negative_for_it() -> None:
    captions = torch.tensor([1, 2])
    weights = positives(captions, torch.tensor([[1, 2], [2, -1]]), others=0.25)
    assert weights.tolist() == [[1, 0.25], [0, 1]]


def test_the_right_order_costs_less_than_the_wrong_one() -> None:
    rows, weights = torch.eye(3), torch.eye(3)
    for loss in (softmax_loss, sigmoid_loss):
        assert loss(rows, rows, SCALE, weights) < loss(rows, rows[[1, 2, 0]], SCALE, weights)


def test_a_shared_caption_is_not_punished() -> None:
    images = texts = torch.tensor([[1.0, 0.0], [1.0, 0.0]])
    shared = softmax_loss(images, texts, SCALE, torch.ones(2, 2))
    assert torch.isclose(shared, torch.log(torch.tensor(2.0)), atol=1e-4)


def test_a_caption_of_no_picture_in_the_batch_is_a_negative() -> None:
    images, texts = torch.eye(3)[:2], torch.eye(3)
    near = torch.cat([texts[:2], texts[:1]])
    weights = positives(torch.tensor([1, 2, 3]), torch.tensor([[1], [2]]), others=0.3)
    losses = [softmax_loss(images, rows, SCALE, weights) for rows in (texts, near)]
    assert losses[0] < losses[1]


def test_neighbours_as_before_cost_least() -> None:
    torch.manual_seed(0)
    before = functional.normalize(torch.randn(6, 4), dim=-1)
    turned = before @ torch.linalg.qr(torch.randn(4, 4)).Q
    other = functional.normalize(torch.randn(6, 4), dim=-1)
    kept = kept_neighbours(before, before)
    assert kept_neighbours(turned, before) == pytest.approx(float(kept), abs=1e-4)
    assert kept_neighbours(other, before) > kept
