"""One query to one ranked, calibrated, cut-off list: legs -> calibrate -> fuse -> cut off.

Whether a product is relevant depends on the query alone, never on the filters: only so can a
facet promise a count and keep it. Filters choose among the relevant afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from catalog.models import Product, Variant
from search.cache import remember, remembered
from search.models import TextEmbedding
from search.query import Interpretation, Query
from search.ranking.fusion import convex, log_odds, prior
from search.retrieval.cutoff import cut_off
from search.retrieval.evidence import Evidence, gather
from search.retrieval.legs import Ids, nearest
from search.retrieval.serving import Searcher

Scores = NDArray[np.float64]

NEVER = np.array(0.0)
UNLIKE = np.array(0.2)  # a product this little like a negative part is not pushed down


@dataclass
class Ranking:
    """Products best first; the first `relevant` of them are what was asked for."""

    ids: Ids
    scores: Scores
    relevant: int
    complete: bool = True  # every product was looked at: counts are exact
    degraded: tuple[str, ...] = ()
    trace: dict[str, Scores] = field(default_factory=dict)  # per leg, aligned with ids


def rank(
    query: Query,
    understood: Interpretation,
    searcher: Searcher,
    within: QuerySet[Product] | None = None,
) -> Ranking:
    """Rank the whole catalogue, or the products `within` where it is too large for that.

    Raises ExpiredPhoto, and Variant.DoesNotExist for a SKU that is not in the catalogue.
    """
    evidence = gather_all(query, understood, searcher)
    whole = catalogue_size() <= settings.WHOLE_ROWS
    ids = candidates(evidence, None if whole else within, whole)
    scores, trace = fuse(evidence, ids, searcher, whole)
    best_first = np.argsort(-scores, kind="stable")
    named = products_named(understood.skus)
    rest = best_first[~np.isin(ids[best_first], named)]
    order_scores = scores[rest]
    relevant = len(named) if named.size else cut_off(order_scores)
    return Ranking(
        ids=np.concatenate([named, ids[rest]]),
        scores=np.concatenate([np.ones(len(named)), order_scores]),
        relevant=relevant,
        complete=whole,
        degraded=notices(evidence),
        trace={
            leg: np.concatenate([np.full(len(named), np.nan), p[rest]]) for leg, p in trace.items()
        },
    )


def gather_all(query: Query, understood: Interpretation, searcher: Searcher) -> list[Evidence]:
    shoppers = query.text
    return [
        gather(part, understood if part.text and part.text == shoppers else None, searcher)
        for part in query.parts
    ]


def notices(evidence: list[Evidence]) -> tuple[str, ...]:
    if any(each.late for each in evidence):
        return (_("Only words were searched: the search by meaning is not available right now."),)
    return ()


def catalogue_size() -> int:
    """Products with a text vector; the number may be half a minute old."""
    rows = remembered("catalogue-size")
    if rows is None:
        rows = TextEmbedding.objects.filter(vector__isnull=False).count()
        remember("catalogue-size", rows, 30)
    return int(rows)


def candidates(evidence: list[Evidence], within: QuerySet[Product] | None, whole: bool) -> Ids:
    found = [np.fromiter(m, np.int64) for each in evidence for m in each.matches.values()]
    for probe in (probe for each in evidence for probe in each.probes):
        found.append(probe.everything[0] if whole else nearest(probe.table, probe.vector, within))
    ids = np.unique(np.concatenate(found)) if found else np.array([], np.int64)
    return np.setdiff1d(ids, [each.itself for each in evidence if each.itself is not None])


def fuse(
    evidence: list[Evidence], ids: Ids, searcher: Searcher, whole: bool
) -> tuple[Scores, dict[str, Scores]]:
    """Legs to parts by a convex combination, parts to one score: all of them have to fit.

    A product that fits one part and not the other ("this sofa" and "in red": a red mug) is as good
    as its worse half, so the parts' odds are joined by a weighted soft minimum. How far a part can
    pull down what does not fit it goes with its weight: a photo at a tenth of the words' weight is
    a hint. A negative part takes away from what is like it, and gives nothing to what is not.
    """
    heaviest = max(each.part.weight for each in evidence) if evidence else 1.0
    calibration = searcher.calibration
    against, total, less = np.zeros(len(ids)), 0.0, np.zeros(len(ids))
    trace: dict[str, Scores] = {}
    for number, each in enumerate(evidence):
        legs = each.legs(ids, calibration, whole)
        if not legs:
            continue
        trace |= {leg if not number else f"{leg} {number + 1}": p for leg, p in legs.items()}
        part, weight = log_odds(convex(legs, calibration.weights)), each.part.weight
        if weight > 0:
            part = np.maximum(part, log_odds(NEVER) * weight / heaviest)
            against += weight * np.exp(-part)
            total += weight
        else:
            less += weight * np.maximum(part - log_odds(UNLIKE), 0)
    odds = less - np.log(np.maximum(against, 1e-12) / max(total, 1e-12))
    return 1 / (1 + np.exp(-odds - prior(catalogue_size()))), trace


def products_named(skus: tuple[str, ...]) -> Ids:
    """The products of the SKUs that the query names, in that order."""
    by_sku = dict(
        Variant.objects.filter(sku__in=skus, product__active=True).values_list("sku", "product_id")
    )
    return np.array(list(dict.fromkeys(by_sku[sku] for sku in skus if sku in by_sku)), np.int64)
