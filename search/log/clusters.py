"""Photo searches that found the same: what shoppers photograph, without their photos.

A search is the set of the first products that it found. Leader clustering (Hartigan 1975) in the
order of time: a search joins the cluster whose leader shares most of its products, if those are at
least `SHARED_PRODUCTS` of all that either has (Jaccard), else it leads a cluster of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

SHARED_PRODUCTS = 0.3
COMPARED = 12  # products of a search


@dataclass
class Cluster:
    leader: frozenset[int]
    searches: int = 0
    without_click: int = 0
    found: Counter[int] = field(default_factory=Counter)  # product -> searches that found it

    def add(self, products: Iterable[int], clicked: bool) -> None:
        self.searches += 1
        self.without_click += not clicked
        self.found.update(products)

    def products(self, most: int) -> list[int]:
        """Those that most of its searches found."""
        return [product for product, _n in self.found.most_common(most)]


def clusters(searches: Iterable[tuple[Sequence[int], bool]]) -> list[Cluster]:
    """(products found, whether one was opened) of each search; the largest clusters first."""
    found: list[Cluster] = []
    led: dict[int, list[Cluster]] = defaultdict(list)  # product -> clusters that it leads
    for shown, clicked in searches:
        products = frozenset(shown[:COMPARED])
        cluster = nearest(products, led)
        if cluster is None:
            cluster = Cluster(products)
            found.append(cluster)
            for product in products:
                led[product].append(cluster)
        cluster.add(products, clicked)
    return sorted(found, key=lambda each: -each.searches)


def nearest(products: frozenset[int], led: dict[int, list[Cluster]]) -> Cluster | None:
    candidates = {id(each): each for product in products for each in led.get(product, ())}
    best = max(candidates.values(), key=lambda each: jaccard(products, each.leader), default=None)
    return best if best is not None and jaccard(products, best.leader) >= SHARED_PRODUCTS else None


def jaccard(first: frozenset[int], second: frozenset[int]) -> float:
    together = len(first | second)
    return len(first & second) / together if together else 0.0
