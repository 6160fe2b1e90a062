"""Retrieve: a query in, ranked products out. The one path of page and API, of words and photos.

    understand -> candidates -> score -> three shelves -> snapshot -> a page of hits

`Search` (state.py) holds what is known of one query while it is answered, and answering.py makes a
page of it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.db import InterfaceError, OperationalError

from catalog.models import Product
from search.query import Hit, Interpretation, Part, Query, SearchResult
from search.retrieval.answering import answer
from search.retrieval.embeddings import query_vectors
from search.retrieval.embeddings.query_encoder import Searcher, searcher_with, serving, trying
from search.retrieval.embeddings.query_vectors import ExpiredPhoto
from search.retrieval.presentation.cards import cards
from search.retrieval.shelves.freezing import joined
from search.retrieval.shelves.keeping import kept_or_made
from search.retrieval.state import Search
from search.rules import PublishedRule, RuleSet, rules
from search.versions import live_version

logger = logging.getLogger(__name__)


class RetrievalUnavailable(Exception):
    """The database cannot be reached: there is nothing to search in."""


def search(query: Query, draft: PublishedRule | None = None) -> SearchResult:
    """One page of what `query` asks for, with all that stands around it.
    `draft`: a rule that serves in this answer alone, in place of its published state.
    Raises BadCursor, ExpiredPhoto, Variant.DoesNotExist (an unknown SKU in a part) and
    RetrievalUnavailable. An encoder that is down is no error: words answer, and say so.
    """
    with from_the_database():
        searcher = trying(
            Searcher(live_version()) if query.words_only else serving(), query.settings
        )
        try:
            return answer(query, searcher, rules_of(searcher, draft))
        except ExpiredPhoto:
            before = searcher_before(query, searcher)
            if before is None:
                raise
            return answer(query, before, rules_of(searcher, draft))


@contextmanager
def from_the_database() -> Iterator[None]:
    try:
        yield
    except (OperationalError, InterfaceError) as reason:
        logger.warning("A search went unanswered: %s", reason)  # 503 does not say why
        raise RetrievalUnavailable(str(reason)) from reason


def rules_of(searcher: Searcher, draft: PublishedRule | None = None) -> RuleSet:
    """The shop's rules of this moment, under the number that was read with the live version."""
    found = rules(searcher.version.rules if searcher.version else None)
    return found.but(draft) if draft else found


def searcher_before(query: Query, searcher: Searcher) -> Searcher | None:
    """The one that the photos of the query were made for, where another encoder serves since.

    So a switch takes nobody's photo away. All of the query is asked with the encoder of before,
    which keeps its vectors until it is deleted: two are never mixed.
    """
    photos = [part.photo_id for part in query.parts if part.photo_id]
    version = query_vectors.version_of(photos)
    if version is None or version == searcher.version:
        return None
    return replace(searcher_with(version), tried=searcher.settings)


def similar(product: Product, limit: int = 12) -> list[Hit]:
    """Products most like this one, itself left out; none where it is not indexed yet.

    Raises RetrievalUnavailable.
    """
    with from_the_database():
        variant = product.variants.first()
        if variant is None:
            return []
        asked = Search(Query(parts=(Part(sku=variant.sku),)), Interpretation(), serving())
        snapshot = kept_or_made(asked, "")
        return cards(asked, snapshot, joined(snapshot.results, snapshot.less_similar)[:limit])
