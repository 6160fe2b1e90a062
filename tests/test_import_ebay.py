"""Listings of eBay with their variations below them."""

from __future__ import annotations

from pathlib import Path

from catalog.importing.readers import read
from tests.read_file import rows, written

LISTINGS = (
    "Info,Version=1.0.0,Template=fx_category_template_EBAY_GB",
    "*Action(SiteID=UK|Country=GB|Currency=GBP|Version=1193),Custom label (SKU),Category name,"
    "Title,Relationship,Relationship details,P:EAN,Start price,Quantity,Item photo URL,"
    "Description,C:Brand,C:Colour,C:Sole",
    "Add,T1,/Clothing/T-Shirts,Cotton T-shirt,,Colour=Red;Blue|Size=M;L,,,,"
    "https://i.x/1.jpg|https://i.x/2.jpg,<p>Soft</p>,Hanes,,",
    ",T1-R,,,Variation,Colour=Red|Size=M,4006381333931,19.99,5,Red=https://i.x/r.jpg,,,,",
    ",T1-B,,,Variation,Colour=Blue|Size=L,,21.99,0,Blue=https://i.x/b.jpg,,,,",
    "Add,M1,/Home/Mugs,Blue mug,,,,12.50,9,https://i.x/m.jpg,Mug,Denby,Blue,cork",
    "End,OLD,,Old mug,,,,,,,,,,",
)


def test_variations_belong_to_the_listing_above_them(tmp_path: Path) -> None:
    red, blue, mug, old = rows(path := written(tmp_path, "listings.csv", *LISTINGS))

    assert (red["title"], red["brand"], red["category"]) == (
        "Cotton T-shirt",
        "Hanes",
        "Clothing > T-Shirts",
    )
    assert (red["color"], red["size"], red["gtin"]) == ("Red", "M", "4006381333931")
    assert (blue["color"], blue["price"], blue["stock"]) == ("Blue", "21.99", "0")
    assert (red["variant_images"], red["group"]) == ("https://i.x/r.jpg", "T1")
    assert red["images"] == "https://i.x/1.jpg|https://i.x/2.jpg"
    assert (mug["sku"], mug["color"], mug["attr:Sole"], mug["currency"]) == (
        "M1",
        "Blue",
        "cork",
        "GBP",
    )
    assert (old["sku"], old["delete"]) == ("OLD", "1")
    assert read(path).format.name == "ebay"
