"""From an empty search to a better shop and back, by hand: at most twelve clicks."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Locator, Page, expect

from search import log
from search.experiments import runs
from search.models import Experiment, Rule
from tests.browser import Visit
from tests.judged_shop import judgement_set
from tests.search_log import logged

__all__ = ["logged"]
pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("logged")]

MOST_CLICKS = 12
MUG = {"name": "Stoneware mug", "exact": True}


class Hand:
    """Counts what it clicks; what is typed, and what a page does by itself, are no clicks."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, where: Locator) -> None:
        self.clicks += 1
        where.click()


@pytest.fixture(autouse=True)
def warm(scarves: None) -> None:
    """The first search of a process loads what all others use; with reasons it is not logged."""
    Client().get("/search/", {"q": "mug", "explain": "1"})


@pytest.fixture
def front_page(open_shop: Visit) -> Page:
    User.objects.create_superuser("keeper", password="open sesame")
    page = open_shop("/admin/login/?next=/admin/")
    page.set_default_timeout(60_000)
    page.fill("[name=username]", "keeper")
    page.fill("[name=password]", "open sesame")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    return page


def measured() -> None:
    """What a worker does meanwhile."""
    while runs.work(seconds=60):
        pass


def test_an_empty_search_becomes_a_synonym_that_is_proved_and_rolled_back(
    open_shop: Visit, front_page: Page
) -> None:
    judgement_set("What shoppers ask")
    shopper = open_shop("/search/?q=zorblax")
    expect(shopper.get_by_role("link", **MUG)).to_have_count(0)  # type: ignore[arg-type]
    log.writer.close()
    hand, page = Hand(), front_page
    page.reload()

    hand.click(page.get_by_role("link", name=re.compile("^Without result")))
    row = page.get_by_role("row", name=re.compile("zorblax"))
    hand.click(row.get_by_role("link", name=re.compile("^Synonym")))
    hand.click(page.locator("[name=synonyms]"))
    page.keyboard.press("End")
    page.keyboard.type(", mugs")
    hand.click(page.get_by_role("button", name="Save and preview"))
    expect(page.locator("[data-side=before] li")).to_have_count(0)
    expect(page.locator("[data-side=after] li")).to_contain_text(["Stoneware mug"])

    hand.click(page.get_by_role("button", name="Publish"))
    expect(page.get_by_role("link", **MUG)).to_be_visible()  # type: ignore[arg-type]
    shopper.reload()
    expect(shopper.get_by_role("link", **MUG)).to_be_visible()  # type: ignore[arg-type]

    hand.click(page.get_by_role("link", name="Judge these results"))
    hand.click(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("heading", name="zorblax")).to_be_visible()
    expect(page.locator("[data-product]").first).to_be_focused()
    page.keyboard.press("3")
    expect(page.locator("[data-graded]")).to_have_text("1")
    hand.click(page.get_by_role("link", name=re.compile("^Measure this set")))
    hand.click(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text("this page looks again by itself")).to_be_visible()
    measured()
    expect(page.get_by_role("heading", name="1 query won")).to_be_visible()
    expect(page.get_by_role("heading", name="0 queries lost")).to_be_visible()
    assert Experiment.objects.get().old.rules is False

    hand.click(page.get_by_role("link", name=re.compile("^Results")))
    hand.click(page.get_by_role("link", name="zorblax", exact=True))
    hand.click(page.get_by_role("button", name="Withdraw"))
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert Rule.objects.get().live is None
    shopper.reload()
    expect(shopper.get_by_role("link", **MUG)).to_have_count(0)  # type: ignore[arg-type]
    assert hand.clicks <= MOST_CLICKS
