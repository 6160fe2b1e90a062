"""From scored candidates to the snapshot: who stands on which shelf, and in which order."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
from numpy.typing import NDArray

from catalog.models import Product, Variant
from search.ranking.calibration import IMAGE_IMAGE, WORDS
from search.ranking.cutoff import OUT_OF_REACH, SURELY_SAID, raised, relevant
from search.ranking.fusion import log_odds, prior
from search.retrieval.conditions.condition import Evidence
from search.retrieval.limits import LESS_SIMILAR, PARTIAL, SNAPSHOT
from search.retrieval.retrievers.protocol import Ids, Scores
from search.retrieval.retrievers.scored import Mask, Scored
from search.retrieval.shelves.applying import moved, with_pins
from search.retrieval.shelves.lacking import bits
from search.retrieval.shelves.partition import Shelves, partition
from search.retrieval.shelves.photo_colors import with_colors
from search.retrieval.shelves.reranking import reranked
from search.retrieval.shelves.snapshot import Shelf, Snapshot
from search.retrieval.state import Search

Positions = NDArray[np.int64]


def frozen(search: Search) -> Snapshot:
    """The snapshot of a search: nothing that is shown looks at scores again."""
    scored, (shelves, named) = search.scored, shelved(search)
    scores = moved(search, scored.ids, with_colors(search, scored.ids, scored.scores))
    results = by_score(scores, shelves.results)
    exact = search.whole and len(results) <= SNAPSHOT
    results = reranked(search, scored.ids, scores, results[:SNAPSHOT])
    base = np.flatnonzero(shelves.base)
    met = np.hstack([scored.evidence, scored.overridden])[base] > Evidence.NONE
    lacks = bits(met, shelves.close[base])
    snapshot = Snapshot(
        results=joined(named_shelf(scored, named), shelf(scored, results)),
        partial=shelf(scored, in_part(search, shelves.partial)[:PARTIAL]),
        less_similar=shelf(scored, by_score(scores, shelves.less_similar)[:LESS_SIMILAR]),
        base=np.concatenate([named, scored.ids[base]]),
        lacks=np.concatenate([np.zeros(len(named), np.uint64), lacks]),
        met=bool((met_by(scored) & scored.passing).any()),
        exact=exact,
        degraded=tuple(search.degraded),
        retrievers=tuple(scored.trace),
        rules=search.acts.signature,
        settings=search.settings.fingerprint,
        best=1.0 if named.size else float(scored.scores.max(initial=0.0)),
    )
    return with_pins(search, scored, snapshot, named)


def shelved(search: Search) -> tuple[Shelves, Ids]:
    """Which candidates stand where, and the products that are named, which stand before all."""
    scored, floor = search.scored, floors(search)
    shelves = partition(
        scored.scores,
        scored.evidence,
        scored.overridden,
        scored.together,
        scored.passing,
        search.conditions,
        understood=search.all_understood,
        sold=not search.understood.unsold,
        alike=relevant(likeness(search), floor, search.settings.cutoff.drop),
        floor=floor,
        least=search.settings.cutoff.least_near(unraised(search)),
        drop=search.settings.cutoff.drop,
    )
    named = products_named(search)
    if named.size:
        number = any(each.alone and each.by != "title" for each in search.understood.identifiers)
        alone = number and not search.understood.entities  # "OAK" is what others are made of, too
        shelves = without(shelves, np.isin(scored.ids, named), alone=alone)
    return shelves, named


def floors(search: Search) -> Scores:
    """How likely right each has to be; in a small shop not more where it says the words."""
    floor, trace = unraised(search), search.scored.trace
    if search.names_product:
        return np.full(len(search.scored.ids), floor)
    said = np.zeros(len(search.scored.ids), bool)
    for name, likely in trace.items():
        said |= (name.split()[0] == WORDS) & (np.nan_to_num(likely) >= SURELY_SAID)
    return np.where(said, floor, raised(floor, search.products))


def likeness(search: Search) -> Scores:
    """What photos of the query alone would score: a yellow teapot that is asked for in red."""
    found = np.zeros(len(search.scored.ids))
    for name, likely in search.scored.trace.items():
        if name.split()[0] == IMAGE_IMAGE:
            odds = log_odds(np.nan_to_num(likely)) + prior(search.products)
            found = np.maximum(found, 1 / (1 + np.exp(-odds)))
    return found


def unraised(search: Search) -> float:
    """The same in a shop that is not small; nothing is like a photo that shows nothing."""
    return OUT_OF_REACH if search.scored.blank else search.floor


def met_by(scored: Scored) -> Mask:
    """Which of them meet every condition, on one and the same variant."""
    return np.asarray((scored.evidence > Evidence.NONE).all(axis=1) & scored.together)


def by_score(scores: Scores, mask: Mask) -> Positions:
    at = np.flatnonzero(mask)
    return at[np.argsort(-scores[at], kind="stable")]


def in_part(search: Search, mask: Mask) -> Positions:
    """Those that meet more come first, of equals what looks more like the photo, or is likelier."""
    scored, at = search.scored, np.flatnonzero(mask)
    met = (scored.evidence > Evidence.NONE).sum(axis=1)[at] + scored.together[at]
    return at[np.lexsort((-scored.scores[at], -likeness(search)[at], -met))]


def products_named(search: Search) -> Ids:
    """The products of the variants that the query names, in that order, if they may be shown."""
    skus = search.understood.skus
    if not skus:
        return np.array([], np.int64)
    shown = Product.objects.active().filter(search.filters.on_products(), variants__sku__in=skus)
    found = Variant.objects.filter(sku__in=skus, product__in=shown.values("pk"))
    by_sku = dict(found.values_list("sku", "product_id"))
    return np.array(list(dict.fromkeys(by_sku[s] for s in skus if s in by_sku)), np.int64)


def without(shelves: Shelves, named: Mask, *, alone: bool) -> Shelves:
    """The shelves of the products that are not named; merely near, where the name was all."""
    if not alone:
        return Shelves(*(getattr(shelves, each.name) & ~named for each in fields(Shelves)))
    nothing = np.zeros(len(named), bool)
    near = (shelves.results | shelves.partial | shelves.less_similar) & ~named
    return Shelves(nothing, nothing, near, nothing, nothing)


def shelf(scored: Scored, at: Positions) -> Shelf:
    trace = np.array([p[at] for p in scored.trace.values()], np.float16)
    return Shelf(
        scored.ids[at],
        scored.scores[at].astype(np.float32),
        scored.evidence[at],
        trace.reshape(len(scored.trace), len(at)).T,
    )


def named_shelf(scored: Scored, named: Ids) -> Shelf:
    """Surely what was asked for; with what the retrievers say of those that they looked at."""
    found = certain(named, scored.evidence.shape[1], len(scored.trace))
    place = {pk: at for at, pk in enumerate(scored.ids.tolist())}
    for row, pk in enumerate(named.tolist()):
        if pk in place:
            found.evidence[row] = scored.evidence[place[pk]]
            found.trace[row] = [p[place[pk]] for p in scored.trace.values()]
    return found


def certain(ids: Ids, conditions: int, retrievers: int = 0) -> Shelf:
    """Products that meet every condition for certain, and of which no retriever says anything."""
    n = len(ids)
    return Shelf(
        ids,
        np.ones(n, np.float32),
        np.full((n, conditions), Evidence.COLUMN, np.int8),
        np.full((n, retrievers), np.nan, np.float16),
    )


def joined(first: Shelf, then: Shelf) -> Shelf:
    columns = ((getattr(first, f.name), getattr(then, f.name)) for f in fields(Shelf))
    return Shelf(*(np.concatenate(pair) for pair in columns))
