"""The second text tower's head follows where the English one has moved texts to.

It was fitted to where English texts were (`search.training.languages`). Where they move is nearly
linear, and one matrix, fitted to where the captions were and are, says it of every text: nobody
needs the dictionaries again that taught the tower, and what it learned of languages stays.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from search.encoders.dual_encoder import TextHead, VitrineDualEncoder

RIDGE = 1e-3  # of the mean energy of a dimension


@torch.no_grad()
def carry_languages(model: VitrineDualEncoder, before: TextHead, heard: Tensor) -> None:
    """Move the multilingual head of `model` as its English head has moved since `before`.

    `heard` (n, width) is what MiniLM says of captions. The dimensions that pictures share move;
    those of the meaning, which training leaves alone, stay.
    """
    was, now = (_places(head, heard) for head in (before, model.text_head))
    moved = step_between(was, now).to(heard)
    shared = len(moved)
    for weight in (
        model.multilingual_head.linear.weight,
        model.multilingual_head.linear.bias,
        model.multilingual_head.outer.weight,
    ):
        weight[:shared] = moved @ weight[:shared]


def step_between(was: Tensor, now: Tensor) -> Tensor:
    """(d, d) by which rows of `was` (n, d) become those of `now`: ridge regression towards the
    identity, so that what no caption says stays where it is."""
    energy = RIDGE * was.square().sum() / was.shape[1]
    kept = energy * torch.eye(was.shape[1], dtype=was.dtype, device=was.device)
    return torch.linalg.solve(was.T @ was + kept, was.T @ now + kept).T


def _places(head: TextHead, heard: Tensor) -> Tensor:
    """Where a head has English texts, at unit length."""
    return functional.normalize(head(heard), dim=-1).double()
