"""How much of the catalogue an encoder has indexed, told without reading the catalogue.

What waits and what was given up are counted in the indexes that hold nothing else. Whole tables
are counted up to a limit; beyond it Postgres' own estimate does, for it is a progress bar's number.
Whether *everything* is indexed is never an estimate (`is_complete`).
"""

from __future__ import annotations

from typing import NamedTuple

from catalog.estimates import size
from catalog.recent import recent
from search.indexing.content import KINDS, Kind
from search.models import EncoderVersion
from search.versions import IN_USE, State

COUNTED_EXACTLY = 100_000  # rows; what people are shown of larger tables is an estimate
ROWS_SAMPLED = 1_000  # rows that are counted where the worker only asks about how many there are
SUFFICIENT = 0.9  # of the catalogue
FRESH_SECONDS = 5  # as long as pages go on showing what was counted for one of them
NEARLY = 50  # one in so many may still wait


class Coverage(NamedTuple):
    """Texts and photos that have today's vector, of all that can have one.

    Rows that were given up are not in `total`: waiting for them would be waiting for ever.
    """

    done: int
    total: int

    @property
    def complete(self) -> bool:
        return self.done >= self.total

    @property
    def sufficient(self) -> bool:
        """Whether searches by meaning find nearly all of it; below, many miss what is there."""
        return self.done >= SUFFICIENT * self.total

    @property
    def percent(self) -> int:
        return 100 * self.done // max(self.total, 1)


def coverage(version: EncoderVersion | None = None, kinds: tuple[Kind, ...] = KINDS) -> Coverage:
    """Of the live encoder, or of `version`."""
    version = version or EncoderVersion.objects.filter(state=State.LIVE).first()
    counted = [_of_kind(kind, version) for kind in kinds]
    return Coverage(sum(done for done, _total in counted), sum(total for _done, total in counted))


def insufficient() -> Coverage | None:
    """How far the live encoder is while searches by meaning miss much; None afterwards.

    Nothing is counted where all is indexed: two full tables would be, for every few pages.
    """
    version = EncoderVersion.objects.filter(state=State.LIVE).first()
    if version and is_complete(version):
        return None
    found = coverage(version)
    return None if found.sufficient else found


@recent(FRESH_SECONDS)
def recently_insufficient() -> Coverage | None:
    """The same, for every page to ask."""
    return insufficient()


def is_complete(version: EncoderVersion) -> bool:
    """Whether the whole catalogue was looked over for the version and nothing waits.

    Costs a look at the head of each queue, at any size; `version` has to be fresh from the table.
    """
    return all(
        getattr(version, kind.marked) is None
        and not kind.rows.objects.filter(encoder=version).waits()
        for kind in KINDS
    )


def is_nearly_complete(version: EncoderVersion) -> bool:
    """Whether so little is left that a vector index is worth building: a busy shop never is."""
    return all(
        getattr(version, kind.marked) is None
        and kind.rows.objects.filter(encoder=version).number_waiting(most + 1) <= most
        for kind in KINDS
        for most in [indexed_rows(kind, version) // NEARLY]
    )


def indexed_rows(kind: Kind, version: EncoderVersion) -> int:
    """Rows of the version, about; those that wait are among them."""
    return size(kind.rows.objects.filter(encoder=version), counted=ROWS_SAMPLED)


def _of_kind(kind: Kind, version: EncoderVersion | None) -> tuple[int, int]:
    owners = size(kind.owner.objects.all(), COUNTED_EXACTLY)
    if version is None:
        return 0, owners
    rows = kind.rows.objects.filter(encoder=version)
    given_up, waiting = rows.number_given_up(), rows.number_waiting()
    total = owners - given_up
    kept_up = version.state in IN_USE  # nothing is queued for an encoder that rests
    if kept_up and not waiting and getattr(version, kind.marked) is None:
        return total, total
    return max(0, min(size(rows, COUNTED_EXACTLY) - given_up - waiting, total)), total
