"""`manage.py evaluate`: the encoder's rankings and the whole search against judgements."""

from __future__ import annotations

import json
import secrets
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from catalog.pictures import PictureError
from search import evaluation, retrieval
from search.encoders import EncoderError
from search.evaluation import DEPTH, Judgement, JudgementError, Report
from search.forms.filters import filters_of
from search.forms.photo import PhotoError, open_photo
from search.models import EncoderVersion, PhotoQuery
from search.query import Part, Query
from search.retrieval import NoVector
from search.versions import State, encoder_of, live_encoder


class Command(BaseCommand):
    help = "Measure recall, precision, MRR and nDCG against judgements (JSON lines)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("judgements", type=Path)
        parser.add_argument("--k", type=int, default=10, help=f"cut-off, 1 to {DEPTH}")
        parser.add_argument("--json", action="store_true", help="the report for machines")
        parser.add_argument(
            "--only", choices=["encoder", "search"], help="measure one of the two alone"
        )
        parser.add_argument("--encoder", metavar="NAME", help="an encoder beside the live one")
        parser.add_argument(
            "--against",
            metavar="REPORT_OR_NAME",
            help="a report that --json wrote before, of any settings; or another encoder",
        )

    def handle(self, *args: Any, judgements: Path, k: int, **options: Any) -> None:
        if not 1 <= k <= DEPTH:
            raise CommandError(f"--k is {k}, but has to be from 1 to {DEPTH}.")
        try:
            asked, unknown = evaluation.read(judgements, filters_of)
            if not asked:
                raise JudgementError(f"No relevant product of {judgements} is in the catalogue.")
            run = Run(asked, k, len(unknown))
            old = run.earlier(options["against"]) if options["against"] else None
            report = run.report(version_named(options["encoder"]), options["only"])
        except (JudgementError, EncoderError, NoVector, PictureError, PhotoError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(as_json(report, old) if options["json"] else as_text(report, old))


@dataclass(frozen=True)
class Run:
    """What is measured with: the same judgements and cut-off for each of two encoders."""

    judgements: Sequence[Judgement]
    k: int
    unknown_skus: int

    def report(self, version: EncoderVersion, only: str | None) -> Report:
        """The whole search is measured for the live encoder alone: no other one answers it."""
        rankings: dict[str, Any] = {}
        if only != "search":
            bar = partial(tqdm, desc=version.name, unit=" queries")
            rankings |= evaluation.encoder_rankings(
                self.judgements, version, encoder_of(version), bar
            )
        if only != "encoder" and version.state == State.LIVE:
            rankings |= search_rankings(self.judgements)
        return evaluation.measured(
            self.judgements,
            rankings,
            encoder=version.name,
            k=self.k,
            unknown_skus=self.unknown_skus,
        )

    def earlier(self, name: str) -> Report:
        if not name.endswith(".json"):
            return self.report(version_named(name), "encoder")
        try:
            report = Report.from_json(json.loads(Path(name).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"{name} is no report of evaluate --json ({error}).") from error
        if report.k != self.k:
            raise CommandError(f"{name} was measured with --k {report.k}; compare at the same.")
        return report


def version_named(name: str | None) -> EncoderVersion:
    if name is None:
        return live_encoder()[0]
    version = EncoderVersion.objects.filter(name=name).first()
    if version is None:
        known = ", ".join(EncoderVersion.objects.values_list("name", flat=True))
        raise CommandError(f"There is no encoder {name}. There are: {known}.")
    return version


def search_rankings(judgements: Sequence[Judgement]) -> dict[str, dict[str, list[str]]]:
    """What shoppers are shown by how they ask ("text_to_search", ...), from top to bottom.

    What meets all that was asked for, then what meets some of it; not what is merely less similar.
    """
    found: dict[str, dict[str, list[str]]] = {}
    for one in tqdm(judgements, desc="search", unit=" queries"):
        found.setdefault(f"{one.asked_with}_to_search", {})[one.label] = searched(one)
    return found


def searched(judgement: Judgement) -> list[str]:
    parts = [Part(text=judgement.text)] if judgement.text else []
    photo: PhotoQuery | None = None
    if judgement.photo:
        photo = retrieval.store_photo(open_photo(judgement.photo))
        parts.append(Part(photo_id=photo.id))
    # An entity that does not exist is switched off: no result that was frozen for shoppers answers.
    fresh = (f"evaluate:{secrets.token_hex(8)}",)
    query = Query(tuple(parts), judgement.filters, page_size=DEPTH, off=fresh)
    try:
        found = retrieval.search(query)
        return [str(hit.product.pk) for hit in (*found.hits, *found.partial)]
    finally:
        if photo:
            photo.delete()


def as_json(report: Report, old: Report | None) -> str:
    found = report.to_json()
    if old:
        found["comparison"] = {
            ranking: {name: asdict(one) for name, one in by_metric.items()}
            for ranking, by_metric in evaluation.compared(report, old).items()
        }
    return json.dumps(found, ensure_ascii=False, indent=1)


def as_text(report: Report, old: Report | None) -> str:
    text = evaluation.report_table(report)
    if old:
        text += "\n" + evaluation.comparison_table(evaluation.compared(report, old), old)
    return text
