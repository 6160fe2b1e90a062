"""What the rules that match a question do to its list, as plain values and arithmetic."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from search.ranking.fusion import log_odds
from search.rules.published import Act, PublishedRule

Ids = NDArray[np.int64]
Scores = NDArray[np.float64]

STEP = 1.0  # log-odds that a boost of strength 1 is worth
BOUND = 3.0  # log-odds that all rules together can move a product


@dataclass(frozen=True)
class Acts:
    """All that is done to one list; the names of rules by the product that they act on."""

    rules: tuple[PublishedRule, ...] = ()
    signature: str = ""
    pins: tuple[tuple[int, int], ...] = ()  # (place from 1, product), each place and product once
    hidden: tuple[int, ...] = ()  # products
    barred: tuple[str, ...] = ()  # "brand:Palm": whatever is of it is hidden
    banners: tuple[str, ...] = ()
    redirect: str = ""
    moving: tuple[PublishedRule, ...] = field(default=())  # boosts and buries

    def moved(self, ids: Ids, scores: Scores, of_targets: Mapping[int, Ids]) -> Scores:
        """The scores (n,) with boosts and buries. `of_targets`: by rule, who is of its targets.

        Odds are multiplied within bounds, so what is surely right stays before what hardly is.
        """
        shift = np.zeros(len(ids))
        for rule in self.moving:
            its = np.union1d(np.array(rule.products, np.int64), of_targets.get(rule.pk, NONE))
            sign = 1 if rule.act == Act.BOOST else -1
            shift += sign * STEP * rule.strength * np.isin(ids, its)
        moved = log_odds(scores) + np.clip(shift, -BOUND, BOUND)
        return np.where(shift != 0, 1 / (1 + np.exp(-moved)), scores)

    def names_for(
        self, product_id: int, of_targets: Mapping[int, Ids], acting: Collection[str]
    ) -> tuple[str, ...]:
        """The rules of these acts that act on a product."""
        return tuple(
            rule.name
            for rule in self.rules
            if rule.act in acting
            and (product_id in rule.products or product_id in of_targets.get(rule.pk, NONE))
        )


NONE: Ids = np.zeros(0, np.int64)


def acts_of(rules: Sequence[PublishedRule], signature: str) -> Acts:
    """`rules`: those that match, the higher priority first."""
    hiding = [rule for rule in rules if rule.act == Act.HIDE]
    redirects = [rule.address for rule in rules if rule.act == Act.REDIRECT]
    hidden = dict.fromkeys(pk for rule in hiding for pk in rule.products)
    return Acts(
        rules=tuple(rules),
        signature=signature,
        pins=placed([rule for rule in rules if rule.act == Act.PIN], without=hidden),
        hidden=tuple(hidden),
        barred=tuple(dict.fromkeys(each for rule in hiding for each in rule.targets)),
        banners=tuple(rule.text for rule in rules if rule.act == Act.BANNER),
        redirect=next(iter(redirects), ""),
        moving=tuple(rule for rule in rules if rule.act in (Act.BOOST, Act.BURY)),
    )


def placed(
    pinning: Sequence[PublishedRule], without: Mapping[int, None]
) -> tuple[tuple[int, int], ...]:
    """Each product at its place, or at the next that no rule of higher priority has taken."""
    places: dict[int, int] = {}
    for rule in pinning:
        place = rule.place
        for pk in rule.products:
            if pk in without or pk in places.values():
                continue
            while place in places:
                place += 1
            places[place] = pk
    return tuple(sorted(places.items()))
