"""Journeys of staff in a browser: pin, hide, preview, publish, undo, and find out why."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from search.models import Rule
from tests.browser import PHONE, SCARVES, Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def keeper(scarves: None) -> User:
    """After a first search, which is what takes longest of all."""
    assert Client().get("/search/", {"q": "scarf"}).context["result"].total == SCARVES
    return User.objects.create_superuser("keeper", password="a long password")


def signed_in(open_shop: Visit, path: str, **options: object) -> Page:
    page = open_shop("/admin/login/?next=/admin/", **options)
    page.set_default_timeout(60_000)
    page.fill("#id_username", "keeper")
    page.fill("#id_password", "a long password")
    page.click("input[type=submit]")
    page.goto(path)
    return page


def titles(page: Page) -> list[str]:
    return page.locator(".grid").first.locator(".card-title").all_inner_texts()


def test_a_rule_is_previewed_published_seen_and_undone(open_shop: Visit, keeper: User) -> None:
    page = signed_in(open_shop, "/search/?q=scarf")
    was_first = titles(page)[0]
    page.click("text=Make a rule for this search")
    page.select_option("#id_act", "pin")
    page.fill("#id_products", "CHAIR-OAK")
    page.click("input[name=_preview]")
    assert "Oak chair" in page.locator("[data-side=after] li").first.inner_text()
    assert was_first in page.locator("[data-side=before] li").first.inner_text()
    shopper = open_shop("/search/?q=scarf")
    assert titles(shopper)[0] == was_first

    page.click("section.preview button")
    page.wait_for_url("**/search/?q=scarf")
    assert titles(page)[0] == "Oak chair"
    shopper.reload()
    assert titles(shopper)[0] == "Oak chair"
    assert "picked by the shop" in shopper.locator(".card").first.inner_text()

    rule = Rule.objects.get()
    page.goto(f"/admin/vitrine_search/rule/{rule.pk}/change/")
    page.click("input[value=Withdraw]")
    shopper.reload()
    assert titles(shopper)[0] == was_first
    page.goto(f"/admin/vitrine_search/rule/{rule.pk}/history/")
    page.click("input[value=Restore]")
    shopper.reload()
    assert titles(shopper)[0] == "Oak chair"


def test_a_product_is_hidden_for_a_time(open_shop: Visit, keeper: User) -> None:
    page = signed_in(open_shop, "/admin/vitrine_search/rule/add/?query=scarf&act=hide")
    page.fill("#id_products", "SCARF-0\nSCARF-1")
    tomorrow = timezone.localtime() + timedelta(days=1)
    page.fill("#id_ends_0", f"{tomorrow:%Y-%m-%d}")
    page.fill("#id_ends_1", "12:00:00")
    page.click("input[name=_publish]")
    shopper = open_shop("/search/?q=scarf")
    assert "28" in shopper.locator("[data-count]").inner_text()
    page.fill("#id_starts_0", f"{tomorrow - timedelta(days=3):%Y-%m-%d}")
    page.fill("#id_starts_1", "12:00:00")
    page.fill("#id_ends_0", f"{tomorrow - timedelta(days=2):%Y-%m-%d}")
    page.click("input[name=_publish]")
    shopper.reload()
    assert "30" in shopper.locator("[data-count]").inner_text()


def test_a_member_of_staff_finds_out_why_a_product_is_missing(
    open_shop: Visit, keeper: User
) -> None:
    page = signed_in(open_shop, "/search/?q=scarf&color=blue")
    page.fill("section.staff input[name=product]", "SCARF-1")
    page.click("section.staff >> text=Tell")
    assert page.locator("[data-reason=filtered]").inner_text() == (
        "It is filtered out: Colour blue."
    )
    page.click("text=Back to the results")
    page.locator(".why a").first.click()
    assert page.locator("[data-reason=found]").inner_text() == "It is found, at place 1."


@pytest.mark.parametrize("path", ["/search/?q=scarf", "/search/why/?q=scarf&product=SCARF-1"])
def test_the_pages_of_staff_fit_a_phone(open_shop: Visit, keeper: User, path: str) -> None:
    page = signed_in(open_shop, path, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
