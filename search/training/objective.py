"""What training minimises: the contrastive loss between pictures and captions, and its ties.

The trunks' features come in, and everything from there on is here: heads, losses, and what they are
held to.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from search.encoders.dual_encoder import ImageHead, VitrineDualEncoder

from .dataset import TrainingSet
from .device import moved
from .features import noisy
from .imagined import Imagined, imagine
from .loss import LOSSES, kept_knowledge, kept_neighbours, positives
from .recipe import Recipe
from .stages import Stage

SAMPLE = 4000  # pictures that tell what features are like


@dataclass
class Objective:
    """Of a batch of `rows` of `data`. With `adapting` the texts stay where they are, and with them
    the trunk beside, whose head was fitted to them. `imagined` are of the classes as the head
    beside tells them before it learns."""

    model: VitrineDualEncoder
    data: TrainingSet
    rows: np.ndarray
    recipe: Recipe
    adapting: bool = False

    def __post_init__(self) -> None:
        self.imagined: Imagined | None = None
        if self.recipe.kept_imagined:
            sample = np.random.default_rng(self.recipe.seed).permutation(self.rows)[:SAMPLE]
            features = self.data.beside.pooled(sample).to(self.model.device)
            last = self.heads()[-1]
            assert isinstance(last, ImageHead)
            self.imagined = imagine(features, copy.deepcopy(last.classifier))

    def begin(self, model: VitrineDualEncoder) -> None:
        """A stage, from `model`: what is held to what it was before is held to what it is now."""
        self.model = model
        self.before = copy.deepcopy(self.heads())

    def heads(self) -> nn.ModuleList:
        """Those that learn: of the trunk beside only where texts may move with it."""
        model = self.model
        beside = model.config.kept_config and not self.adapting
        return nn.ModuleList([model.image_head, *([model.kept_head] if beside else [])])

    def parameters(self) -> list[nn.Parameter]:
        model = self.model
        first, *beside = self.heads()
        heads = [*first.parameters(), model.logit_scale, model.name_scale]
        heads += [one for head in beside for one in head.parameters()]
        return heads if self.adapting else heads + list(model.text_head.parameters())

    def loss(
        self, pooled: list[Tensor], rows: np.ndarray, random: np.random.Generator, stage: Stage
    ) -> Tensor:
        """The contrastive loss and the ties of every view, from each trunk's features (n, width).

        Where a trunk beside looks too, its head learns from the same captions: one text head comes
        to fit both, and in a stage that says so the mean of both as well. Another tie holds which
        pictures the mean has near each other to what it was before the stage.
        """
        texts, weights = self._texts(rows, random, stage.titles)
        teacher = self._moved(self.data.beside.likely(rows))
        heads = self.heads()
        plain = pooled[: len(heads)]
        seen = [noisy(one, stage.noise, random) for one in plain]
        views, both = self._views(heads, seen)
        matched, scale = LOSSES[self.recipe.loss], self.model.logit_scale.exp()
        losses = [matched(images, texts, scale, weights) for images in views]
        if stage.mean and len(views) > 1:
            losses.append(stage.mean * matched(both, texts, scale, weights))
        if stage.photos:
            known = [self._moved(one) for one in stage.known(rows)] if stage.known else plain
            with torch.no_grad():
                _views, before = self._views(self.before, known[: len(heads)])
            losses.append(stage.photos * kept_neighbours(both, before))
        names = self._names()
        ties = list(self._ties(zip(heads, seen, strict=True), views, teacher, names))
        if self.imagined:
            ties += self._ties_of_imagined(self.imagined, rows, random, names)
        return torch.stack([*losses, *ties]).sum()

    def _texts(
        self, rows: np.ndarray, random: np.random.Generator, titles: float
    ) -> tuple[Tensor, Tensor]:
        """Captions of the rows, of others and of rivals, heard at unit length (m, width of the
        space), and how far each fits each row (n, m)."""
        recipe, table = self.recipe, self.data.table
        others = random.choice(self.rows, recipe.extra_captions)
        drawn = table.draw(np.concatenate([rows, others]), random, titles)
        drawn = np.concatenate([drawn, table.draw_rivals(rows, recipe.rival_captions, random)])
        captions, choices = torch.from_numpy(drawn), torch.from_numpy(table.choices[rows])
        heard = self._fast(self.model.text_head, table.vectors[self._moved(captions)])
        weights = positives(captions, choices, recipe.other_positives)
        return functional.normalize(heard, dim=-1), self._moved(weights)

    def _ties_of_imagined(
        self,
        imagined: Imagined,
        rows: np.ndarray,
        random: np.random.Generator,
        names: Tensor | None,
    ) -> Iterator[Tensor]:
        """The same of classes that no picture shows, by what the trunk beside would see of them."""
        some = self._moved(self.data.beside.pooled(rows[: self.recipe.kept_imagined]))
        made, teacher = imagined.draw(some, random)
        head = self.heads()[-1]
        view = functional.normalize(self._fast(head, made), dim=-1)
        return self._ties([(head, made)], [view], teacher, names)

    def _names(self) -> Tensor | None:
        """Where the texts have the names of the classes; None where nothing is held to them."""
        if not self.recipe.kept_names:
            return None
        return functional.normalize(self._fast(self.model.text_head, self.data.names), dim=-1)

    def _views(self, heads: nn.ModuleList, features: list[Tensor]) -> tuple[list[Tensor], Tensor]:
        """What each head sees in its trunk's features, and the mean of it, all of unit length."""
        pairs = zip(heads, features, strict=True)
        views = [functional.normalize(self._fast(*one), dim=-1) for one in pairs]
        return views, functional.normalize(torch.stack(views).mean(0), dim=-1)

    def _fast(self, part: Callable[..., Tensor], *inputs: Tensor) -> Tensor:
        """`part` with its products in bfloat16, which this machine's kind computes fastest."""
        with torch.autocast(self.model.device.type, dtype=torch.bfloat16):
            return part(*inputs).float()

    def _ties(
        self,
        seen: Iterable[tuple[nn.Module, Tensor]],
        views: list[Tensor],
        teacher: Tensor,
        names: Tensor | None,
    ) -> Iterator[Tensor]:
        """To what the classifier beside says of the pictures: by the class scores of each head, and
        by the names of the classes near what each view shows."""
        model, recipe = self.model, self.recipe
        if recipe.kept_classes:
            for head, features in seen:
                assert isinstance(head, ImageHead)
                scores = self._fast(head.classifier, features)
                yield recipe.kept_classes * kept_knowledge(scores, teacher)
        if names is not None:
            for images in views:
                named = model.name_scale.exp() * images @ names.T
                yield recipe.kept_names * kept_knowledge(named, teacher)

    def _moved(self, values: Tensor) -> Tensor:
        return moved(values, self.model.device)
