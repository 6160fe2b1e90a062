"""The home page, in three languages."""

import pytest
from django.test import Client

from catalog.models import Product
from tests import cast


def test_departments_show_a_photo_and_lead_to_their_listing(
    shop: cast.Shop, client: Client
) -> None:
    page = client.get("/").content.decode()
    assert '<h3><a href="/c/shoes/">Shoes</a>' in page
    assert '<h3><a href="/c/kitchen/">Kitchen</a>' in page
    assert '<h3><a href="/c/furniture/">' not in page  # its one product has no photo


def test_the_language_is_chosen_in_the_footer_and_kept(shop: cast.Shop, client: Client) -> None:
    answer = client.post("/i18n/setlang/", {"language": "de"}, headers={"Referer": "/"})
    assert answer.status_code == 302
    assert '<html lang="de">' in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Search"), ("de", "Suchen"), ("fr", "Rechercher"), ("es", "Buscar")],
)
def test_the_browsers_language_is_spoken(
    shop: cast.Shop, client: Client, language: str, words: str
) -> None:
    page = client.get("/", headers={"Accept-Language": language}).content.decode()
    assert f'<button class="go" type="submit"><span>{words}</span>' in page


@pytest.mark.django_db
def test_an_empty_shop_says_so(client: Client) -> None:
    assert "The shop is still empty" in client.get("/").content.decode()


def test_no_page_brings_a_script_or_style_of_its_own(shop: cast.Shop, client: Client) -> None:
    for path in ("/", "/search/?q=red+mug&color=blue", shop.sneaker.get_absolute_url()):
        page = client.get(path).content.decode()
        assert " style=" not in page
        assert "<style" not in page
        assert page.count("<script") == page.count("<script src=") + page.count(
            '<script type="module" src='
        ) + page.count("application/ld+json")


@pytest.mark.django_db
def test_a_shop_without_a_photo_is_not_called_empty(client: Client) -> None:
    product = Product.objects.create(title="Tarn kettle")
    product.variants.create(sku="TARN", price="49.50")

    page = client.get("/").content.decode()

    assert "The shop is still empty" not in page
    assert "Tarn kettle" in page
