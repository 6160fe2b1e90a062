"""A card: the colours to be had, a second photo, what it cost before, and how it is rated."""

from __future__ import annotations

import pytest
from django.test import Client

from catalog.models import Product, Variant
from search.query import Hit
from search.templatetags.cards import MOST_COLORS, colors_of, second_photo
from search.templatetags.search import swatch
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def teapot(*colors: str, stock: int = 3) -> Product:
    pot = cast.product("Iron teapot", "Kitchen > Teapots")
    for position, color in enumerate(colors):
        Variant.objects.create(
            product=pot, sku=f"POT-{color}", color=color, price=20, stock=stock, position=position
        )
    return pot


def hit(product: Product, color: str) -> Hit:
    product = Product.objects.get(pk=product.pk)  # as it is now
    return Hit(product, product.variants.get(color=color), product.images.first(), score=1.0)


def test_each_colour_leads_to_the_product_in_it() -> None:
    pot = teapot("yellow", "white")
    colors = colors_of(hit(pot, "white")).shown
    assert [(each.name, each.here) for each in colors] == [("white", True), ("yellow", False)]
    assert colors[1].url == f"{pot.get_absolute_url()}?color=yellow"


def test_one_colour_is_no_choice() -> None:
    assert colors_of(hit(teapot("white"), "white")).shown == []


def test_colours_that_are_sold_out_are_not_offered() -> None:
    pot = teapot("yellow", "white")
    pot.variants.filter(color="white").update(stock=0)
    assert colors_of(hit(pot, "yellow")).shown == []


def test_of_many_colours_a_few_are_shown_and_the_rest_counted() -> None:
    names = ["red", "blue", "green", "black", "white", "pink", "grey", "teal"]
    colors = colors_of(hit(teapot(*names), "red"))
    assert [each.name for each in colors.shown] == names[:MOST_COLORS]
    assert colors.more == 3


def test_the_second_photo_shows_the_same_variant() -> None:
    pot = teapot("yellow", "white")
    first, white, other = (
        cast.photo(pot, each, n) for n, each in enumerate(("red", "grey", "tan"))
    )
    for photo, color in ((first, "yellow"), (white, "white"), (other, "yellow")):
        pot.images.filter(pk=photo.pk).update(color=color)
    assert second_photo(hit(pot, "yellow")) == other
    assert second_photo(Hit(pot, pot.variants.get(color="white"), first, score=1.0)) == white
    white.delete()
    assert second_photo(hit(pot, "white")) is None


@pytest.mark.parametrize(
    ("color", "name"), [("Rosso", "red"), ("Dunkelblau", "navy"), ("Navy blue", "navy")]
)
def test_a_swatch_has_its_colour_in_whatever_language(color: str, name: str) -> None:
    assert f"swatch-{name}" in swatch(color).split()


def test_a_price_before_is_struck_through_with_the_reduction(client: Client) -> None:
    pot = teapot("white")
    pot.variants.update(price="20.10", price_before=30)
    card = client.get("/search/").content.decode()
    assert "<del>€30.00</del> <ins>€20.10</ins>" in card
    assert "−33&nbsp;%" in card
    pot.variants.update(price=35)
    assert "<del>" not in client.get("/search/?sort=price").content.decode()


def test_a_rating_is_said_in_words_too(client: Client) -> None:
    teapot("white")
    Product.objects.update(rating="4.25", rating_count=12)
    card = client.get("/search/").content.decode()
    assert "4.3 of 5 stars" in card
    assert "(12)" in card


def test_an_article_by_its_number_leads_to_that_very_one(shop: cast.Shop, client: Client) -> None:
    pot = cast.product("Clay pot", "Kitchen > Pots")
    for sku, diameter in (("00140", "14 cm"), ("00300", "30 cm")):
        Variant.objects.create(product=pot, sku=sku, options={"Diameter": diameter}, price=9)
    forget()

    found = client.get("/search/?q=00300").content.decode()

    assert f'href="{pot.get_absolute_url()}?diameter=30+cm"' in found
    chosen = client.get(f"{pot.get_absolute_url()}?diameter=30+cm").context["choice"]
    assert chosen.variant.sku == "00300"
