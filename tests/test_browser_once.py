"""A double click on a button of admin does its work once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from catalog.models import Product
from search.models import Rule
from tests.browser import Visit
from tests.test_browser_admin import log_in

pytestmark = pytest.mark.browser
# The second click comes while the first is on its way, as a hand makes it.
TWICE = """name => {
  const button = document.querySelector(`[name=${name}]`);
  button.click();
  setTimeout(() => button.click(), 120);
}"""


@pytest.fixture
def admin(open_shop: Visit) -> Page:
    page = open_shop("/admin/login/?next=/admin/")
    log_in(page)
    return page


@pytest.mark.parametrize("button", ["_save", "_continue", "_addanother"])
def test_a_product_is_made_once(admin: Page, button: str) -> None:
    admin.goto("/admin/catalog/product/add/")
    admin.fill("[name=title]", "Straw hat")
    admin.evaluate(TWICE, button)
    expect(admin.locator(".messagelist .success")).to_be_visible()
    assert Product.objects.filter(title="Straw hat").count() == 1


def test_a_rule_is_published_once(admin: Page) -> None:
    admin.goto("/admin/vitrine_search/rule/add/")
    admin.fill("[name=name]", "Mugs")
    admin.select_option("[name=act]", "synonym")
    admin.fill("[name=synonyms]", "zorg, mug")
    admin.evaluate(TWICE, "_publish")
    expect(admin.locator(".messagelist .success")).to_be_visible()
    assert Rule.objects.count() == 1


def test_a_form_that_comes_back_may_be_sent_again(admin: Page) -> None:
    for name in ("Straw hat", "Felt hat"):
        admin.goto("/admin/catalog/product/add/")
        admin.fill("[name=title]", name)
        admin.click("[name=_save]")
        expect(admin.locator(".messagelist .success")).to_be_visible()
        admin.go_back()
    admin.fill("[name=title]", "Wool hat")
    admin.click("[name=_save]")
    expect(admin.locator(".messagelist .success")).to_be_visible()
    assert Product.objects.filter(title__endswith=" hat").count() == 3
