"""What the log says, by the words that were searched: each report is one statement.

All of them look at the latest `SEARCHES_READ` first pages of a stretch of time and no further, so
that what a report costs does not grow with the log.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime, time, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search import sql
from search.log.days import SLOW
from search.log.keys import first_key

SEARCHES_READ = 200_000  # searches
PERIODS = (1, 7, 30)  # days

LOOKED = """
    WITH looked AS MATERIALIZED (
        SELECT words, before, corrected, session, total, clicks, milliseconds
          FROM search_loggedsearch WHERE id >= %(first)s AND page = 1
         ORDER BY id DESC LIMIT %(most)s
    )"""
BY_WORDS = """
    SELECT {words} AS asked, {then} AS then, count(*) AS searches,
           count(DISTINCT session) AS sessions,
           count(*) FILTER (WHERE total = 0) AS without_result,
           count(*) FILTER (WHERE total > 0 AND clicks = 0) AS without_click,
           count(*) FILTER (WHERE milliseconds >= %(slow)s) AS slow,
           avg(milliseconds)::int AS milliseconds, max(milliseconds) AS slowest
      FROM looked WHERE {among}
     GROUP BY 1, 2 HAVING {having} ORDER BY {order} DESC, searches DESC, 1, 2 LIMIT %(rows)s"""

TODAY = """
    SELECT date_trunc('hour', at AT TIME ZONE 'UTC') AS hour, count(*),
           count(*) FILTER (WHERE total = 0), avg(milliseconds)::int
      FROM (SELECT at, total, milliseconds FROM search_loggedsearch
             WHERE id >= %s AND page = 1 ORDER BY id DESC LIMIT %s) looked
     GROUP BY 1 ORDER BY 1"""

PHOTOS = """
    SELECT shown, clicks > 0
      FROM (SELECT id, kind, shown, clicks FROM search_loggedsearch
             WHERE page = 1 ORDER BY id DESC LIMIT %s) looked
     WHERE kind IN ('photo', 'both') ORDER BY id DESC LIMIT %s"""


@dataclass(frozen=True)
class Line:
    """Searches of the same words; `then` is what was searched after them, or instead."""

    words: str
    then: str
    searches: int
    sessions: int
    without_result: int
    without_click: int
    slow: int
    milliseconds: int  # on average
    slowest: int


@dataclass(frozen=True)
class Report:
    """Which searches it counts, what it calls the words, and what it is sorted by."""

    name: str
    title: Promise
    sentence: Promise
    order: str = "searches"
    having: str = "true"
    among: str = "words <> ''"
    words: str = "words"
    then: str = "''"
    then_title: Promise | None = None

    def lines(self, days: int, rows: int, now: datetime | None = None) -> list[Line]:
        """The first `rows` lines for the last `days` days."""
        asked = BY_WORDS.format(
            words=self.words,
            then=self.then,
            among=self.among,
            having=self.having,
            order=self.order,
        )
        first = first_key((now or datetime.now(UTC)) - timedelta(days=days))
        params: dict[str, Any] = {"first": first, "most": SEARCHES_READ, "slow": SLOW, "rows": rows}
        return [Line(*row) for row in sql.rows(LOOKED + asked, params)]


WORD_REPORTS = (
    Report("top", _("Most searched"), _("What shoppers search most.")),
    Report(
        "empty",
        _("Without result"),
        _("Nothing was found: perhaps a synonym is missing, or a product."),
        order="count(*) FILTER (WHERE total = 0)",
        having="count(*) FILTER (WHERE total = 0) > 0",
    ),
    Report(
        "unclicked",
        _("Without click"),
        _("Something was found, and nobody opened any of it."),
        order="count(*) FILTER (WHERE total > 0 AND clicks = 0)",
        having="count(*) FILTER (WHERE total > 0 AND clicks = 0) > 0",
    ),
    Report(
        "refined",
        _("Refined"),
        _("The same session searched other words within five minutes."),
        among="before <> ''",
        words="before",
        then="words",
        then_title=_("then searched"),
    ),
    Report(
        "corrected",
        _("Corrected"),
        _("The spelling was corrected before anything was looked for."),
        among="corrected <> ''",
        then="corrected",
        then_title=_("corrected to"),
    ),
    Report(
        "slow",
        _("Slow"),
        _("Searches that took a second or longer, and those that took longest."),
        order="max(milliseconds)",
        having="max(milliseconds) > 0",
    ),
)
COLUMNS = tuple(each.name for each in fields(Line))


@dataclass(frozen=True)
class Today:
    """The searches since midnight (UTC)."""

    searches: int = 0
    without_result: int = 0
    slowest_hour: datetime | None = None
    milliseconds: int = 0  # on average, in the slowest hour
    capped: bool = False  # there were more: only the latest were looked at

    @property
    def share_without_result(self) -> float:
        return self.without_result / self.searches if self.searches else 0.0


def today(now: datetime | None = None) -> Today:
    midnight = datetime.combine((now or datetime.now(UTC)).date(), time.min, UTC)
    hours = sql.rows(TODAY, [first_key(midnight), SEARCHES_READ])
    if not hours:
        return Today()
    slowest = max(hours, key=lambda hour: hour[3])
    searches = sum(hour[1] for hour in hours)
    return Today(
        searches,
        sum(hour[2] for hour in hours),
        slowest[0].replace(tzinfo=UTC),
        slowest[3],
        searches >= SEARCHES_READ,
    )


def photo_searches(most: int) -> list[tuple[list[int], bool]]:
    """(products shown, whether one was opened) of the latest searches with a photo."""
    return [(shown, opened) for shown, opened in sql.rows(PHOTOS, [SEARCHES_READ, most])]
