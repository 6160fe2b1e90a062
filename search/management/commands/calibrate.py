"""`manage.py calibrate`: what scores mean, fitted on judgements; `--undo` takes it back."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalog.pictures import PictureError
from search import evaluation, retrieval
from search.encoders import EncoderError
from search.evaluation import Judgement, JudgementError
from search.forms.filters import filters_of
from search.forms.photo import PhotoError, open_photo
from search.models import EncoderVersion, PhotoQuery
from search.query import Part, Query
from search.ranking.calibration import Calibration
from search.ranking.tuning import Asked, Tuned, dcg, held_out, tune
from search.retrieval.embeddings.query_encoder import Searcher
from search.retrieval.state import Search
from search.understanding.understand import understand
from search.versions import live_encoder, store_calibration

FEWEST_JUDGED = 20  # judged queries; fewer teach their own chance


class Command(BaseCommand):
    help = "Fit what scores mean, and what each retriever is worth, on judgements (JSON lines)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("judgements", type=Path, nargs="*", help="files as for `evaluate`")
        parser.add_argument("--undo", action="store_true", help="forget what judgements taught")

    def handle(self, *args: Any, judgements: list[Path], undo: bool, **options: Any) -> None:
        if undo == bool(judgements):
            raise CommandError("Name the judgements, or say --undo.")
        try:
            version, encoder = live_encoder()
            self.stdout.write(forget(version) if undo else learn(judgements, version, encoder))
        except (JudgementError, EncoderError, PictureError, PhotoError) as error:
            raise CommandError(str(error)) from error


def forget(version: EncoderVersion) -> str:
    store_calibration(version, judged=None)
    return f"{version} is calibrated on the catalogue's own pairs again."


def learn(files: Sequence[Path], version: EncoderVersion, encoder: Any) -> str:
    """Store what the judgements teach, if it ranks better the queries that it was not taught by."""
    judged = [
        one for file in files for one in evaluation.read(file, filters_of)[0] if asks_one(one)
    ]
    if len(judged) < FEWEST_JUDGED:
        raise CommandError(
            f"{len(judged)} judged queries are too few; {FEWEST_JUDGED} is the least."
        )
    searcher = Searcher(version, encoder)
    asked = [ask(one, searcher) for one in tqdm(judged, desc="retrievers", unit=" queries")]
    own = Calibration.from_json({**version.calibration, "judged": None})
    before, after = held_out(asked, Tuned(own.curves, own.weights))
    found = f"{len(asked)} queries, nDCG@10 on those not learnt from: {before:.3f} -> {after:.3f}."
    if after <= before:
        return f"{found} That is no better, so nothing was stored."
    store(version, tune(asked, Tuned(own.curves, own.weights)), len(asked))
    return f"{found} Stored with {version}; `calibrate --undo` takes it back."


def asks_one(judgement: Judgement) -> bool:
    """Words or a photo: the parts of a query of both are not joined by weights."""
    return not (judgement.text and judgement.photo)


def ask(judgement: Judgement, searcher: Searcher) -> Asked:
    photo = retrieval.store_photo(open_photo(judgement.photo)) if judgement.photo else None
    try:
        return measured(judgement, part_of(judgement, photo), searcher)
    finally:
        if photo:
            photo.delete()


def part_of(judgement: Judgement, photo: PhotoQuery | None) -> Part:
    return Part(photo_id=photo.pk) if photo else Part(text=judgement.text)


def measured(judgement: Judgement, part: Part, searcher: Searcher) -> Asked:
    query = Query(parts=(part,))
    understood = understand(query)
    asked = Search(query, understood, searcher)
    found = asked.measured()
    grades = np.array([judgement.grades.get(str(pk), 0) for pk in found.ids.tolist()], float)
    ideal = np.sort(np.array(list(judgement.grades.values()), float))[::-1][:10]
    [deviations] = found.deviations(asked.parts)
    return Asked(deviations, grades, dcg(ideal))


def store(version: EncoderVersion, tuned: Tuned, queries: int) -> None:
    judged = {
        "curves": {retriever: asdict(curve) for retriever, curve in tuned.curves.items()},
        "weights": dict(tuned.weights),
        "queries": queries,
    }
    store_calibration(version, judged=judged)
