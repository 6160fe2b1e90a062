"""`manage.py index`: index whatever is stale, here and now; no worker is needed."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any, Self

from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from tqdm import tqdm

from search import indexing
from search.encoders import EncoderError
from search.indexing import Coverage, NotReady
from search.indexing.content import KINDS, Kind
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.versions import register

LOOK_AGAIN = 1  # seconds


class Command(BaseCommand):
    help = "Index whatever is stale, here and now, with a progress bar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--wait",
            action="store_true",
            help="also wait for what workers have taken or will retry",
        )
        parser.add_argument(
            "--promote",
            action="store_true",
            help="then make the encoder of the ENCODER setting live, if it is not",
        )

    def handle(self, *args: Any, wait: bool, promote: bool, **options: Any) -> None:
        try:
            version = register()
            indexing.mark_stale()
            index(wait)
            indexing.tend()
            if promote:
                indexing.promote(version)
        except (EncoderError, NotReady) as error:
            raise CommandError(str(error)) from error
        except OperationalError as error:
            raise CommandError(
                f"The database does not answer ({str(error).strip()}). What is indexed is kept; "
                "run this again once it is back."
            ) from error
        self.report(version)

    def report(self, version: EncoderVersion) -> None:
        done, total = indexing.coverage(version)
        self.stdout.write(f"{done} of {total} texts and photos are indexed with {version}.")
        failed = sum(
            rows.objects.filter(encoder=version).quarantined().count()
            for rows in (TextEmbedding, ImageEmbedding)
        )
        if failed:
            self.stdout.write(
                self.style.WARNING(f"{failed} cannot be indexed; `manage.py doctor` says why.")
            )


class Bars:
    """One bar for texts and one for photos, each over all encoders that are being filled."""

    def __init__(self) -> None:
        width = max(len(kind.label) for kind in KINDS)
        self.bars = {kind.label: tqdm(desc=f"{kind.label:{width}}", unit="") for kind in KINDS}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        for bar in self.bars.values():
            bar.close()

    def advance(self, batch: indexing.Batch) -> None:
        self.bars[batch.kind.label].update(batch.written)

    def look(self) -> bool:
        """Set the bars to what the tables say; True once everything is indexed."""
        found = {kind.label: covered(kind) for kind in KINDS}
        for label, bar in self.bars.items():
            bar.n, bar.total = found[label]
            bar.refresh()
        return all(kind.complete for kind in found.values())


def covered(kind: Kind) -> Coverage:
    found = [
        indexing.coverage(version, (kind,)) for version, _encoder in indexing.versions_to_fill()
    ]
    return Coverage(sum(one.done for one in found), sum(one.total for one in found))


def index(wait: bool) -> None:
    with Bars() as bars:
        bars.look()
        while True:
            for batch in indexing.index_batches():
                bars.advance(batch)
            if bars.look() or not wait:
                return
            time.sleep(LOOK_AGAIN)
            indexing.mark_stale()
