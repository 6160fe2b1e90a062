"""axe-core finds nothing against WCAG 2.2 A and AA, on any page, in light and in dark."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import expect

from catalog.models import Brand, Category, Product
from search.forms.photo import open_photo
from search.indexing import index_stale
from search.models import PhotoQuery
from search.retrieval import store_photo
from tests import cast
from tests.barriers import violations
from tests.browser import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("scarves")]

LOOKS = [
    pytest.param({**DESKTOP, "color_scheme": "light"}, id="desktop, light"),
    pytest.param({**DESKTOP, "color_scheme": "dark"}, id="desktop, dark"),
    pytest.param({**PHONE, "color_scheme": "light"}, id="phone, light"),
    pytest.param({**PHONE, "color_scheme": "dark"}, id="phone, dark"),
]
Address = Callable[[cast.Shop], str]
PAGES: dict[str, Address] = {
    "home": lambda shop: "/",
    "results": lambda shop: "/search/?q=red+sneaker+size+41&color=blue&off=category:x",
    "several things": lambda shop: "/search/?q=red+sneaker+size+42+and+a+green+mug",
    "nothing found": lambda shop: "/search/?q=asdfghjk&brand=Northlight&price_max=1",
    "listing": lambda shop: "/c/accessories/?page=2",
    "like a product": lambda shop: "/search/?like=MUG-BLUE",
    "like a photo": lambda shop: f"/search/?photo={photo().pk}&q=mug",
    "product": lambda shop: shop.sneaker.get_absolute_url() + "?size=41",
    "photo": lambda shop: "/search/photo/",
    "list": lambda shop: "/search/list/",
    "refused": lambda shop: "/search/?sort=sideways",
    "not found": lambda shop: "/nowhere/",
}


def photo() -> PhotoQuery:
    return store_photo(open_photo(BytesIO(cast.picture("blue"))))


@pytest.mark.parametrize("look", LOOKS)
def test_no_page_has_a_barrier(open_shop: Visit, shop: cast.Shop, look: dict[str, object]) -> None:
    page = open_shop("/", **look)
    found = {}
    for name, address in PAGES.items():
        page.goto(address(shop))
        found[name] = violations(page)
    assert {name: barriers for name, barriers in found.items() if barriers} == {}


def test_no_page_is_wider_than_a_phone(open_shop: Visit, shop: cast.Shop) -> None:
    page = open_shop("/", **PHONE)
    wide = {}
    for name, address in PAGES.items():
        page.goto(address(shop))
        wide[name] = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
    assert set(wide.values()) == {0}, wide


ENDLESS = {"title": "W" * 300, "brand": "B" * 100, "sku": "S" * 100, "size": "Z" * 20}


@pytest.mark.parametrize("look", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_word_of_a_product_is_wider_than_a_page(
    open_shop: Visit, shop: cast.Shop, look: dict[str, Any]
) -> None:
    """Titles, brands and categories are as long as they may be, and nothing in them breaks."""
    category = Category.objects.create(name="K" * 100)
    brand = Brand.objects.create(name=ENDLESS["brand"])
    product = Product.objects.create(title=ENDLESS["title"], category=category, brand=brand)
    product.variants.create(sku=ENDLESS["sku"], size=ENDLESS["size"], price=99_999_999, stock=1)
    index_stale()
    page = open_shop("/", **look)
    for address in (
        product.get_absolute_url(),
        category.get_absolute_url(),
        f"/search/?q={ENDLESS['sku']}",
        f"/search/?q=mug&brand={ENDLESS['brand']}",
    ):
        page.goto(address)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) == 0, address


ZOOMED = {"viewport": {"width": 320, "height": 256}}  # 1280 by 1024 at 400 %
SPACED = """*, *::before { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }"""


def test_no_page_is_wider_than_a_screen_at_400_percent(open_shop: Visit, shop: cast.Shop) -> None:
    """WCAG 1.4.10, also with the spaces between letters that 1.4.12 lets readers have."""
    page = open_shop("/", **ZOOMED, bypass_csp=True)
    wide = {}
    for name, address in PAGES.items():
        page.goto(address(shop))
        widths = [page.evaluate("document.documentElement.scrollWidth")]
        page.add_style_tag(content=SPACED)
        widths.append(page.evaluate("document.documentElement.scrollWidth"))
        wide[name] = max(widths)
    assert set(wide.values()) == {320}, wide


@pytest.mark.parametrize("look", LOOKS)
def test_cutting_a_photo_has_no_barrier(open_shop: Visit, look: dict[str, object]) -> None:
    page = open_shop("/", **look)
    page.get_by_role("link", name="Search with a photo").click()
    assert violations(page) == []
    files = {"name": "red.png", "mimeType": "image/png", "buffer": cast.picture("red", (400, 300))}
    page.get_by_role("dialog").get_by_label("Choose a photo").set_input_files(files)  # type: ignore[arg-type]
    expect(page.get_by_text("Photo chosen.")).to_be_visible()
    page.get_by_text("Crop without dragging").click()
    assert violations(page) == []


def test_the_sheet_of_filters_has_no_barrier(open_shop: Visit) -> None:
    page = open_shop("/c/accessories/", **PHONE)
    page.get_by_role("link", name="Filters", exact=True).click()
    assert violations(page) == []


def test_colours_of_the_system_leave_apart_what_is_current_and_what_has_a_colour(
    open_shop: Visit,
) -> None:
    page = open_shop("/c/accessories/", **{**DESKTOP, "forced_colors": "active"})
    style = "each => getComputedStyle(each)."
    line = page.locator(".aisles [aria-current]").evaluate(f"{style}borderBottomColor")
    other = page.locator(".aisles a:not([aria-current])").first
    ground = page.locator("body").evaluate(f"{style}backgroundColor")
    assert line != ground
    assert other.evaluate(f"{style}borderBottomColor") == ground
    colors = page.locator("#filters .swatch").evaluate_all(
        "found => found.map(each => getComputedStyle(each).backgroundColor)"
    )
    assert len(set(colors)) == 2  # blue and green, not two holes
    assert page.locator(".pages [aria-current]").evaluate(f"{style}outlineStyle") == "solid"
