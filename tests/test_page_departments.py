"""Every department is shown with a photo of what it sells, be it new in the shop or long there."""

import pytest

from catalog.models import Category
from search import departments
from search.understanding import forget
from tests import cast


def test_a_department_without_a_new_product_shows_an_older_one(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = {root.name: photo.product for root, photo in departments.with_photos()}
    assert shown["Shoes"] == shop.sneaker
    monkeypatch.setattr(departments, "LATEST", 1)
    assert {root.name: photo.product for root, photo in departments.with_photos()} == shown


def test_a_department_of_products_from_others_has_a_photo_too(shop: cast.Shop) -> None:
    outlet = Category.objects.create(name="Outlet")
    shop.mug.also_in.add(outlet)
    forget()
    assert {root.name: photo.product for root, photo in departments.with_photos()}[
        "Outlet"
    ] == shop.mug
