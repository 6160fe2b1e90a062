"""A real headless Chromium for the tests of the pages; without one they are skipped.

The shop that it visits has the cast and, so that there is something to filter and to page
through, thirty scarves: every other one blue, the rest green, at 10 to 39 euros.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from catalog.models import Variant
from search.indexing import index_stale
from tests import cast
from tests.worker import wait_until

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next((path for path in map(shutil.which, NAMES) if path), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "has_touch": True,
    "is_mobile": True,
}
SCARVES = 30
PATIENCE = 20_000  # milliseconds: a busy machine is slow, not wrong

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("No Chromium is installed: the pages were not driven in a browser.")
    # Playwright keeps a loop in this thread; Django would take all later tests as asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_shop(chromium: Browser, live_server: LiveServer, shop: cast.Shop) -> Iterator[Visit]:
    """Open a page of the shop: `open_shop("/", **PHONE)`. A script error fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def visit(path: str, **options: Any) -> Page:
        contexts.append(chromium.new_context(base_url=live_server.url, **(options or DESKTOP)))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    with answered_to_the_end():
        yield visit
        for context in contexts:
            context.close()
    assert errors == []


@contextmanager
def answered_to_the_end() -> Iterator[None]:
    """Leave when each request that began meanwhile has ended.

    A page that is closed may have asked for the next one: tables are emptied after a test, and
    beside a search that reads them it is a deadlock now and then.
    """
    running: list[None] = []

    def begin(**_named: object) -> None:
        running.append(None)

    def end(**_named: object) -> None:
        if running:  # not one of before
            running.pop()

    request_started.connect(begin)
    request_finished.connect(end)
    try:
        yield
        wait_until(lambda: not running)
    finally:
        request_started.disconnect(begin)
        request_finished.disconnect(end)


@pytest.fixture
def scarves(shop: cast.Shop) -> None:
    for number in range(SCARVES):
        scarf = cast.product(f"Wool scarf {number}", "Accessories > Scarves", "Northlight")
        color = "green" if number % 2 else "blue"
        Variant.objects.create(
            product=scarf, sku=f"SCARF-{number}", color=color, price=10 + number, stock=1
        )
    while index_stale():
        pass
