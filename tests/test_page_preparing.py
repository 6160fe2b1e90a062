"""A shop whose products are not indexed yet says so, and how far it is."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.test import Client

from search.indexing import index_stale, insufficient
from tests import cast

pytestmark = pytest.mark.usefixtures("fresh_counts")
SAID = "This shop is still getting ready for search: 0 % is done."


@pytest.fixture
def fresh_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.templatetags.search.recently_insufficient", insufficient)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/search/?q=mug", "/c/kitchen/"])
def test_pages_say_how_much_is_indexed(client: Client, path: str) -> None:
    cast.product("Mug", "Kitchen")
    assert SAID in client.get(path).content.decode()


@pytest.mark.parametrize("path", ["/", "/search/?q=mug", "/c/kitchen/"])
def test_an_indexed_shop_has_nothing_to_say(client: Client, shop: cast.Shop, path: str) -> None:
    index_stale()
    assert "getting ready" not in client.get(path).content.decode()


@pytest.mark.django_db
def test_an_empty_shop_is_not_getting_ready(client: Client) -> None:
    assert "getting ready" not in client.get("/").content.decode()


def test_of_an_indexed_shop_nothing_is_counted(shop: cast.Shop) -> None:
    index_stale()
    with patch("search.indexing.coverage.size") as counted:
        assert insufficient() is None
    counted.assert_not_called()
