"""What each part of retrieval is worth: every leg alone, and all of them fused in several ways.

    python -m benchmarks.ablation JUDGEMENTS.jsonl [--tune]

Runs on whatever catalogue and encoder are configured. Rankings are whole (no cut-off), so that
only the order is compared. `--tune` looks for the weights of the convex combination on one half
of the queries and reports nDCG@10 on the other half.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.shop import opened

opened()  # Django has to be set up before its models are imported

# ruff: noqa: E402
from search import calibration as legs_of
from search import evaluation, metrics
from search.evaluation import Judgement
from search.fusion import convex, reciprocal_rank
from search.management.commands.evaluate import filters_of
from search.photos import open_photo
from search.query import Part, Query
from search.retrieval import store_photo
from search.retrieval.ranking import candidates, gather_all
from search.retrieval.serving import Searcher
from search.retrieval.understanding import understand
from search.versions import live_encoder

K = 10
DEPTH = 100
STEPS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8)

Legs = Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Asked:
    """A judged query with what every leg says of every candidate."""

    judgement: Judgement
    ids: NDArray[np.int64]
    legs: Legs

    def ranking(self, fuse: Callable[[Legs], NDArray[np.float64]]) -> list[str]:
        if not self.legs:
            return []
        best_first = np.argsort(-fuse(self.legs), kind="stable")[:DEPTH]
        return [str(pk) for pk in self.ids[best_first].tolist()]


def ask(judgement: Judgement, searcher: Searcher) -> Asked:
    """Legs of words and photo are joined; a query of both has one part each."""
    parts = [Part(text=judgement.text)] if judgement.text else []
    if judgement.photo:
        parts.append(Part(photo_id=store_photo(open_photo(judgement.photo)).pk))
    query = Query(parts=tuple(parts), filters=judgement.filters)
    evidence = gather_all(query, understand(query), searcher)
    ids = candidates(evidence, None, whole=True)
    legs: dict[str, NDArray[np.float64]] = {}
    for each in evidence:
        legs |= each.legs(ids, searcher.calibration, whole=True)
    return Asked(judgement, ids, legs)


def alone(leg: str) -> Callable[[Legs], NDArray[np.float64]]:
    def fuse(legs: Legs) -> NDArray[np.float64]:
        nothing = np.full(len(next(iter(legs.values()))), -np.inf)
        return np.nan_to_num(legs.get(leg, nothing), nan=-np.inf)

    return fuse


def settings(weights: Mapping[str, float], legs: Sequence[str]) -> dict[str, Callable]:
    understood = (legs_of.WORDS, legs_of.CHIPS)
    return {
        **{f"{leg} alone": alone(leg) for leg in legs},
        "reciprocal rank": reciprocal_rank,
        "equal weights": lambda found: convex(found, dict.fromkeys(found, 1.0)),
        "without understanding": lambda found: convex(
            {leg: p for leg, p in found.items() if leg != legs_of.CHIPS} or found, weights
        ),
        "vectors alone": lambda found: convex(
            {leg: p for leg, p in found.items() if leg not in understood} or found, weights
        ),
        "as shipped": lambda found: convex(found, weights),
    }


def measure(asked: Sequence[Asked], fuse: Callable) -> dict[str, dict[str, float]]:
    judged = {one.judgement.label: dict(one.judgement.grades) for one in asked}
    rankings = {one.judgement.label: one.ranking(fuse) for one in asked}
    return metrics.per_query(judged, rankings, K)


def mean(asked: Sequence[Asked], weights: Mapping[str, float]) -> float:
    values = measure(asked, lambda legs: convex(legs, weights))
    return float(np.mean([found[f"nDCG@{K}"] for found in values.values()]))


def tuned(asked: Sequence[Asked], start: Mapping[str, float]) -> dict[str, float]:
    """Coordinate ascent over STEPS, from the weights that ship."""
    weights, best = dict(start), mean(asked, start)
    for _round in range(3):
        for leg in sorted({leg for one in asked for leg in one.legs}):
            for step in STEPS:
                tried = {**weights, leg: step}
                if sum(tried.values()) and (score := mean(asked, tried)) > best + 1e-6:
                    weights, best = tried, score
    return weights


def report(asked: Sequence[Asked], weights: Mapping[str, float]) -> None:
    legs = sorted({leg for one in asked for leg in one.legs})
    print(f"{len(asked)} queries\n\n| setting | nDCG@{K} | R@{K} | MRR |\n|---|---|---|---|")
    for name, fuse in settings(weights, legs).items():
        values = measure(asked, fuse)
        cells = []
        for metric in (f"nDCG@{K}", f"R@{K}", "MRR"):
            found = metrics.estimate([by_name[metric] for by_name in values.values()])
            cells.append(f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]")
        print(f"| {name} | {' | '.join(cells)} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("judgements", type=Path)
    parser.add_argument("--tune", action="store_true")
    given = parser.parse_args()
    searcher = Searcher(*live_encoder())
    judgements, unknown = evaluation.read(given.judgements, filters_of)
    if unknown:
        print(f"{len(unknown)} SKUs are not in the catalogue and left out.")
    asked = [ask(one, searcher) for one in judgements]
    report(asked, searcher.calibration.weights)
    if given.tune:
        halves = asked[::2], asked[1::2]
        for learn, test in (halves, halves[::-1]):
            found = tuned(learn, searcher.calibration.weights)
            print(f"\nTuned on one half: {found}")
            print(
                f"the other half: {mean(test, found):.3f}, with the shipped weights "
                f"{mean(test, searcher.calibration.weights):.3f}"
            )


if __name__ == "__main__":
    main()
