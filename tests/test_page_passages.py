"""A shopping list is answered line by line, on one page."""

from django.test import Client

from tests import cast


def test_each_line_gets_its_products(shop: cast.Shop, client: Client) -> None:
    page = client.post("/search/list/", {"text": "- stoneware mug\n- oak chair"})
    firsts = [each.result.hits[0].product for each in page.context["found"]]
    assert firsts == [shop.mug, shop.chair]


def test_an_empty_list_is_refused_with_a_sentence(shop: cast.Shop, client: Client) -> None:
    page = client.post("/search/list/", {"text": " "})
    assert page.status_code == 400
    assert 'role="alert"' in page.content.decode()
