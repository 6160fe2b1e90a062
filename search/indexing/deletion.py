"""An encoder is deleted in steps that nobody waits for: its indexes, its rows, then itself.

Deleting its row would take along a row for each product and photo in one statement, and a plain
DROP INDEX would lock every search out until that had ended.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils import timezone

from search.indexing import hnsw
from search.indexing.content import KINDS
from search.models import EncoderVersion, ImageEmbedding, PhotoQuery, Prototype, TextEmbedding
from search.versions import State

logger = logging.getLogger(__name__)

ROWS_A_STATEMENT = 5_000  # rows a statement


def delete_soon(versions: Iterable[EncoderVersion]) -> int:
    """Have a worker delete them; returns how many. The live one stays."""
    chosen = EncoderVersion.objects.filter(pk__in=[version.pk for version in versions])
    leaving = chosen.exclude(state=State.LIVE)
    return int(leaving.update(state=State.LEAVING, since=timezone.now()))


def delete_leaving() -> None:
    """Delete the versions that are leaving; goes on where a kill has stopped it."""
    for version in EncoderVersion.objects.filter(state=State.LEAVING):
        hnsw.drop(version)
        for rows in (TextEmbedding, ImageEmbedding, PhotoQuery, Prototype):
            while delete_some(rows.objects.filter(encoder=version)):
                pass
        let_go(version)
        logger.info("Deleted the encoder %s.", version)
    hnsw.drop_orphans()


def let_go(version: EncoderVersion) -> None:
    """Forget the version; that of the settings rests, or the worker would begin it anew."""
    if version.source == settings.ENCODER:
        nothing = {kind.marked: 0 for kind in KINDS}
        leaving = EncoderVersion.objects.filter(pk=version.pk)
        leaving.update(state=State.PAUSED, since=timezone.now(), calibration={}, **nothing)
    else:
        version.delete()


def delete_some(rows: Any) -> int:
    some = list(rows.order_by().values_list("pk", flat=True)[:ROWS_A_STATEMENT])
    return int(rows.filter(pk__in=some).delete()[0]) if some else 0
