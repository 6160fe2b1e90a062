"""What is searched and clicked, noted behind the answer and without who it was.

    asked = log.begin()                      the search comes in; `asked.key` names it on the page
    log.note(asked, result, visitor)         it was answered: into the queue, no statement
    log.clicked(key, product, place)         a product of it was opened

`settings.SEARCH_LOG` switches all of it off.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from search.log.entries import Asked, ClickEntry, SearchEntry, search_entry
from search.log.sessions import Visitor
from search.log.storing import store
from search.log.writer import Writer
from search.query import SearchResult

__all__ = ["Asked", "ClickEntry", "Visitor", "begin", "clicked", "note", "writer"]

writer: Writer[SearchEntry | ClickEntry] = Writer(store, lambda: settings.SEARCH_LOG_WAITING)


def begin() -> Asked | None:
    """None where nothing is logged."""
    return Asked() if settings.SEARCH_LOG else None


def note(
    asked: Asked | None, result: SearchResult, visitor: Visitor, *, by_api: bool = False
) -> None:
    """Have an answered search written. Who asks for explanations looks into the shop's workings
    and buys nothing: that is no shopper's search."""
    if asked is not None and not result.query.explain:
        writer.put(search_entry(asked, result, visitor, by_api=by_api))


def clicked(search: UUID, product: int, place: int) -> None:
    if settings.SEARCH_LOG:
        writer.put(ClickEntry(search, product, place))
