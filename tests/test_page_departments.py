"""Every department is shown with a photo of what it sells, be it new in the shop or long there."""

import pytest

from catalog.models import Category
from search.templatetags import search as tags
from search.understanding import forget
from tests import cast


def test_a_department_without_a_new_product_shows_an_older_one(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = {root.name: root.photo.product for root in tags.departments()}
    assert shown["Shoes"] == shop.sneaker
    monkeypatch.setattr(tags, "RECENT", 1)
    assert {root.name: root.photo.product for root in tags.departments()} == shown


def test_a_department_of_products_from_others_has_a_photo_too(shop: cast.Shop) -> None:
    outlet = Category.objects.create(name="Outlet")
    shop.mug.also_in.add(outlet)
    forget()
    assert {root.name: root.photo.product for root in tags.departments()}["Outlet"] == shop.mug
