"""A loss of two points of nDCG is seen, and no change is not: by simulation, on real arithmetic.

Rankings are made, worsened here and there, measured by the metrics of `evaluate` and decided as an
experiment is. How many queries that takes depends on how far differences spread, so it is asked of
the decision itself, and the simulation has that many.
"""

from __future__ import annotations

import numpy as np
import pytest

from search.evaluation import metrics
from search.evaluation.significance import (
    FEWEST_QUERIES,
    WORTH,
    Decision,
    Verdict,
    decide,
    queries_needed,
)

SEEDS = 100
K = 10
PRODUCTS = 30  # judged of each query
METRIC = f"nDCG@{K}"

Rankings = dict[str, list[str]]
Judged = dict[str, dict[str, int]]


def shop(random: np.random.Generator, queries: int) -> tuple[Judged, Rankings]:
    """Queries with grades 0 to 3, and rankings that know something of them."""
    judged, found = {}, {}
    for query in range(queries):
        grades = random.choice(4, PRODUCTS, p=[0.6, 0.2, 0.1, 0.1])
        grades[0] = 3
        order = np.argsort(-(grades + random.normal(0, 1, PRODUCTS)))
        judged[str(query)] = {f"p{at}": int(grade) for at, grade in enumerate(grades)}
        found[str(query)] = [f"p{at}" for at in order]
    return judged, found


def worsened(random: np.random.Generator, found: Rankings, share: float) -> Rankings:
    """In a share of the queries the best three of the ranking end at its foot."""
    return {
        query: [*ranking[3:], *ranking[:3]] if random.random() < share else ranking
        for query, ranking in found.items()
    }


def scores(judged: Judged, found: Rankings) -> dict[str, float]:
    return {query: row[METRIC] for query, row in metrics.per_query(judged, found, K).items()}


@pytest.fixture(scope="module")
def share() -> float:
    """Of queries to be worsened for a loss of WORTH, on average over many."""
    random = np.random.default_rng(1)
    judged, found = shop(random, 3_000)
    whole = metrics.compare(
        scores(judged, worsened(random, found, 1.0)), scores(judged, found)
    ).difference.mean
    return WORTH / -whole


@pytest.fixture(scope="module")
def queries(share: float) -> int:
    """As many as the decision itself says are needed."""
    random = np.random.default_rng(2)
    judged, found = shop(random, 3_000)
    lost = metrics.compare(scores(judged, worsened(random, found, share)), scores(judged, found))
    return queries_needed(np.array(list(lost.by_query.values())))


def simulated(seed: int, queries: int, new: float, old: float) -> Decision:
    random = np.random.default_rng(seed)
    judged, found = shop(random, queries)
    after, before = worsened(random, found, new), worsened(random, found, old)
    return decide(scores(judged, after), scores(judged, before))


def test_a_loss_of_two_points_is_caught(share: float, queries: int) -> None:
    found = [simulated(seed, queries, share, 0.0).verdict for seed in range(SEEDS)]
    assert found.count(Verdict.WORSE) >= 95
    assert Verdict.BETTER not in found


def test_a_change_that_changes_nothing_is_not_raised(share: float, queries: int) -> None:
    found = [simulated(seed, queries, share, share).verdict for seed in range(SEEDS)]
    assert SEEDS - found.count(Verdict.ALIKE) - found.count(Verdict.UNDECIDED) <= 5


def test_too_few_queries_decide_nothing_and_say_how_many_would(share: float) -> None:
    found = simulated(0, 40, share, share)
    assert found.verdict == Verdict.UNDECIDED
    assert found.needed > 40


def test_what_is_the_same_is_alike() -> None:
    same = {str(query): 0.5 for query in range(FEWEST_QUERIES)}
    assert decide(same, same).verdict == Verdict.ALIKE
    assert decide(same, same).p == 1


def test_a_handful_of_queries_never_decides() -> None:
    new, old = ({str(q): value for q in range(FEWEST_QUERIES - 1)} for value in (0.0, 1.0))
    assert decide(new, old).verdict == Verdict.UNDECIDED


def test_the_interval_leaves_out_zero_where_the_verdict_tells_the_two_apart() -> None:
    """But for a few on the brink: one resamples the queries, the other flips their signs."""
    decisions = [decided_with_noise(np.random.default_rng(seed)) for seed in range(SEEDS)]
    told = [each.verdict in (Verdict.BETTER, Verdict.WORSE) for each in decisions]
    agreeing = sum(
        each.comparison.certain == sure for each, sure in zip(decisions, told, strict=True)
    )
    assert 20 < sum(told) < SEEDS - 20
    assert agreeing >= SEEDS - 3


def decided_with_noise(random: np.random.Generator) -> Decision:
    """Of 80 queries whose values differ by WORTH on average, and much around it."""
    values = random.normal(0.5 + WORTH, 0.08, 80)
    old = dict.fromkeys(map(str, range(len(values))), 0.5)
    return decide({str(at): float(value) for at, value in enumerate(values)}, old)
