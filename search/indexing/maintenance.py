"""What is due once an encoder has indexed everything, and what nobody should wait for."""

from __future__ import annotations

import logging
import math

from search.indexing import checking, deletion, hnsw, promotion, prototypes
from search.indexing.batches import versions_to_fill
from search.indexing.calibrating import calibrate, is_due
from search.indexing.coverage import is_complete, is_nearly_complete
from search.understanding import refresh
from search.versions import in_use

logger = logging.getLogger(__name__)


def tend() -> None:
    """All of it, here and now: indexes, calibrations, and the promotion of what supersedes."""
    maintain()
    calibrate_what_has_grown()
    refresh()
    learn_looks(math.inf)


def maintain() -> None:
    """What may take hours, and what an only worker does between batches in a small shop."""
    checking.check_added()
    deletion.delete_leaving()
    build_indexes()


def build_indexes() -> None:
    """Build or repair the vector indexes of every encoder in use.

    The index comes after the vectors, never before: a bulk load into it takes eight times as long,
    and until it is there searches are exact. Costs a few small queries when nothing is due.
    """
    for version in filter(is_nearly_complete, in_use()):
        for name in hnsw.ensure(version):
            logger.info("Built the index %s.", name)


def learn_looks(seconds: float) -> None:
    """Learn what values of attributes look like, for so long; costs two statements when done."""
    for version, _encoder in versions_to_fill():
        if is_complete(version):
            prototypes.learn_due(version, seconds)


def calibrate_what_has_grown() -> None:
    """Calibrate where the catalogue has changed, and replace a live encoder that was superseded."""
    for version, encoder in versions_to_fill():
        if is_complete(version) and is_due(version):
            calibrate(version, encoder)
            logger.info("Calibrated %s.", version)
    promoted = promotion.replace_superseded()
    if promoted:
        logger.warning("%s is live now: no source holds the one before any more.", promoted)
