"""The training loop, with checkpoints from which a killed run goes on to the same result."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from search.encoders.dual_encoder import ImageHead, VitrineDualEncoder

from .average import follow, model_of, start_average
from .dataset import TrainingSet
from .features import noisy
from .loss import LOSSES, kept_knowledge, kept_neighbours, positives
from .recipe import Recipe
from .stages import Material, Stage, stages
from .trunk import fold, trunk_in_bfloat16
from .validation import Reached


@dataclass
class Progress:
    """What a progress bar shows. `reached` is there after a validation only."""

    stage: str
    step: int
    steps: int
    loss: float | None = None
    reached: Reached | None = None


@dataclass
class Trainer:
    """Trains `model` on `rows` of `data`; `report` is called after every step.

    Weights are kept in float32; the trunk computes on a bfloat16 copy of them. With `adapting` the
    texts stay where they are, and with them the trunk beside, whose head was fitted to them.
    """

    model: VitrineDualEncoder
    data: TrainingSet
    rows: np.ndarray
    recipe: Recipe
    folder: Path
    report: Callable[[Progress], None] = lambda progress: None
    validate: Callable[[VitrineDualEncoder], Reached] | None = None
    save_every: int = 100
    adapting: bool = False

    def train(self) -> VitrineDualEncoder:
        """All stages of the recipe, from the checkpoint in `folder` if there is one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model.to(device)  # type: ignore[arg-type]
        kept = self._checkpoint()
        self.done: list[str] = kept["done"] if kept else []
        if kept:
            self.model = model_of(kept["average"], self.model)
        material = Material(self.data, self.rows, self.recipe, self.folder, self._report_views)
        for stage in stages(material, self._master):
            if stage.name in self.done:
                continue
            master = self._master()
            started = kept if kept and kept["stage"] == stage.name else None
            self._run(stage, master, started)
            kept = None
            self.done.append(stage.name)
        return self.model

    def _master(self) -> nn.Module:
        master = copy.deepcopy(self.model.vision_model)
        fold(master)
        return master

    def _report_views(self, done: int, total: int) -> None:
        self.report(Progress("views", done, total))

    def _run(self, stage: Stage, master: nn.Module, kept: dict[str, Any] | None) -> None:
        """One stage, after which `self.model` holds its averaged weights."""
        learning = stage.parameters(master)
        average = start_average(master, self.model)
        self.before = copy.deepcopy(self._image_heads())
        optimiser = torch.optim.AdamW(
            [
                {"params": self._head_parameters(), "base": stage.head_rate},
                *([{"params": learning, "base": stage.rate}] if learning else []),
            ],
            weight_decay=self.recipe.weight_decay,
        )
        first = 0
        if kept:
            master.load_state_dict(kept["master"])
            self.model.load_state_dict(kept["model"])
            average = kept["average"]
            optimiser.load_state_dict(kept["optimiser"])
            self.before.load_state_dict(kept["before"])
            first = kept["step"]
        working = trunk_in_bfloat16(master)
        for step in range(first, stage.steps):
            loss = self._step(stage, step, master, working, optimiser)
            follow(average, master, self.model, min(self.recipe.average, (step + 1) / (step + 10)))
            progress = Progress(stage.name, step + 1, stage.steps, loss)
            if (step + 1) % self.save_every == 0 or step + 1 == stage.steps:
                self._save(stage, step + 1, master, average, optimiser)
                if self.validate and stage.name != "heads":
                    progress.reached = self.validate(model_of(average, self.model))
            self.report(progress)
        self.model = model_of(average, self.model)

    def _step(
        self,
        stage: Stage,
        step: int,
        master: nn.Module,
        working: nn.Module,
        optimiser: torch.optim.Optimizer,
    ) -> float:
        rows, inputs, random = stage.feed(step)
        inputs = inputs.to(self.model.device)
        loss = self._loss(stage.forward(working, inputs).float(), rows, random, stage)
        working.zero_grad()
        optimiser.zero_grad()
        loss.backward()
        pairs = list(zip(stage.parameters(master), stage.parameters(working), strict=True))
        for ours, theirs in pairs:
            ours.grad = theirs.grad.float() if theirs.grad is not None else None
        self._apply(optimiser, self._schedule(step, stage.steps))
        with torch.no_grad():
            for ours, theirs in pairs:
                theirs.copy_(ours)
        return float(loss.detach())

    def _image_heads(self) -> nn.ModuleList:
        """Those that learn: of the trunk beside only where texts may move with it."""
        model = self.model
        beside = model.config.kept_config and not self.adapting
        return nn.ModuleList([model.image_head, *([model.kept_head] if beside else [])])

    def _head_parameters(self) -> list[nn.Parameter]:
        model = self.model
        first, *beside = self._image_heads()
        heads = [*first.parameters(), model.logit_scale, model.name_scale]
        heads += [one for head in beside for one in head.parameters()]
        return heads if self.adapting else heads + list(model.text_head.parameters())

    def _loss(
        self, pooled: Tensor, rows: np.ndarray, random: np.random.Generator, stage: Stage
    ) -> Tensor:
        """The contrastive loss and the ties of every view, from trunk features (n, width).

        Where an untouched trunk looks too, its head learns from the same captions, on the
        features that were computed once: one text head comes to fit both, and in a stage that
        says so the mean of both as well. Another tie holds which pictures the mean has near each
        other to what it was before the stage.
        """
        recipe, table = self.recipe, self.data.table
        others = random.choice(self.rows, recipe.extra_captions)
        drawn = table.draw(np.concatenate([rows, others]), random, stage.titles)
        drawn = np.concatenate([drawn, table.draw_rivals(rows, recipe.rival_captions, random)])
        heard = self._fast(self.model.text_head, table.vectors[drawn].to(pooled.device))
        texts = functional.normalize(heard, dim=-1)
        weights = positives(
            torch.from_numpy(drawn), torch.from_numpy(table.choices[rows]), recipe.other_positives
        ).to(pooled.device)
        teacher = self.data.beside.likely(rows).to(pooled.device)
        heads = self._image_heads()
        plain = [pooled, self.data.beside.pooled(rows).to(pooled.device)][: len(heads)]
        seen = [noisy(one, stage.noise, random) for one in plain]
        views, both = self._views(heads, seen)
        matched, scale = LOSSES[recipe.loss], self.model.logit_scale.exp()
        losses = [matched(images, texts, scale, weights) for images in views]
        if stage.mean and len(views) > 1:
            losses.append(stage.mean * matched(both, texts, scale, weights))
        if stage.photos:
            with torch.no_grad():
                _views, before = self._views(self.before, plain)
            losses.append(stage.photos * kept_neighbours(both, before))
        judged = zip(heads, seen, strict=True)
        return torch.stack([*losses, *self._ties(judged, views, teacher)]).sum()

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
        self, seen: Iterable[tuple[nn.Module, Tensor]], views: list[Tensor], teacher: Tensor
    ) -> Iterator[Tensor]:
        """To what the classifier beside says of the pictures: by the class scores of each head, and
        by the names of the classes near what each view shows."""
        model, recipe = self.model, self.recipe
        if recipe.kept_classes:
            for head, features in seen:
                assert isinstance(head, ImageHead)
                scores = self._fast(head.classifier, features)
                yield recipe.kept_classes * kept_knowledge(scores, teacher)
        if recipe.kept_names:
            heard = self._fast(model.text_head, self.data.names.to(teacher.device))
            names = functional.normalize(heard, dim=-1)
            for images in views:
                named = model.name_scale.exp() * images @ names.T
                yield recipe.kept_names * kept_knowledge(named, teacher)

    def _schedule(self, step: int, steps: int) -> float:
        """Linear warm-up, then a cosine to a fiftieth."""
        warm = min(1.0, (step + 1) / max(1, min(self.recipe.warm_up, steps // 4)))
        return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / max(1, steps))))

    def _apply(self, optimiser: torch.optim.Optimizer, factor: float) -> None:
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * factor
            nn.utils.clip_grad_norm_(group["params"], 1.0)
        optimiser.step()
        with torch.no_grad():
            self.model.logit_scale.clamp_(0.0, math.log(100))
            self.model.name_scale.clamp_(0.0, math.log(100))

    def _save(
        self,
        stage: Stage,
        step: int,
        master: nn.Module,
        average: dict[str, Tensor],
        optimiser: torch.optim.Optimizer,
    ) -> None:
        state = {
            "recipe": self.recipe.as_dict(),
            "done": self.done,
            "stage": stage.name,
            "step": step,
            "master": master.state_dict(),
            "model": self.model.state_dict(),
            "average": average,
            "optimiser": optimiser.state_dict(),
            "before": self.before.state_dict(),
        }
        beside = self.folder / "checkpoint.part"
        torch.save(state, beside)
        beside.replace(self.folder / "checkpoint.pt")

    def _checkpoint(self) -> dict[str, Any] | None:
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return None
        state: dict[str, Any] = torch.load(path, map_location=self.model.device, weights_only=True)
        if state["recipe"] != self.recipe.as_dict():
            raise ValueError(
                f"The checkpoint {path} was made with other options; give the same ones to go on,"
                " or choose another --out folder."
            )
        return state
