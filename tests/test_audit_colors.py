"""The audit finds what says one colour and looks another, and says which."""

from __future__ import annotations

import pytest

from catalog.models import Product
from tests import audit_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("things")]


def test_nothing_is_found_where_nothing_is_wrong() -> None:
    assert audit_shop.audited("color") == []


@pytest.mark.parametrize(("looks", "says"), [("red", "blue"), ("yellow", "black")])
def test_a_wrong_colour_is_found_and_the_seen_one_proposed(looks: str, says: str) -> None:
    wrong = audit_shop.add("mug", looks, 101, said=says, title="Mug Quince")
    (finding,) = audit_shop.audited("color")
    assert finding.product == wrong
    assert finding.proposal == {"do": "set_color", "from": says, "value": looks}


def test_a_colour_that_no_photo_can_disprove_is_not_judged() -> None:
    audit_shop.add("mug", "red", 101, said="multicoloured")
    audit_shop.add("mug", "red", 102, said="", title="Clear mug Quince")
    assert audit_shop.audited("color") == []


def test_hidden_products_are_left_alone() -> None:
    wrong = audit_shop.add("mug", "red", 101, said="blue")
    Product.objects.filter(pk=wrong.pk).update(active=False)
    assert audit_shop.audited("color") == []


@pytest.mark.parametrize("said", ["", "red"])
def test_a_wrong_colour_in_the_title_is_found_too(said: str) -> None:
    wrong = audit_shop.add("mug", "red", 101, said=said, title="Blue mug Quince")
    (finding,) = audit_shop.audited("color")
    assert finding.product == wrong
    assert finding.proposal == {"do": "set_title", "value": "Red mug Quince"}
