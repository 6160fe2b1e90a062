"""Simulated shoppers: they look from the top, click by what is good, and some are no shoppers.

Position bias is that of the position-based click model (Craswell et al. 2008): place k is looked at
with a chance of 1 / k. What is looked at is clicked by how good it is. Bots search again and
again: some click everything, some always the first, some anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from search.ranking.interleaving import Draft, Team, coin_of, team_draft
from search.ranking.sequential import Verdict, verdict

PRODUCTS = 10
BOTS = 0.2
BOT_SEARCHES = 20
QUERIES = 10**9


@dataclass(frozen=True)
class Contest:
    """Two rankings of each query's products: each sorts by how good they are, seen with an error
    of its own. Nobody searches the same twice, so that with equal errors neither is better: of
    few queries one ranking would by chance be truly better."""

    seed: int
    first_error: float = 0.5
    second_error: float = 0.5

    def rankings(self, query: int) -> tuple[list[int], list[int], list[float]]:
        """(first, second, how good each product is)"""
        chance = Random(f"{self.seed} {query}")
        good = [chance.random() ** 3 for _product in range(PRODUCTS)]

        def ranked(error: float) -> list[int]:
            seen = [value + chance.gauss(0, error) for value in good]
            return sorted(range(PRODUCTS), key=lambda product: -seen[product])

        return ranked(self.first_error), ranked(self.second_error), good


@dataclass(frozen=True)
class Alike(Contest):
    """The same few queries again and again; the rankings differ among equally good products."""

    def rankings(self, query: int) -> tuple[list[int], list[int], list[float]]:
        chance = Random(f"{self.seed} {query % 20}")
        good = [chance.choice((0.1, 0.4, 0.9)) for _product in range(PRODUCTS)]

        def ranked() -> list[int]:
            return sorted(range(PRODUCTS), key=lambda product: (-good[product], chance.random()))

        return ranked(), ranked(), good


def votes(contest: Contest, sessions: int) -> list[Team]:
    """The vote of each session that has one: the first click that credits anybody."""
    shoppers = Random(f"shoppers {contest.seed}")
    found = []
    for session in range(sessions):
        bot = shoppers.random() < BOTS
        behaviour = shoppers.choice((everything, the_first, anywhere)) if bot else a_shopper
        for _search in range(BOT_SEARCHES if bot else shoppers.randint(1, 3)):
            query = shoppers.randrange(QUERIES)
            first, second, good = contest.rankings(query)
            draft = team_draft(first, second, coin_of(contest.seed, session, query))
            clicked = behaviour(draft, good, shoppers)
            credited = [draft.teams[k] for k in clicked if draft.teams[k] != Team.BOTH]
            if credited:
                found.append(Team(credited[0]))
                break
    return found


def a_shopper(draft: Draft[int], good: Sequence[float], chance: Random) -> list[int]:
    return [
        k
        for k, product in enumerate(draft.items)
        if chance.random() < 1 / (k + 1) and chance.random() < 0.05 + 0.9 * good[product]
    ]


def everything(draft: Draft[int], good: Sequence[float], chance: Random) -> list[int]:
    return list(range(len(draft.items)))


def the_first(draft: Draft[int], good: Sequence[float], chance: Random) -> list[int]:
    return [0]


def anywhere(draft: Draft[int], good: Sequence[float], chance: Random) -> list[int]:
    return [chance.randrange(len(draft.items))]


def decided(found: Sequence[Team]) -> Verdict:
    """Looking after every vote, and stopping at the first decision."""
    first = 0
    latest = verdict(0, 0)
    for n, team in enumerate(found, start=1):
        first += team is Team.FIRST
        latest = verdict(first, n - first)
        if latest.decided:
            break
    return latest
