"""What a page promises of a click, the click gives: ways out, and ticks of the filters."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

import pytest
from django.http import QueryDict
from django.test import Client

from catalog.models import Variant
from search.indexing import index_stale
from search.query import SearchResult
from search.templatetags.links import relaxed
from search.understanding import forget
from tests import cast

THINGS = (
    ("Wool scarf", "Accessories > Scarves", "wool", "red"),
    ("Fine scarf", "Accessories > Scarves", "merino wool", "blue"),
    ("Long scarf", "Accessories > Scarves", "silk", "red"),
    ("Short scarf", "Accessories > Scarves", "boiled wool", "green"),
    ("Soft hat", "Accessories > Hats", "wool", "red"),
    ("Round hat", "Accessories > Hats", "felt", "red"),
    ("Flat hat", "Accessories > Hats", "boiled wool", "blue"),
)


@pytest.fixture
def woollens(shop: cast.Shop) -> None:
    for number, (title, category, material, color) in enumerate(THINGS):
        thing = cast.product(title, category, material=material)
        Variant.objects.create(
            product=thing, sku=f"WOOL-{number}", color=color, price=20 + number, stock=1
        )
    forget()
    while index_stale():
        pass


def result(client: Client, query: str) -> SearchResult:
    found: SearchResult = client.get(f"/search/{query}").context["result"]
    return found


@pytest.mark.usefixtures("woollens")
@pytest.mark.parametrize(
    "words",
    [
        "red scarf",
        "silk hat",
        "blue scarf of wool",
        "green silk scarf",
        "sneaker size 42",
        "red hat under 10",
        "blue chair",
    ],
)
@pytest.mark.parametrize("filters", ["", "&color=red", "&price_max=23"])
def test_a_way_out_leads_to_as_many_products_as_it_says(
    client: Client, words: str, filters: str
) -> None:
    asked = f"?{urlencode({'q': words})}{filters}"
    found = result(client, asked)
    promised = {way.label: way.count for way in found.relaxations}
    given = {
        way.label: result(client, relaxed(QueryDict(asked[1:]), way, found)).total
        for way in found.relaxations
    }
    assert promised == given


@pytest.mark.usefixtures("woollens")
def test_what_need_not_be_met_any_more_comes_first_all_the_same(client: Client) -> None:
    page = client.get("/search/?q=silk+hat&prefer=category:accessories/hats")
    assert [hit.product.title for hit in page.context["result"].hits] == ["Long scarf"]
    assert "Preferably Hats" in page.content.decode()
    page = client.get("/search/?q=red+hat&prefer=category:accessories/hats")
    titles = [hit.product.title for hit in page.context["result"].hits]
    assert set(titles[:2]) == {"Soft hat", "Round hat"}
    assert set(titles[2:]) == {"Wool scarf", "Long scarf", "Canvas sneaker"}


@pytest.mark.usefixtures("woollens")
@pytest.mark.parametrize("words", ["of wool please", "wool scarf", "red wool", "wool -silk"])
def test_only_what_the_address_chose_is_ticked(client: Client, words: str) -> None:
    """What words chose is a link: a tick would be sent as a filter with the next one."""
    page = client.get("/search/", {"q": words, "color": "red"}).content.decode()
    boxes = re.findall(r'<input\s+type="checkbox"[^>]*>', page)
    ticked = [
        (name, value)
        for box in boxes
        if "checked" in box
        for name, value in re.findall(r'name="([^"]*)"\s+value="([^"]*)"', box)
    ]
    assert ticked == parse_qsl("color=red")
