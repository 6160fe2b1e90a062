"""Staff see on the page why a product is, or is not, there; nobody else does."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from tests import cast


@pytest.fixture
def staff(db: None) -> Client:
    user = User.objects.create_user("keeper", password="x", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_product"))
    client = Client()
    client.force_login(user)
    return client


def test_every_result_leads_to_its_reasons_in_one_click(shop: cast.Shop, staff: Client) -> None:
    page = staff.get("/search/", {"q": "red sneaker"}).content.decode()
    links = re.findall(r'href="(/search/why/[^"]+)"', page)
    assert len(links) == page.count('<article class="card')
    told = staff.get(links[0].replace("&amp;", "&")).content.decode()
    assert 'data-reason="found"' in told
    assert "yes, its columns say so" in told


def test_a_missing_product_is_asked_for_below_the_results(shop: cast.Shop, staff: Client) -> None:
    page = staff.get("/search/", {"q": "mug", "color": "blue"}).content.decode()
    assert 'action="/search/why/"' in page
    told = staff.get("/search/why/", {"q": "mug", "color": "blue", "product": "SNEAKER-RED-41"})
    assert 'data-reason="filtered"' in told.content.decode()


def test_an_unknown_number_is_told_as_such(shop: cast.Shop, staff: Client) -> None:
    told = staff.get("/search/why/", {"q": "mug", "product": "NONE-SUCH"}).content.decode()
    assert 'data-reason="unknown"' in told


def test_a_category_page_leads_to_the_reasons_within_it(shop: cast.Shop, staff: Client) -> None:
    page = staff.get("/c/kitchen/").content.decode()
    assert "/search/why/?category=kitchen&amp;product=MUG-BLUE" in page


def test_shoppers_see_nothing_of_it(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": "mug"}).content.decode()
    assert "/search/why/" not in page
    assert client.get("/search/why/", {"q": "mug", "product": "MUG-BLUE"}).status_code == 302


def test_staff_without_the_right_to_see_products_are_refused(
    shop: cast.Shop, client: Client
) -> None:
    client.force_login(User.objects.create_user("other", password="x", is_staff=True))
    assert "/search/why/" not in client.get("/search/", {"q": "mug"}).content.decode()
    assert client.get("/search/why/", {"q": "mug", "product": "MUG-BLUE"}).status_code == 403


def test_a_search_that_makes_no_sense_is_refused_kindly(shop: cast.Shop, staff: Client) -> None:
    told = staff.get("/search/why/", {"q": "mug", "sort": "sideways", "product": "MUG-BLUE"})
    assert told.status_code == 400
