"""The pages of searches: what they count, where lines lead, who may see them, what they cost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import quote
from uuid import UUID

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from search.log.keys import first_key
from search.models import LoggedSearch, SearchDay
from tests import cast
from tests.search_log import fill_log

pytestmark = pytest.mark.django_db
SEARCHES = "/admin/vitrine_search/loggedsearch/"
REPORTS = ("top", "empty", "unclicked", "refined", "corrected", "slow", "time", "photos", "latest")

Search = Callable[..., LoggedSearch]


@pytest.fixture
def searched() -> Search:
    """Log a search some hours ago: `searched("boots", total=0)`."""

    def make(words: str = "boots", hours: float = 1, **fields: object) -> LoggedSearch:
        number = LoggedSearch.objects.count()
        at = datetime.now(UTC) - timedelta(hours=hours)
        found: dict[str, object] = {"kind": "words", "page": 1, "total": 3, "milliseconds": 40}
        found |= {"chips": [], "shown": [], "degraded": False, "by_api": False}
        found |= {"session": f"session {number}"}
        key = UUID(int=first_key(at).int + number)
        return LoggedSearch.objects.create(id=key, at=at, words=words, **found | fields)

    return make


def lines(client: Client, report: str, days: int = 7) -> list[dict[str, str]]:
    """The lines of a report, as its CSV has them."""
    reply = client.get(SEARCHES, {"report": report, "days": days, "format": "csv"})
    assert reply.status_code == 200
    return list(csv.DictReader(io.StringIO(reply.content.decode())))


def test_the_commonest_words_come_first(admin_client: Client, searched: Search) -> None:
    for session in ("a", "a", "b"):
        searched("boots", session=session)
    searched("hats", clicks=2)
    searched("scarves", hours=9 * 24)
    found = [(row["words"], row["searches"], row["sessions"]) for row in lines(admin_client, "top")]
    assert found == [("boots", "3", "2"), ("hats", "1", "1")]
    assert len(lines(admin_client, "top", 30)) == 3


@pytest.mark.parametrize(
    ("report", "fields", "then"),
    [
        ("empty", {"total": 0}, ""),
        ("unclicked", {}, ""),
        ("corrected", {"corrected": "boots"}, "boots"),
        ("slow", {"milliseconds": 1_900}, ""),
    ],
)
def test_each_report_has_its_own_searches(
    admin_client: Client, searched: Search, report: str, fields: dict[str, object], then: str
) -> None:
    searched("boats", **fields)
    searched("hats", clicks=1)
    first = lines(admin_client, report)[0]
    assert (first["words"], first["then"]) == ("boats", then)


def test_what_was_refined_says_into_what(admin_client: Client, searched: Search) -> None:
    searched("sofa")
    searched("couch", before="sofa")
    assert [(row["words"], row["then"]) for row in lines(admin_client, "refined")] == [
        ("sofa", "couch")
    ]


def test_each_line_leads_to_its_results_and_to_a_synonym(
    admin_client: Client, searched: Search
) -> None:
    searched('50% "off" & more')
    page = admin_client.get(SEARCHES).content.decode()
    words = quote('50% "off" & more', safe="").replace("%20", "+")
    assert escape(f"/search/?q={words}&explain=1") in page
    assert escape(f"/admin/vitrine_search/rule/add/?act=synonym&synonyms={words}") in page
    assert f"/admin/vitrine_search/rule/add/?query={words}" in page
    assert f"/admin/vitrine_search/judgedquery/add/?text={words}" in page


def test_a_synonym_and_a_judgement_are_filled_in(admin_client: Client, searched: Search) -> None:
    searched("couch", before="sofa")
    page = admin_client.get(SEARCHES, {"report": "refined"}).content.decode()
    links = re.findall(r'href="(/admin/[^"]+/add/[^"]+(?:synonyms|text)=[^"]+)"', page)
    assert len(links) == 2
    for link in links:
        form = admin_client.get(link.replace("&amp;", "&")).content.decode()
        assert 'value="sofa, couch"' in form or 'value="sofa"' in form


def test_a_cell_that_a_spreadsheet_would_run_is_harmless(
    admin_client: Client, searched: Search
) -> None:
    searched("=HYPERLINK(1)")
    assert lines(admin_client, "top")[0]["words"] == "'=HYPERLINK(1)"


def test_words_are_shown_as_words(admin_client: Client, searched: Search) -> None:
    searched("<script>alert(1)</script>")
    for report in ("top", "latest"):
        page = admin_client.get(SEARCHES, {"report": report}).content.decode()
        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_photo_searches_stand_together_by_what_they_found(
    admin_client: Client, searched: Search
) -> None:
    sneaker, mug = cast.red_sneaker(), cast.blue_mug()
    for clicks in (0, 1):
        searched("", kind="photo", shown=[sneaker.pk], clicks=clicks)
    searched("", kind="photo", shown=[mug.pk])
    page = admin_client.get(SEARCHES, {"report": "photos"}).content.decode()
    assert page.index("2 searches, 1 without click") < page.index("1 search, 1 without click")
    assert page.index("Canvas sneaker") < page.index("Stoneware mug")
    assert "/search/?like=SNEAKER-RED-41&amp;explain=1" in page


def test_days_that_are_over_are_plotted_from_their_sums(
    admin_client: Client, searched: Search
) -> None:
    day = datetime.now(UTC).date() - timedelta(days=40)
    sums = dict.fromkeys(["without_click", "refined", "corrected", "slow", "degraded"], 0)
    sums |= {"photos": 0, "milliseconds": 7, "without_result": 1, "sessions": 2, "searches": 4_321}
    SearchDay.objects.create(day=day, words="", **sums)
    searched("boots")
    page = admin_client.get(SEARCHES, {"report": "time"}).content.decode()
    assert f"<title>{day}: 4,321</title>" in page
    assert "<title>" + datetime.now(UTC).date().isoformat() + ": " in page


def test_a_search_is_shown_with_what_it_found(admin_client: Client, searched: Search) -> None:
    search = searched("sneaker", shown=[cast.red_sneaker().pk, 10**9])
    page = admin_client.get(f"{SEARCHES}{search.pk}/change/").content.decode()
    assert "Canvas sneaker" in page
    assert 'name="_save"' not in page


def test_the_log_has_a_permission_of_its_own(client: Client, searched: Search) -> None:
    search = searched()
    user = User.objects.create_user("keeper", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_product"))
    client.force_login(user)
    pages = [SEARCHES, f"{SEARCHES}?report=top&format=csv", f"{SEARCHES}{search.pk}/change/"]
    assert {client.get(page).status_code for page in pages} == {403}
    user.user_permissions.add(Permission.objects.get(codename="view_loggedsearch"))
    assert {client.get(page).status_code for page in pages} == {200}
    assert "rule/add" not in client.get(SEARCHES).content.decode()


@pytest.mark.parametrize("query", ["report=nonsense", "days=-1", "days=x", "report=top&days=9999"])
def test_what_is_no_report_is_the_first_one(admin_client: Client, query: str) -> None:
    assert admin_client.get(f"{SEARCHES}?{query}").status_code == 200


def test_no_page_asks_more_of_a_larger_log(admin_client: Client) -> None:
    costs = []
    for searches in (2_000, 30_000):
        LoggedSearch.objects.all().delete()
        fill_log(searches)
        with CaptureQueriesContext(connection) as queries:
            for report in REPORTS:
                assert admin_client.get(SEARCHES, {"report": report}).status_code == 200
        costs.append(len(queries))
        limited = [each["sql"] for each in queries if "search_loggedsearch" in each["sql"]]
        assert limited
        assert all("LIMIT" in statement for statement in limited)
    assert costs[0] == costs[1]
