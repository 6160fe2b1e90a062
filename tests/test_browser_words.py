"""Type, search, and take back what was understood."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import Visit

pytestmark = pytest.mark.browser


def test_typed_words_lead_to_the_product(open_shop: Visit) -> None:
    page = open_shop("/")
    page.get_by_role("searchbox", name="Search the shop").or_(
        page.get_by_role("combobox", name="Search the shop")
    ).fill("stoneware mug")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=stoneware\+mug$"))
    page.get_by_role("link", name="Stoneware mug", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stoneware mug")
    expect(page.get_by_text("€14.50").first).to_be_visible()


def test_a_misspelt_word_is_corrected_and_the_correction_can_be_refused(open_shop: Visit) -> None:
    page = open_shop("/search/?q=canvs+sneaker")
    expect(page.get_by_text("Showing results for canvas sneaker.")).to_be_visible()
    page.get_by_role("link", name="Search instead for “canvs sneaker”").click()
    expect(page.get_by_text("Showing results for")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("“canvs sneaker”")


def test_a_chip_that_is_removed_is_offered_again(open_shop: Visit) -> None:
    page = open_shop("/search/?q=red+sneaker")
    entities = page.get_by_role("list", name="How we understood your search")
    entities.get_by_role("link", name=re.compile("Colour Red remove", re.IGNORECASE)).click()
    expect(page).to_have_url(re.compile("off=color%3A"))
    entities.get_by_role("link", name=re.compile("use again")).click()
    expect(
        entities.get_by_role("link", name=re.compile("Colour Red remove", re.IGNORECASE))
    ).to_be_visible()
    expect(page).not_to_have_url(re.compile("off="))


def test_a_chip_is_changed_where_its_words_were_typed(open_shop: Visit) -> None:
    page = open_shop("/search/?q=red+sneaker+under+80")
    page.get_by_role("button", name="Change “under 80”").click()
    page.keyboard.type("under 50")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"q=red\+sneaker\+under\+50$"))


def test_a_recent_search_is_offered_and_can_be_forgotten(open_shop: Visit) -> None:
    page = open_shop("/")
    page.get_by_role("combobox").fill("mug")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=mug")
    page.goto("/")
    page.get_by_role("combobox").click()
    expect(page.get_by_role("option", name="mug")).to_be_visible()
    page.get_by_role("button", name="Clear recent searches").click()
    page.reload()
    page.get_by_role("combobox").click()
    expect(page.get_by_role("option")).to_have_count(0)
