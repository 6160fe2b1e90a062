"""What shoppers search is in the log, and in admin one click from its reasons and remedies."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from search import log
from search.models import Click, LoggedSearch, Rule
from tests import cast
from tests.browser import DESKTOP, Visit
from tests.search_log import logged

__all__ = ["logged"]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("logged")]

SEARCHES = "/admin/vitrine_search/loggedsearch/"


@pytest.fixture(autouse=True)
def warm(shop: cast.Shop) -> None:
    """The first search of a process loads what all others use; with reasons it is not logged."""
    Client().get("/search/", {"q": "mug", "explain": "1"})


def log_in(page: Page) -> None:
    User.objects.create_superuser("keeper", password="open sesame")
    page.goto("/admin/login/?next=/admin/")
    page.fill("[name=username]", "keeper")
    page.fill("[name=password]", "open sesame")
    page.click("[type=submit]")


def test_a_search_and_a_click_are_in_the_log(open_shop: Visit, shop: cast.Shop) -> None:
    page = open_shop("/search/?q=mug")
    with page.expect_response("**/search/click/"):
        page.get_by_role("link", name="Stoneware mug", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stoneware mug")
    log.writer.close()
    (row,) = LoggedSearch.objects.all()
    assert (row.words, row.clicks) == ("mug", 1)
    assert [(click.product_id, click.place) for click in Click.objects.all()] == [(shop.mug.pk, 1)]


def test_results_that_a_filter_has_put_in_place_are_noted_too(
    open_shop: Visit, scarves: None
) -> None:
    page = open_shop("/c/accessories/")
    first = page.locator("[data-noted]").get_attribute("data-noted")
    page.locator("#filters").get_by_role("checkbox", name="blue 15").check()
    expect(page.locator("[data-noted]")).not_to_have_attribute("data-noted", str(first))
    with page.expect_response("**/search/click/"):
        page.locator(".card-title a").nth(1).click()
    log.writer.close()
    rows = LoggedSearch.objects.filter(kind="browse").order_by("id")
    assert [(row.filters, row.clicks) for row in rows] == [
        ({"category": "accessories"}, 0),
        ({"category": "accessories", "color": ["blue"]}, 1),
    ]


def test_links_work_without_javascript(open_shop: Visit) -> None:
    page = open_shop("/search/?q=mug", **DESKTOP, java_script_enabled=False)
    page.get_by_role("link", name="Stoneware mug", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stoneware mug")


def test_an_empty_search_becomes_a_synonym(open_shop: Visit) -> None:
    page = open_shop("/search/?q=zorblax")
    expect(page.get_by_role("link", name="Stoneware mug", exact=True)).to_have_count(0)
    log.writer.close()
    log_in(page)
    page.get_by_role("link", name=re.compile("^Without result")).click()
    row = page.get_by_role("row", name=re.compile("zorblax"))
    row.get_by_role("link", name=re.compile("^Synonym")).click()
    words, name = page.locator("[name=synonyms]"), page.locator("[name=name]")
    expect(words).to_have_value("zorblax")
    expect(name).to_be_focused()  # by admin's own script: what is typed before would land there
    words.fill("zorblax, mug")
    name.fill("zorblax is a mug")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert [(rule.act, rule.synonyms) for rule in Rule.objects.all()] == [
        ("synonym", "zorblax, mug")
    ]


def test_a_line_leads_to_its_results_with_reasons(open_shop: Visit) -> None:
    page = open_shop("/search/?q=mug")
    log.writer.close()
    log_in(page)
    page.goto(SEARCHES)
    page.get_by_role("link", name=re.compile("^Results")).click()
    page.get_by_text("Why here").first.click()
    says = page.get_by_role("table", name="What each way of searching says")
    expect(says).to_contain_text("words", ignore_case=True)
    log.writer.close()
    assert LoggedSearch.objects.count() == 1  # who looks into reasons is no shopper


@pytest.mark.parametrize(
    ("preferred", "chosen", "background"),
    [
        ("light", "auto", "rgb(245, 247, 246)"),
        ("dark", "auto", "rgb(24, 33, 30)"),
        ("light", "dark", "rgb(24, 33, 30)"),
        ("dark", "light", "rgb(245, 247, 246)"),
    ],
)
def test_the_choice_of_light_or_dark_goes_before_what_the_system_prefers(
    open_shop: Visit, preferred: str, chosen: str, background: str
) -> None:
    page = open_shop("/admin/login/", **DESKTOP, color_scheme=preferred)
    page.evaluate("theme => { localStorage.setItem('theme', theme); }", chosen)
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", chosen)
    expect(page.locator("body")).to_have_css("background-color", background)
