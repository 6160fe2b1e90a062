"""The votes of an interleaving: in each session the first click that credits a team.

One vote a session, and a session lasts a day at most: a bot that searches all day has one too. A
vote never changes once it is cast, so that it may be counted at any moment.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import F

from search import sql
from search.log.days import LATE
from search.log.keys import first_key
from search.log.reports import SEARCHES_READ
from search.models import Interleaving
from search.ranking.interleaving import Team
from search.ranking.sequential import Verdict, verdict

VOTES = """
    SELECT team, count(*) FROM (
        SELECT DISTINCT ON (session) team FROM (
            SELECT session, at, product_id,
                   substr(teams, array_position(shown, product_id), 1) AS team
              FROM (SELECT id, session, shown, teams FROM search_loggedsearch
                     WHERE interleaving = %s AND id >= %s AND id < %s ORDER BY id LIMIT %s) looked
              JOIN search_click ON search_id = looked.id
        ) clicks WHERE team IN ('A', 'B') ORDER BY session, at, product_id
    ) votes GROUP BY team"""


def votes_of_day(contest: Interleaving, day: date) -> tuple[int, int]:
    """(for the first, for the second)"""
    begin = datetime.combine(day, time.min, UTC)
    keys = first_key(begin), first_key(begin + timedelta(days=1))
    found: dict[str, int] = dict(sql.rows(VOTES, [contest.pk, *keys, SEARCHES_READ], primary=True))
    return found.get(Team.FIRST, 0), found.get(Team.SECOND, 0)


def standing(contest: Interleaving, now: datetime | None = None) -> Verdict:
    """What the votes say at this moment."""
    first, second = contest.first_votes, contest.second_votes
    for day in uncounted(contest, (now or datetime.now(UTC)).date() + timedelta(days=1)):
        more = votes_of_day(contest, day)
        first, second = first + more[0], second + more[1]
    return verdict(first, second)


def count_finished_days(now: datetime | None = None) -> None:
    """Add up the votes of days that are over, before their rows are forgotten."""
    today = ((now or datetime.now(UTC)) - LATE).date()
    for contest in Interleaving.objects.exclude(started=None):
        for day in uncounted(contest, today):
            first, second = votes_of_day(contest, day)
            next_day = day + timedelta(days=1)
            Interleaving.objects.filter(pk=contest.pk, counted_to=contest.counted_to).update(
                first_votes=F("first_votes") + first,
                second_votes=F("second_votes") + second,
                counted_to=next_day,
            )  # of two who add up the same day one finds it done
            contest.counted_to = next_day


def uncounted(contest: Interleaving, end: date) -> list[date]:
    """The days of the contest before `end` that are not added up yet."""
    if contest.started is None:
        return []
    begin = contest.counted_to or contest.started.date()
    last = contest.ended.date() + timedelta(days=1) if contest.ended else end
    return [begin + timedelta(days=n) for n in range((min(last, end) - begin).days)]
