"""From options to a folder: assemble, train, save."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import torch

from search.encoders.configuration import VitrineConfig
from search.encoders.dual_encoder import VitrineDualEncoder

from .assemble import Corpus, assemble
from .captions import TextVectors
from .card import card
from .carry import carry_languages
from .classifiers import open_classifier
from .dataset import TrainingSet
from .device import best_device
from .folder import save_encoder
from .initialise import as_classifier, open_start, with_beside
from .loop import Progress, Trainer
from .recipe import Recipe
from .text_subspace import keep_meaning
from .validation import Reached, Validation


@dataclass(frozen=True)
class Order:
    """What to train: `start` is a classifier or an encoder, `out` the folder to be made.

    `beside` is a classifier that looks too and stays untouched; by default the one to start from.
    `work` keeps decoded pictures, text vectors and checkpoints.
    """

    corpora: Sequence[Corpus]
    start: str | Path
    out: Path
    work: Path
    recipe: Recipe
    resume: bool
    threads: int = 0
    beside: str | Path | None = None


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
    start, adapting = opened(order)
    device = best_device()
    start.to(device)  # type: ignore[arg-type]
    data = assemble(
        order.corpora,
        start,
        TextVectors(cast(VitrineConfig, start.config), device=device),
        order.work,
        recipe.serve_side,
        lambda what, done, total: report(Progress(what, done, total)),
        adapting,
    )
    validate = Validation(data, recipe.serve_side)
    trainer = Trainer(
        start,
        data,
        data.rows("train"),
        recipe,
        order.work / "run",
        report,
        validate,
        adapting=adapting,
    )
    said_before = copy.deepcopy(start.text_head)
    model = trainer.train()
    if model.config.multilingual_package and not adapting:
        carry_languages(model, said_before, data.table.vectors)
    if not model.config.meaning_dim:
        keep_meaning(model, data.table.vectors, recipe.meaning)
    reached = validate(model)
    save(model, order, data, reached)
    return reached


def opened(order: Order) -> tuple[VitrineDualEncoder, bool]:
    """The model to start from, with what looks beside it; whether it is only to be adapted."""
    recipe = order.recipe
    start = open_start(order.start, recipe)
    two = start.config.kept_config is not None
    if two and order.beside:
        raise ValueError("The encoder to start from has a trunk beside already; give no other one.")
    if not two and (order.beside or recipe.keeps_start):
        beside = open_classifier(order.beside) if order.beside else as_classifier(start)
        start = with_beside(start, beside, recipe.side)
    return start, two and recipe.keep_texts


def save(model: VitrineDualEncoder, order: Order, data: TrainingSet, reached: Reached) -> None:
    config, start = cast(VitrineConfig, model.config), Path(order.start).name
    text = card(data.pairs, order.recipe, start, config, str(reached) or "not measured")
    save_encoder(model.cpu(), order.out, order.recipe.serve_side, text)
