"""The log over time, a point a day: sums of the days that are over, rows of the last ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from search import sql
from search.log.keys import first_key
from search.log.reports import SEARCHES_READ
from search.models import SearchDay

UNSUMMED = 2  # days, today among them, that may not be summed up yet

LAST_DAYS = """
    SELECT (at AT TIME ZONE 'UTC')::date, count(*), count(*) FILTER (WHERE total = 0),
           count(*) FILTER (WHERE total > 0 AND clicks = 0), avg(milliseconds)
      FROM (SELECT at, words, total, clicks, milliseconds FROM search_loggedsearch
             WHERE id >= %(first)s AND page = 1 ORDER BY id DESC LIMIT %(most)s) looked
     WHERE %(words)s::text IN ('', words)
     GROUP BY 1"""


@dataclass(frozen=True)
class Point:
    """A day's searches."""

    day: date
    searches: int = 0
    without_result: int = 0
    without_click: int = 0
    milliseconds: float = 0.0  # on average

    @property
    def share_without_result(self) -> float:
        return self.without_result / self.searches if self.searches else 0.0

    @property
    def share_without_click(self) -> float:
        return self.without_click / self.searches if self.searches else 0.0


def series(days: int, words: str = "", now: datetime | None = None) -> list[Point]:
    """A point for each of the last `days` days, of all searches or of those of `words`."""
    today = (now or datetime.now(UTC)).date()
    first = today - timedelta(days=days - 1)
    summed = SearchDay.objects.filter(words=words, day__gte=first, searches__gt=0)
    known = unsummed(today, words) | {each.day: of(each) for each in summed}
    return [known.get(day, Point(day)) for day in (first + timedelta(days=n) for n in range(days))]


def of(day: SearchDay) -> Point:
    return Point(
        day.day,
        day.searches,
        day.without_result,
        day.without_click,
        day.milliseconds / day.searches,
    )


def unsummed(today: date, words: str) -> dict[date, Point]:
    begin = datetime.combine(today - timedelta(days=UNSUMMED - 1), time.min, UTC)
    params = {"first": first_key(begin), "most": SEARCHES_READ, "words": words}
    found = sql.rows(LAST_DAYS, params)
    return {row[0]: Point(row[0], row[1], row[2], row[3], float(row[4])) for row in found}
