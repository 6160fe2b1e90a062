"""The counts of large listings: kept for all processes, and counted anew behind the page.

Up to `FEW` products are counted while a page is made, and nothing is kept: what was saved a moment
ago counts. More are counted like that every few seconds. What `COUNTED_EXACTLY` do not hold takes
too long for a page: it shows what was counted last, all of it, and a thread counts again. Where
that was never done, the page counts as many as it may, and says "at least".
"""

from __future__ import annotations

import hashlib
import logging
import threading
import time
from collections.abc import Collection, Sequence
from contextvars import copy_context
from dataclasses import dataclass
from functools import cached_property

from django.db import Error, connection, connections

from catalog.cache import add, forget, remember, remembered
from catalog.recent import FRESH_SECONDS
from search import sql
from search.retrieval.facets.counts import Counted, Group, counting, counts
from search.retrieval.limits import COUNTED_EXACTLY, FACET_SECONDS, SNAPSHOT

FEW = SNAPSHOT
PAUSE = 50  # times what counting took, until it is counted again: a fiftieth of a core
KEPT_SECONDS = 86_400
BEHIND_SECONDS = 60  # that counting behind a page may take

logger = logging.getLogger(__name__)
at_work = threading.Lock()  # one thread a process


@dataclass
class ListingCounts:
    """What is said in the products of a listing's groups."""

    groups: Sequence[Group]
    of_variants: Collection[str]

    def counted(self) -> list[Counted]:
        """By group. Raises OutOfTime where a page cannot wait."""
        if connection.in_atomic_block:  # it may have written what nobody else sees
            return self.on_page()
        known, stale = self.recalled
        if known and not stale:
            return known
        if known and max(each.products for each in known) >= COUNTED_EXACTLY:
            self.count_behind()
            return known
        start = time.monotonic()
        try:
            found = self.on_page()
        except sql.OutOfTime:
            self.count_behind()
            raise
        if not all(each.exact for each in found):
            self.count_behind()
        elif any(each.products > FEW for each in found):
            self.keep(found, time.monotonic() - start)
        return found

    def on_page(self) -> list[Counted]:
        return counts(self.groups, self.of_variants, FACET_SECONDS, COUNTED_EXACTLY)

    @property
    def products(self) -> int | None:
        """How many the last group had, where they were more than a page may count."""
        known, _stale = self.recalled
        large = known and known[-1].products > COUNTED_EXACTLY
        return known[-1].products if large else None

    @cached_property
    def name(self) -> str:
        """Names all that decides about the counts."""
        asked = repr(counting(self.groups, self.of_variants))
        return f"counts:{hashlib.sha256(asked.encode()).hexdigest()[:32]}"

    @cached_property
    def recalled(self) -> tuple[list[Counted], bool]:
        """What is kept of all their products, and whether it is old."""
        match remembered(self.name):
            case [float() | int() as at, float() | int() as took, list() as rows]:
                stale = abs(time.time() - at) > max(FRESH_SECONDS, PAUSE * took)
                return [Counted.from_row(row) for row in rows], stale
        return [], False

    def keep(self, found: Sequence[Counted], took: float) -> None:
        """`took`: seconds that counting took."""
        rows = [each.to_row() for each in found]
        remember(self.name, [time.time(), took, rows], KEPT_SECONDS)

    def count_behind(self) -> None:
        """Have all of it counted by a thread, unless one is at work here or elsewhere on it."""
        if not at_work.acquire(blocking=False):
            return
        here = copy_context()  # which says the replica that this request reads from
        threading.Thread(target=here.run, args=(self.work,), name="counts", daemon=True).start()

    def work(self) -> None:
        begun = f"{self.name}:begun"
        try:
            if add(begun, True, 2 * BEHIND_SECONDS):  # should this process end before it is done
                start = time.monotonic()
                found = counts(self.groups, self.of_variants, BEHIND_SECONDS)
                self.keep(found, time.monotonic() - start)
                forget(begun)
        except sql.OutOfTime:  # pages go on saying "at least", and it is tried within the hour
            remember(begun, True, PAUSE * BEHIND_SECONDS)
        except Error as reason:  # the database went away: the next page asks again
            logger.warning("A listing could not be counted behind its page: %s", reason)
            forget(begun)
        finally:
            connections.close_all()
            at_work.release()
