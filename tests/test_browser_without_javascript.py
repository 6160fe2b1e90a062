"""The whole shop without a script: forms, links and pages are enough."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests import cast
from tests.browser import DESKTOP, Visit

pytestmark = pytest.mark.browser
PLAIN = {**DESKTOP, "java_script_enabled": False}


def test_words_find_and_lead_to_a_product(open_shop: Visit) -> None:
    page = open_shop("/", **PLAIN)
    page.get_by_label("Search the shop").fill("oak chair")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Oak chair", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Oak chair")


@pytest.mark.usefixtures("scarves")
def test_filters_and_sort_are_one_form_with_a_button(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/", **PLAIN)
    page.get_by_role("checkbox", name="green 15").check()
    page.get_by_label("Sort by").select_option("price")
    page.get_by_role("button", name="Show products").click()
    expect(page.locator("[data-count]")).to_have_text("15 products")
    expect(page.locator(".card-title").first).to_have_text("Wool scarf 1")


def test_a_photo_is_sent_with_a_plain_form(open_shop: Visit, tmp_path: Path) -> None:
    photo = tmp_path / "red.png"
    photo.write_bytes(cast.picture("red"))
    page = open_shop("/", **PLAIN)
    page.get_by_role("link", name="Search with a photo").click()
    page.get_by_label("Choose a photo").set_input_files(photo)
    page.locator("main").get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Like your photo")
    expect(page.locator(".card-title").first).to_have_text("Canvas sneaker")


def test_sizes_are_links(open_shop: Visit, shop: cast.Shop) -> None:
    page = open_shop(shop.sneaker.get_absolute_url(), **PLAIN)
    page.get_by_role("link", name="42 sold out").click()
    expect(page.get_by_text("Sold out in this choice")).to_be_visible()
    page.get_by_role("link", name="41", exact=True).click()
    expect(page.get_by_text("Only 3 left")).to_be_visible()
