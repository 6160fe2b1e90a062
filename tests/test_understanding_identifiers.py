"""A SKU or model number is found whatever its case and separators, whole and in part."""

import pytest

from catalog.models import Variant
from search.understanding import identifiers
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def skus() -> None:
    headphones = cast.product("Kestrel WH-1000XM4 headphones")
    for sku in ("VT-1042-RED", "VT-1042-BLUE", "VT-1043-RED"):
        Variant.objects.create(product=headphones, sku=sku)
    Variant.objects.create(product=cast.product("Boots", group="boots"), sku="90210")


def test_a_whole_sku_comes_alone() -> None:
    assert identifiers("VT-1042-RED") == ("VT-1042-RED",)


def test_case_and_separators_do_not_matter() -> None:
    assert identifiers("vt 1042 red") == ("VT-1042-RED",)


def test_a_part_of_a_sku_finds_all_that_have_it() -> None:
    assert identifiers("1042") == ("VT-1042-BLUE", "VT-1042-RED")
    assert identifiers("vt-104") == ("VT-1042-BLUE", "VT-1042-RED", "VT-1043-RED")


def test_a_whole_sku_is_found_inside_a_longer_query() -> None:
    assert identifiers("do you have VT-1043-RED in stock") == ("VT-1043-RED",)


def test_a_part_of_a_sku_inside_a_longer_query_is_no_identifier() -> None:
    assert identifiers("boots 9021") == ()


def test_a_model_number_in_a_title_is_found() -> None:
    assert identifiers("wh-1000xm4 headphones") == ("VT-1042-BLUE",)


@pytest.mark.parametrize(
    "text", ["", "boots", "500ml", "140x200", "20€", "x'); drop table", "'", "9 & 1", "42"]
)
def test_other_words_are_no_identifiers(text: str) -> None:
    assert identifiers(text) == ()


def test_a_product_that_is_not_sold_is_not_found() -> None:
    Variant.objects.get(sku="90210").product.delete()
    assert identifiers("90210") == ()
