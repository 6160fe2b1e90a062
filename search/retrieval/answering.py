"""An answer: a page of a snapshot, or of a listing, and all that stands around it.

What a search shows is read from its snapshot. A query that asks for nothing in particular is a
listing: nothing is frozen.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np

from search.query import Hit, Intent, Part, Query, SearchResult
from search.ranking.interleaving import coin_of
from search.retrieval.embeddings.query_encoder import Searcher, trying
from search.retrieval.explaining import explain
from search.retrieval.facets.counting import Counting
from search.retrieval.facets.recounting import recounted
from search.retrieval.facets.relaxing import relaxations
from search.retrieval.limits import NUMBERED_PAGES
from search.retrieval.listings.asked_order import in_asked_order
from search.retrieval.listings.listing import Listing
from search.retrieval.listings.pages import Place, cursor_at, place_of
from search.retrieval.presentation.cards import cards, cards_of
from search.retrieval.presentation.missing import not_that, unsaid
from search.retrieval.presentation.notices import notices
from search.retrieval.retrievers.protocol import Ids
from search.retrieval.shelves.applying import page_with_pins
from search.retrieval.shelves.freezing import certain, frozen
from search.retrieval.shelves.interleaving import Teams, interleaved
from search.retrieval.shelves.keeping import kept_or_made
from search.retrieval.shelves.snapshot import Snapshot
from search.retrieval.state import Search
from search.rules import RuleSet
from search.understanding import INTENTS
from search.understanding.understand import understand

ON_A_SHELF = 8  # products of each of several intents


def answer(query: Query, searcher: Searcher, acting: RuleSet) -> SearchResult:
    """The page that the query asks for: of a search if it asks for something, else of a listing."""
    asked = search_of(query, searcher, acting)
    place = place_of(asked.query)
    return page_of_snapshot(asked, place) if asked.asks else page_of_listing(asked, place)


def ranked(query: Query, searcher: Searcher, acting: RuleSet) -> list[int]:
    """The products of a query, best first: its results, then those that meet it in part.

    For measurements: found anew, never frozen for shoppers, and without cards.
    """
    asked = search_of(query, searcher, acting)
    if not asked.asks:
        return [pk for pk, _key in listing_of(asked).page(query.page_size)]
    snapshot = frozen(asked)
    return [*snapshot.results.ids.tolist(), *snapshot.partial.ids.tolist()]


def search_of(query: Query, searcher: Searcher, acting: RuleSet) -> Search:
    query, understood = in_asked_order(query, understand(query, acting.drafted))
    return Search(query, understood, searcher, rules=acting)


def page_of_snapshot(asked: Search, place: Place) -> SearchResult:
    """A page of a snapshot; the other shelves fill up its last one."""
    query = asked.query
    snapshot, teams = kept_or_shared(asked, place.frozen)
    # A cursor counts what it has shown, also what has been taken out since: nothing is passed over.
    start = snapshot.place_now(place.start) if query.cursor else place.start
    end, total = start + query.page_size, len(snapshot.results)
    behind = Place(snapshot.place_frozen(end), snapshot.name) if end < total else None
    degraded = list(snapshot.degraded)
    counting = Counting(asked, degraded, snapshot)
    hits, partial, less_similar = cards_on_page(asked, snapshot, start, end)
    return SearchResult(
        search_id=snapshot.name,
        query=query,
        hits=hits,
        partial=partial,
        less_similar=less_similar,
        total=total,
        total_is_exact=snapshot.exact,
        count_facets=lambda: recounted(asked, counting.facets(), total_of),
        interpretation=asked.holding,
        notices=notices(asked, snapshot),
        relaxations=relaxations(asked, snapshot),
        degraded=degraded,
        encoder=asked.searcher.name,
        pages=pages_of(total, query),
        next=cursor_at(query, behind),
        intents=intents(asked),
        teams=teams,
        **said_by_rules(asked),
    )


def cards_on_page(asked: Search, snapshot: Snapshot, start: int, end: int) -> list[list[Hit]]:
    """The cards of a page, by shelf."""
    understood = asked.understood
    shown = _, partial, _ = cards_of(asked, snapshot, snapshot.on_page(start, end))
    # What is counted does not say them either.
    unknown = () if len(snapshot.results) else understood.unknown
    for hit in partial:
        lacking = [*not_that(understood.unsold), *hit.missing]
        hit.missing = lacking or unsaid(unknown, asked.query.text)
    if asked.query.explain:
        explain(asked, shown)
    return shown


def page_of_listing(asked: Search, place: Place) -> SearchResult:
    """A page of a listing."""
    query = asked.query
    degraded: list[str] = []
    counting = Counting(asked, degraded)
    listing = listing_of(asked, counting.total_of_large_listing)
    ids, behind = products_on_page(asked, listing, place)
    total, exact = listing.total
    hits = cards(asked, Snapshot(), certain(ids, len(asked.conditions)))
    if query.explain:
        explain(asked, [hits])
    return SearchResult(
        search_id="",
        query=query,
        hits=hits,
        partial=[],
        less_similar=[],
        total=total,
        total_is_exact=exact,
        count_facets=lambda: recounted(asked, counting.facets(), total_of),
        interpretation=asked.holding,
        notices=list(asked.understood.notices),
        relaxations=[],
        degraded=degraded,
        encoder=asked.searcher.name,
        pages=min(pages_of(total, query), NUMBERED_PAGES),
        next=cursor_at(query, behind),
        **said_by_rules(asked),
    )


def listing_of(asked: Search, known_total: int | None = None) -> Listing:
    return Listing(asked.filters, tuple(asked.conditions), asked.query.sort, known_total)


def products_on_page(asked: Search, listing: Listing, place: Place) -> tuple[Ids, Place | None]:
    """The products of the page, and where the next one begins."""
    size = asked.query.page_size
    # One more than is shown tells whether another page follows.
    rows = page_with_pins(listing, asked.pins, place.start, size + 1, place.after)
    shown = rows[:size]
    ids = np.array([pk for pk, _key in shown], np.int64)
    if len(rows) == len(shown):
        return ids, None
    last = next((key for _pk, key in reversed(shown) if key), place.after)
    return ids, Place(place.start + len(shown), after=last)


def pages_of(total: int, query: Query) -> int:
    """How many pages so many products fill; an empty one is a page as well."""
    return max(math.ceil(total / query.page_size), 1)


def total_of(asked: Search) -> int:
    """How many products the page of a search would count."""
    if asked.asks:
        return len(kept_or_made(asked, "").results)
    return listing_of(asked).total[0]


def said_by_rules(asked: Search) -> dict[str, Any]:
    """What the shop's rules say besides the list."""
    acts = asked.acts
    names = tuple(rule.name for rule in (*acts.rules, *asked.synonyms))
    return {"banners": acts.banners, "redirect": acts.redirect, "rules": names}


def kept_or_shared(asked: Search, name: str) -> tuple[Snapshot, Teams]:
    """The snapshot of the query; of a contest that of both versions, and who brought what."""
    contest = asked.query.contest
    if contest is None:
        return kept_or_made(asked, name), {}
    first, second = (
        kept_or_made(replace(asked, searcher=trying(asked.searcher, version), degraded=[]), "")
        for version in (contest.first, contest.second)
    )
    coin = coin_of(contest.key, contest.session, asked.query.fingerprint)
    return interleaved(first, second, coin)


def intents(asked: Search) -> list[Intent]:
    """Each of several intents searched by itself, beside the first page of all of them together."""
    query = asked.query
    if query.page > 1 or query.cursor or len(query.parts) > 1:
        return []
    size, off = min(query.page_size, ON_A_SHELF), (*query.off, INTENTS)
    shelf = replace(query, page_size=size, off=off, contest=None)
    return [
        Intent(text, answer(replace(shelf, parts=(Part(text=text),)), asked.searcher, asked.rules))
        for text in asked.understood.intents
    ]
