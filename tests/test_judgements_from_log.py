"""Sets take their queries from the log and grades from its clicks: nobody's alone, kept apart."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from search.experiments import from_log, runs
from search.log.keys import new_key
from search.models import Click, Judgement, JudgementSet, LoggedSearch
from tests import cast
from tests.judged_shop import finished, judgement_set, staff

pytestmark = pytest.mark.django_db


def searched(words: str, session: int, shown: list[int], *clicked: int, **fields: object) -> None:
    now = timezone.now()
    found: dict[str, object] = {
        "kind": "words", "chips": [], "filters": {}, "page": 1, "total": len(shown),
        "language": "en", "milliseconds": 1, "degraded": False, "by_api": False, **fields,
    }  # fmt: skip
    search = LoggedSearch.objects.create(
        id=new_key(), at=now, words=words, session=f"s{session}", shown=shown, **found
    )
    for product in clicked:
        Click.objects.create(
            search=search, product_id=product, place=1 + shown.index(product), at=now
        )


@pytest.fixture
def judged(shop: cast.Shop) -> JudgementSet:
    return judgement_set()


def words(judged: JudgementSet) -> set[str]:
    return set(judged.queries.values_list("text", flat=True))


def test_what_several_people_search_enters_a_set(judged: JudgementSet) -> None:
    for session in range(5):
        searched("red clogs", session, [])
        searched("stoneware MUG", session, [])  # is in it already
        searched("like this", session, [], kind="photo")
        searched("filtered", session, [], filters={"color": ["red"]})
        searched("my name is", 1, [])  # five times by one
    before = words(judged)
    assert from_log.add_searched(judged) == 1
    assert words(judged) - before == {"red clogs"}
    assert judged.queries.get(text="red clogs").language == "en"
    assert from_log.add_searched(judged) == 0


def test_clicks_give_grades_of_their_own(judged: JudgementSet, shop: cast.Shop) -> None:
    mug, chair = shop.mug.pk, shop.chair.pk
    for session in range(20):
        searched("Stoneware mug", session, [chair, mug], mug)
        searched("chair", session, [chair, mug], *([chair] if session < 12 else []))
    query = judged.queries.get(text="stoneware mug")
    people = set(query.grades.filter(by="people").values_list("product", "grade"))
    for _again in range(2):
        assert from_log.grade_by_clicks(judged) == from_log.Clicked(queries=1, grades=2)
    clicks = dict(query.grades.filter(by="clicks").values_list("product", "grade"))
    assert clicks[mug] == 3
    assert clicks[chair] == 0
    assert set(query.grades.filter(by="people").values_list("product", "grade")) == people


def test_a_run_is_measured_by_clicks_or_by_people(judged: JudgementSet, shop: cast.Shop) -> None:
    for session in range(20):
        searched("stoneware mug", session, [shop.chair.pk, shop.mug.pk], shop.mug.pk)
        searched("chair", session, [shop.chair.pk, shop.mug.pk], shop.chair.pk)
    from_log.grade_by_clicks(judged)
    assert finished(runs.begin(judged, by="clicks")).summary["queries"] == 1
    assert finished(runs.begin(judged)).summary["queries"] > 1


def test_in_admin_it_is_two_buttons(judged: JudgementSet, shop: cast.Shop, client: Client) -> None:
    for session in range(5):
        searched("red clogs", session, [shop.mug.pk], shop.mug.pk)
    client.force_login(User.objects.create_superuser("keeper"))
    page = reverse("admin:vitrine_search_judgementset_change", args=[judged.pk])
    assert "Add what is searched most" in client.get(page).content.decode()
    address = reverse("admin:vitrine_search_judgementset_from_log", args=[judged.pk])
    assert "1 query was added" in client.post(address, follow=True).content.decode()
    address = reverse("admin:vitrine_search_judgementset_by_clicks", args=[judged.pk])
    assert "grades to 1 queries" in client.post(address, follow=True).content.decode()
    assert Judgement.objects.filter(by="clicks", query__text="red clogs").exists()


def test_it_needs_the_right_to_read_the_log(judged: JudgementSet, client: Client) -> None:
    editor = staff(client, "change_judgementset", "view_judgementset")
    address = reverse("admin:vitrine_search_judgementset_from_log", args=[judged.pk])
    assert editor.post(address).status_code == 403


def test_a_large_log_is_looked_at_up_to_a_number(judged: JudgementSet, shop: cast.Shop) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_loggedsearch (id, at, kind, words, chips, filters, page, total,"
            " shown, language, milliseconds, degraded, by_api, corrected, before, session, clicks)"
            " SELECT gen_random_uuid(), now(), 'words', 'w' || n %% 300, '{}', '{}', 1, 1,"
            " ARRAY[%s], 'en', 1, false, false, '', '', 's' || n, 0"
            " FROM generate_series(1, 60000) n",
            [shop.mug.pk],
        )
    assert from_log.add_searched(judged) == from_log.ADDED
    from_log.grade_by_clicks(judged)
