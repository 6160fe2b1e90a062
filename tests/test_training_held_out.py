"""What is held out whole is measured, and never trained on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from django.core.management import CommandError, call_command

from search.training.captions import CaptionTable
from search.training.dataset import Sampler, TrainingSet
from search.training.features import Seen
from search.training.pairs import STRANGER, Pair, held_out, read_manifest
from search.training.validation import Validation
from tests.made_up_catalogue import make_manifest


def data_of(pairs: list[Pair]) -> TrainingSet:
    nothing = np.zeros((len(pairs), 1), np.float32)
    texts = sorted({pair.fields["kind"] for pair in pairs})
    table = CaptionTable(texts, torch.zeros(len(texts), 4), nothing, nothing, nothing)
    pictures = np.zeros((len(pairs), 8, 8, 3), np.uint8)
    seen = Seen(nothing, nothing)
    return TrainingSet(pairs, pictures, table, seen, seen, torch.zeros(0))


def test_no_picture_of_a_held_out_source_is_trained_on(tmp_path: Path) -> None:
    pairs = held_out(read_manifest(make_manifest(tmp_path)))
    assert {pair.split for pair in pairs} == {STRANGER}
    assert data_of(pairs).rows("train").size == 0


def test_a_held_out_source_is_what_strangers_are_measured_on(tmp_path: Path) -> None:
    pairs = read_manifest(make_manifest(tmp_path))
    assert Validation(data_of(pairs), 8).strangers == []
    (rows,) = Validation(data_of(held_out(pairs)), 8).strangers
    assert len(rows) == len(pairs)


def test_a_name_that_no_manifest_has_cannot_be_held_out(tmp_path: Path) -> None:
    manifest = make_manifest(tmp_path)
    with pytest.raises(CommandError, match="No manifest is named elsewhere"):
        call_command("train_encoder", manifest=[manifest], start="x", hold_out=["elsewhere"])


def test_half_a_batch_can_be_alike(tmp_path: Path) -> None:
    pairs = read_manifest(make_manifest(tmp_path))
    rows = np.arange(len(pairs))
    drawn, _ = Sampler(data_of(pairs), rows, 0.5, seed=0, alike=0.5).draw(0, 12)
    kinds = [pairs[row].fields["kind"] for row in drawn]
    assert len(set(kinds[6:])) == 1
    assert kinds[6] in kinds[:6]
