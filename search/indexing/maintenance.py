"""What is due once an encoder has indexed everything."""

from __future__ import annotations

import logging

from search.indexing import hnsw, promotion
from search.indexing.batches import versions_to_fill
from search.indexing.calibrating import calibrate, is_due
from search.indexing.coverage import coverage

logger = logging.getLogger(__name__)


def tend() -> None:
    """Build or repair indexes, calibrate, and replace a live encoder that was superseded.

    The index comes after the vectors, never before: a bulk load into it takes eight times as long,
    and until it is there searches are exact. Costs a few small queries when nothing is due.
    """
    for version, encoder in versions_to_fill():
        if not coverage(version).complete:
            continue
        for name in hnsw.ensure(version):
            logger.info("Built the index %s.", name)
        if is_due(version):
            calibrate(version, encoder)
            logger.info("Calibrated %s.", version)
    promoted = promotion.replace_superseded()
    if promoted:
        logger.warning("%s is live now: no source holds the one before any more.", promoted)
