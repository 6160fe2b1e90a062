"""One query while it is answered: how its candidates are found and scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import and_

import numpy as np
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from numpy.typing import NDArray

from catalog.filters import Filters
from catalog.models import Product
from search import sql
from search.ranking.calibration import IMAGE_IMAGE
from search.retrieval.asked import Asked
from search.retrieval.conditions.condition import ruled_out
from search.retrieval.conditions.one_variant import on_one_variant
from search.retrieval.conditions.passing import Passing
from search.retrieval.conditions.predicates import Predicate, one_of, predicate
from search.retrieval.embeddings.blank_photos import shows_nothing
from search.retrieval.limits import (
    BESIDE_FILTER,
    CANDIDATE_SECONDS,
    CANDIDATES,
    CONFORMING,
    UNINDEXED,
)
from search.retrieval.retrievers.entities import EntityRetriever
from search.retrieval.retrievers.protocol import (
    NONE_FOUND,
    Candidates,
    Retriever,
    brought,
    candidates,
)
from search.retrieval.retrievers.scored import Scored
from search.retrieval.retrievers.scoring import Measured, by_name, fuse, measure
from search.retrieval.retrievers.vectors import VectorRetriever
from search.versions import indexed_tables

PASSING, TOGETHER = 0, 1  # the tests of every candidate
ONLY_WORDS = gettext_lazy(
    "Only words were searched: the search by meaning is not available right now."
)


@dataclass
class Search(Asked):
    """One query while it is answered."""

    also: tuple[int, ...] = ()  # products that are scored though no retriever may bring them

    @property
    def whole(self) -> bool:
        """Whether the catalogue is small enough for every product to be scored."""
        return self.products <= settings.WHOLE_ROWS

    @property
    def ready(self) -> list[Retriever]:
        """Without those whose large table has no index yet: they would read all of it."""
        version = self.searcher.version
        if version is None or self.products <= UNINDEXED:
            return self.retrievers
        indexed = indexed_tables(version)
        ready = [
            each
            for each in self.retrievers
            if not isinstance(each, VectorRetriever) or each.table.name in indexed
        ]
        if len(ready) < len(self.retrievers):
            self.degraded.append(_("The index of meanings is still being built."))
        return ready

    def among(self) -> Predicate:
        """The products that are scored: all of them, or what the retrievers bring."""
        itself = [part.itself for part in self.parts if part.itself is not None]
        besides = predicate((~Q(pk__in=itself) if itself else Q()) & self.not_looking)
        if self.whole:
            return besides
        return besides & one_of([*self.candidates.ids.tolist(), *self.also])

    @cached_property
    def not_looking(self) -> Q:
        """What must not be is judged by photos of which no column and no word says anything."""
        nots = [each for each in self.understood.entities if each.kind == "not"]
        version = self.searcher.version
        seen = [each.by_looks(version) for each in map(ruled_out, nots) if each]
        return reduce(and_, (~each for each in seen if each), Q())

    @cached_property
    def candidates(self) -> Candidates:
        """What all retrievers bring; where that takes too long, what those do that ask no vectors.

        An index of a million vectors that has to be read from the disk takes seconds.
        """
        retrievers = self.ready
        others = [each for each in retrievers if not isinstance(each, VectorRetriever)]
        try:
            return self.brought_by(retrievers, CANDIDATE_SECONDS if others else None)
        except sql.OutOfTime:
            self.degraded.append(str(ONLY_WORDS))
            return self.brought_by(others, None)

    def brought_by(self, retrievers: Sequence[Retriever], seconds: float | None) -> Candidates:
        """With all that has to be, in one pass; and, for facets and the partial shelf, without."""
        demands = [each for each in self.conditions if each.demand]
        demanded = reduce(and_, (each.met for each in demands), Q())
        filtered = replace(self.passing, condition=demanded) if demands else self.passing
        asked = [(each, filtered, CANDIDATES) for each in retrievers]
        unfiltered = Passing(self.unfiltered, demanded)
        if unfiltered.filters != self.filters:
            asked += [(each, unfiltered, BESIDE_FILTER) for each in retrievers]
        qualities = [each for each in self.conditions if not each.demand]
        if demands and qualities:
            asked.append((EntityRetriever(qualities), self.passing, CANDIDATES))
        return brought(asked, seconds)

    @property
    def unfiltered(self) -> Filters:
        """The exclusions of the query alone, without what the shopper chose: facets need both."""
        mine = self.filters
        kept = ("without", "phrases", "excluded", "hidden", "barred")
        return Filters(**{name: getattr(mine, name) for name in kept})

    @cached_property
    def scored(self) -> Scored:
        """The candidates, and behind them what meets all conditions without having been scored."""
        scored = self.scored_candidates()
        if self.whole or not self.all_understood or not self.conditions:
            return scored
        retriever = [EntityRetriever(self.conditions)]
        meeting = candidates(retriever, self.passing, CONFORMING + 1)
        if self.not_looking:
            left = Product.objects.filter(self.not_looking, pk__any=meeting.tolist())
            meeting = np.fromiter(left.values_list("pk", flat=True), np.int64)
        return scored.followed_by(np.setdiff1d(meeting, scored.ids)[::-1])

    def measured(self, tests: Sequence[Predicate] = ()) -> Measured:
        """What all retrievers have to say of the products that are scored."""
        found = NONE_FOUND if self.whole else self.candidates
        return measure(self.parts, self.among(), tests, found)

    def scored_candidates(self) -> Scored:
        on_one = predicate(on_one_variant(self.conditions, self.filters))
        found = self.measured([self.passing.of_filters, on_one])
        deviations = found.deviations(self.parts)
        scores, trace = fuse(self.parts, deviations, self.searcher.calibration, self.products)
        if any(part.late for part in self.parts):
            self.degraded.append(str(ONLY_WORDS))
        evidence, asked = self.evidence(found), len(self.conditions)
        return Scored(
            found.ids,
            np.broadcast_to(scores, found.ids.shape),
            evidence[:, :asked],
            evidence[:, asked:],
            trace,
            by_name(deviations),
            found.tests[:, PASSING],
            found.tests[:, TOGETHER],
            self.shows_nothing(found),
        )

    def shows_nothing(self, found: Measured) -> bool:
        """Whether photos are all that was given, and none of them shows anything."""
        if not all(part.photo_id for part in self.query.parts if part.weight > 0):
            return False
        seen = [
            (each.vector, np.array([value for (value,) in values], float))
            for each, values in zip(self.retrievers, found.values, strict=True)
            if isinstance(each, VectorRetriever) and each.name == IMAGE_IMAGE
        ]
        encoder = self.searcher.encoder
        return bool(seen) and all(shows_nothing(*photo, encoder) for photo in seen)

    def evidence(self, found: Measured) -> NDArray[np.int8]:
        for each, values in zip(self.retrievers, found.values, strict=True):
            if isinstance(each, EntityRetriever):
                return each.evidence(values)
        return np.zeros((len(found.ids), 0), np.int8)
