"""From a product's page in admin: which searches find it, and why another one does not."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from search.log.keys import new_key
from search.models import LoggedSearch
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """However busy the machine is, all of them are asked."""
    monkeypatch.setattr("search.admin.product_searches.PATIENCE", 600.0)


@pytest.fixture
def keeper(client: Client) -> Client:
    user = User.objects.create_user("keeper", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_product"))
    client.force_login(user)
    return client


def test_the_page_of_a_product_leads_to_the_searches_that_find_it(
    shop: cast.Shop, keeper: Client
) -> None:
    address = reverse("admin:catalog_product_searches", args=[shop.mug.pk])
    page = keeper.get(reverse("admin:catalog_product_change", args=[shop.mug.pk]))
    assert address in page.content.decode()
    found = {text: stands for text, _about, stands in keeper.get(address).context["found"]}
    assert found["Stoneware mug"].place == 1
    assert found["MUG-BLUE"].place == 1
    assert found["blue Mugs"].place == 1
    assert {stands.reason for stands in found.values()} == {"found"}


def test_a_trail_leads_from_there_back_to_the_product(shop: cast.Shop, keeper: Client) -> None:
    page = keeper.get(reverse("admin:catalog_product_searches", args=[shop.mug.pk]))
    trail = page.content.decode().partition('<div class="breadcrumbs">')[2].partition("</div>")[0]
    assert re.findall(r'href="([^"]+)"', trail) == [
        reverse("admin:index"),
        reverse("admin:catalog_product_changelist"),
        reverse("admin:catalog_product_change", args=[shop.mug.pk]),
    ]


def test_each_search_leads_to_its_reasons(shop: cast.Shop, keeper: Client) -> None:
    address = reverse("admin:catalog_product_searches", args=[shop.mug.pk])
    links = re.findall(r'href="(/search/why/[^"]+)"', keeper.get(address).content.decode())
    told = keeper.get(links[0].replace("&amp;", "&")).content.decode()
    assert 'data-reason="found"' in told


def test_what_there_is_no_time_to_ask_is_a_link(
    shop: cast.Shop, keeper: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.admin.product_searches.PATIENCE", 0.0)
    page = keeper.get(reverse("admin:catalog_product_searches", args=[shop.mug.pk]))
    assert {stands for _text, _about, stands in page.context["found"]} == {None}
    assert "Not asked yet" in page.content.decode()
    assert "/search/why/?q=Stoneware+mug&amp;product=MUG-BLUE" in page.content.decode()


def test_searches_of_shoppers_that_showed_it_are_listed_for_whoever_may_see_the_log(
    shop: cast.Shop, keeper: Client
) -> None:
    for words, product in [("cups", shop.mug), ("cups", shop.mug), ("stools", shop.chair)]:
        LoggedSearch.objects.create(
            id=new_key(), at=timezone.now(), kind="words", words=words, chips=[], page=1, total=1,
            shown=[product.pk], language="en", milliseconds=5, degraded=False, by_api=False,
        )  # fmt: skip
    address = reverse("admin:catalog_product_searches", args=[shop.mug.pk])
    assert keeper.get(address).context["logged"] == []
    user = User.objects.get(username="keeper")
    user.user_permissions.add(Permission.objects.get(codename="view_loggedsearch"))
    [(words, about, times)] = keeper.get(address).context["logged"]
    assert (words, times) == ("cups", 2)
    assert about == "q=cups&product=MUG-BLUE"


def test_a_product_without_variants_category_or_photo_has_a_page_too(
    shop: cast.Shop, keeper: Client
) -> None:
    bare = cast.product("Bare thing")
    page = keeper.get(reverse("admin:catalog_product_searches", args=[bare.pk]))
    assert page.status_code == 200


def test_whoever_may_not_see_products_is_sent_away(shop: cast.Shop, client: Client) -> None:
    client.force_login(User.objects.create_user("other", password="x", is_staff=True))
    page = client.get(reverse("admin:catalog_product_searches", args=[shop.mug.pk]))
    assert page.status_code == 302
