"""Take the screenshots of the README again, from a shop that is open.

    make run                                    # in another terminal
    .venv/bin/python docs/take_screenshots.py   # with the PORT and VITRINE_STATE of the shop

Needs Chromium and the packages of `make test`.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "docs" / "screenshots"
SNAPSHOT = ROOT / "sample_shop" / "shopper_photos" / "shopper-148.webp"
SIZE = {"width": 1200, "height": 860}
KEEPER = "screenshots"


def home(page: Page) -> None:
    page.goto("/")


def text(page: Page) -> None:
    page.goto("/search/?q=red+shoes+size+42+under+100")


def photo(page: Page) -> None:
    """A shopper's photo, cropped to the thing in it by one click."""
    page.goto("/search/photo/")
    page.set_input_files("[data-file] >> nth=0", SNAPSHOT)
    page.get_by_role("button", name="Thing 1").click()
    page.locator("[data-go] button[type=submit]").click()
    page.wait_for_selector("[data-looks-like]:not([hidden])")


def product(page: Page) -> None:
    page.goto("/search/?q=elm+low-top+sneakers")
    page.locator(".card-title a").first.click()


def admin(page: Page) -> None:
    page.goto("/admin/catalog/product/?within=Shoes")


@contextmanager
def keeper() -> Iterator[str]:
    """The password of an account for admin, which is gone afterwards."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps a loop in this thread
    import django

    django.setup()
    from django.contrib.auth.models import User

    User.objects.filter(username=KEEPER).delete()
    password = secrets.token_urlsafe()
    user = User.objects.create_superuser(KEEPER, password=password)
    try:
        yield password
    finally:
        user.delete()


def sign_in(page: Page, password: str) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.fill("[name=username]", KEEPER)
    page.fill("[name=password]", password)
    page.click("[type=submit]")


def take(page: Page, scene: Callable[[Page], None]) -> None:
    scene(page)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=SHOTS / f"{scene.__name__}.png")
    print(f"docs/screenshots/{scene.__name__}.png")


def main() -> None:
    shop = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    with sync_playwright() as playwright, keeper() as password:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox"],
        )
        page = browser.new_page(base_url=shop, viewport=SIZE, locale="en")
        for scene in (home, text, photo, product):
            take(page, scene)
        sign_in(page, password)
        take(page, admin)
        browser.close()


if __name__ == "__main__":
    main()
