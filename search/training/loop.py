"""The training loop, with checkpoints from which a killed run goes on to the same result."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor, nn

from search.encoders.dual_encoder import VitrineDualEncoder

from .average import follow, fused_trunks, model_of, start_average
from .dataset import TrainingSet
from .device import best_device, moved
from .objective import Objective
from .recipe import Recipe
from .stages import Material, Stage, stages
from .trunk import trunk_in_bfloat16
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
    tell_every: int = 10  # steps on a GPU, which is waited for when it tells its loss
    adapting: bool = False

    def train(self) -> VitrineDualEncoder:
        """All stages of the recipe, from the checkpoint in `folder` if there is one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        device = best_device()
        self.model.to(device)  # type: ignore[arg-type]
        self.data.to(device)
        self.objective = Objective(self.model, self.data, self.rows, self.recipe, self.adapting)
        kept = self._checkpoint()
        self.done: list[str] = kept["done"] if kept else []
        if kept:
            self.model = model_of(kept["average"], self.model)
        material = Material(self.data, self.rows, self.recipe, self.folder, self._report_views)
        for stage in stages(material, lambda: fused_trunks(self.model)):
            if stage.name in self.done:
                continue
            master = fused_trunks(self.model)
            started = kept if kept and kept["stage"] == stage.name else None
            self._run(stage, master, started)
            kept = None
            self.done.append(stage.name)
        return self.model

    def _report_views(self, done: int, total: int) -> None:
        self.report(Progress("views", done, total))

    def _run(self, stage: Stage, master: nn.ModuleList, kept: dict[str, Any] | None) -> None:
        """One stage, after which `self.model` holds its averaged weights."""
        learning = stage.parameters(master)
        average = start_average(master, self.model)
        objective = self.objective
        objective.begin(self.model)
        optimiser = self._optimiser(stage, learning)
        first = 0
        if kept:
            master.load_state_dict(kept["master"])
            self.model.load_state_dict(kept["model"])
            average = kept["average"]
            optimiser.load_state_dict(kept["optimiser"])
            objective.before.load_state_dict(kept["before"])
            first = kept["step"]
        working = cast(nn.ModuleList, trunk_in_bfloat16(master)).requires_grad_(False)
        for parameter in stage.parameters(working):  # what rests needs no gradient either
            parameter.requires_grad_(True)
        for step in range(first, stage.steps):
            loss = self._step(stage, step, master, working, optimiser)
            follow(average, master, self.model, min(self.recipe.average, (step + 1) / (step + 10)))
            progress = Progress(stage.name, step + 1, stage.steps)
            if self.model.device.type == "cpu" or (step + 1) % self.tell_every == 0:
                progress.loss = float(loss)
            if (step + 1) % self.save_every == 0 or step + 1 == stage.steps:
                self._save(stage, step + 1, master, average, optimiser)
                if self.validate and stage.name != "heads":
                    progress.reached = self.validate(model_of(average, self.model))
            self.report(progress)
        self.model = model_of(average, self.model)

    def _optimiser(self, stage: Stage, learning: list[nn.Parameter]) -> torch.optim.Optimizer:
        """With the rates of the stage: one for the heads, one for what learns of the trunks."""
        groups = [{"params": self.objective.parameters(), "base": stage.head_rate}]
        if learning:
            groups.append({"params": learning, "base": stage.rate})
        return torch.optim.AdamW(groups, weight_decay=self.recipe.weight_decay)

    def _step(
        self,
        stage: Stage,
        step: int,
        master: nn.ModuleList,
        working: nn.ModuleList,
        optimiser: torch.optim.Optimizer,
    ) -> Tensor:
        rows, inputs, random = stage.feed(step)
        inputs = [moved(one, self.model.device) for one in inputs]
        seen = [one.float() for one in stage.forward(working, inputs)]
        loss = self.objective.loss(seen, rows, random, stage)
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
        return loss.detach()

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
        master: nn.ModuleList,
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
            "before": self.objective.before.state_dict(),
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
