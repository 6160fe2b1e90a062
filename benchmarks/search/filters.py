"""Is a filtered search answered the best way? A thousand random filters.

    python -m benchmarks.search.filters STATES [--size 100000] [--filters 1000]

Each filter meets one product as a query, in turns one that passes it and one that does not (filter
and query at odds). For both vector tables each way is timed, all of them by turns:

- exact: rank every product that passes; what it finds is what is true
- index: through HNSW, until enough of them pass
- first the index, and exact where that soon brings too few

Timed is the database's process at work, which others on the machine do not slow; it works alone.
Each way is run several times and its quickest run counts: of two runs of the same statement one is
a fifth slower than the other now and then, which would be regret of the clock and not of the way.
Regret is the time of the chosen way in multiples of the quickest that finds enough: RIGHT of the
exact first ten, and ROWS products or all that pass. "worst" is the 95th percentile of it. Last
comes a row for both tables together, which is what a search waits for, with the time that choosing
takes.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from tqdm import tqdm

from benchmarks.data.large_catalogue import large

if TYPE_CHECKING:
    from search.retrieval.conditions.passing import Passing
    from search.retrieval.retrievers.vectors import VectorRetriever

SEED = 17
RIGHT = 0.9  # of the exact first ten
ROWS = 100  # products that a way has to bring, where as many pass
TEN = 10
RUNS = 6  # of a way; the quickest one counts
HOPELESS = 3  # times the quickest way: what takes so long twice is run no more
EXACT, INDEX, FIRST = "exact", "index", "index, then exact"
UNBOUNDED = {"hnsw.max_scan_tuples": "20000"}  # as pgvector has it
SETTINGS = {"max_parallel_workers_per_gather": "0"}  # helpers' work would not be seen


@dataclass(frozen=True)
class Run:
    milliseconds: float
    ids: tuple[int, ...]


@dataclass(frozen=True)
class Met:
    """A filter, a query and a table: what each way took and found."""

    kind: str
    table: str
    at_odds: bool
    passing: int
    estimate: int  # of `passing`, as Postgres has it
    choosing: float  # milliseconds
    chosen: str
    ways: dict[str, Run]

    @property
    def recall(self) -> float:
        """Of the chosen way, in the exact first ten."""
        return self.recall_of(self.chosen)

    def recall_of(self, way: str) -> float:
        true = self.ways[EXACT].ids[:TEN]
        found = self.ways[way].ids[:TEN]
        return len(set(true) & set(found)) / len(true) if true else 1.0

    @property
    def best(self) -> float:
        """Milliseconds of the quickest way that finds as much as there is."""
        right = (way for way in self.ways if self.recall_of(way) >= RIGHT and self.enough(way))
        return min(self.ways[way].milliseconds for way in right)

    def enough(self, way: str) -> bool:
        return len(self.ways[way].ids) >= min(len(self.ways[EXACT].ids), ROWS)

    @property
    def took(self) -> float:
        return self.ways[self.chosen].milliseconds


def meet(filters: int) -> Iterator[list[Met]]:
    """One list for each filter, with an entry a table."""
    from benchmarks.search.random_filters import RandomFilters
    from catalog.models import Product
    from search.retrieval.conditions.passing import Passing

    drawn, chance = RandomFilters(SEED), Random(SEED)
    for number in tqdm(range(filters), unit=" filters", mininterval=5):
        kind, chosen = drawn.draw()
        passing, at_odds = Passing(chosen), bool(number % 2)
        inside = Product.objects.active().filter(chosen.on_products())
        product = a_product(inside, at_odds, chance)
        if product is None:
            continue
        start = time.perf_counter()
        estimate = passing.rows
        choosing = 1000 * (time.perf_counter() - start)
        facts = (at_odds, inside.count(), estimate, choosing)
        yield [
            Met(kind, each.name, *facts, *all_ways(each, passing)) for each in retrievers(product)
        ]


def a_product(inside: Any, at_odds: bool, chance: Random) -> int | None:
    """One that passes or, at odds, one that does not; None where there is none."""
    from catalog.models import Product

    among = Product.objects.active().exclude(pk__in=inside) if at_odds else inside
    key = chance.randint(1, Product.objects.latest("pk").pk)
    after = among.filter(pk__gte=key).order_by("pk").values_list("pk", flat=True).first()
    return after or among.order_by("pk").values_list("pk", flat=True).first()


def retrievers(product: int) -> list[VectorRetriever]:
    """The product's own text vector against texts, and its photo's against photos."""
    from search.query import Interpretation
    from search.retrieval.embeddings.query_encoder import serving
    from search.retrieval.retrievers.parts import by_product

    return list(by_product(product, Interpretation(), serving()))  # type: ignore[arg-type]


def all_ways(retriever: VectorRetriever, passing: Passing) -> tuple[str, dict[str, Run]]:
    from search.retrieval.limits import CANDIDATES

    statements = {
        EXACT: retriever.exact(passing, CANDIDATES),
        INDEX: retriever.through_index(passing, CANDIDATES),
        FIRST: retriever.index_else_exact(passing, CANDIDATES),
    }
    settings = retriever.settings(passing, CANDIDATES)
    [taken] = retriever.statements(passing, CANDIDATES)
    chosen = next(way for way, statement in statements.items() if statement.text == taken.text)
    runs: dict[str, Run] = {}
    for number in range(RUNS):
        quickest = min((run.milliseconds for run in runs.values()), default=0.0)
        for way, statement in statements.items():
            if number > 1 and runs[way].milliseconds > HOPELESS * quickest:
                continue
            run = timed(statement, settings if way == FIRST else {**settings, **UNBOUNDED})
            known = runs.get(way, run)
            runs[way] = min(run, known, key=lambda each: each.milliseconds)
    return chosen, runs


def timed(statement: Any, settings: Mapping[str, str]) -> Run:
    from search import sql

    start = clock()
    [rows] = sql.several([statement], settings={**SETTINGS, **settings})
    return Run((clock() - start) / 1e6, tuple(row[0] for row in rows))


def clock() -> int:
    """Nanoseconds: of the database process at work, where Linux tells, else of the wall."""
    from search import sql

    [(process,)] = sql.rows("SELECT pg_backend_pid()")
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0])
    except OSError:
        return time.perf_counter_ns()


def report(found: Sequence[list[Met]]) -> None:
    each = [one for both in found for one in both]
    groups: dict[str, list[Met]] = defaultdict(list)
    for one in each:
        groups[one.kind].append(one)
        groups["at odds" if one.at_odds else "agreeing"].append(one)
        groups[f"table: {one.table}"].append(one)
    print(
        "| filters | met | pass | index first | regret | worst | recall@10 | full "
        "| always exact | always index |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    for name, members in [*sorted(groups.items()), ("all", each)]:
        print(line(name, members))
    print(together(found))


def line(name: str, members: Sequence[Met]) -> str:
    regrets = [one.took / one.best for one in members]
    always = (
        np.percentile([one.ways[way].milliseconds / one.best for one in members], 95)
        for way in (EXACT, INDEX)
    )
    cells = (
        f"{len(members)}",
        f"{int(np.median([one.passing for one in members])):,}",
        f"{np.mean([one.chosen != EXACT for one in members]):.0%}",
        f"{np.mean(regrets):.2f}",
        f"{np.percentile(regrets, 95):.2f}",
        f"{np.mean([one.recall for one in members]):.3f}",
        f"{np.mean([one.enough(one.chosen) for one in members]):.1%}",
        *(f"{worst:.2f}" for worst in always),
    )
    return f"| {name} | {' | '.join(cells)} |"


def together(found: Sequence[list[Met]]) -> str:
    """Regret of both tables together, with and without the time that choosing takes."""
    took = np.array([sum(one.took for one in both) for both in found if both])
    best = np.array([sum(one.best for one in both) for both in found if both])
    choosing = np.array([both[0].choosing for both in found if both])
    return (
        f"\nBoth tables together: regret {np.mean(took / best):.2f}, worst "
        f"{np.percentile(took / best, 95):.2f}; choosing takes {np.median(choosing):.1f} ms "
        f"beside {np.median(best):.1f} ms of the best way."
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--filters", type=int, default=1_000)
    parser.add_argument("--raw", type=Path, help="a file that gets a line of JSON for each case")
    given = parser.parse_args()
    with large(given.size, given.states):
        found = list(meet(given.filters))
    report(found)
    if given.raw:
        given.raw.write_text("".join(raw(one) for both in found for one in both))


def raw(one: Met) -> str:
    """All but the products themselves, for whoever looks for a better way to choose."""
    ways = {way: [run.milliseconds, len(run.ids)] for way, run in one.ways.items()}
    facts = {name: value for name, value in vars(one).items() if name != "ways"}
    return json.dumps(facts | ways | {"recall": one.recall_of(INDEX)}) + "\n"


if __name__ == "__main__":
    main()
