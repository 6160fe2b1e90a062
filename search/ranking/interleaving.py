"""Two rankings in one list, and who brought what: team-draft interleaving.

Radlinski, Kurup and Joachims, "How does clickthrough data reflect retrieval quality?" (2008). In
each round a coin says which ranking picks first; each picks its best that is not on the list yet.
A shopper's click is a vote for the ranking that brought the product. Where both rankings begin
alike nothing is learnt from a click, and nobody is credited (Chapelle et al. 2012).
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from random import Random
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Team(StrEnum):
    """Who brought a product; BOTH where the rankings begin alike, or neither knows it."""

    FIRST = "A"
    SECOND = "B"
    BOTH = "-"


@dataclass(frozen=True)
class Draft(Generic[Item]):
    """The list to be shown, and for each place the team that brought it."""

    items: tuple[Item, ...]
    teams: str


def team_draft(first: Sequence[Item], second: Sequence[Item], coin: Random) -> Draft[Item]:
    """All items of both rankings in one list; of the same coin always the same."""
    alike = sum(
        1 for _same in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    )
    items: list[Item] = list(first[:alike])
    teams: list[Team] = [Team.BOTH] * alike
    chosen = set(items)
    left = {Team.FIRST: iter(first[alike:]), Team.SECOND: iter(second[alike:])}
    while len(left) == 2:
        order = (Team.FIRST, Team.SECOND) if coin.random() < 0.5 else (Team.SECOND, Team.FIRST)
        for team in order:
            picked = best_left(left[team], chosen)
            if picked is None:
                del left[team]
                break
            chosen.add(picked)
            items.append(picked)
            teams.append(team)
    for team, rest in left.items():
        found = [item for item in rest if item not in chosen]
        items += found
        teams += [team] * len(found)
    return Draft(tuple(items), "".join(teams))


def best_left(ranking: Iterator[Item], chosen: set[Item]) -> Item | None:
    return next((item for item in ranking if item not in chosen), None)


def coin_of(*what: object) -> Random:
    """A coin that falls the same way whenever the same is tossed for: pages and reloads agree."""
    content = "\n".join(map(str, what)).encode()
    return Random(hashlib.blake2b(content, digest_size=16).digest())
