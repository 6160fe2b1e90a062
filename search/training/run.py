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

    @property
    def checkpoints(self) -> Path:
        return self.work / "run"


def train(order: Order, report: Callable[[Progress], None]) -> Reached:
    """Make the encoder folder `order.out`; what it reached on what was held out.

    Raises ValueError and FileNotFoundError with sentences for people.
    """
    prepare(order)
    start, adapting = opened(order)
    start.to(best_device())  # type: ignore[arg-type]
    data = training_set(order, start, adapting, report)
    validate = Validation(data, order.recipe.serve_side)
    trainer = Trainer(
        start,
        data,
        data.rows("train"),
        order.recipe,
        order.checkpoints,
        report,
        validate,
        adapting=adapting,
    )
    said_before = copy.deepcopy(start.text_head)
    model = trainer.train()
    if model.config.multilingual_package and not adapting:
        carry_languages(model, said_before, data.table.vectors)
    if not model.config.meaning_dim:
        keep_meaning(model, data.table.vectors, order.recipe.meaning)
    reached = validate(model)
    save(model, order, data, reached)
    return reached


def prepare(order: Order) -> None:
    """The threads and the folder of the run, which begins anew unless it is to be resumed."""
    if order.threads:
        torch.set_num_threads(order.threads)
    if not order.resume:
        shutil.rmtree(order.checkpoints, ignore_errors=True)
    order.work.mkdir(parents=True, exist_ok=True)


def training_set(
    order: Order,
    start: VitrineDualEncoder,
    adapting: bool,
    report: Callable[[Progress], None],
) -> TrainingSet:
    texts = TextVectors(cast(VitrineConfig, start.config), device=best_device())
    return assemble(
        order.corpora,
        start,
        texts,
        order.work,
        order.recipe.serve_side,
        lambda what, done, total: report(Progress(what, done, total)),
        adapting,
    )


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
