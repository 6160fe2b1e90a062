"""Two rankings share one list fairly, and a decision between them is false at most once in twenty
times, with position bias and bots, however often one looks."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from search.ranking.interleaving import coin_of, team_draft
from search.ranking.sequential import LEVEL, log_evidence, verdict
from tests.shoppers import Alike, Contest, decided, votes

SEEDS = 100


def test_all_products_of_both_are_on_the_list_once() -> None:
    draft = team_draft("abcdef", "bxayc", Random(1))
    assert sorted(draft.items) == list("abcdefxy")
    assert len(draft.teams) == len(draft.items)


def test_each_team_brings_its_best_that_is_left() -> None:
    for seed in range(20):
        draft = team_draft([1, 2, 3, 4], [4, 3, 2, 1], Random(seed))
        by_team = {
            team: [item for item, its in zip(draft.items, draft.teams, strict=True) if its == team]
            for team in "AB"
        }
        assert by_team["A"] == sorted(by_team["A"])
        assert by_team["B"] == sorted(by_team["B"], reverse=True)
        assert [len(found) for found in by_team.values()] == [2, 2]


def test_the_coin_decides_evenly_who_is_first() -> None:
    begun = [team_draft("ab", "ba", coin_of("contest", n)).teams[0] for n in range(2_000)]
    assert 900 < begun.count("A") < 1_100


def test_the_same_search_of_a_session_is_the_same_list() -> None:
    lists = {team_draft("abcdef", "fedcba", coin_of("session", "boots")) for _page in range(5)}
    assert len(lists) == 1


def test_where_both_begin_alike_nobody_is_credited() -> None:
    draft = team_draft("abcd", "abdc", Random(1))
    assert (draft.items[:2], draft.teams[:2]) == (("a", "b"), "--")
    assert set(team_draft("abc", "abc", Random(1)).teams) == {"-"}


@pytest.mark.parametrize(("first", "second"), [("", "ab"), ("ab", ""), ("", "")])
def test_a_ranking_that_finds_nothing_leaves_the_list_to_the_other(first: str, second: str) -> None:
    assert "".join(team_draft(first, second, Random(1)).items) == first + second


def test_the_evidence_reaches_the_level_once_in_twenty_at_most() -> None:
    """Exactly, over all ways in which 2,000 fair votes can fall, looking after each."""
    going = np.array([1.0])  # chance of each number of votes for the first, undecided so far
    decided_so_far = 0.0
    for n in range(1, 2_001):
        going = 0.5 * (np.append(going, 0.0) + np.append(0.0, going))
        edge = next((w for w in range(n // 2 + 1) if log_evidence(w, n - w) < -np.log(LEVEL)), 0)
        decided_so_far += going[:edge].sum() + going[n - edge + 1 :].sum()
        going[:edge] = going[n - edge + 1 :] = 0.0
    assert decided_so_far + going.sum() == pytest.approx(1.0)
    assert 0.005 < decided_so_far <= LEVEL


@pytest.mark.slow
@pytest.mark.parametrize("kind", [Contest, Alike])
def test_shoppers_and_bots_make_no_false_decision(kind: type[Contest]) -> None:
    false = sum(decided(votes(kind(seed), 300)).decided for seed in range(SEEDS))
    assert false <= LEVEL * SEEDS


@pytest.mark.slow
def test_the_better_ranking_is_found_among_bots() -> None:
    found = [decided(votes(Contest(seed, first_error=0.2), 800)) for seed in range(20)]
    assert sum(each.first_is_better for each in found) >= 18
    assert not any(each.decided and not each.first_is_better for each in found)


def test_the_interval_closes_in_on_the_share_of_votes() -> None:
    found = [verdict(6 * n, 4 * n) for n in (0, 10, 100, 1_000)]
    assert [each.low <= each.share <= each.high for each in found] == [True] * 4
    assert all(a.high - a.low > b.high - b.low for a, b in pairwise(found))
    assert (found[0].low, found[0].high) == (0, 1)
    assert found[-1].first_is_better
    assert verdict(0, 10**6).decided
