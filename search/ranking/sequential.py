"""When votes decide between two: a test that may be looked at after every vote.

Under the null hypothesis each vote is a fair coin. The evidence is a mixture of likelihood ratios
over how good the first could be, here by a Beta prior around one half (Robbins, "Statistical
methods related to the law of the iterated logarithm", 1970; as mSPRT: Johari et al., "Peeking at
A/B tests", 2017). It is a martingale under the null, so by Ville's inequality it ever reaches
1 / LEVEL with a probability of at most LEVEL, however often somebody looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log

LEVEL = 0.05  # of false decisions
PRIOR = 50.0  # of the Beta distribution: preferences of about 45 to 55 % are expected
PRECISION = 1e-4  # of an interval's ends


@dataclass(frozen=True)
class Verdict:
    """What the votes say so far. `share` of them is for the first; it lies between `low` and
    `high`, at every look together, in 95 of 100 contests."""

    first: int
    second: int
    evidence: float  # against a draw; decided from 1 / LEVEL on
    low: float
    high: float

    @property
    def votes(self) -> int:
        return self.first + self.second

    @property
    def share(self) -> float:
        return self.first / self.votes if self.votes else 0.5

    @property
    def decided(self) -> bool:
        return self.evidence >= 1 / LEVEL

    @property
    def first_is_better(self) -> bool:
        return self.decided and self.first > self.second


def verdict(first: int, second: int) -> Verdict:
    low, high = interval(first, second)
    return Verdict(first, second, exp(min(log_evidence(first, second), 700.0)), low, high)


def log_evidence(first: int, second: int, chance: float = 0.5) -> float:
    """Of the votes against each of them being for the first with this chance."""
    mixture = log_beta(PRIOR + first, PRIOR + second) - log_beta(PRIOR, PRIOR)
    return mixture - first * log(chance) - second * log(1 - chance)


def log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def interval(first: int, second: int) -> tuple[float, float]:
    """All chances that the votes do not speak against: a confidence sequence."""
    votes = first + second
    middle = first / votes if votes else 0.5
    return boundary(first, second, PRECISION, middle), boundary(
        first, second, 1 - PRECISION, middle
    )


def boundary(first: int, second: int, outside: float, inside: float) -> float:
    """Where, between the two, the evidence reaches the level."""
    inside = min(max(inside, PRECISION), 1 - PRECISION)
    if log_evidence(first, second, outside) < -log(LEVEL):
        return round(outside)
    while abs(outside - inside) > PRECISION:
        half = (outside + inside) / 2
        if log_evidence(first, second, half) < -log(LEVEL):
            inside = half
        else:
            outside = half
    return outside
