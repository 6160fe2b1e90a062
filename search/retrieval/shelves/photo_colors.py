"""A second look at what is most like a shopper's photo: does it show the same colours?

The encoder is taught that a red mug and a blue one are both mugs, and puts them next to each other;
the colours that pixels show (search.encoders.colors_seen) part them. Only the best of the results
are looked at again, so that it costs one statement at any size of the catalogue. What stands among
the results, and how likely it is, stays as it was. What it is worth:
docs/encoder_experiments.md.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np
from scipy.special import expit, logit

from catalog.lookups import array_of
from search import sql
from search.models import EncoderVersion
from search.query import Query
from search.retrieval.embeddings.tables import Table
from search.retrieval.retrievers.protocol import Ids, Scores
from search.retrieval.state import Search

COLORS_COMPARED = 50  # products, the best ones
WEIGHT = 1.5  # log-odds of a product that shows all the colours of the photo over one with none


Shares = dict[int, float]


def with_colors(search: Search, ids: Ids, scores: Scores) -> Scores:
    """The scores that decide about the order: with those raised that show the photo's colours.

    Of a photo alone: who adds words or chooses a colour wants another thing than is on it.
    """
    version = search.searcher.version
    colors = search.parts[0].colors if photo_alone(search.query) else {}
    if not colors or version is None:
        return scores
    best = np.argsort(-scores, kind="stable")[:COLORS_COMPARED]
    shown = shares_shown(ids[best], colors, version)
    shares = np.array([shown.get(pk, 0.0) for pk in ids[best].tolist()])
    raised = scores.copy()
    raised[best] = expit(logit(scores[best]) + WEIGHT * shares)
    return raised


def photo_alone(query: Query) -> str:
    """The one photo that is asked for, with nothing else said; else ""."""
    one = query.parts[0] if len(query.parts) == 1 else None
    return one.photo_id if one and not query.filters.color else ""


def shares_shown(ids: Ids, colors: Mapping[str, float], version: EncoderVersion) -> Shares:
    """By product, how much of the query's thing has a colour of one of its photos; the best one."""
    photos = Table(version, photos=True)
    text = f"""
        SELECT {photos.product}, max((
                 SELECT coalesce(sum((%s::jsonb ->> name)::float), 0) FROM unnest(e.colors) name))
          FROM {photos.source}
         WHERE {photos.where} AND e.colors IS NOT NULL AND {photos.product} = ANY(%s::bigint[])
         GROUP BY 1"""
    return dict(sql.rows(text, [json.dumps(colors), array_of(ids.tolist())]))
