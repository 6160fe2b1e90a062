"""A photo and a change in words ("but in green") against the photo alone and the words alone.

    python -m benchmarks.search.composed [JUDGEMENTS.jsonl]

On the configured shop, as its search ranks by relevance, without a cut-off. "first" and "in ten"
are the shares of questions for which a product of the best grade stands there. The difference is to
the better of the two halves, question by question.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.shop import opened

opened()  # Django has to be set up before its models are imported

# ruff: noqa: E402
from tqdm import tqdm

from benchmarks.search.asked import query_of, ranked
from search import evaluation
from search.evaluation import Judgement, metrics
from search.forms.filters import filters_of
from search.query import Query
from search.retrieval.embeddings.query_encoder import Searcher
from search.versions import live_encoder

DEFAULT = Path("sample_shop/shopper_photos/composed.jsonl")
K = 10
BOTH, HALVES = "both", ("the photo alone", "the words alone")

Rankings = dict[str, list[str]]  # question -> products


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("judgements", nargs="?", type=Path, default=DEFAULT)
    file = parser.parse_args().judgements
    searcher = Searcher(*live_encoder())
    judgements, _unknown = evaluation.read(file, filters_of)
    ways: dict[str, Rankings] = {name: {} for name in (*HALVES, BOTH)}
    for one in tqdm(judgements, unit=" questions", mininterval=5):
        for name, query in asked_in(one).items():
            ways[name][one.label] = ranked(query, searcher)
    print("| questions | asked with | first | in ten | nDCG@10 | difference |")
    print("|---|---|---|---|---|---|")
    for kind in ("", *dict.fromkeys(one.kind for one in judgements)):
        print_kind([one for one in judgements if kind in ("", one.kind)], kind or "all", ways)


def asked_in(judgement: Judgement) -> dict[str, Query]:
    """The whole question, and each of its halves."""
    query = query_of(judgement)
    words, photo = query.parts
    halves = [replace(query, parts=(part,)) for part in (photo, words)]
    return {**dict(zip(HALVES, halves, strict=True)), BOTH: query}


def print_kind(judgements: Sequence[Judgement], kind: str, ways: Mapping[str, Rankings]) -> None:
    """A row a way to ask."""
    values = {name: ndcg(judgements, rankings) for name, rankings in ways.items()}
    better = max(HALVES, key=lambda name: sum(values[name].values()))
    gain = metrics.compare(values[BOTH], values[better]).difference
    for name, rankings in ways.items():
        cells = [
            f"{len(judgements)} {kind}",
            name,
            estimated([found_within(one, rankings, 1) for one in judgements]),
            estimated([found_within(one, rankings, K) for one in judgements]),
            estimated(list(values[name].values())),
            f"{gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}]" if name == BOTH else "",
        ]
        print(f"| {' | '.join(cells)} |")


def ndcg(judgements: Sequence[Judgement], rankings: Rankings) -> dict[str, float]:
    judged = {one.label: dict(one.grades) for one in judgements}
    values = metrics.per_query(judged, {label: rankings[label] for label in judged}, K)
    return {label: by_name[f"nDCG@{K}"] for label, by_name in values.items()}


def found_within(judgement: Judgement, rankings: Rankings, depth: int) -> float:
    best = max(judgement.grades.values())
    wanted = {pk for pk, grade in judgement.grades.items() if grade == best}
    return float(bool(wanted & set(rankings[judgement.label][:depth])))


def estimated(values: Sequence[float]) -> str:
    found = metrics.estimate(values)
    return f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]"


if __name__ == "__main__":
    main()
