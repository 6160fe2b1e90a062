"""Every value of a long facet is reached by its name, though the page shows a few of them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from catalog.models import Variant
from search.templatetags.facets import VALUES_ON_A_PAGE
from tests import cast
from tests.barriers import violations
from tests.browser import DESKTOP, Visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("brands")]

BRANDS = VALUES_ON_A_PAGE + 15


@pytest.fixture
def brands(shop: cast.Shop) -> None:
    """Each brand has a scarf; the last of them, by alphabet, is not on the page."""
    for number in range(BRANDS):
        scarf = cast.product(f"Scarf {number}", "Accessories", f"Brand {number:02d}")
        Variant.objects.create(product=scarf, sku=f"S-{number}", color="red", price=9)


def test_a_page_has_a_bounded_number_of_values(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    brands = page.locator("#facet-brand input[type=checkbox]")
    expect(brands).to_have_count(VALUES_ON_A_PAGE)
    page.get_by_text("Show more").first.click()
    expect(page.get_by_text("15 more: search by their names")).to_be_visible()
    assert violations(page) == []


def test_a_value_is_found_by_its_name_as_it_is_typed(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/")
    page.get_by_label("Search in Brand").press_sequentially(f"{BRANDS - 1}")
    last = page.get_by_role("checkbox", name=f"Brand {BRANDS - 1}")
    expect(last).to_be_visible()
    expect(page.locator("#facet-brand input[type=checkbox]")).to_have_count(1)
    expect(page.locator("#announcer")).to_have_text("1 value")
    last.check()
    expect(page.locator("[data-count]")).to_have_text("1 product")
    expect(page).to_have_url(re.compile(r"\?brand=Brand\+\d+$"))


def test_what_is_chosen_stays_chosen_while_another_is_looked_for(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/?brand=Brand+50")
    page.get_by_label("Search in Brand").press_sequentially("brand 51")
    page.get_by_role("checkbox", name="Brand 51").check()
    expect(page.locator("[data-count]")).to_have_text("2 products")


def test_without_a_script_the_search_in_a_facet_is_a_button(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/", **{**DESKTOP, "java_script_enabled": False})
    page.get_by_label("Search in Brand").fill("BRAND 5")
    page.locator("#facet-brand").get_by_role("button", name="Search").click()
    page.get_by_role("checkbox", name="Brand 53").check()
    page.get_by_role("button", name="Show products").click()
    expect(page.locator("[data-count]")).to_have_text("1 product")


def test_a_name_that_no_value_has_is_said(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/?find-brand=zzz")
    expect(page.get_by_text("None of them is called so.")).to_be_visible()
