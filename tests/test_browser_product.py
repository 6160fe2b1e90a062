"""The product page: photos enlarged, the address shared, the way to the shop's own page."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests import cast
from tests.barriers import violations
from tests.browser import DESKTOP, Visit

pytestmark = pytest.mark.browser


def test_a_photo_is_enlarged_and_left_by_the_keyboard_alone(
    open_shop: Visit, shop: cast.Shop
) -> None:
    page = open_shop(shop.mug.get_absolute_url())
    first = page.get_by_role("link", name="Blue mug Enlarge")
    first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Photos, enlarged")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("img")).to_have_accessible_name("Blue mug")
    assert violations(page) == []
    page.keyboard.press("ArrowRight")
    expect(dialog.get_by_role("img")).to_have_accessible_name("Blue mug from above")
    expect(dialog.get_by_role("status")).to_have_text("2 / 2")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(first).to_be_focused()


def test_plus_enlarges_and_the_arrow_keys_then_move_the_photo(
    open_shop: Visit, shop: cast.Shop
) -> None:
    page = open_shop(shop.mug.get_absolute_url())
    page.get_by_role("link", name="Blue mug Enlarge").click()
    stage = page.locator("[data-zoom-stage]")
    fitted = stage.evaluate("stage => stage.scrollWidth")
    page.keyboard.press("+")
    assert stage.evaluate("stage => stage.scrollWidth") == 2 * fitted
    before = stage.evaluate("stage => stage.scrollLeft")
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "before => document.querySelector('[data-zoom-stage]').scrollLeft > before", arg=before
    )
    expect(page.locator("[data-zoom-place]")).to_have_text("1 / 2")
    page.keyboard.press("-")
    assert stage.evaluate("stage => stage.scrollWidth") == fitted


def test_without_a_script_a_photo_is_a_link_to_the_large_one(
    open_shop: Visit, shop: cast.Shop
) -> None:
    page = open_shop(shop.mug.get_absolute_url(), **{**DESKTOP, "java_script_enabled": False})
    expect(page.get_by_role("button", name="Share")).to_be_hidden()
    page.get_by_role("link", name="Blue mug Enlarge").click()
    expect(page).to_have_url(re.compile(r"/1600\.webp$"))


def test_sharing_copies_the_address_where_the_device_has_no_sheet(
    open_shop: Visit, shop: cast.Shop
) -> None:
    path = shop.mug.get_absolute_url()
    page = open_shop(path, **DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_text("The link is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_where_nothing_can_be_copied_the_address_stands_there(
    open_shop: Visit, shop: cast.Shop
) -> None:
    page = open_shop(shop.mug.get_absolute_url())
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_label("Copy this address")).to_have_value(page.url)


def test_a_product_with_an_address_of_its_own_leads_there(
    open_shop: Visit, shop: cast.Shop
) -> None:
    page = open_shop(shop.mug.get_absolute_url())
    expect(page.get_by_role("link", name="To the shop")).to_have_count(0)
    shop.mug.url = "https://shop.example/mug"
    shop.mug.save()
    page.reload()
    to_shop = page.get_by_role("link", name="To the shop")
    expect(to_shop).to_have_attribute("href", "https://shop.example/mug")
    shop.mug.variants.update(url="https://shop.example/mug?blue")
    page.reload()
    expect(to_shop).to_have_attribute("href", "https://shop.example/mug?blue")


def test_on_paper_stands_what_the_page_says_and_nothing_to_press(
    open_shop: Visit, shop: cast.Shop
) -> None:
    page = open_shop(shop.mug.get_absolute_url(), viewport={"width": 720, "height": 1000})
    page.emulate_media(media="print")
    pressed = page.locator("header form, .aisles, footer, .product-actions, .but")
    assert pressed.count() >= 4
    for each in pressed.all():
        expect(each).to_be_hidden()
    photo, title = page.locator(".gallery .tile").first, page.get_by_role("heading", level=1)
    expect(title).to_be_visible()
    left, right = photo.bounding_box(), title.bounding_box()
    assert left
    assert right
    assert left["x"] + left["width"] <= right["x"]
    for each in page.locator(".gallery .tile").all():
        box = each.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 720
