"""The page of grading without a script: who may, what is kept, what is refused."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from search.experiments import grading, runs
from search.models import JudgedQuery, JudgementSet
from tests import cast
from tests.judged_shop import finished, judgement_set, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(shop: cast.Shop, scarves: None) -> JudgementSet:
    made = judgement_set()
    finished(runs.begin(made))
    return made


@pytest.fixture
def grader(client: Client) -> Client:
    return staff(client, "grade_judgementset")


@pytest.fixture
def query(judged: JudgementSet) -> JudgedQuery:
    return judged.queries.get(text="stoneware mug")


def address(judged: JudgementSet) -> str:
    return reverse("admin:vitrine_search_judgementset_grade", args=[judged.pk])


def test_it_shows_the_query_and_its_pool_and_no_score(
    grader: Client, judged: JudgementSet, query: JudgedQuery
) -> None:
    page = grader.get(address(judged), {"query": query.pk}).content.decode()
    assert "<h1>stoneware mug</h1>" in page
    assert "Stoneware mug" in page
    for told in ("stub@1", "score", "rank", "has your words"):
        assert told not in page


def test_a_grade_is_kept_with_who_gave_it(
    grader: Client, judged: JudgementSet, query: JudgedQuery, shop: cast.Shop
) -> None:
    said = {"query": query.pk, "grade": f"{shop.mug.pk}:2"}
    assert grader.post(address(judged), said).status_code == 302
    assert grading.grades_of(query)[shop.mug.pk] == 2
    assert query.grades.get(product=shop.mug).judged_by.username == "worker"
    assert grader.post(address(judged), said | {"grade": f"{shop.mug.pk}:"}).status_code == 302
    assert shop.mug.pk not in grading.grades_of(query)


@pytest.mark.parametrize("wrong", ["1:2:3", "", "x:1", "0:1", "99999999:1", "{mug}:4", "{mug}:x",
                                   "{mug}:-1", "9" * 30 + ":1"])  # fmt: skip
def test_nonsense_is_refused(
    grader: Client, judged: JudgementSet, query: JudgedQuery, shop: cast.Shop, wrong: str
) -> None:
    before = grading.grades_of(query)
    said = {"query": query.pk, "grade": wrong.format(mug=shop.mug.pk)}
    assert grader.post(address(judged), said).status_code == 400
    assert grading.grades_of(query) == before


def test_a_query_of_another_set_is_not_graded_here(
    grader: Client, judged: JudgementSet, query: JudgedQuery, shop: cast.Shop
) -> None:
    other = judgement_set("other")
    said = {"query": query.pk, "grade": f"{shop.mug.pk}:2"}
    assert grader.post(address(other), said).status_code == 404


def test_after_the_last_it_says_so(grader: Client, judged: JudgementSet) -> None:
    JudgedQuery.objects.all().delete()
    assert "Everything that any run has found is graded" in (
        grader.get(address(judged)).content.decode()
    )


def test_whoever_may_see_products_alone_may_not(client: Client, judged: JudgementSet) -> None:
    seer = staff(client, "view_product", "view_judgementset")
    assert seer.get(address(judged)).status_code == 403
    assert seer.post(address(judged), {"query": 1, "grade": "1:1"}).status_code == 403
