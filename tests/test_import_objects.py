"""JSON and XML are read one object or element at a time, and nothing in them does harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from catalog.importing.errors import FileError
from catalog.importing.readers import read
from tests.read_file import rows, written


@pytest.mark.parametrize(
    "text",
    [
        '[{"sku": "A1", "name": "Apple", "price": 1.5}]',
        '{"total": 1, "products": [{"sku": "A1", "name": "Apple", "price": "1.50"}]}',
        '{"sku": "A1", "name": "Apple", "price": 1.5}\n{"sku": "B1", "name": "Bread"}',
    ],
)
def test_objects_are_found_in_every_usual_place(tmp_path: Path, text: str) -> None:
    first = rows(written(tmp_path, "list.json", text))[0]

    assert first == {"sku": "A1", "title": "Apple", "price": "1.50"}


@pytest.mark.parametrize(
    "holder", ["specs", "Eigenschaften", "caracteristiques", "características", "kenmerken"]
)
def test_what_holds_attributes_is_no_part_of_their_names(tmp_path: Path, holder: str) -> None:
    item = {"sku": "A", "name": "Apple", holder: {"Farbton": "rot", "Sorte": "Elstar"}}
    (row,) = rows(written(tmp_path, "list.json", json.dumps([item])))

    assert (row["attr:Farbton"], row["attr:Sorte"]) == ("rot", "Elstar")


def test_nested_values_are_attributes_and_lists_are_several(tmp_path: Path) -> None:
    item = {
        **{"id": 7, "title": {"en": "Apple", "de": "Apfel"}, "tags": ["red", "sweet"]},
        **{"specs": {"weight": "1 kg"}, "images": [{"url": "a.jpg"}, {"url": "b.jpg"}]},
        **{"attributes": [{"name": "Kind", "value": "Elstar"}], "reviews": [{"stars": 3}]},
    }

    found = rows(written(tmp_path, "list.json", json.dumps([item])))

    assert found == [
        {
            **{"source_id": "7", "sku": "7", "title": "Apple", "title:de": "Apfel"},
            **{"tags": "red|sweet", "images": "a.jpg|b.jpg", "attr:weight": "1 kg"},
            "attr:Kind": "Elstar",
        }
    ]


def test_products_json_of_a_shopify_shop_has_its_variants(tmp_path: Path) -> None:
    product = {
        **{"id": 1, "handle": "boot", "title": "Boot", "body_html": "<p>Warm</p>", "vendor": "V"},
        **{"product_type": "Boots", "tags": ["rain"], "options": [{"name": "Size"}]},
        "images": [{"id": 5, "src": "https://a.example/1.jpg"}],
        "variants": [
            {"id": 11, "option1": "39", "sku": "B39", "price": "79.00", "compare_at_price": "99"},
            {"id": 12, "option1": "40", "sku": "", "price": "79.00", "available": False},
        ],
    }

    small, large = rows(written(tmp_path, "p.json", json.dumps({"products": [product]})))

    assert (small["size"], small["price"], small["price_before"]) == ("39", "79.00", "99")
    assert (large["source_id"], large["availability"]) == ("12", "out_of_stock")
    assert small["group"] == large["group"] == "boot"
    assert small["images"] == "https://a.example/1.jpg"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("x.json", "[" * 100_000, "nests brackets more than 100 levels deep"),
        ("x.json", '[{"a": "' + "x" * 21_000_000 + '"}]', "an object of more than 20 MB"),
        (
            "x.json",
            '[{"a": 1}, oops',
            "is not JSON that can be read",
        ),
        ("x.json", '[{"a": NaN}]', r"invalid char in json text\.$"),
        (
            "x.xml",
            '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r><item>&b;</item></r>',
            "declares entities, as no catalogue does",
        ),
        (
            "x.xml",
            '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r><item>&a;</item></r>',
            "declares entities, as no catalogue does",
        ),
        ("x.xml", "<r><item><id>" + "x" * 21_000_000, "an element of more than 20 MB"),
        ("x.xml", "<r><!--" + "x" * 22_000_000, "an element of more than 20 MB"),
        ("x.csv", "sku,title\nA1,Apple\n" + "," * 21_000_000, "A row of the file has more than"),
        ("x.csv", "sku,title\n" + '"a\n",' * 7_000_000, "A row of the file has more than"),
    ],
)
def test_what_never_ends_or_means_harm_is_refused(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    with pytest.raises(FileError, match=reason):
        read(written(tmp_path, name, text))


def test_a_document_type_that_only_names_itself_is_none_of_them(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "feed.xml",
        '<?xml version="1.0" encoding="windows-1251"?><!DOCTYPE yml_catalog SYSTEM "shops.dtd">',
        "<yml_catalog><shop><offers><offer id='1'><name>A</name></offer></offers></shop>",
        "</yml_catalog>",
    )

    assert rows(path) == [{"sku": "1", "title": "A"}]


def test_elements_of_an_unknown_feed_are_read_by_common_names(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "feed.xml",
        "<products><product><sku>A1</sku><name>Apple &amp; pear</name><price>1,50</price>",
        "<image>a.jpg</image><image>b.jpg</image><colour>red</colour></product></products>",
    )

    assert rows(path) == [
        {
            **{"sku": "A1", "title": "Apple & pear", "price": "1.50", "images": "a.jpg|b.jpg"},
            "color": "red",
        }
    ]


def test_lines_of_elements_are_those_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "f.xml", "<rss>", "<item><id>1</id><title>A</title></item>", "</rss>")

    assert [line for line, _cells in read(path)] == [2]


@pytest.mark.parametrize(
    "lines",
    [
        ['{"_index": "p", "_id": "7", "_score": 1, "_source": {"name": "Rug", "price": 9}}'],
        [
            '{"took": 1, "hits": {"hits": [',
            '{"_id": "7", "_source": {"name": "Rug", "price": 9}}]}}',
        ],
        ['{"index": {"_index": "p", "_id": "7"}}', '{"name": "Rug", "price": 9}'],
        ['{"update": {"_id": "7"}}', '{"doc": {"name": "Rug", "price": 9}}'],
        ['{"hits": [{"document": {"id": "7", "name": "Rug", "price": 9}, "highlights": []}]}'],
        [
            '{"data": {"products": {"edges": [',
            '{"node": {"id": "7", "name": "Rug", "price": 9}}]}}}',
        ],
        ['{"data": [{"type": "p", "id": "7", "attributes": {"name": "Rug", "price": 9}}]}'],
        ['[{"product": {"id": 7, "name": "Rug", "price": 9}}]'],
    ],
)
def test_what_engines_and_programs_put_around_an_object_is_taken_off(
    tmp_path: Path, lines: list[str]
) -> None:
    found = rows(written(tmp_path, "dump.json", *lines))

    assert found == [{"source_id": "7", "sku": "7", "title": "Rug", "price": "9"}]


def test_an_object_with_a_document_of_its_own_keeps_the_rest(tmp_path: Path) -> None:
    item = {"sku": "A", "name": "Drill", "price": 5, "product": {"series": "Pro"}}

    (drill,) = rows(written(tmp_path, "list.json", json.dumps([item])))

    assert (drill["sku"], drill["title"], drill["attr:product series"]) == ("A", "Drill", "Pro")


def test_variants_inside_an_object_are_variants(tmp_path: Path) -> None:
    rug = {
        **{"id": 4, "name": "Rug", "sku": "R", "brand": {"id": 2, "name": "Talvi"}, "price": 10},
        "variants": [
            {"sku": "R-S", "size": "S", "price": 12.5, "stock": 4, "image": "//a.example/s.jpg"},
            {"sku": "R-L", "name": "large", "size": "L", "stock": 0, "pile": "long"},
        ],
    }
    mat = {"id": 5, "name": "Mat", "variants": [{"name": "round"}, {"name": "square"}]}

    small, large, plain = rows(written(tmp_path, "list.json", json.dumps([rug, mat])))

    assert (small["sku"], small["size"], small["price"], small["stock"]) == (
        "R-S",
        "S",
        "12.50",
        "4",
    )
    assert (large["title"], large["price"], large["stock"]) == ("Rug", "10", "0")
    assert (large["option:pile"], large["brand"]) == ("long", "Talvi")
    assert small["variant_images"] == "https://a.example/s.jpg"
    assert (plain["sku"], plain["title"]) == ("5", "Mat")
    assert not any(name.endswith(":id") for row in (small, plain) for name in row)


def test_schema_org_says_stock_measures_and_numbers(tmp_path: Path) -> None:
    stool = {
        **{"@context": "https://schema.org", "@type": "Product", "name": "Stool"},
        "weight": {"@type": "QuantitativeValue", "value": 4.2, "unitCode": "KGM"},
        "height": {"value": 45, "unitText": "cm"},
        "offers": {
            **{"price": 89, "priceCurrency": "EUR", "sku": "ST-1"},
            "inventoryLevel": {"value": 3},
        },
    }
    shelf = {"@type": "Product", "name": "Shelf", "productID": "SH-2", "offers": {"price": 4}}

    first, second = rows(written(tmp_path, "p.json", json.dumps([stool, shelf])))

    assert (first["sku"], first["stock"], second["sku"]) == ("ST-1", "3", "SH-2")
    assert (first["attr:Weight"], first["attr:Height"]) == ("4.2 kg", "45 cm")
