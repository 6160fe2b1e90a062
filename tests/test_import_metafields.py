"""Metafields of Shopify become what a shopper would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.formats.metafields import metafield, rating
from tests.read_file import rows, written


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Linen", "Linen"),
        ("cotton; linen", "cotton|linen"),
        ('["Hand wash","Do not bleach"]', "Hand wash|Do not bleach"),
        ("[40, 42]", "40|42"),
        ("[not JSON]", "not JSON"),
        ('{"value":4.5,"unit":"CENTIMETERS"}', "4.5 cm"),
        ('[{"value":1,"unit":"INCHES"},{"value":2,"unit":"KILOGRAMS"}]', "1 in|2 kg"),
        ('{"amount":"5.99","currency_code":"CAD"}', "5.99 CAD"),
        ('{"type":"root","children":[{"type":"paragraph"}]}', ""),
        ("gid://shopify/Metaobject/1", ""),
        ('["gid://shopify/Product/1"]', ""),
    ],
)
def test_a_value_is_read_in_words(text: str, read: str) -> None:
    assert metafield(text) == read


def test_a_rating_is_in_stars_of_five() -> None:
    assert rating('{"scale_min":"1.0","scale_max":"5.0","value":"4.6"}') == "4.6"
    assert rating('{"scale_min":"0","scale_max":"10","value":"9"}') == "4.5"
    assert [rating(text) for text in ("4.6", "{}", '{"value":1,"scale_max":0}', "[")] == [""] * 4


def test_an_export_with_metafields(tmp_path: Path) -> None:
    names = "Handle,Title,Variant SKU,Variant Price,{} (product.metafields.custom.heel)"
    header = f"{names.format('Heel')},Stars (product.metafields.reviews.rating)"
    heel = '"{""value"":4.5,""unit"":""CENTIMETERS""}"'
    stars = '"{""scale_min"":""1"",""scale_max"":""5"",""value"":""4.6""}"'
    (shoe,) = rows(written(tmp_path, "export.csv", header, f"pump,Pump,P1,59.90,{heel},{stars}"))

    assert (shoe["attr:Heel"], shoe["rating"]) == ("4.5 cm", "4.6")
