"""Who types an article number or a title gets that very variant, however it is written."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.models import Translation, Variant
from search.query import Identifier, Interpretation, Part, Query
from search.understanding import identify, vocabulary
from search.understanding.amounts.numbered_words import numbered_words
from search.understanding.parser import read
from search.understanding.understand import understand
from tests import cast

pytestmark = pytest.mark.django_db

NUMBERS = """VT-1042-RED VT-1042-BLUE VT-1043-RED GIFTCARD ABC_DEF TEAPOTXL-RED 500ML 100x50
    12.50 5G 20W 16-07 KT-INS114-DRE NOR.0707-60 4006381333931 0012345 B/C+7 Ä-77 ZZ1042REDXL
    M8 42"""


@pytest.fixture(autouse=True)
def skus() -> None:
    headphones = cast.product("Kestrel WH-1000XM4 headphones")
    for sku in NUMBERS.split():
        Variant.objects.create(product=headphones, sku=sku.replace("+", " "))
    Variant.objects.create(product=cast.product("Boots", group="boots"), sku="90210")


def named(text: str) -> tuple[str, ...]:
    return tuple(each.sku for each in identify(text))


def understood(text: str) -> Interpretation:
    return understand(Query(parts=(Part(text=text),)))


@pytest.mark.parametrize(
    ("typed", "sku"),
    [
        ("VT-1042-RED", "VT-1042-RED"),
        ("vt 1042 red", "VT-1042-RED"),
        ("vt1042red", "VT-1042-RED"),
        ("giftcard", "GIFTCARD"),
        ("abc-def", "ABC_DEF"),
        ("teapotxl red", "TEAPOTXL-RED"),
        ("500ml", "500ML"),
        ("500 ml", "500ML"),
        ("100 x 50", "100x50"),
        ("12.50", "12.50"),
        ("12-50", "12.50"),
        ("5g", "5G"),
        ("20 W", "20W"),
        ("1607", "16-07"),
        ("16.07", "16-07"),
        ("ktins114dre", "KT-INS114-DRE"),
        ("nor 0707 60", "NOR.0707-60"),
        ("4006381333931", "4006381333931"),
        ("400-6381-333931", "4006381333931"),
        ("12345", "0012345"),
        ("00012345", "0012345"),
        ("bc7", "B/C 7"),
        ("a77", "Ä-77"),
        ("ｚｚ１０４２ｒｅｄｘｌ", "ZZ1042REDXL"),
        ("VT\u200b-1043-RED\ufeff", "VT-1043-RED"),
        ("42", "42"),
        ("m8", "M8"),
    ],
)
def test_a_whole_number_is_that_article_in_any_case_and_with_any_separators(
    typed: str, sku: str
) -> None:
    assert identify(typed)[0] == Identifier(sku, "sku", alone=True)
    assert understood(typed).entities == ()


@pytest.mark.parametrize("typed", ["0036000291452", "036000291452", "0-36000-29145-2"])
def test_a_barcode_is_that_article_with_or_without_its_zeros(typed: str) -> None:
    Variant.objects.create(product=cast.product("Jug"), sku="J-1", gtin="036000291452")
    assert identify(typed) == (Identifier("J-1", "barcode", alone=True),)


def test_a_makers_number_is_one_too() -> None:
    Variant.objects.create(product=cast.product("Jug"), sku="J-1", mpn="WH/1000-X")
    assert identify("wh1000x") == (Identifier("J-1", "model", alone=True),)
    assert understood("jug wh-1000x in white").identifiers == (Identifier("J-1", "model"),)


def test_what_is_spelt_as_typed_comes_before_what_is_not() -> None:
    Variant.objects.create(product=cast.product("Mug", group="mug"), sku="1607")
    assert named("1607") == ("1607", "16-07")
    assert named("16-07") == ("16-07", "1607")


def test_a_part_of_a_number_finds_all_that_have_it() -> None:
    assert named("1042") == ("VT-1042-BLUE", "VT-1042-RED")
    assert named("vt-104") == ("VT-1042-BLUE", "VT-1042-RED", "VT-1043-RED")
    assert named("INS114-DRE") == ("KT-INS114-DRE",)


@pytest.mark.parametrize(
    "text", ["do you have VT-1043-RED in stock", "vt1043red please", "headphones (VT-1043-RED)"]
)
def test_a_number_inside_a_longer_query_comes_first_and_is_not_all(text: str) -> None:
    found = understood(text)
    assert found.identifiers == (Identifier("VT-1043-RED", "sku"),)
    assert found.text


@pytest.mark.parametrize(
    "text",
    [
        "sneakers size 42",
        "sneakers 42",
        "boots under 42",
        "iphone 42 case",
        "bottle 500 ml",
        "bottle 500ml",
        "rug 100 x 50",
        "table 100x50",
        "bulb 20W",
        "lamp 12.50",
        "set of 42 bowls",
        "bolt m8 brass",
        "boots 9021",
        "calendar 2026",
        "100% cotton t-shirt",
        "lamp 42€",
    ],
)
def test_a_size_price_measure_or_count_is_no_article_number(text: str) -> None:
    assert understood(text).identifiers == ()


def test_whoever_says_that_a_number_follows_means_an_article() -> None:
    assert understood("spare part for sku 42").skus == ("42",)
    assert understood("art. 16-07 in white").skus == ("16-07",)


def test_a_model_number_in_a_title_is_found() -> None:
    found = understood("wh-1000xm4 headphones")
    assert [each.by for each in found.identifiers] == ["model"]


def test_an_exact_title_is_an_identifier_in_every_language_that_the_product_has() -> None:
    ladle = cast.product("Soup ladle with long handle", group="ladle")
    Variant.objects.create(product=ladle, sku="L-1")
    Translation.objects.create(product=ladle, language="de", title="Suppenkelle mit langem Griff")
    for title in ("soup ladle, with long handle", "Suppenkelle mit langem Griff"):
        assert identify(title) == (Identifier("L-1", "title", alone=True),)
    assert identify("soup ladle long handle") == (Identifier("L-1", "title"),)
    assert identify("soup handle") == ()


@pytest.mark.parametrize(
    "title", ["No Drama -XYZ print", 'Poster "The Who" under 20', "A with B & C"]
)
def test_operators_in_a_title_are_part_of_it(title: str) -> None:
    Variant.objects.create(product=cast.product(title, group="poster"), sku="P-1")
    found = understood(title)
    assert found.skus == ("P-1",)
    assert (found.excluded, found.phrases, found.intents) == ((), (), ())
    assert not any(entity.hard for entity in found.entities)


def test_a_title_that_is_a_kind_of_thing_keeps_its_chips() -> None:
    cast.red_sneaker()
    assert {each.kind for each in understood("canvas sneaker").entities} == {"material", "category"}


def test_a_number_that_is_a_name_of_the_shop_is_first_and_not_all() -> None:
    cast.red_sneaker()
    Variant.objects.create(product=cast.product("Pot", group="pot"), sku="SNEAKERS")
    found = understood("sneakers")
    assert found.skus == ("SNEAKERS",)
    assert [each.kind for each in found.entities] == ["category"]


@pytest.mark.parametrize("text", ["", "boots of mine", "x'); drop table", "'", "9 & 1", "-", "🍕"])
def test_other_words_are_no_identifiers(text: str) -> None:
    assert identify(text) == ()


def test_a_product_that_is_not_sold_is_not_found() -> None:
    Variant.objects.get(sku="90210").product.delete()
    assert identify("90210") == ()


@pytest.mark.parametrize(
    "text", ["red mug", "abc1 " * 400, "sku 42 " * 30, "a1b2c3 VT-1042-RED x9y8z7"]
)
def test_one_statement_asks_for_all_of_them(text: str) -> None:
    words = vocabulary()
    with CaptureQueriesContext(connection) as asked:
        identify(text, numbered_words(read(text, words)))
    assert len(asked) == 1


@pytest.mark.parametrize("title", ["Mars HeatTech™ Pullover", "Rake & Broom", "Café crème cup"])
def test_a_title_copied_from_the_source_of_a_page_is_a_title(title: str) -> None:
    product = cast.product(title, "Things")
    Variant.objects.create(product=product, sku="T-1")
    copied = title.replace("&", "&amp;").replace("™", "&trade;").replace("é", "&eacute;")
    assert [(each.sku, each.by) for each in identify(copied)][:1] == [("T-1", "title")]
