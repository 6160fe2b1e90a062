"""Filters take effect at once, keep what they promise and stand in the address."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("scarves")]


def count(page: Page) -> int:
    return int(page.locator("[data-count]").inner_text().split()[0])


def test_a_facet_leads_to_the_number_of_products_that_it_shows(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    expect(page.locator("[data-count]")).to_have_text("30 products")
    page.get_by_role("checkbox", name="blue 15").check()
    expect(page.locator("[data-count]")).to_have_text("15 products")
    expect(page).to_have_url(re.compile(r"\?color=blue$"))
    expect(page.get_by_role("checkbox", name="green 15")).to_be_visible()


def test_the_keyboard_stays_on_the_filter_that_was_set(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.get_by_role("checkbox", name="blue 15").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-count]")).to_have_text("15 products")
    expect(page.get_by_role("checkbox", name="blue 15")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("15 products")


def test_back_takes_the_last_filter_away(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.get_by_role("checkbox", name="blue 15").check()
    expect(page.locator("[data-count]")).to_have_text("15 products")
    page.get_by_label("Lowest price").fill("20")
    page.keyboard.press("Enter")
    expect(page.locator("[data-count]")).to_have_text("10 products")
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text("15 products")
    page.go_back()
    expect(page.locator("[data-count]")).to_have_text("30 products")
    expect(page.get_by_role("checkbox", name="blue 15")).not_to_be_checked()


def test_an_address_gives_everybody_the_same_page(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.get_by_label("Sort by").select_option("-price")
    expect(page).to_have_url(re.compile("sort=-price"))
    page.get_by_role("link", name="Page 2").click()
    expect(page).to_have_url(re.compile("page=2"))
    mine = page.locator(".card-title").all_inner_texts()
    theirs = open_shop(page.url)
    assert theirs.locator(".card-title").all_inner_texts() == mine
    assert mine[0] == "Wool scarf 5"  # 24 dearer ones are on the first page


def test_on_a_phone_several_filters_are_chosen_before_the_page_changes(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/", **PHONE)
    expect(page.get_by_role("checkbox", name="blue 15")).to_be_hidden()
    page.get_by_role("link", name="Filters", exact=True).click()
    page.get_by_role("checkbox", name="blue 15").check()
    page.get_by_label("Highest price").fill("12")
    page.get_by_role("button", name="Show products").click()
    expect(page.locator("[data-count]")).to_have_text("2 products")
    expect(page.get_by_role("checkbox", name="blue")).to_be_hidden()


def test_on_a_phone_the_button_says_how_many_products_there_will_be(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/", **PHONE)
    page.get_by_role("link", name="Filters", exact=True).click()
    expect(page.get_by_role("button", name="Show products (30)")).to_be_visible()
    page.get_by_role("checkbox", name="blue 15").check()
    page.get_by_label("Highest price").fill("12")
    page.get_by_label("Highest price").blur()
    expect(page.get_by_role("button", name="Show products (2)")).to_be_visible()
    expect(page.get_by_role("checkbox", name="green 1")).to_be_visible()
    expect(page).to_have_url(re.compile("/c/accessories/#filters$"))
    page.get_by_role("button", name="Show products (2)").click()
    expect(page.get_by_role("link", name="Filters 2 chosen")).to_be_visible()


def test_a_new_lowest_price_above_the_old_highest_lets_go_of_that(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/?price_min=10&price_max=19")
    expect(page.locator("[data-count]")).to_have_text("10 products")
    page.get_by_label("Lowest price").fill("30")
    page.get_by_label("Lowest price").blur()
    expect(page).to_have_url(re.compile(r"\?price_min=30$"))
    expect(page.locator("[data-count]")).to_have_text("10 products")
    expect(page.get_by_label("Highest price")).to_have_value("")


def test_a_price_that_is_none_leaves_the_page_where_it_is(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.get_by_label("Highest price").fill("-5")
    page.get_by_label("Highest price").blur()
    page.get_by_label("Lowest price").fill("30")
    page.get_by_label("Highest price").fill("")
    page.get_by_label("Highest price").blur()
    expect(page).to_have_url(re.compile(r"\?price_min=30$"))
    expect(page.locator("[data-count]")).to_have_text("10 products")
