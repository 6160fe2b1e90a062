"""Ways to fuse the retrievers of one query, from raw cosines to what ships (see mixed_corpus)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from benchmarks.search.asked import Asked, ByRetriever, Scores, Weights
from search.ranking.fusion import convex, log_odds


def one_list(asked: Asked, _weights: Weights) -> Scores:
    """All vectors in one list: a product is as good as the better of its text and its photo."""
    return np.asarray(np.fmax.reduce(list(asked.cosines.values())))


def one_centred_list(asked: Asked, _weights: Weights) -> Scores:
    return np.asarray(np.fmax.reduce(list(centred(asked.cosines).values())))


def raw_sum(asked: Asked, weights: Weights) -> Scores:
    """Cosines from their smallest to their largest as 0 to 1; a missing retriever counts 0."""
    return weighted({retriever: from_0_to_1(c) for retriever, c in asked.cosines.items()}, weights)


def raw_sum_of_all(asked: Asked, weights: Weights) -> Scores:
    scaled = {retriever: from_0_to_1(c) for retriever, c in asked.cosines.items()}
    return weighted({**scaled, **asked.words}, weights)


def raw_mean_of_all(asked: Asked, weights: Weights) -> Scores:
    scaled = {retriever: from_0_to_1(c) for retriever, c in asked.cosines.items()}
    return weighted({**scaled, **asked.words}, weights, over_known=True)


def centred_mean(asked: Asked, weights: Weights) -> Scores:
    """Over the retrievers that know a product, as the fusion that ships does it."""
    return weighted(centred(asked.cosines), weights, over_known=True)


def shipped_vectors(asked: Asked, weights: Weights) -> Scores:
    return convex(asked.vectors, weights)


def shipped(asked: Asked, weights: Weights) -> Scores:
    return convex(asked.chances, weights)


def hesitant(asked: Asked, weights: Weights, share: float) -> Scores:
    """All retrievers; one that does not know a product gives `share` of its weight to even odds.

    So one weak retriever alone is believed less than two that agree. 0: it is left out.
    """
    stacked = np.stack([log_odds(p) for p in asked.chances.values()])
    weight = np.array([[weights[retriever]] for retriever in asked.chances])
    known = (~np.isnan(stacked) * weight).sum(axis=0)
    total = known + share * (weight.sum() - known)
    return np.asarray(np.nansum(stacked * weight, axis=0) / np.maximum(total, 1e-9))


SETTINGS: dict[str, Callable[[Asked, Weights], Scores]] = {
    "vectors, one list, raw cosines": one_list,
    "vectors, one list, centred": one_centred_list,
    "vectors, sum of raw cosines (min-max, missing is 0)": raw_sum,
    "vectors, mean of centred cosines": centred_mean,
    "vectors, centred and calibrated (as shipped)": shipped_vectors,
    "all retrievers, sum of raw cosines (min-max, missing is 0)": raw_sum_of_all,
    "all retrievers, mean of raw cosines (min-max, over known)": raw_mean_of_all,
    "all retrievers, centred and calibrated (as shipped)": shipped,
    "all retrievers, a missing one half at even odds": partial(hesitant, share=0.5),
    "all retrievers, a missing one at even odds": partial(hesitant, share=1.0),
}


BASELINES = {
    "vectors": "vectors, sum of raw cosines (min-max, missing is 0)",
    "all retrievers": "all retrievers, sum of raw cosines (min-max, missing is 0)",
}


def centred(cosines: ByRetriever) -> ByRetriever:
    return {retriever: c - np.nanmean(c) for retriever, c in cosines.items()}


def from_0_to_1(cosines: Scores) -> Scores:
    low, high = np.nanmin(cosines), np.nanmax(cosines)
    return np.asarray((cosines - low) / max(high - low, 1e-9))


def weighted(retrievers: ByRetriever, weights: Weights, over_known: bool = False) -> Scores:
    stacked = np.stack(list(retrievers.values()))
    weight = np.array([[weights[retriever]] for retriever in retrievers])
    total = (~np.isnan(stacked) * weight).sum(axis=0) if over_known else weight.sum()
    return np.asarray(np.nansum(stacked * weight, axis=0) / np.maximum(total, 1e-9))
