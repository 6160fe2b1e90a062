"""What is to be graded: the best of every run, pooled, blind, in a random but fixed order."""

from __future__ import annotations

import pytest

from search.experiments import grading, pooling, runs
from search.models import JudgementSet, SettingsVersion
from tests import cast
from tests.judged_shop import finished, judgement_set

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(shop: cast.Shop, scarves: None) -> JudgementSet:
    return judgement_set()


def test_without_a_run_it_is_what_the_search_finds(judged: JudgementSet, shop: cast.Shop) -> None:
    query = judged.queries.get(text="stoneware mug")
    assert shop.mug.pk in pooling.pool(query, "1")


def test_every_run_adds_what_it_found(judged: JudgementSet) -> None:
    query = judged.queries.get(text="blue wool scarf")
    finished(runs.begin(judged))
    before = set(pooling.pool(query, "1"))
    other = SettingsVersion.objects.create(name="other", values={"weights": {"text_text": 0.0}})
    run = finished(runs.begin(judged, settings=other))
    ranking = run.rankings.get(query=query)
    added = [pk for pk in ranking.products if pk not in before][:3]
    ranking.products = [*added, *ranking.products[3:]]
    ranking.save()
    assert set(pooling.pool(query, "1")) >= before | set(added)
    assert len(pooling.pool(query, "1")) <= pooling.PRODUCTS_POOLED


def test_the_order_tells_nothing_and_stays_for_a_person(judged: JudgementSet) -> None:
    run = finished(runs.begin(judged))
    query = judged.queries.get(text="blue wool scarf")
    best_first = run.rankings.get(query=query).products[: pooling.DEEP]
    mine, yours = pooling.pool(query, "1"), pooling.pool(query, "2")
    assert mine == pooling.pool(query, "1")
    assert mine != yours
    assert mine != best_first
    assert set(mine) == set(yours) == set(best_first)


def test_the_next_query_is_one_with_something_to_grade(judged: JudgementSet) -> None:
    finished(runs.begin(judged))
    first = judged.queries.first()
    assert pooling.next_ungraded(judged) == first
    for product in pooling.pool(first, "1"):
        grading.grade(first, product, 1, None)
    assert pooling.next_ungraded(judged) != first
    for query in judged.queries.all():
        for product in pooling.pool(query, "1"):
            grading.grade(query, product, 0, None)
    assert pooling.next_ungraded(judged) is None


def test_a_grade_is_changed_and_taken_back_and_clicks_stay(
    judged: JudgementSet, shop: cast.Shop
) -> None:
    query = judged.queries.get(text="stoneware mug")
    query.grades.create(product=shop.mug, grade=1, by="clicks")
    grading.grade(query, shop.mug.pk, 2, None)
    assert grading.grades_of(query)[shop.mug.pk] == 2
    grading.grade(query, shop.mug.pk, None, None)
    assert shop.mug.pk not in grading.grades_of(query)
    assert query.grades.filter(by="clicks").count() == 1
    with pytest.raises(ValueError, match="from 0 to 3"):
        grading.grade(query, shop.mug.pk, 4, None)
