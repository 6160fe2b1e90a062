"""Why a product is where it is: plain values, for the API and for staff."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Vote:
    """What one retriever says of a product."""

    retriever: str  # one of search.ranking.calibration's; "words 2" for the second part's
    raw: float  # vectors: deviations over the query's background; words, chips: the share met
    says: float  # calibrated: the chance that the product is right, were nothing else known
    weight: float  # in the fusion, times the weight of its part of the query


@dataclass(frozen=True)
class ChipMet:
    """Whether a product meets something that was understood, and how that is known."""

    key: str  # of its first entity, as `off` takes it
    label: str
    known_by: str  # column, words, photo or undenied; "": not met, or nobody knows

    @property
    def met(self) -> bool:
        return bool(self.known_by)


@dataclass(frozen=True)
class Explanation:
    """All that decided about one product of one search."""

    votes: tuple[Vote, ...] = ()  # none of what was not scored: a listing, or known by chips alone
    score: float | None = None  # fused; null where nothing was asked that has a score
    cutoff: float | None = None  # the least score that is relevant
    chips: tuple[ChipMet, ...] = ()
    one_variant: bool = True  # whether one and the same variant meets all chips and filters
    named: bool = False  # the query names it, by number or title
    rules: tuple[str, ...] = ()  # of the shop, that acted on it


@dataclass(frozen=True)
class Standing:
    """Where a product stands in a search, and why not in the results."""

    shelf: str = ""  # results, partial or less_similar; "": on none of them
    place: int = 0  # on the shelf, from 1; 0: unknown
    # found, inactive, hidden, filtered, itself, lacks, variant, not_indexed, not_a_candidate,
    # cutoff, another_named or beyond
    reason: str = "found"
    sentence: str = ""
    explanation: Explanation = field(default_factory=Explanation)
