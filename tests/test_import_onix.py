"""Books as publishers tell of them in ONIX 3.0, by long and by short names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.importing.formats.onix import SHORT
from catalog.importing.readers import read
from tests.read_file import rows, written

BOOK = """<ONIXMessage release="3.0" xmlns="http://ns.editeur.org/onix/3.0/reference"><Product>
<RecordReference>pub.1</RecordReference><NotificationType>03</NotificationType>
<ProductIdentifier><ProductIDType>01</ProductIDType><IDValue>77</IDValue></ProductIdentifier>
<ProductIdentifier><ProductIDType>15</ProductIDType><IDValue>9783161484100</IDValue>
</ProductIdentifier><DescriptiveDetail><TitleDetail><TitleType>01</TitleType><TitleElement>
<TitlePrefix>The</TitlePrefix><TitleWithoutPrefix>Garden</TitleWithoutPrefix>
<Subtitle>In winter</Subtitle></TitleElement></TitleDetail>
<Contributor><ContributorRole>B06</ContributorRole><PersonName>Ben Low</PersonName></Contributor>
<Contributor><ContributorRole>A01</ContributorRole><PersonName>Ann Green</PersonName></Contributor>
<Extent><ExtentType>00</ExtentType><ExtentValue>240</ExtentValue></Extent></DescriptiveDetail>
<CollateralDetail><TextContent><TextType>02</TextType><Text>Short</Text></TextContent>
<TextContent><TextType>03</TextType><Text><p>A <b>fine</b> book</p></Text></TextContent>
<SupportingResource><ResourceContentType>01</ResourceContentType><ResourceVersion>
<ResourceLink>https://p.example/1.jpg</ResourceLink></ResourceVersion></SupportingResource>
</CollateralDetail><PublishingDetail><Publisher><PublisherName>Press</PublisherName></Publisher>
</PublishingDetail><ProductSupply><SupplyDetail><ProductAvailability>21</ProductAvailability>
<Price><PriceType>01</PriceType><PriceAmount>20.00</PriceAmount><CurrencyCode>EUR</CurrencyCode>
</Price><Price><PriceType>02</PriceType><PriceAmount>24.00</PriceAmount>
<CurrencyCode>EUR</CurrencyCode></Price></SupplyDetail></ProductSupply></Product>
<Product><RecordReference>pub.2</RecordReference><NotificationType>05</NotificationType></Product>
</ONIXMessage>"""


def short(text: str) -> str:
    """The same message by short names."""
    return re.sub(
        r"(</?)(\w+)", lambda tag: tag[1] + SHORT.get(tag[2], tag[2].lower()), text
    ).replace("/reference", "/short")


@pytest.mark.parametrize("message", [BOOK, short(BOOK)])
def test_a_book_is_read_by_long_names_and_by_short_ones(tmp_path: Path, message: str) -> None:
    path = written(tmp_path, "books.xml", message)
    book, gone = rows(path)

    assert (book["sku"], book["gtin"]) == ("9783161484100", "9783161484100")
    assert (book["title"], book["brand"]) == ("The Garden: In winter", "Press")
    assert (book["price"], book["currency"], book["availability"]) == ("24.00", "EUR", "in_stock")
    assert (book["attr:author"], book["attr:pages"]) == ("Ann Green", "240")
    assert book["images"] == "https://p.example/1.jpg"
    assert book["description"] == "<p>A <b>fine</b> book</p>"
    assert gone == {"source_id": "pub.2", "delete": "1"}
    assert read(path).format.name == "onix"


def test_a_price_without_tax_alone_is_told_of(tmp_path: Path) -> None:
    message = BOOK.replace("<PriceType>02", "<PriceType>03")
    path = written(tmp_path, "books.xml", message)

    assert rows(path)[0]["price"] == "20.00"
    assert any("without tax" in note for note in read(path).notes)
