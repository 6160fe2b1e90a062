"""Augmentation changes everything about a picture but its hue."""

from __future__ import annotations

import torch

from search.training.augment import augment, background, replace_background


def red_disc(count: int = 4, side: int = 48) -> torch.Tensor:
    picture = torch.ones(count, 3, side, side)
    picture[:, 1:, 14:34, 14:34] = 0.1
    return picture


def test_the_background_is_what_is_white_at_the_border() -> None:
    picture = red_disc(1)
    picture[:, :, 22:26, 22:26] = 1.0  # white inside the red belongs to the product
    mask = background(picture)[0, 0]
    assert mask[2, 2] == 1
    assert mask[24, 24] == 0


def test_only_the_chosen_lose_their_background() -> None:
    generator = torch.Generator().manual_seed(0)
    pictures = red_disc(2)
    changed = replace_background(pictures, torch.tensor([True, False]), generator)
    assert not torch.allclose(changed[0], pictures[0])
    assert torch.equal(changed[1], pictures[1])


def test_red_stays_the_strongest_channel() -> None:
    generator = torch.Generator().manual_seed(0)
    seen = augment(red_disc(32), 32, generator)[:, :, 12:20, 12:20].mean((2, 3))
    assert (seen[:, 0] >= seen[:, 1:].amax(1) - 0.02).all()


def test_the_same_seed_gives_the_same_views() -> None:
    views = [augment(red_disc(), 32, torch.Generator().manual_seed(3)) for _ in range(2)]
    assert torch.equal(*views)


def test_views_are_pixels() -> None:
    views = augment(red_disc(), 32, torch.Generator().manual_seed(1))
    assert views.shape == (4, 3, 32, 32)
    assert views.min() >= 0
    assert views.max() <= 1
