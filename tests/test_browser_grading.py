"""Twenty results are graded by keyboard alone, with undo; and by thumb on a phone."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, expect

from search.experiments import grading, runs
from search.models import JudgedQuery, JudgementSet, Ranking
from tests.browser import PHONE, Visit
from tests.judged_shop import finished, judgement_set

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def query(scarves: None) -> JudgedQuery:
    """With a pool of twenty."""
    judged = judgement_set()
    runs.begin(judged)
    run = finished(runs.begin(judged))
    query = judged.queries.get(text="blue wool scarf")
    query.grades.all().delete()
    first, second = Ranking.objects.filter(query=query).order_by("run")
    second.products = first.products[10:20]
    second.save()
    assert len(first.products[:10]) + len(second.products) == 20, run
    return query


def grading_page(open_shop: Visit, judgements: JudgementSet, **options: object) -> Page:
    client = Client()
    client.force_login(User.objects.create_superuser("grader"))
    page = open_shop("/", **options)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": page.url}]
    )
    page.goto(reverse("admin:vitrine_search_judgementset_grade", args=[judgements.pk]))
    expect(page.locator("[data-product]").first).to_be_focused()  # the page's script has run
    return page


def test_twenty_results_by_keyboard(open_shop: Visit, query: JudgedQuery) -> None:
    page = grading_page(open_shop, query.judgements)
    expect(page.get_by_role("heading", name="blue wool scarf")).to_be_visible()
    cards = page.locator("[data-product]")
    expect(cards).to_have_count(20)
    for number in range(20):
        page.keyboard.press(str(number % 4))
    expect(page.locator("[data-graded]")).to_have_text("20")
    expect(cards.last).to_be_focused()

    page.keyboard.press("u")
    expect(page.locator("[data-graded]")).to_have_text("19")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("3")
    page.keyboard.press("ArrowUp")
    expect(cards.last).not_to_be_focused()
    page.keyboard.press("n")
    expect(page).to_have_url(re.compile("after="))
    expect(page.get_by_role("heading", name="blue wool scarf")).not_to_be_visible()

    kept = grading.grades_of(query)
    order = [int(pk) for pk in (page.go_back(), cards.evaluate_all(
        "cards => cards.map(card => card.dataset.product)"))[1]]  # fmt: skip
    said = [kept.get(pk) for pk in order]
    assert said == [*(number % 4 for number in range(18)), 3, None]


def test_what_could_not_be_kept_is_said_and_shown(open_shop: Visit, query: JudgedQuery) -> None:
    page = grading_page(open_shop, query.judgements)
    page.context.set_offline(True)
    page.locator("[data-product]").first.get_by_role("button", name="2, good").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[data-graded]")).to_have_text("0")


def test_by_thumb_on_a_phone(open_shop: Visit, query: JudgedQuery) -> None:
    page = grading_page(open_shop, query.judgements, **PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    button = page.locator("[data-product]").first.get_by_role("button", name="3, perfect")
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24
    button.tap()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-graded]")).to_have_text("1")
    button.tap()
    expect(page.locator("[data-graded]")).to_have_text("0")
