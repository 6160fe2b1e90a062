"""From options to a folder: assemble, train, save."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch

from search.encoders.configuration import VitrineConfig

from .assemble import Corpus, assemble
from .captions import TextVectors
from .card import card
from .folder import save_encoder
from .loop import Progress, Trainer
from .meaning import keep_meaning
from .recipe import Recipe
from .start import open_start
from .validation import Reached, Validation


@dataclass(frozen=True)
class Order:
    """What to train: `start` is a classifier or an encoder, `out` the folder to be made.

    `work` keeps decoded pictures, text vectors and checkpoints.
    """

    corpora: Sequence[Corpus]
    start: Path
    out: Path
    work: Path
    recipe: Recipe
    resume: bool
    threads: int = 0


def train(order: Order, report: Callable[[Progress], None]) -> Reached:
    """Make the encoder folder `order.out`; what it reached on what was held out.

    Raises ValueError and FileNotFoundError with sentences for people.
    """
    if order.threads:
        torch.set_num_threads(order.threads)
    if not order.resume:
        shutil.rmtree(order.work / "run", ignore_errors=True)
    order.work.mkdir(parents=True, exist_ok=True)
    recipe = order.recipe
    start = open_start(order.start, recipe)
    config = cast(VitrineConfig, start.config)
    encode = TextVectors.of(config)
    data = assemble(
        order.corpora,
        start,
        encode,
        order.work,
        lambda what, done, total: report(Progress(what, done, total)),
    )
    validate = Validation(data, recipe.serve_side)
    trainer = Trainer(start, data, data.rows("train"), recipe, order.work / "run", report, validate)
    model = trainer.train()
    if not model.config.meaning_dim:
        keep_meaning(model, data.table.vectors)
    reached = validate(model)
    text = card(
        data.pairs,
        recipe,
        order.start.name,
        cast(VitrineConfig, model.config),
        recipe.serve_side,
        str(reached) or "not measured",
    )
    save_encoder(model, order.out, recipe.serve_side, text)
    return reached
