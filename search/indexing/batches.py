"""Claim a batch, encode it outside of any transaction, write it: the work of the worker."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import NamedTuple

import numpy as np
from django.utils.translation import gettext as _

from search.encoders import Encoder, EncoderError
from search.indexing import rows
from search.indexing.content import KINDS, Content, Kind
from search.models import EncoderVersion
from search.versions import IN_USE, encoder_of, in_use, register

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
    for version in in_use():
        try:
            yield version, encoder_of(version)
        except EncoderError as error:
            logger.warning("%s", error)


def check_again(*versions: EncoderVersion) -> None:
    """Have the whole catalogue looked over, in ranges and from the first id on.

    Without `versions` for every encoder in use: the nightly check, for what no trigger saw (a bulk
    load with triggers off, a repair by hand).
    """
    chosen = EncoderVersion.objects.filter(state__in=IN_USE)
    if versions:
        chosen = chosen.filter(pk__in=[version.pk for version in versions])
    chosen.update(**{kind.marked: 0 for kind in KINDS})


def mark_stale(*versions: EncoderVersion) -> None:
    """The whole check, here and now; of the `versions`, or of every encoder in use."""
    chosen = versions or [version for version, _encoder in versions_to_fill()]
    check_again(*chosen)
    for version in chosen:
        version.refresh_from_db()
        for kind in KINDS:
            while rows.mark_next(kind, version):
                pass


def index_stale(limit: int | None = None) -> int:
    """Look and index, at least `limit` rows where so many wait; returns the rows written."""
    mark_stale()
    return index_waiting(limit=limit)


def index_waiting(seconds: float | None = None, limit: int | None = None) -> int:
    """Index what waits until nothing is left, the time is over or `limit` is reached.

    Returns the rows written.
    """
    end = time.monotonic() + seconds if seconds is not None else None
    written = 0
    for batch in index_batches():
        written += batch.written
        if (end is not None and time.monotonic() > end) or (limit and written >= limit):
            break
    return written


def index_batches() -> Iterator[Batch]:
    """Index batch after batch, until nothing can be claimed.

    Where an encoder has not seen the whole catalogue yet, the next range goes into its queue each
    time that nothing else waits, told as a batch of nothing, so that the caller may stop there.
    """
    for version, encoder in versions_to_fill():
        for kind in KINDS:
            while True:
                if claimed := rows.claim(kind, version):
                    yield Batch(kind, len(claimed), index_batch(kind, claimed, version, encoder))
                elif rows.mark_next(kind, version):
                    yield Batch(kind, 0, 0)
                else:
                    break


def index_batch(
    kind: Kind, claimed: Sequence[rows.Claimed], version: EncoderVersion, encoder: Encoder
) -> int:
    """Encode and write what was claimed, return how much; what cannot be encoded fails alone.

    Pictures are decoded in a process of their own, the next ones while these are encoded.
    """
    of = {each.key: each for each in claimed}
    moved: list[int] = []
    made: list[rows.Made] = []
    with ThreadPoolExecutor(1, thread_name_prefix="read") as reader:
        contents = reader.map(partial(kind.read, encoder=encoder), list(kind.owners(list(of))))
        while some := list(islice(contents, kind.at_once)):
            moved += [each.key for each in some if each.fingerprint != of[each.key].fingerprint]
            still = [each for each in some if each.fingerprint == of[each.key].fingerprint]
            made += encoded(kind, still, of, encoder)
    if moved:  # saved a moment ago, or past the triggers
        rows.mark(kind, version, "owner.id = ANY(%(keys)s::bigint[])", keys=moved)
    return rows.write(kind, made)


def encoded(
    kind: Kind, contents: Sequence[Content], of: Mapping[int, rows.Claimed], encoder: Encoder
) -> Iterator[rows.Made]:
    """What could be made of them; of the others the reason is kept."""
    for content in contents:
        if content.error:  # the same bytes are as broken the next time
            row = of[content.key].row
            rows.fail(kind, row, content.fingerprint, content.error, again_in=None)
    good = [each for each in contents if not each.error]
    for content, vector in zip(good, encode_all(kind, good, encoder), strict=True):
        row = of[content.key].row
        if isinstance(vector, str):
            rows.fail(kind, row, content.fingerprint, vector, again_in=RETRY_AFTER)
        else:
            yield rows.Made(row, content.fingerprint, vector, content.colors)


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
