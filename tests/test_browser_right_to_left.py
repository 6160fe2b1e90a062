"""What a shop wrote from right to left is shown so, on a page that reads from left to right."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests import cast
from tests.browser import Visit

pytestmark = pytest.mark.browser

TITLES = {"حقيبة جلدية (كبيرة)": "rtl", "תיק עור 2.0!": "rtl", "Leather bag": "ltr"}


@pytest.fixture(autouse=True)
def stocked(shop: cast.Shop) -> None:
    for title in TITLES:
        cast.product(title, "Bags", description=title)


def direction(of: Locator) -> str:
    return str(of.evaluate("each => getComputedStyle(each).direction"))


@pytest.mark.parametrize("title", TITLES)
def test_titles_and_texts_read_in_their_own_direction(open_shop: Visit, title: str) -> None:
    page = open_shop("/search/?category=bags")
    card = page.get_by_role("heading", name=title, exact=True)
    assert direction(card) == TITLES[title]
    card.get_by_role("link").click()
    heading = page.get_by_role("heading", name=title, exact=True, level=1)
    expect(heading).to_be_visible()
    assert direction(heading) == TITLES[title]
    assert direction(page.locator(".description")) == TITLES[title]


def test_so_does_what_is_typed(open_shop: Visit) -> None:
    page = open_shop("/")
    box = page.get_by_role("combobox")
    assert direction(box) == "ltr"
    box.fill("حقيبة")
    assert direction(box) == "rtl"
