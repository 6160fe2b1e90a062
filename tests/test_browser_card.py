"""A card under the mouse or the keyboard shows another photo, and nothing moves."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser


def test_the_mouse_brings_the_second_photo_and_moves_nothing(open_shop: Visit) -> None:
    page = open_shop("/search/?q=stoneware+mug")
    card = page.locator(".card").first
    before = card.bounding_box()
    card.hover()
    expect(card.locator(".tile-second")).to_have_css("opacity", "1")
    expect(card.locator(".tile img").first).to_have_css("opacity", "0")
    assert card.bounding_box() == before


def test_the_keyboard_brings_it_too(open_shop: Visit) -> None:
    page = open_shop("/search/?q=stoneware+mug")
    page.locator("#found").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".card-title a").first).to_be_focused()
    expect(page.locator(".card .tile-second").first).to_have_css("opacity", "1")


def test_a_touch_screen_does_not_fetch_it(open_shop: Visit) -> None:
    page = open_shop("/search/?q=stoneware+mug", **PHONE)
    second = page.locator(".tile-second").first
    expect(second).to_be_hidden()
    assert not second.evaluate("photo => photo.complete && photo.naturalWidth > 0")


def test_a_reason_of_two_lines_is_read_whole(open_shop: Visit) -> None:
    page = open_shop("/search/?q=stoneware+mug", **PHONE)
    reasons = page.locator(".reasons").first
    reasons.locator("li").first.evaluate("li => li.textContent = 'matches the number '.repeat(5)")
    cut = reasons.evaluate(
        """list => {
            const text = document.createRange();
            text.selectNodeContents(list.querySelector("li"));
            const shown = list.getBoundingClientRect().left
                + parseFloat(getComputedStyle(list).clipPath.match(/([\\d.]+)px\\)/)[1]);
            const lines = [...text.getClientRects()];
            return [lines.length, Math.min(...lines.map(line => line.left)) - shown];
        }"""
    )
    assert cut[0] > 1
    assert cut[1] >= -0.5


@pytest.mark.parametrize("options", [PHONE, DESKTOP])
def test_what_a_product_lacks_begins_where_its_title_does(
    open_shop: Visit, options: dict[str, Any]
) -> None:
    page = open_shop("/search/?q=purple+mug", **options)
    card = page.locator(".card", has=page.locator(".missing")).first
    left = """element => {
        const text = document.createRange();
        text.selectNodeContents(element);
        return text.getClientRects()[0].left;
    }"""
    lack, title = card.locator(".missing li").first, card.locator(".card-title a")
    assert lack.evaluate(left) == pytest.approx(title.evaluate(left), abs=1)
