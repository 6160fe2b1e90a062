"""A shop's own attributes from a file: facets, chips and ways out, in the shopper's words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

import catalog
from search.indexing import index_stale
from search.understanding import forget
from tests import cast
from tests.browser import Visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("goods")]

LAPTOPS = [("8 GB", "13 inch"), ("16 GB", "14 inch"), ("16 GB", "15.6 inch"), ("32 GB", "14 inch")]
KETTLES = [("1 l", "2000 W"), ("2 l", "2200 W"), ("2.5 l", "2400 W"), ("4 l", "3000 W")]
MUGS = ["yes", "yes", "no"]


@pytest.fixture
def goods(shop: cast.Shop) -> None:
    rows: list[dict[str, object]] = [
        {
            "sku": f"LAP-{n}", "title": f"Laptop Nimbek {n}", "category": "Electronics > Laptops",
            "price": 700 + n, "option:RAM": ram, "attr:Screen size": screen,
        }
        for n, (ram, screen) in enumerate(LAPTOPS)
    ]  # fmt: skip
    rows += [
        {
            "sku": f"KET-{n}", "title": f"Kettle Tarn {n}", "category": "Kitchen > Kettles",
            "price": 40 + n, "attr:Capacity": capacity, "attr:Power": power,
        }
        for n, (capacity, power) in enumerate(KETTLES)
    ]  # fmt: skip
    rows += [
        {
            "sku": f"CUP-{n}", "title": f"Mug Pell {n}", "category": "Kitchen > Mugs",
            "price": 10 + n, "attr:Dishwasher safe": safe,
        }
        for n, safe in enumerate(MUGS)
    ]  # fmt: skip
    done = catalog.sync(rows)
    assert (done.created, done.problems) == (11, [])
    while index_stale():
        pass
    forget()


def titles(page: Page) -> set[str]:
    """What is counted: the shelf of results alone."""
    return set(page.locator("[data-results] .card-title, .results .card-title").all_inner_texts())


def count(page: Page) -> int:
    return int(page.locator("[data-count]").inner_text().split()[0])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("laptop with at least 16 GB RAM", 3),
        ("kettle 2 to 3 l", 2),
        ("dishwasher safe mug", 2),
        ("laptop 14 inch", 2),
        ("kettle with at least 2200 W", 3),
    ],
)
def test_words_are_understood_as_attributes(open_shop: Visit, words: str, found: int) -> None:
    page = open_shop(f"/search/?q={words.replace(' ', '+')}")
    expect(page.locator("[data-count]")).to_be_visible()
    assert count(page) == found


def test_a_chip_of_an_attribute_can_be_taken_away(open_shop: Visit) -> None:
    page = open_shop("/search/?q=laptop+at+least+16+GB+RAM")
    chip = page.locator(".chips").get_by_role("link", name=re.compile("RAM"))
    chip.click()
    expect(page.locator("[data-count]")).to_have_text(re.compile(r"^\s*4 "))


def test_facets_of_a_category_are_its_attributes(open_shop: Visit) -> None:
    page = open_shop("/c/electronics/laptops/")
    page.get_by_role("checkbox", name=re.compile(r"^16 GB")).check()
    expect(page.locator("[data-count]")).to_have_text("2 products")
    expect(page).to_have_url(re.compile("attribute=ram"))


def test_what_nothing_meets_has_ways_out(open_shop: Visit) -> None:
    page = open_shop("/c/electronics/laptops/?attribute=ram:8+GB&attribute=screen-size:14+inch")
    ways = page.locator("main").get_by_role("link", name=re.compile("8 GB|14 inch"))
    expect(ways.first).to_be_visible()
