"""What becomes of the log: each finished day is summed up, and old rows are forgotten.

Words are summed up by themselves only where several sessions of a day searched them: what one
person alone looks for may say who they are, and outlives the rows in nobody's table.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction

from search import sql
from search.log.keys import first_key
from search.models import LoggedSearch, SearchDay

SLOW = 1_000  # milliseconds that nobody likes to wait
FEWEST_SESSIONS = 5  # sessions that searched the same words on a day
ROWS_A_TRANSACTION = 10_000  # rows that are forgotten in one transaction
LATE = timedelta(hours=1)  # until the last clicks of a day have come

SUMS = """
    count(*), count(DISTINCT session), count(*) FILTER (WHERE total = 0),
    count(*) FILTER (WHERE total > 0 AND clicks = 0), count(*) FILTER (WHERE before <> ''),
    count(*) FILTER (WHERE corrected <> ''), count(*) FILTER (WHERE milliseconds >= %(slow)s),
    count(*) FILTER (WHERE degraded), count(*) FILTER (WHERE kind IN ('photo', 'both')),
    coalesce(sum(milliseconds), 0)"""
OF_THE_DAY = "FROM search_loggedsearch WHERE id >= %(first)s AND id < %(end)s AND page = 1"
SUM_UP = f"""
    INSERT INTO search_searchday (day, words, searches, sessions, without_result, without_click,
                                  refined, corrected, slow, degraded, photos, milliseconds, dropped)
    SELECT %(day)s::date, '', {SUMS}, 0 {OF_THE_DAY}
     UNION ALL
    SELECT %(day)s::date, words, {SUMS}, 0 {OF_THE_DAY} AND words <> ''
     GROUP BY words HAVING count(DISTINCT session) >= %(fewest)s
    ON CONFLICT (day, words) DO UPDATE
       SET (searches, sessions, without_result, without_click, refined, corrected, slow, degraded,
            photos, milliseconds)
         = (excluded.searches, excluded.sessions, excluded.without_result, excluded.without_click,
            excluded.refined, excluded.corrected, excluded.slow, excluded.degraded,
            excluded.photos, excluded.milliseconds)"""

FORGET = """
    WITH old AS MATERIALIZED (
        SELECT id FROM search_loggedsearch WHERE id < %s ORDER BY id LIMIT %s
    ), clicks AS (
        DELETE FROM search_click USING old WHERE search_id = old.id
    )
    DELETE FROM search_loggedsearch USING old WHERE search_loggedsearch.id = old.id"""


def sum_up(now: datetime | None = None) -> list[date]:
    """Sum up the finished days that are not summed up yet; returns them."""
    today = ((now or datetime.now(UTC)) - LATE).date()
    first = LoggedSearch.objects.order_by("id").values_list("at", flat=True).first()
    if first is None:
        return []
    oldest = max(first.date(), today - timedelta(days=settings.SEARCH_LOG_DAYS))
    known = set(
        SearchDay.objects.filter(day__gte=oldest, words="", searches__gt=0).values_list(
            "day", flat=True
        )
    )
    days = [oldest + timedelta(days=n) for n in range((today - oldest).days)]
    done = [day for day in days if day not in known]
    for day in done:
        sum_up_day(day)
    return done


def sum_up_day(day: date) -> None:
    """What is known of the day already is counted anew."""
    begin = datetime.combine(day, time.min, UTC)
    params = {
        "day": day,
        "first": first_key(begin),
        "end": first_key(begin + timedelta(days=1)),
        "slow": SLOW,
        "fewest": FEWEST_SESSIONS,
    }
    sql.write(SUM_UP, params)


def forget(now: datetime | None = None, piece: int = ROWS_A_TRANSACTION) -> int:
    """Delete the searches and clicks older than `settings.SEARCH_LOG_DAYS`, in bounded pieces."""
    oldest = first_key((now or datetime.now(UTC)) - timedelta(days=settings.SEARCH_LOG_DAYS))
    deleted = 0
    while more := forget_some(oldest, piece):
        deleted += more
    return deleted


def forget_some(oldest: UUID, most: int) -> int:
    with transaction.atomic():
        return sql.write(FORGET, [oldest, most])


def tend() -> None:
    """Both, in this order: what is forgotten has been summed up."""
    sum_up()
    forget()
