"""What each part of retrieval is worth: every retriever alone, and all fused in several ways.

    python -m benchmarks.search.ablation JUDGEMENTS.jsonl [--tune]

Runs on whatever catalogue and encoder are configured. Rankings are whole (no cut-off), so that only
the order is compared. The last rows are the search itself: "without understanding" as the shopper's
own switch "search instead for what I typed" does it, and with the shop's rules, which move sold-out
products down and mix brands, right or not. `--tune` adds fusions whose weights were looked for on
one half of the queries and measured on the other. At the end, kind by kind: is the search ever
below the best of its retrievers?
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.shop import opened

opened()  # Django has to be set up before its models are imported

# ruff: noqa: E402
from tqdm import tqdm

from benchmarks.search.asked import Asked, ByRetriever, Scores, Weights, ask, ranked, searched
from benchmarks.search.mixed_fusions import raw_mean_of_all
from search import evaluation
from search.evaluation import metrics
from search.forms.filters import filters_of
from search.ranking.fusion import convex, reciprocal_rank
from search.ranking.tuning import ascended
from search.retrieval.embeddings.query_encoder import Searcher
from search.understanding import ALL
from search.versions import live_encoder

K = 10
DEPTH = 100
SEARCH = "the search"
METRICS = (f"nDCG@{K}", f"R@{K}", "MRR")

Fuse = Callable[[Asked, Weights], Scores]
Rankings = list[list[str]]  # aligned with the queries
Values = dict[str, dict[str, float]]  # query -> metric -> value


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--tune", action="store_true")
    given = parser.parse_args()
    searcher = Searcher(*live_encoder())
    judgements, unknown = evaluation.read(given.judgements, filters_of)
    if unknown:
        print(f"{len(unknown)} SKUs are not in the catalogue and left out.")
    asked = [ask(one, searcher) for one in tqdm(judgements, unit=" queries", mininterval=5)]
    found = {
        name: measured(asked, rankings)
        for name, rankings in settings(asked, searcher, given.tune).items()
    }
    print_settings(found)
    print_kinds(asked, found)


def settings(asked: Sequence[Asked], searcher: Searcher, tune: bool) -> dict[str, Rankings]:
    weights = searcher.calibration.weights
    retrievers = sorted({retriever for one in asked for retriever in one.chances})
    found = {alone(name): fused(asked, one_retriever(name), {}) for name in retrievers}
    found["reciprocal rank fusion, untuned"] = fused(asked, by_rank, {})
    if tune:
        found["raw scores, tuned"] = cross_tuned(asked, raw_mean_of_all, weights)
        found["calibrated, tuned"] = cross_tuned(asked, calibrated, weights)
    found["calibrated, equal weights"] = fused(asked, calibrated, dict.fromkeys(retrievers, 1.0))
    found["calibrated, vectors alone"] = fused(asked, vectors_alone, weights)
    found["without understanding"] = [ranked(one.query, searcher, (ALL,)) for one in asked]
    found[SEARCH] = [ranked(one.query, searcher) for one in asked]
    found["with the shop's rules"] = [searched(one.query, searcher) for one in asked]
    found["the best there can be"] = [ideal(one.judgement.grades) for one in asked]
    return found


def alone(retriever: str) -> str:
    return f"{retriever} alone"


def one_retriever(retriever: str) -> Fuse:
    def fuse(asked: Asked, _weights: Weights) -> Scores:
        return asked.chances.get(retriever, np.full(len(asked.ids), np.nan))

    return fuse


def by_rank(asked: Asked, _weights: Weights) -> Scores:
    return reciprocal_rank(asked.chances)


def calibrated(asked: Asked, weights: Weights) -> Scores:
    return convex(asked.chances, weights)


def vectors_alone(asked: Asked, weights: Weights) -> Scores:
    return convex(known(asked.vectors, asked), weights)


def known(retrievers: ByRetriever, asked: Asked) -> ByRetriever:
    """At least one retriever, where the encoder was not asked at all ("4711")."""
    return retrievers or {"none": np.full(len(asked.ids), np.nan)}


def fused(asked: Sequence[Asked], fuse: Fuse, weights: Weights) -> Rankings:
    return [one.ranking(fuse(one, weights), DEPTH) if one.chances else [] for one in asked]


def ideal(grades: Mapping[str, int]) -> list[str]:
    return sorted((pk for pk, grade in grades.items() if grade), key=lambda pk: -grades[pk])


def cross_tuned(asked: Sequence[Asked], fuse: Fuse, start: Weights) -> Rankings:
    """Every query is ranked with the weights that were best for the other half of them."""
    rankings: Rankings = [[] for _ in asked]
    for half in (0, 1):
        weights = tuned(asked[1 - half :: 2], fuse, start)
        rankings[half::2] = fused(asked[half::2], fuse, weights)
        used = {retriever for one in asked for retriever in one.chances}
        print(f"tuned: { {retriever: weights[retriever] for retriever in sorted(used)} }")
    return rankings


def tuned(asked: Sequence[Asked], fuse: Fuse, start: Weights) -> Weights:
    retrievers = {retriever for one in asked for retriever in one.chances}
    return ascended(start, retrievers, lambda weights: mean(asked, fuse, weights))


def mean(asked: Sequence[Asked], fuse: Fuse, weights: Weights) -> float:
    values = measured(asked, fused(asked, fuse, weights))
    return float(np.mean([found[METRICS[0]] for found in values.values()]))


def measured(asked: Sequence[Asked], rankings: Rankings) -> Values:
    judged = {one.judgement.label: dict(one.judgement.grades) for one in asked}
    return metrics.per_query(judged, dict(zip(judged, rankings, strict=True)), K)


def column(values: Values, metric: str, queries: Sequence[str]) -> dict[str, float]:
    return {query: values[query][metric] for query in queries}


def print_settings(found: Mapping[str, Values]) -> None:
    queries = list(found[SEARCH])
    print(f"{len(queries)} queries\n\n| setting | {' | '.join(METRICS)} |\n|---|---|---|---|")
    for name, values in found.items():
        cells = [estimated(column(values, metric, queries)) for metric in METRICS]
        print(f"| {name} | {' | '.join(cells)} |")


def print_kinds(asked: Sequence[Asked], found: Mapping[str, Values]) -> None:
    """A row a kind of query: the best of its retrievers, the search, and the paired difference."""
    kinds: dict[str, list[str]] = {"all": list(found[SEARCH])}
    for one in asked:
        if one.judgement.kind:
            kinds.setdefault(one.judgement.kind, []).append(one.judgement.label)
    retrievers = {retriever for one in asked for retriever in one.chances}
    print("\n| kind | queries | best retriever | its nDCG@10 | the search", end="")
    print(" | difference | first place |")
    print("|---|---|---|---|---|---|---|")
    for kind, queries in kinds.items():
        ndcg = {name: column(found[alone(name)], METRICS[0], queries) for name in retrievers}
        best = max(ndcg, key=lambda name: float(np.mean(list(ndcg[name].values()))))
        whole = column(found[SEARCH], METRICS[0], queries)
        gain = metrics.compare(whole, ndcg[best]).difference
        first = sum(value == 1 for value in column(found[SEARCH], "MRR", queries).values())
        print(
            f"| {kind} | {len(queries)} | {best} | {estimated(ndcg[best])} | {estimated(whole)}"
            f" | {gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}] | {first} |"
        )


def estimated(values: Mapping[str, float]) -> str:
    found = metrics.estimate(list(values.values()))
    return f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]"


if __name__ == "__main__":
    main()
