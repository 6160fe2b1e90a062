"""A corpus of mixed products: is any kind buried, and what do centring and calibration gain?

    python -m benchmarks.search.mixed_corpus JUDGEMENTS.jsonl [JUDGEMENTS.jsonl ...] [--no-text]

A third of the products lose their photos, another third their description (with --no-text: their
whole text vector), drawn with a fixed seed; the encoder is calibrated anew on what is left. All of
it is rolled back at the end. The judged queries are then ranked by the vector retrievers alone,
fused in several ways, and by all retrievers; whole rankings, no cut-off.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.shop import opened

opened()  # Django has to be set up before its models are imported

# ruff: noqa: E402
from django.db import transaction

from benchmarks.search.asked import Asked, Weights, ask
from benchmarks.search.mixed_fusions import BASELINES, SETTINGS
from catalog.models import Product, ProductImage
from search import evaluation
from search.evaluation import metrics
from search.forms.filters import filters_of
from search.indexing import calibrate, index_stale
from search.models import TextEmbedding
from search.retrieval.embeddings.query_encoder import Searcher
from search.versions import live_encoder

K = 10
SEED = 7
NO_PHOTO, NO_DESCRIPTION, FULL = "no photo", "no description", "both"
KINDS = (NO_PHOTO, NO_DESCRIPTION, FULL)


def mix(no_text: bool) -> dict[str, str]:
    """Take from every product what its third has to lose; product -> its kind."""
    ids = np.array(Product.objects.order_by("group").values_list("pk", flat=True))
    bare, silent, _rest = np.array_split(np.random.default_rng(SEED).permutation(ids), 3)
    ProductImage.objects.filter(product__in=bare.tolist()).delete()
    Product.objects.filter(pk__in=silent.tolist()).update(description="")
    index_stale()
    if no_text:
        TextEmbedding.objects.filter(product__in=silent.tolist()).delete()
    lacking = {"pk__in": silent.tolist()} if no_text else {"description": ""}
    silenced = set(Product.objects.filter(**lacking).values_list("pk", flat=True))
    with_photo = set(ProductImage.objects.values_list("product", flat=True))
    return {
        str(pk): NO_PHOTO if pk not in with_photo else NO_DESCRIPTION if pk in silenced else FULL
        for pk in ids.tolist()
    }


def surplus(asked: Sequence[Asked], rankings: Sequence[list[str]], kinds: Mapping[str, str]) -> str:
    """Cells: a kind's share of the relevant in the top K, and how far it is from what is fair.

    Fair is its share of all that is relevant to the query; the mean over the queries that found
    something, with the 95 % interval of the difference.
    """
    found, fair = [], []
    for one, ranked in zip(asked, rankings, strict=True):
        relevant = {pk for pk, grade in one.judgement.grades.items() if grade}
        if shown := relevant & set(ranked[:K]):
            found.append([np.mean([kinds[pk] == kind for pk in shown]) for kind in KINDS])
            fair.append([np.mean([kinds[pk] == kind for pk in relevant]) for kind in KINDS])
    cells = []
    for share, due in zip(np.transpose(found), np.transpose(fair), strict=True):
        off = metrics.estimate((100 * (share - due)).tolist())
        interval = f"{off.mean:+.1f} [{off.low:+.1f}, {off.high:+.1f}]"
        cells.append(f"{share.mean():.0%} for {due.mean():.0%} ({interval})")
    return " | ".join(cells)


def report(asked: Sequence[Asked], kinds: Mapping[str, str], weights: Weights) -> None:
    """A row a setting; "gain" is the paired difference to the raw sum of the same retrievers."""
    rankings = {
        name: [one.ranking(fuse(one, weights)) for one in asked] for name, fuse in SETTINGS.items()
    }
    values = {name: ndcg(asked, ranked) for name, ranked in rankings.items()}
    print(f"| setting | nDCG@{K} | gain | {' | '.join(KINDS)} |\n|---|---|---|---|---|---|")
    for name, by_query in values.items():
        mean = metrics.estimate(list(by_query.values()))
        gain = metrics.compare(by_query, values[BASELINES[name.split(",")[0]]]).difference
        print(
            f"| {name} | {mean.mean:.3f} [{mean.low:.3f}, {mean.high:.3f}] "
            f"| {gain.mean:+.3f} [{gain.low:+.3f}, {gain.high:+.3f}] "
            f"| {surplus(asked, rankings[name], kinds)} |"
        )


def ndcg(asked: Sequence[Asked], rankings: Sequence[list[str]]) -> dict[str, float]:
    judged = {one.judgement.label: dict(one.judgement.grades) for one in asked}
    values = metrics.per_query(judged, dict(zip(judged, rankings, strict=True)), K)
    return {query: by_name[f"nDCG@{K}"] for query, by_name in values.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("judgements", type=Path, nargs="+")
    parser.add_argument("--no-text", action="store_true", help="no text vector at all")
    given = parser.parse_args()
    version, encoder = live_encoder()
    with transaction.atomic():
        kinds = mix(given.no_text)
        searcher = Searcher(version, encoder)
        weights = calibrate(version, encoder).weights
        counted = ", ".join(f"{list(kinds.values()).count(kind)} {kind}" for kind in KINDS)
        print(f"{version.name}, {len(kinds)} products: {counted}")
        for file in given.judgements:
            judgements, _unknown = evaluation.read(file, filters_of)
            asked = [one for one in (ask(j, searcher) for j in judgements) if one.cosines]
            print(f"\n{file}: {len(asked)} queries\n")
            report(asked, kinds, weights)
        transaction.set_rollback(True)


if __name__ == "__main__":
    main()
