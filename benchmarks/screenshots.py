"""The pictures of docs/screenshots, taken from a running shop with the sample catalogue.

    python -m benchmarks.screenshots http://127.0.0.1:8000 --user NAME --password PASSWORD

The user is a superuser (`manage.py createsuperuser`); without one the picture of the admin stays
as it is. Chromium has to be installed.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1280, 860
MOST_BYTES = 120_000
SEARCH = "red shoes size 40 under 120"
PRODUCT = "Harrowlane Yarrow rain boots"
PHOTO = "teapot"


def home(page: Page) -> None:
    page.goto("/")


def text(page: Page) -> None:
    page.goto(f"/search/?q={SEARCH}")


def photo(page: Page) -> None:
    page.goto("/")
    page.locator("[data-sample]").filter(has=page.get_by_alt_text(PHOTO)).first.click()
    page.wait_for_url("**/search/?photo=*")


def product(page: Page) -> None:
    page.goto(f"/search/?q={PRODUCT}")
    page.locator(".card a").first.click()
    page.wait_for_url("**/p/**")


def admin(page: Page) -> None:
    page.goto("/admin/catalog/product/?q=sneakers")


# Pages of docs/admin.md: each on one sheet, wide and on a phone, light and dark. With the link that
# leads on to the page itself, where it depends on what the shop has.
LIST, FIRST, GRADE = "/admin/vitrine_search/", "#result_list tbody th a", ".field-grade_link a"
SHEETS = {
    "admin-front": ("/admin/", ""),
    "admin-searches": (f"{LIST}loggedsearch/?report=empty&days=30", ""),
    "admin-over-time": (f"{LIST}loggedsearch/?report=time", ""),
    "admin-photo-searches": (f"{LIST}loggedsearch/?report=photos", ""),
    "admin-interleaving": (f"{LIST}interleaving/", FIRST),
    "admin-judgements": (f"{LIST}judgementset/", FIRST),
    "admin-grading": (f"{LIST}judgementset/", GRADE),
    "admin-run": (f"{LIST}evaluationrun/", FIRST),
    "admin-experiment": (f"{LIST}experiment/", FIRST),
    "admin-encoder": (f"{LIST}encoderversion/", FIRST),
    "admin-rule": (f"{LIST}rule/", FIRST),
    "admin-findings": (f"{LIST}finding/", ""),
}
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (WIDTH, 360)]
EDGE = 24  # between the pictures of a sheet


def sheet(browser: Browser, given: argparse.Namespace, name: str) -> None:
    """One page in every look, at half its size."""
    address, link = SHEETS[name]
    room = (WIDTH + 360 + EDGE, 2 * HEIGHT + EDGE)
    whole = Image.new("RGB", room, "#8a9a94")
    for at, (scheme, width) in enumerate(LOOKS):
        page = browser.new_page(
            base_url=given.url,
            viewport={"width": width, "height": HEIGHT},
            color_scheme=scheme,  # type: ignore[arg-type]
            locale="en-GB",
        )
        log_in(page, given.user, given.password)
        page.goto(address)
        if link:
            page.goto(page.locator(link).first.get_attribute("href") or address)
        page.wait_for_load_state("networkidle")
        picture = Image.open(BytesIO(page.screenshot(animations="disabled")))
        whole.paste(picture, ((at % 2) * (WIDTH + EDGE), (at // 2) * (HEIGHT + EDGE)))
        page.close()
    out = BytesIO()
    whole.resize((room[0] // 2, room[1] // 2), Image.Resampling.LANCZOS).save(out, "PNG")
    path = FOLDER / f"{name}.png"
    path.write_bytes(small(out.getvalue()))
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


def log_in(page: Page, user: str, password: str) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.fill("[name=username]", user)
    page.fill("[name=password]", password)
    page.click("[type=submit]")
    if "login" in page.url:
        raise SystemExit(f"The admin does not let {user} in: wrong password, or no superuser.")


def take(page: Page, show: Callable[[Page], None]) -> None:
    show(page)
    page.wait_for_load_state("networkidle")  # the photos that are loaded when they come into view
    path = FOLDER / f"{show.__name__}.png"
    path.write_bytes(small(page.screenshot(animations="disabled")))
    print(f"{path.name}: {path.stat().st_size // 1000} kB")


def small(png: bytes) -> bytes:
    """The picture in as many colours as its size allows: a repository keeps every version."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    for colors in (256, 128, 64, 32):
        out = BytesIO()
        picture.quantize(colors, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() < MOST_BYTES:
            break
    return out.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("url", help="the address of the running shop")
    parser.add_argument("--user", help="a superuser, for the picture of the admin")
    parser.add_argument("--password", default="")
    parser.add_argument("--sheets", nargs="*", choices=SHEETS, help="of the admin; all by default")
    given = parser.parse_args()
    chromium = next(filter(None, map(shutil.which, NAMES)), None)
    if chromium is None:
        parser.error("Chromium is not installed.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        size = {"width": WIDTH, "height": HEIGHT}
        page = browser.new_page(base_url=given.url, viewport=size, locale="en-GB")  # type: ignore[arg-type]
        for show in () if given.sheets else (home, text, photo, product):
            take(page, show)
        if given.user:
            log_in(page, given.user, given.password)
            if not given.sheets:
                take(page, admin)
            for name in given.sheets or SHEETS:
                sheet(browser, given, name)


if __name__ == "__main__":
    main()
