"""Losses between two batches of unit vectors, in the names of their papers."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def positives(captions: Tensor, choices: Tensor, others: float) -> Tensor:
    """(n, m) weight of caption j for picture i: 1 where drawn for it, `others` where it could be.

    `captions` (m,) are caption indices, the first n those drawn for the n pictures, the others
    drawn for no picture of the batch; `choices` (n, k) all that picture i can draw.
    Identical captions have one index and so are positives of each other; "blue shirts" drawn for
    one blue shirt is no negative for the next one.
    """
    distinct, columns = captions.unique(return_inverse=True)
    # Where each caption that a picture can draw stands among those, the last place for none.
    place = torch.searchsorted(distinct, choices.clamp(min=0)).clamp(max=len(distinct) - 1)
    place = torch.where(distinct[place] == choices, place, len(distinct))
    weights = torch.zeros(len(choices), len(distinct) + 1)
    weights.scatter_(1, place, others)
    weights.scatter_(1, columns[: len(choices)].unsqueeze(1), 1.0)
    return weights[:, columns]


def softmax_loss(images: Tensor, texts: Tensor, scale: Tensor, weights: Tensor) -> Tensor:
    """Symmetric InfoNCE (Radford et al. 2021) whose target is shared among the positives.

    Texts (m, d) beyond the n pictures are negatives of the pictures; a text without a picture in
    the batch has nothing to choose from and is no query.
    """
    logits = scale * images @ texts.T
    rows = weights / weights.sum(1, keepdim=True)
    by_image = functional.cross_entropy(logits, rows)
    own = weights[:, : len(images)].T
    columns = own / own.sum(1, keepdim=True)
    return (by_image + functional.cross_entropy(logits[:, : len(images)].T, columns)) / 2


def sigmoid_loss(
    images: Tensor, texts: Tensor, scale: Tensor, weights: Tensor, bias: float = -2.71
) -> Tensor:
    """Pairwise sigmoid loss (Zhai et al. 2023) with every positive counted as one."""
    logits = scale * images @ texts.T + bias
    sign = (weights > 0).to(logits.dtype) * 2 - 1
    return -functional.logsigmoid(sign * logits).sum(1).mean()


LOSSES = {"softmax": softmax_loss, "sigmoid": sigmoid_loss}


def kept_neighbours(images: Tensor, before: Tensor, scale: float = 20.0) -> Tensor:
    """Cross-entropy of how near each of `images` (n, d) has the others against how near they were
    `before`, as a softmax of cosines without its own (Fang et al. 2021, among a batch)."""
    own = 1e4 * torch.eye(len(images), device=images.device)
    wanted = (scale * before @ before.T - own).softmax(-1)
    return functional.cross_entropy(scale * images @ images.T - own, wanted)


def kept_knowledge(scores: Tensor, teacher: Tensor) -> Tensor:
    """Cross-entropy of class scores (n, classes) against the teacher's probabilities."""
    return functional.cross_entropy(scores, teacher)
