"""Clicks in a shared list are votes, one a session; admin says what they decide."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone

from search.log.keys import first_key
from search.log.votes import count_finished_days, standing
from search.models import Click, Interleaving, LoggedSearch, SettingsVersion

pytestmark = pytest.mark.django_db
PAGE = "/admin/vitrine_search/interleaving/"
NOW = datetime.combine(datetime.now(UTC).date(), time(12), UTC)


@pytest.fixture
def contest() -> Interleaving:
    begun = NOW - timedelta(days=2)
    return Interleaving.objects.create(
        name="sold-out last", second=7, state="running", started=begun
    )


def clicked(
    contest: Interleaving, session: str, *places: int, days: int = 0, teams: str = "-AB"
) -> None:
    """A search of the session in which the products at these places were opened, in this order."""
    number = LoggedSearch.objects.count()
    at = NOW - timedelta(days=days) + timedelta(seconds=number)
    search = LoggedSearch.objects.create(
        id=UUID(int=first_key(at).int + number),
        at=at,
        kind="words",
        words="boots",
        chips=[],
        page=1,
        total=3,
        shown=[11, 12, 13],
        milliseconds=1,
        degraded=False,
        by_api=False,
        session=session,
        interleaving=contest.pk,
        teams=teams,
    )
    for n, place in enumerate(places):
        clicked_at = at + timedelta(milliseconds=n)
        Click.objects.create(search=search, product_id=10 + place, place=place, at=clicked_at)


def votes(contest: Interleaving) -> tuple[int, int]:
    contest.refresh_from_db()
    found = standing(contest, NOW)
    return found.first, found.second


def test_the_first_credited_click_of_a_session_is_its_vote(contest: Interleaving) -> None:
    clicked(contest, "one", 1, 3, 2)
    clicked(contest, "one", 2)
    clicked(contest, "two", 2)
    assert votes(contest) == (1, 1)


def test_a_bot_that_searches_all_day_has_one_vote(contest: Interleaving) -> None:
    for _n in range(50):
        clicked(contest, "bot", 2)
    assert votes(contest) == (1, 0)


def test_where_both_begin_alike_there_is_no_vote(contest: Interleaving) -> None:
    clicked(contest, "one", 1)
    clicked(contest, "two", 2, teams="---")
    assert votes(contest) == (0, 0)


def test_other_searches_have_no_vote(contest: Interleaving) -> None:
    other = Interleaving.objects.create(name="earlier", second=3, state="ended", started=NOW)
    clicked(other, "one", 2)
    clicked(contest, "two", 3, days=9)  # before it began
    assert votes(contest) == (0, 0)


def test_days_that_are_over_are_added_up_once(contest: Interleaving) -> None:
    clicked(contest, "one", 2, days=1)
    clicked(contest, "one", 3)  # another day, another session
    for _twice in range(2):
        count_finished_days(NOW)
    LoggedSearch.objects.filter(at__lt=NOW).delete()
    assert votes(contest) == (1, 1)


def version() -> SettingsVersion:
    return SettingsVersion.objects.create(name="tried", values={})


def test_a_contest_is_prepared_started_and_stopped(admin_client: Client) -> None:
    form = {"name": "sold-out last", "first": "0", "second": "0", "share": "50"}
    assert (
        "Choose two different versions." in admin_client.post(f"{PAGE}add/", form).content.decode()
    )
    made = Interleaving.objects.create(name="sold-out last", second=version().pk)
    form["second"] = str(made.second)
    for what, state in (("change", "running"), ("change", "running"), ("stop", "ended")):
        admin_client.post(f"{PAGE}{made.pk}/{what}/", form | {"_start": "1"})
        made.refresh_from_db()
        assert made.state == state
    said = [entry.get_change_message() for entry in LogEntry.objects.order_by("pk")]
    assert (said.count("Started."), said.count("Stopped.")) == (1, 1)


def test_what_is_started_is_what_stands_in_the_form(admin_client: Client) -> None:
    """The button had been of a form of its own, and what was not saved was lost."""
    made = Interleaving.objects.create(name="sold-out last", second=version().pk, share=50)
    form = {"name": "brands", "first": "0", "second": str(made.second), "share": "20"}
    wrong = admin_client.post(f"{PAGE}{made.pk}/change/", form | {"share": "", "_start": "1"})
    assert "This field is required." in wrong.content.decode()
    made.refresh_from_db()
    assert (made.state, made.share) == ("ready", 50)

    page = admin_client.get(f"{PAGE}{made.pk}/change/").content.decode()
    assert 'name="_start"' in page
    admin_client.post(f"{PAGE}{made.pk}/change/", form | {"_start": "1"})
    made.refresh_from_db()
    assert (made.state, made.name, made.share) == ("running", "brands", 20)
    assert str(made.second) == form["second"]
    page = admin_client.get(f"{PAGE}{made.pk}/change/").content.decode()
    assert 'name="_start"' not in page


def test_a_new_one_can_be_started_at_once(admin_client: Client) -> None:
    form = {"name": "brands", "first": "0", "second": str(version().pk), "share": "20"}
    admin_client.post(f"{PAGE}add/", form | {"_start": "1"})
    assert Interleaving.objects.get().state == "running"


def test_only_one_contest_runs_at_a_time(admin_client: Client, contest: Interleaving) -> None:
    other = Interleaving.objects.create(name="another", second=version().pk)
    form = {"name": "another", "first": "0", "second": str(other.second), "share": "50"}
    change = f"{PAGE}{other.pk}/change/"
    page = admin_client.post(change, form | {"_start": "1"}, follow=True).content.decode()
    assert "Another interleaving is running." in page
    other.refresh_from_db()
    assert other.state == "ready"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [(10, 12, "Not decided yet."), (900, 700, "Decided: what is published is better.")],
)
def test_the_page_says_when_it_is_decided(
    admin_client: Client, contest: Interleaving, first: int, second: int, said: str
) -> None:
    Interleaving.objects.update(first_votes=first, second_votes=second, counted_to=NOW.date())
    page = admin_client.get(f"{PAGE}{contest.pk}/change/").content.decode()
    assert said in page
    assert admin_client.get(PAGE).status_code == 200


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_picture_is_drawn_in_every_language(
    admin_client: Client, contest: Interleaving, language: str
) -> None:
    Interleaving.objects.update(first_votes=142, second_votes=131, counted_to=NOW.date())
    address = f"{PAGE}{contest.pk}/change/"
    page = admin_client.get(address, headers={"accept-language": language}).content.decode()
    assert re.findall(r'<circle cx="([^"]*)"', page) == ["52.0"]


def test_starting_needs_a_permission_of_its_own(client: Client) -> None:
    made = Interleaving.objects.create(name="sold-out last", second=7, started=timezone.now())
    user = User.objects.create_user("keeper", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_interleaving"))
    client.force_login(user)
    assert client.get(f"{PAGE}{made.pk}/change/").status_code == 200
    page = client.get(f"{PAGE}{made.pk}/change/").content.decode()
    assert 'name="_start"' not in page
    assert client.post(f"{PAGE}{made.pk}/change/", {"_start": "1"}).status_code == 403
