"""Retrieve: a query in, ranked products out. The one path of page and API, of words and photos.

    query -> understand -> rank (legs, calibration, fusion, cut-off) -> freeze -> page of hits

`ranking` decides what is relevant, `relevant` freezes it, and everything that a result shows is
read from the frozen list.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
from django.db import InterfaceError, OperationalError
from django.utils.translation import gettext as _

from catalog.models import Product
from search.query import Hit, Intent, Interpretation, Notice, Part, Query, SearchResult
from search.retrieval import facets, hits
from search.retrieval.cutoff import FAINT
from search.retrieval.pages import BadCursor, Place, cursor_at, place_of
from search.retrieval.photo_queries import store_photo
from search.retrieval.relaxing import relaxations
from search.retrieval.relevant import RelevantSet, freeze
from search.retrieval.seen import best_photos
from search.retrieval.serving import NoVector, Searcher, serving
from search.retrieval.vectors import ExpiredPhoto
from search.retrieval.warming import warm_up
from search.understanding import INTENTS
from search.understanding.understand import understand, with_entities

__all__ = [
    "BadCursor",
    "ExpiredPhoto",
    "NoVector",
    "RetrievalUnavailable",
    "search",
    "similar",
    "store_photo",
    "warm_up",
]


ON_A_SHELF = 8  # products of each intent


class RetrievalUnavailable(Exception):
    """The database cannot be reached: there is nothing to search in."""


def search(query: Query) -> SearchResult:
    """One page of what `query` asks for, with all that stands around it.

    Raises BadCursor, ExpiredPhoto, Variant.DoesNotExist (an unknown SKU in a part) and
    RetrievalUnavailable. An encoder that is down is no error: words answer, and say so.
    """
    with from_the_database():
        return answer(query, serving())


@contextmanager
def from_the_database() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as reason:
        raise RetrievalUnavailable(str(reason)) from reason


def answer(query: Query, searcher: Searcher) -> SearchResult:
    place = place_of(query)
    understood = understand(query)
    filters = with_entities(query.filters, understood)
    found = freeze(query, filters, understood, searcher, place.frozen)
    start, end = place.start, place.start + query.page_size
    total = len(found.ids)
    return SearchResult(
        search_id=found.name,
        query=query,
        hits=cards(
            query, found.ids[start:end], found.scores[start:end], found, understood, searcher
        ),
        less_similar=shelf(query, end, found, understood, searcher),
        total=total,
        total_is_exact=found.exact,
        facets=facets.count(found.unfiltered(), filters),
        interpretation=understood,
        notices=[*understood.notices, *unsold(understood), *faint(query, found, understood)],
        relaxations=relaxations(found, filters),
        degraded=list(found.degraded),
        encoder=searcher.version.name if searcher.version else "",
        pages=max(-(-total // query.page_size), 1),
        next=cursor_at(query, Place(end, found.name)) if end < total else "",
        intents=intents(query, understood, searcher),
    )


def unsold(understood: Interpretation) -> list[Notice]:
    said = _("There is no “%(thing)s” in this shop.")
    return [Notice("not_sold", thing, said % {"thing": thing}) for thing in understood.unsold]


def faint(query: Query, found: RelevantSet, understood: Interpretation) -> list[Notice]:
    """Say so where even the best is a poor match, as for the photo of a wall."""
    if not len(found.ids) or found.scores.max() >= FAINT:
        return []
    # More is said already; no product is two things.
    if understood.notices or understood.unsold or understood.intents:
        return []
    if any(part.photo_id for part in query.parts) and not query.text:
        said = _(
            "Nothing looks much like your photo. Crop it to the one thing you want, or add words."
        )
    else:
        said = _("Nothing fits this well. What comes nearest is shown.")
    return [Notice("faint", query.text, said)]


def intents(query: Query, understood: Interpretation, searcher: Searcher) -> list[Intent]:
    """Each of several intents searched by itself, beside the first page of all of them together."""
    if query.page > 1 or query.cursor or len(query.parts) > 1:
        return []
    shelf = replace(query, page_size=min(query.page_size, ON_A_SHELF), off=(*query.off, INTENTS))
    return [
        Intent(text, answer(replace(shelf, parts=(Part(text=text),)), searcher))
        for text in understood.intents
    ]


def cards(
    query: Query,
    ids: np.ndarray,
    scores: np.ndarray,
    found: RelevantSet,
    understood: Interpretation,
    searcher: Searcher,
) -> list[Hit]:
    filters = with_entities(query.filters, understood)
    chosen = ids.tolist()
    photos = best_photos(query, chosen, searcher)
    by_photo = any(part.photo_id for part in query.parts)
    return hits.build(
        chosen, scores.tolist(), found.trace, filters, understood, photos, by_photo=by_photo
    )


def shelf(
    query: Query, end: int, found: RelevantSet, understood: Interpretation, searcher: Searcher
) -> list[Hit]:
    """Less similar products fill up the last page, apart from it and never counted."""
    room = min(query.page_size, end - len(found.ids))
    if room <= 0:
        return []
    return cards(
        query, found.less_similar[:room], found.less_scores[:room], found, understood, searcher
    )


def similar(product: Product, limit: int = 12) -> list[Hit]:
    """Products most like this one, itself left out; none where it is not indexed yet.

    Raises RetrievalUnavailable.
    """
    with from_the_database():
        variant = product.variants.first()
        if variant is None:
            return []
        query, searcher = Query(parts=(Part(sku=variant.sku),)), serving()
        found = freeze(query, query.filters, Interpretation(), searcher)
        ids = np.concatenate([found.ids, found.less_similar])[:limit]
        scores = np.concatenate([found.scores, found.less_scores])[:limit]
        return cards(query, ids, scores, found, Interpretation(), searcher)
