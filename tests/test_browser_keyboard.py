"""Without a mouse: everything is reached in order, seen, and left again."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import Visit

pytestmark = pytest.mark.browser


def test_the_first_stop_skips_to_the_content(open_shop: Visit) -> None:
    page = open_shop("/search/?q=mug")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_suggestion_is_chosen_with_the_arrow_keys(open_shop: Visit) -> None:
    page = open_shop("/")
    box = page.get_by_role("combobox", name="Search the shop")
    box.focus()
    page.keyboard.type("mug")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-0")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("mug")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/(search|c|p)/"))


def test_a_search_stands_in_the_box_while_the_arrow_keys_are_on_it(open_shop: Visit) -> None:
    page = open_shop("/")
    box = page.get_by_role("combobox", name="Search the shop")
    box.focus()
    page.keyboard.type("red sn")
    expect(page.get_by_role("option", name="red sneakers")).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(box).to_have_value("red sneakers")
    page.keyboard.press("ArrowUp")
    expect(box).to_have_value("red sn")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_have_value("red sn")


def test_the_photo_dialog_takes_the_focus_and_gives_it_back(open_shop: Visit) -> None:
    page = open_shop("/search/?q=mug")
    camera = page.get_by_role("link", name="Search with a photo").first
    camera.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Search with a photo")
    expect(dialog).to_be_visible()
    assert dialog.evaluate("dialog => dialog.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(camera).to_be_focused()


def test_a_product_is_reached_from_the_search_box_by_tab_alone(open_shop: Visit) -> None:
    page = open_shop("/search/?q=stoneware+mug")
    page.get_by_role("combobox", name="Search the shop").focus()
    for _step in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Stoneware mug":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Stoneware mug")


@pytest.mark.usefixtures("scarves")
def test_a_product_is_three_stops_away(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the products")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".card-title a").first).to_be_focused()


@pytest.mark.usefixtures("scarves")
def test_the_filters_can_be_skipped(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.get_by_label("Sort by").focus()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip the filters")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".card-title a").first).to_be_focused()
