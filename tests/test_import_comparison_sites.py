"""Feeds that shops write for sites that compare prices are catalogues as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read_file import rows, written

HEUREKA = """<?xml version="1.0" encoding="utf-8"?><SHOP>
<SHOPITEM><ITEM_ID>B1</ITEM_ID><PRODUCTNAME>Lampa Oslo</PRODUCTNAME><URL>https://o.cz/b1</URL>
<IMGURL>https://o.cz/b1.jpg</IMGURL><IMGURL_ALTERNATIVE>https://o.cz/b1b.jpg</IMGURL_ALTERNATIVE>
<PRICE_VAT>1 290,50</PRICE_VAT><CATEGORYTEXT>Bydlení | Lampy</CATEGORYTEXT><EAN>4006381333931</EAN>
<DELIVERY_DATE>0</DELIVERY_DATE><MANUFACTURER>Lumo</MANUFACTURER><ITEMGROUP_ID>B</ITEMGROUP_ID>
<PARAM><PARAM_NAME>Barva</PARAM_NAME><VAL>modrá</VAL></PARAM></SHOPITEM>
<SHOPITEM><ITEM_ID>B2</ITEM_ID><PRODUCTNAME>Lampa Oslo</PRODUCTNAME><URL>https://o.cz/b2</URL>
<PRICE_VAT>1290</PRICE_VAT><DELIVERY_DATE>14</DELIVERY_DATE><ITEMGROUP_ID>B</ITEMGROUP_ID>
<PARAM><PARAM_NAME>Barva</PARAM_NAME><VAL>bílá</VAL></PARAM></SHOPITEM></SHOP>"""
CENEO = """<?xml version="1.0" encoding="utf-8"?><offers version="1"><group name="other">
<o id="21" url="https://s.pl/21" price="1249.90" avail="{days}" stock="3">
<cat><![CDATA[Dom/Lampy]]></cat><name>Lampa Oslo</name><desc>Ciepła</desc>
<imgs><main url="https://s.pl/21.jpg"/><i url="https://s.pl/21b.jpg"/></imgs>
<attrs><a name="Producent">Lumo</a><a name="EAN">4006381333931</a><a name="Kod_producenta">L-7</a>
<a name="Kolor">biały</a><a name="Moc">40 W</a></attrs></o></group></offers>"""


def test_items_of_a_heureka_feed_are_variants_with_their_parameters(tmp_path: Path) -> None:
    blue, white = rows(written(tmp_path, "feed.xml", HEUREKA))

    assert (blue["title"], blue["price"], blue["category"]) == (
        "Lampa Oslo",
        "1290.50",
        "Bydlení > Lampy",
    )
    assert (blue["color"], white["color"], white["brand"]) == ("modrá", "bílá", "Lumo")
    assert (blue["availability"], white["availability"]) == ("in_stock", "backorder")
    assert blue["variant_images"] == "https://o.cz/b1.jpg|https://o.cz/b1b.jpg"
    assert blue["group"] == white["group"] == "B"


@pytest.mark.parametrize(
    ("days", "state"), [("1", "in_stock"), ("14", "in_stock"), ("90", "backorder"), ("99", None)]
)
def test_an_offer_of_ceneo_tells_its_availability_by_days(
    tmp_path: Path, days: str, state: str | None
) -> None:
    (lamp,) = rows(written(tmp_path, "feed.xml", CENEO.format(days=days)))

    assert (lamp["sku"], lamp["title"], lamp["category"]) == ("21", "Lampa Oslo", "Dom > Lampy")
    assert (lamp["price"], lamp["currency"], lamp["stock"]) == ("1249.90", "PLN", "3")
    assert (lamp["brand"], lamp["gtin"], lamp["mpn"]) == ("Lumo", "4006381333931", "L-7")
    assert (lamp["color"], lamp["attr:Moc"]) == ("biały", "40 W")
    assert lamp["images"] == "https://s.pl/21.jpg|https://s.pl/21b.jpg"
    assert lamp.get("availability") == state


def test_an_own_feed_that_is_called_a_shop_or_offers_is_none_of_them(tmp_path: Path) -> None:
    for root, element in (("shop", "product"), ("offers", "offer")):
        feed = f"<{root}><{element}><sku>A</sku><name>Lamp</name></{element}></{root}>"
        assert rows(written(tmp_path, f"{root}.xml", feed)) == [{"sku": "A", "title": "Lamp"}]
