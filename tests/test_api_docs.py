"""The docs page of the API works in a real browser under the shop's Content-Security-Policy."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_docs_list_the_endpoints_and_break_no_policy(
    chromium: Browser, live_server: Any, empty_cache: None
) -> None:
    complaints: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{live_server.url}/api/v1/docs/")
    page.wait_for_selector(".opblock")
    shown = page.locator(".opblock-summary-path").all_inner_texts()
    page.close()
    assert "/api/v1/search/" in {path.replace("\u200b", "") for path in shown}
    assert complaints == []
