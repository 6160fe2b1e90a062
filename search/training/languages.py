"""Teach an encoder other languages than English, with everything that it says in English at rest.

The multilingual tower's head learns to say of a translation, and of the English itself, what
MiniLM's head says of the English: where it is among the pictures, and what it means. It starts as
a ridge regression and learns on, so that each text is nearest to its own English among all of a
batch (distillation across languages, Reimers and Gurevych 2020, with the softmax loss beside it).
Pictures take no part: where the English is, there they are.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from search.encoders.configuration import (
    MULTILINGUAL_PACKAGE,
    MULTILINGUAL_SHA256,
    VitrineConfig,
)
from search.encoders.dual_encoder import VitrineDualEncoder

from .recipe import Languages


@dataclass(frozen=True)
class Parallel:
    """What the multilingual tower says of texts (n, width), where their English is (m, dimensions,
    two parts of unit length), and which row of the latter is whose.

    `weights` (n,) say how much a text counts.
    """

    heard: Tensor
    wanted: Tensor
    english: Tensor
    weights: Tensor

    def batch(self, random: np.random.Generator, size: int) -> tuple[Tensor, Tensor]:
        """What is heard of `size` texts, drawn by weight, and where each English is."""
        chances = (self.weights / self.weights.sum()).double().numpy()
        rows = torch.from_numpy(random.choice(len(chances), size, p=chances / chances.sum()))
        return self.heard[rows], self.wanted[self.english[rows]]


def with_multilingual(model: VitrineDualEncoder) -> VitrineDualEncoder:
    """The same encoder with a second text tower whose head knows nothing yet.

    Raises ValueError for one that keeps no meaning of texts.
    """
    if not model.config.meaning_dim:
        raise ValueError("Only a trained encoder can be taught languages; this one is none yet.")
    config = cast(VitrineConfig, copy.deepcopy(model.config))
    config.multilingual_package = MULTILINGUAL_PACKAGE
    config.multilingual_sha256 = MULTILINGUAL_SHA256
    torch.manual_seed(0)  # for what the state does not fill
    more = VitrineDualEncoder(config)
    more.load_state_dict(model.state_dict(), strict=False)
    return more.eval()


@torch.no_grad()
def english_places(model: VitrineDualEncoder, heard: Tensor) -> Tensor:
    """Where the encoder has English texts, from what MiniLM says of them: two unit parts."""
    shared = functional.normalize(model.text_head(heard), dim=-1)
    return torch.cat([shared, *model.own_text(heard)], dim=-1)


def learn(
    model: VitrineDualEncoder,
    data: Parallel,
    recipe: Languages,
    report: Callable[[int, int, float], None],
) -> None:
    """Fit the multilingual head of `model` to `data`."""
    start_head(model, data, recipe.ridge)
    head, random = model.multilingual_head, np.random.default_rng(recipe.seed)
    optimiser = torch.optim.AdamW(head.parameters(), weight_decay=recipe.weight_decay)
    average = copy.deepcopy(head)
    for step in range(recipe.steps):
        rate = recipe.rate * 0.5 * (1 + math.cos(math.pi * step / recipe.steps))
        for group in optimiser.param_groups:
            group["lr"] = rate * min(1.0, (step + 1) / recipe.warm_up)
        heard, wanted = data.batch(random, recipe.batch)
        heard = blurred(heard, recipe.blur, random)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = model.translated(heard).float()
            loss = translation_loss(said, wanted, model.config.projection_dim, recipe)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        with torch.no_grad():
            for kept, now in zip(average.parameters(), head.parameters(), strict=True):
                kept.lerp_(now, 1 - recipe.average)
        report(step + 1, recipe.steps, float(loss.detach()))
    head.load_state_dict(average.state_dict())


def blurred(heard: Tensor, blur: float, random: np.random.Generator) -> Tensor:
    """As far off as languages are from each other: noise of length `blur`."""
    noise = random.normal(0, blur / heard.shape[1] ** 0.5, heard.shape).astype(np.float32)
    return functional.normalize(heard + torch.from_numpy(noise), dim=-1)


def translation_loss(said: Tensor, wanted: Tensor, shared: int, recipe: Languages) -> Tensor:
    """One minus the cosine, and the softmax loss of finding its own English among the batch's: in
    the `shared` dimensions, where pictures are, and in those of the meaning, each by itself.

    Texts of the same English are no negatives of each other.
    """
    same = (wanted @ wanted.T / 2 > 0.999).fill_diagonal_(False)
    own = torch.arange(len(said), device=said.device)
    total = recipe.distil * (1 - (said * wanted).sum(-1) / 2).mean()
    for part in (slice(None, shared), slice(shared, None)):
        logits = (recipe.scale * said[:, part] @ wanted[:, part].T).float()
        total = total + functional.cross_entropy(logits.masked_fill(same, -torch.inf), own) / 2
    return total


@torch.no_grad()
def start_head(model: VitrineDualEncoder, data: Parallel, ridge: float) -> None:
    """Weighted ridge regression in the linear branch of the head; the bent one starts at nought."""
    weights = data.weights.double() / data.weights.sum()
    inputs, wanted = data.heard.double(), data.wanted[data.english].double()
    centre, middle = weights @ inputs, weights @ wanted
    inputs = inputs - centre
    squares = (inputs.T * weights) @ inputs
    squares.diagonal().add_(ridge / inputs.shape[1])
    found = torch.linalg.solve(squares, (inputs.T * weights) @ (wanted - middle))
    head = model.multilingual_head
    head.linear.weight.copy_(found.T)
    head.linear.bias.copy_(middle - centre @ found)
    nn.init.zeros_(head.outer.weight)


def worth(heard: Tensor, english: Tensor, weights: Tensor) -> Tensor:
    """Weights of translations by how near the tower itself has both sides: dictionaries have many
    senses, and few of them are those of a shop."""
    return weights * (heard * english).sum(-1).clamp(min=0)
