"""In the browser: somebody of the shop reviews a duplicate and an alt text by keyboard."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from playwright.sync_api import Page, expect

from catalog.models import Product
from search.models import Finding
from tests import cast
from tests.browser import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

QUEUE = "/admin/vitrine_search/finding/"
BOTH = ("view_finding", "decide_finding")


@pytest.fixture
def found(shop: cast.Shop) -> dict[str, Finding]:
    """A listing that is there twice, and a photo whose alt text is the name of a file."""
    photo = shop.sneaker.images.get()
    duplicate = Finding.objects.create(
        kind="duplicate", product=shop.mug, other=shop.chair, score=0.97, fingerprint="1",
        proposal={"do": "hide", "value": shop.mug.pk},
    )  # fmt: skip
    alt = Finding.objects.create(
        kind="alt", product=shop.sneaker, photo=photo, score=0.95, fingerprint="2",
        said={"reason": "file", "alt": "IMG_1.jpg"},
        proposal={"do": "set_alt", "value": "Red sneakers"},
    )  # fmt: skip
    return {"duplicate": duplicate, "alt": alt}


def enter(open_shop: Visit, permissions: tuple[str, ...], **options: Any) -> Page:
    """The queue, as somebody with these permissions."""
    user = User.objects.create_user("reviewer", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client = Client()
    client.force_login(user)
    page = open_shop("/", **options)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": page.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    page.goto(QUEUE)
    return page


def test_a_duplicate_and_an_alt_text_are_reviewed_by_keyboard(
    open_shop: Visit, found: dict[str, Finding]
) -> None:
    page = enter(open_shop, BOTH, **DESKTOP)
    duplicate = page.locator(f"#finding-{found['duplicate'].pk}")
    expect(duplicate.get_by_role("img")).to_have_count(2)
    page.keyboard.press("j")
    expect(duplicate).to_be_focused()
    page.keyboard.press("a")
    expect(page.get_by_text("1 finding is decided.")).to_be_visible()
    alt = page.locator(f"#finding-{found['alt'].pk}")
    expect(alt).to_be_focused()
    expect(alt).to_contain_text('The alt text is the name of a file: "IMG_1.jpg".')
    page.keyboard.press("e")
    page.keyboard.press("Control+A")
    page.keyboard.type("Red canvas sneaker, from the side")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing waits.")).to_be_visible()
    sneaker = Product.objects.get(pk=found["alt"].product_id)
    assert sneaker.images.get().alt == "Red canvas sneaker, from the side"
    assert not Product.objects.get(pk=found["duplicate"].product_id).active
    states = dict(Finding.objects.values_list("kind", "state"))
    assert states == {"duplicate": "accepted", "alt": "changed"}


def test_several_are_marked_and_rejected_at_once(
    open_shop: Visit, found: dict[str, Finding]
) -> None:
    page = enter(open_shop, BOTH, **DESKTOP)
    page.get_by_label("mark all").check()
    page.get_by_role("button", name="Reject those marked").click()
    expect(page.get_by_text("2 findings are decided.")).to_be_visible()
    page.get_by_role("link", name="decided ones").click()
    expect(page.get_by_text("rejected")).to_have_count(2)


def test_a_phone_shows_all_of_a_finding(open_shop: Visit, found: dict[str, Finding]) -> None:
    page = enter(open_shop, BOTH, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator(".audit-card").first.evaluate("card => card.clientWidth") > 280
    accept = page.locator(f"#finding-{found['alt'].pk}").get_by_role("button", name="Accept")
    accept.scroll_into_view_if_needed()
    accept.tap()
    expect(page.get_by_text("1 finding is decided.")).to_be_visible()


def test_rights_for_the_catalogue_alone_show_no_findings(
    open_shop: Visit, found: dict[str, Finding]
) -> None:
    page = enter(open_shop, ("view_product", "change_product"), **DESKTOP)
    expect(page.locator(".audit-card")).to_have_count(0)
    page.goto("/admin/")
    expect(page.get_by_role("link", name="Products", exact=True).first).to_be_visible()
    expect(page.get_by_role("link", name="Findings")).to_have_count(0)
