"""The departments above every page, and the one that the page belongs to."""

import pytest
from django.test import Client

from catalog.models import Category, Product
from tests import cast

SHOES = '<a href="/c/shoes/" aria-current="true">Shoes</a>'


def test_every_page_leads_to_the_departments_and_the_shopping_list(
    shop: cast.Shop, client: Client
) -> None:
    for path in ("/", "/search/?q=mug", "/search/photo/", shop.mug.get_absolute_url()):
        page = client.get(path).content.decode()
        assert '<a href="/c/shoes/">Shoes</a>' in page
        assert '<a href="/search/list/">Shopping list</a>' in page


def test_the_department_of_a_listing_and_of_a_product_is_marked(
    shop: cast.Shop, client: Client
) -> None:
    for path in ("/c/shoes/", "/c/shoes/sneakers/", shop.sneaker.get_absolute_url()):
        assert SHOES in client.get(path).content.decode()
    assert SHOES not in client.get(shop.mug.get_absolute_url()).content.decode()


def test_a_department_with_nothing_to_sell_is_not_offered(shop: cast.Shop, client: Client) -> None:
    Category.objects.create(name="Garden")
    Product.objects.filter(category__path__startswith="Furniture").update(active=False)
    page = client.get("/search/?q=mug").content.decode()
    assert "/c/garden/" not in page
    assert "/c/furniture/" not in page


@pytest.mark.django_db
def test_an_empty_shop_has_no_departments(client: Client) -> None:
    assert 'class="aisles"' not in client.get("/").content.decode()
