"""The page of results: what it refuses, what it links to, what it says."""

import pytest
from django.test import Client

from catalog.models import Variant
from tests import cast


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"sort": "sideways"}, "“sideways” is no way to sort."),
        ({"price_min": "30", "price_max": "20"}, "The lowest price, 30, is above the highest, 20."),
        ({"category": "shoe"}, "There is no category “shoe”. Did you mean “shoes"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_with_a_sentence(
    shop: cast.Shop, client: Client, asked: dict[str, str], sentence: str
) -> None:
    page = client.get("/search/", asked)
    assert page.status_code == 400
    assert sentence in page.content.decode()


def test_a_photo_of_the_day_before_yesterday_has_expired(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"photo": "AAAAAAAAAAAAAAAAAAAAAA"})
    assert page.status_code == 410
    assert "This photo search has expired" in page.content.decode()


def test_a_product_that_is_not_there_cannot_be_liked(shop: cast.Shop, client: Client) -> None:
    assert client.get("/search/", {"like": "NO-SUCH-SKU"}).status_code in (400, 404)


def test_a_card_leads_to_the_variant_that_matched(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": "sneaker", "size": "41"}).content.decode()
    assert f'href="{shop.sneaker.get_absolute_url()}?color=red&amp;size=41"' in page


def test_a_card_chooses_no_size_that_nobody_asked_for(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": "sneaker"}).content.decode()
    assert f'href="{shop.sneaker.get_absolute_url()}?color=red"' in page


def test_a_search_that_finds_nothing_shows_the_departments(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": "asdfgh"})
    assert page.context["result"].total == 0
    assert '<h3><a href="/c/shoes/">Shoes</a></h3>' in page.content.decode()


def test_what_is_sold_out_is_marked(shop: cast.Shop, client: Client) -> None:
    Variant.objects.filter(product=shop.mug).update(stock=0)
    assert "Sold out" in client.get("/search/", {"q": "mug"}).content.decode()


def test_a_filter_of_the_address_is_a_chip_that_takes_only_itself_away(
    shop: cast.Shop, client: Client
) -> None:
    page = client.get("/search/?q=mug&color=blue&color=red&page=1").content.decode()
    assert 'href="?q=mug&amp;color=red"' in page
    assert 'href="?q=mug&amp;color=blue"' in page


def test_words_of_a_stranger_are_text_and_not_markup(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": '"><img src=x onerror=alert(1)>'}).content.decode()
    assert "<img src=x" not in page


def test_a_thin_result_offers_each_way_out_with_its_count(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/", {"q": "mug", "color": "red"})
    ways = page.context["result"].relaxations
    assert [(way.name, way.count) for way in ways] == [("color", 1)]
    assert 'href="?q=mug">without colour red <span class="facet-count">1<' in page.content.decode()


def test_a_listing_is_a_search_with_a_filter(shop: cast.Shop, client: Client) -> None:
    page = client.get("/c/kitchen/")
    assert [hit.product.title for hit in page.context["result"].hits] == ["Stoneware mug"]
    assert "<h1>Kitchen</h1>" in page.content.decode()


def test_a_listing_that_is_not_there_is_404(shop: cast.Shop, client: Client) -> None:
    assert client.get("/c/garden/").status_code == 404


def test_only_staff_see_why_a_product_is_here(
    shop: cast.Shop, client: Client, admin_client: Client
) -> None:
    assert "Why here" in admin_client.get("/search/?q=mug").content.decode()
    assert "Why here" not in client.get("/search/?q=mug").content.decode()


def test_a_page_after_the_last_leads_to_the_first(shop: cast.Shop, client: Client) -> None:
    page = client.get("/search/?q=mug&page=9").content.decode()
    assert "The list ends before this page" in page
    assert 'href="?q=mug"' in page
