"""The category tree spells its own paths and addresses."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from catalog.models import Category

pytestmark = pytest.mark.django_db


def test_a_path_makes_what_is_missing_of_it() -> None:
    boots = Category.objects.at_path("Shoes > Boots")

    assert (boots.path, boots.url_path) == ("Shoes > Boots", "shoes/boots")
    assert Category.objects.at_path("Shoes>Boots") == boots
    assert Category.objects.count() == 2


def test_an_empty_path_is_no_category() -> None:
    assert Category.objects.at_path("") is None


def test_siblings_with_names_alike_have_addresses_of_their_own() -> None:
    Category.objects.at_path("T-Shirts")

    assert Category.objects.at_path("T Shirts").url_path == "t-shirts-2"


def test_long_names_alike_have_addresses_of_their_own() -> None:
    first, second = (Category.objects.at_path(f"{'Lamp' * 24}la{end}") for end in ("-s", " s"))
    assert (len(first.slug), second.slug) == (100, f"{first.slug[:90]}-2")


def test_names_of_any_script_have_an_address() -> None:
    assert Category.objects.at_path("Möbel > 椅子").url_path == "möbel/椅子"
    assert Category.objects.at_path("&").url_path == "category"


def test_moving_a_branch_moves_all_below_it() -> None:
    leaf = Category.objects.at_path("Clothes > Shoes > Boots")
    shoes = leaf.parent

    shoes.parent = None
    shoes.save()

    leaf.refresh_from_db()
    assert (leaf.path, leaf.url_path) == ("Shoes > Boots", "shoes/boots")


def test_a_branch_cannot_be_put_below_itself() -> None:
    leaf = Category.objects.at_path("Clothes > Shoes > Boots")
    top = Category.objects.get(name="Clothes")

    top.parent = leaf
    with pytest.raises(ValidationError, match="below itself"):
        top.save()


def test_a_name_cannot_hold_the_sign_that_separates_names() -> None:
    with pytest.raises(ValidationError, match="cannot contain the sign >"):
        Category.objects.create(name="A > B")
