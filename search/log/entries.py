"""What is noted of a search and of a click: of the answer, and of nothing that names a person."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from search.log.keys import new_key
from search.log.sessions import Visitor
from search.models import LoggedSearch
from search.models.log import WORDS
from search.query import Query, SearchResult
from search.ranking.interleaving import Team

Kind = LoggedSearch.Kind
SHOWN, CHIPS = 48, 20
LARGEST_INTEGER = 2**31 - 1  # that a column takes
# Shoppers paste what is none of our business: addresses of mail, and telephone numbers.
PERSONAL = re.compile(r"[^\s@]+@[^\s@]+\.\w+|\+\d[\d\s()/-]{7,}\d")
TAKEN_OUT = "…"


@dataclass(frozen=True)
class Asked:
    """A search from the moment that it came in; the page names it by its key."""

    key: UUID = field(default_factory=new_key)
    began: float = field(default_factory=time.perf_counter)

    @property
    def milliseconds(self) -> int:
        return round((time.perf_counter() - self.began) * 1000)


@dataclass(frozen=True)
class SearchEntry:
    """A row to be, but for its session, which is made from `visitor` when it is written."""

    visitor: Visitor
    fields: dict[str, Any]  # of LoggedSearch

    @property
    def at(self) -> datetime:
        at: datetime = self.fields["at"]
        return at


@dataclass(frozen=True)
class ClickEntry:
    search: UUID
    product: int
    place: int  # on the page, from 1
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


def search_entry(
    asked: Asked, result: SearchResult, visitor: Visitor, *, by_api: bool
) -> SearchEntry:
    query, meant = result.query, result.interpretation
    fields = {
        "id": asked.key,
        "at": datetime.now(UTC),
        "kind": kind_of(query),
        "words": kept(query.text),
        "chips": [each.key[:120] for each in meant.entities[:CHIPS]],
        "filters": filters_of(query),
        "page": min(query.page, LARGEST_INTEGER),
        "total": min(found(result), LARGEST_INTEGER),
        "shown": (products := shown(result)[:SHOWN]),
        "interleaving": query.contest.key if query.contest else None,
        "teams": teams_of(result, products) if query.contest else "",
        "language": (get_language() or "")[:7],
        "milliseconds": min(asked.milliseconds, LARGEST_INTEGER),
        "degraded": bool(result.degraded),
        "by_api": by_api,
        "corrected": kept(meant.correction.to) if meant.correction else "",
    }
    return SearchEntry(visitor, fields)


def found(result: SearchResult) -> int:
    """How many products; of several things all that stand on their shelves."""
    shelves = [each.result for each in result.intents] or [result]
    return sum(each.total for each in shelves)


def shown(result: SearchResult) -> list[int]:
    """The products of the page, from its top to its end."""
    if result.intents:
        hits = [hit for each in result.intents for hit in each.result.hits]
    else:
        hits = [*result.hits, *result.partial, *result.less_similar]
    return list(dict.fromkeys(hit.product.pk for hit in hits))


def teams_of(result: SearchResult, products: list[int]) -> str:
    """Who brought each product; shelves of several wishes are not shared."""
    teams = {} if result.intents else result.teams
    return "".join(teams.get(pk, Team.BOTH) for pk in products)


def kind_of(query: Query) -> Any:
    wanted = [part for part in query.parts if part.weight > 0]
    if any(part.photo_id for part in wanted):
        return Kind.BOTH if query.text else Kind.PHOTO
    if query.text:
        return Kind.WORDS
    return Kind.PRODUCT if wanted else Kind.BROWSE


def kept(words: str) -> str:
    """The words as the log has them: one spelling of blanks and letters, nothing personal."""
    plain = " ".join(words.replace("\x00", " ").split()).lower()
    return PERSONAL.sub(TAKEN_OUT, plain)[:WORDS]


def filters_of(query: Query) -> dict[str, Any]:
    """The filters that are set, as JSON has them."""
    found = {name: getattr(query.filters, name) for name in query.filters.active}
    return {name: plain(value) for name, value in found.items()}


def plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(each)[:WORDS] for each in value[:CHIPS]]
    return value if isinstance(value, bool) else str(value)[:WORDS]
