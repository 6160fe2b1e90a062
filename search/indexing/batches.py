"""Claim a batch, encode it outside of any transaction, write it: the work of the worker."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from search.encoders import Encoder, EncoderError
from search.indexing import rows
from search.indexing.content import KINDS, Content, Kind
from search.models import EncoderVersion
from search.versions import State, encoder_of, register

logger = logging.getLogger(__name__)

RETRY_AFTER = 10  # seconds


class Batch(NamedTuple):
    """What became of one batch."""

    kind: Kind
    claimed: int
    written: int


def versions_to_fill() -> Iterator[tuple[EncoderVersion, Encoder]]:
    """The live version first, then those that fill beside it, each with its encoder.

    One that cannot be loaded is left out with a warning: its rows wait, and doctor says why.
    """
    try:
        register()
    except EncoderError as error:
        logger.warning("The encoder of the settings cannot be used: %s", error)
    wanted = EncoderVersion.objects.exclude(state=State.RETIRED)
    for version in sorted(wanted, key=lambda found: found.state != State.LIVE):
        try:
            yield version, encoder_of(version)
        except EncoderError as error:
            logger.warning("%s", error)


def mark_stale() -> int:
    """One look at the whole catalogue; returns how many rows wait, for whichever encoder."""
    waiting = 0
    for version, _encoder in versions_to_fill():
        for kind in KINDS:
            rows.mark(kind, version)
            waiting += kind.rows.objects.filter(encoder=version).waiting().count()
    return waiting


def index_stale(limit: int | None = None) -> int:
    """Look and index, at least `limit` rows where so many wait; returns the rows written."""
    mark_stale()
    written = 0
    for batch in index_batches():
        written += batch.written
        if limit is not None and written >= limit:
            break
    return written


def index_waiting(seconds: float | None = None) -> int:
    """Index what waits until nothing can be claimed or the time is over; returns rows written."""
    end = time.monotonic() + seconds if seconds is not None else None
    written = 0
    for batch in index_batches():
        written += batch.written
        if end is not None and time.monotonic() > end:
            break
    return written


def index_batches() -> Iterator[Batch]:
    """Index batch after batch, until nothing can be claimed."""
    for version, encoder in versions_to_fill():
        for kind in KINDS:
            while claimed := rows.claim(kind, version):
                yield Batch(kind, len(claimed), index_batch(kind, claimed, encoder))


def index_batch(kind: Kind, claimed: Sequence[rows.Claimed], encoder: Encoder) -> int:
    """Encode and write what was claimed, return how much; what cannot be encoded fails alone."""
    row_of = {key: row for row, key in claimed}
    good: list[Content] = []
    for content in kind.read(list(row_of), encoder):
        if content.error:  # the same bytes are as broken the next time
            rows.fail(kind, row_of[content.key], content.fingerprint, content.error, again_in=None)
        else:
            good.append(content)
    vectors = encode_all(kind, good, encoder)
    made = []
    for content, vector in zip(good, vectors, strict=True):
        if isinstance(vector, str):
            row = row_of[content.key]
            rows.fail(kind, row, content.fingerprint, vector, again_in=RETRY_AFTER)
        else:
            made.append((row_of[content.key], content.fingerprint, vector))
    return rows.write(kind, made)


def encode_all(kind: Kind, contents: Sequence[Content], encoder: Encoder) -> list[np.ndarray | str]:
    """A vector for each content, or the sentence that says why there is none."""
    if not contents:
        return []
    try:
        return list(checked(kind.encode([content.value for content in contents], encoder), encoder))
    except Exception as error:
        if len(contents) > 1:
            return [vector for one in contents for vector in encode_all(kind, [one], encoder)]
        logger.warning(
            "%s %s cannot be encoded", type(kind).__name__, contents[0].key, exc_info=True
        )
        return [_("The encoder cannot encode this: %(error)s") % {"error": error}]


def checked(vectors: np.ndarray, encoder: Encoder) -> np.ndarray:
    """The vectors, if they are ones; pgvector would refuse the whole batch for a single NaN."""
    if vectors.shape[1:] != (encoder.dimensions,):
        raise EncoderError(f"{encoder.name} made vectors of shape {vectors.shape}.")
    if not np.isfinite(vectors).all():
        raise EncoderError(f"{encoder.name} made a vector that holds no numbers.")
    return vectors
