"""Finished days are summed up; old searches go, and what only one person searched with them."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from pytest_django.fixtures import Settings

from search.log.days import forget, sum_up
from search.log.keys import first_key
from search.models import Click, LoggedSearch, SearchDay
from search.tasks import tend_log
from tests.search_log import fill_log

pytestmark = pytest.mark.django_db
TODAY = datetime.now(UTC).date()
NOW = datetime.combine(TODAY, time(12), UTC)


def searched(days_ago: int, words: str = "boots", session: str = "", **fields: object) -> UUID:
    at = NOW - timedelta(days=days_ago, seconds=LoggedSearch.objects.count())
    found = {"total": 3, "clicks": 0, "milliseconds": 40, "kind": "words", "page": 1}
    found |= {"chips": [], "shown": [], "degraded": False, "by_api": False}
    key = UUID(int=first_key(at).int + LoggedSearch.objects.count())
    LoggedSearch.objects.create(
        id=key,
        at=at,
        words=words,
        session=session or str(LoggedSearch.objects.count()),
        **found | fields,
    )
    return key


def day(days_ago: int, words: str = "") -> SearchDay:
    return SearchDay.objects.get(day=TODAY - timedelta(days=days_ago), words=words)


def test_a_finished_day_is_summed_up_once() -> None:
    for clicks in (0, 0, 1):
        searched(1, clicks=clicks)
    searched(1, total=0, corrected="boot", before="boats", milliseconds=1500, degraded=True)
    searched(1, kind="photo", words="")
    searched(1, page=2)  # the same search, looked at further
    searched(0)

    assert sum_up(NOW) == [TODAY - timedelta(days=1)]
    assert sum_up(NOW) == []

    found = day(1)
    assert (found.searches, found.without_result, found.without_click) == (5, 1, 3)
    assert (found.refined, found.corrected, found.slow) == (1, 1, 1)
    assert (found.degraded, found.photos, found.milliseconds) == (1, 1, 1660)


def test_words_are_summed_up_where_several_sessions_searched_them() -> None:
    for session in range(5):
        searched(1, "boots", str(session))
        searched(1, "sabine mustermann", "always the same")
    sum_up(NOW)
    assert list(SearchDay.objects.values_list("words", flat=True).order_by("words")) == [
        "",
        "boots",
    ]
    assert day(1, "boots").sessions == 5


def test_old_rows_and_their_clicks_are_forgotten_in_pieces(settings: Settings) -> None:
    settings.SEARCH_LOG_DAYS = 30
    old = [searched(31) for _n in range(5)]
    kept = searched(29)
    for key in (*old, kept):
        Click.objects.create(search_id=key, product_id=1, place=1, at=NOW)

    assert forget(NOW, piece=2) == 5

    assert [row.pk for row in LoggedSearch.objects.all()] == [kept]
    assert [click.search_id for click in Click.objects.all()] == [kept]


def test_what_is_forgotten_has_been_summed_up(settings: Settings) -> None:
    settings.SEARCH_LOG_DAYS = 3
    fill_log(600, days=6)
    tend_log()
    assert sum(SearchDay.objects.filter(words="").values_list("searches", flat=True)) > 290
    assert LoggedSearch.objects.count() < 310


def test_what_was_dropped_on_a_day_stays_with_it() -> None:
    searched(1)
    sums = dict.fromkeys(
        ["searches", "sessions", "without_result", "without_click", "refined", "corrected"], 0
    ) | dict.fromkeys(["slow", "degraded", "photos", "milliseconds"], 0)
    SearchDay.objects.create(day=TODAY - timedelta(days=1), words="", dropped=7, **sums)
    sum_up(NOW)
    assert (day(1).dropped, day(1).searches) == (7, 1)
