"""What makers of web sites and tills export: Squarespace, Wix, Etsy, Square, Lightspeed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read_file import rows, written

SQUARESPACE = (
    "Product ID [Non Editable],Variant ID [Non Editable],Product Page,Product URL,Title,"
    "Description,SKU,Option Name 1,Option Value 1,Price,Sale Price,On Sale,Stock,Categories,Tags,"
    "Visible,Hosted Image URLs"
)
WIX = (
    "handleId,fieldType,name,productImageUrl,collection,sku,price,surcharge,visible,discountMode,"
    "discountValue,inventory,productOptionName1,productOptionType1,productOptionDescription1,"
    "additionalInfoTitle1,additionalInfoDescription1"
)
ETSY = (
    "TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,IMAGE2,"
    "VARIATION 1 TYPE,VARIATION 1 NAME,VARIATION 1 VALUES,"
    "VARIATION 2 TYPE,VARIATION 2 NAME,VARIATION 2 VALUES,SKU"
)
SQUARE = (
    "Token,Item Name,Variation Name,SKU,Categories,Square Online Item Visibility,Archived,"
    "Option Name 1,Option Value 1,Current Quantity Pier,Current Quantity Hill,Price,"
    "Online Sale Price,Tax - VAT"
)


def test_squarespace_variants_follow_their_product(tmp_path: Path) -> None:
    small, large, towel = rows(
        written(
            tmp_path,
            "products.csv",
            SQUARESPACE,
            '1,11,shop,clog,Clog,Felt,C1,Size,38,45.00,39.00,No,5,"/Shoes/Clogs,/Winter",'
            '"felt, warm",Yes,https://a.example/1.jpg https://a.example/2.jpg',
            ",12,,,,,C2,,39,47.00,42.00,Yes,Unlimited,,,,",
            "2,13,shop,towel,Towel,,T,,,12,0.00,Yes,0,Bath/Kitchen,,No,",
        )
    )

    assert (small["group"], large["group"], towel["group"]) == ("1", "1", "2")
    assert (small["size"], large["size"], large["title"]) == ("38", "39", "Clog")
    assert (small["price"], small.get("price_before"), small["stock"]) == ("45.00", None, "5")
    assert (large["price"], large["price_before"]) == ("42.00", "47.00")
    assert (large["availability"], large.get("stock")) == ("in_stock", None)
    assert (small["category"], small["tags"]) == ("Shoes > Clogs|Winter", "felt|warm")
    assert small["images"] == "https://a.example/1.jpg|https://a.example/2.jpg"
    assert (towel["active"], towel["price"], towel["category"]) == ("0", "12", "Bath/Kitchen")
    assert "url" not in small


def test_wix_adds_surcharges_and_takes_reductions_off(tmp_path: Path) -> None:
    moss, rust, bell = rows(
        written(
            tmp_path,
            "catalog.csv",
            WIX,
            "p1,Product,Tote,aa~mv2.jpg;https://b.example/2.png,Bags;New,,30.0,,true,PERCENT,10,"
            "InStock,Colour,COLOR,#2F4F2F:Moss;#B7410E:Rust,Care,Wash cold",
            "p1,Variant,,,,T-M,,0.0,true,,,4,Colour,COLOR,#2F4F2F:Moss,,",
            'p1,Variant,,,,T-R,,5.5,true,,,OutOfStock,Colour,COLOR,"rgb(1,2,3):Rust",,',
            "p2,Product,Bell,,Home,B,12.0,,false,AMOUNT,2.0,7,Size,DROP_DOWN,S;L,,",
        )
    )

    assert (moss["title"], moss["color"], rust["color"]) == ("Tote", "Moss", "Rust")
    assert (moss["price"], moss["price_before"]) == ("27.00", "30.00")
    assert (rust["price"], rust["price_before"], rust["stock"]) == ("31.95", "35.50", "0")
    assert (moss["category"], moss["attr:Care"]) == ("Bags|New", "Wash cold")
    assert moss["images"].endswith("/media/aa~mv2.jpg|https://b.example/2.png")
    assert (bell["price"], bell["active"], bell["size"]) == ("10.00", "0", "S/L")


def test_wix_newer_catalogue_has_prices_and_media_of_its_own(tmp_path: Path) -> None:
    (tray,) = rows(
        written(
            tmp_path,
            "catalog.csv",
            "handle,fieldType,name,plainDescription,categorySlugs,media,price,strikethroughPrice,"
            "inventory,sku,barcode,productOptionName1,productOptionType1,productOptionChoices1",
            "tray,PRODUCT,Tray,Oak.,for-tea;home,https://a.example/1.jpg,,,,,,Size,TEXT_CHOICES,S",
            "tray,MEDIA,,,,https://a.example/2.jpg,,,,,,,,",
            "tray,VARIANT,,,,,24,30,IN_STOCK,T-S,4006381333931,Size,TEXT_CHOICES,S",
        )
    )

    assert (tray["sku"], tray["size"], tray["price"], tray["price_before"]) == (
        *("T-S", "S", "24", "30"),
    )
    assert (tray["availability"], tray["category"]) == ("in_stock", "for tea|home")
    assert tray["images"] == "https://a.example/1.jpg|https://a.example/2.jpg"


def test_etsy_listings_are_what_can_be_chosen_of_them(tmp_path: Path) -> None:
    found = rows(
        written(
            tmp_path,
            "listings.csv",
            ETSY,
            '"Beanie, chunky",Warm,28.00,GBP,12,"hat,winter_hat","Wool,Merino",'
            'https://a.example/1.jpg,https://a.example/2.jpg,,Color,"Moss,Rust",,Size,"S,L",',
            'Socks,,9.00,GBP,0,,,,,,Size,"S,L",,,,"S-1,S-2"',
            "Pot,,19.50,GBP,3,,,,,,,,,,,POT",
        )
    )

    hats, socks, pot = found[:4], found[4:6], found[6]
    assert [(each["color"], each["size"]) for each in hats] == [
        *(("Moss", "S"), ("Moss", "L"), ("Rust", "S"), ("Rust", "L")),
    ]
    assert {each["group"] for each in hats} == {"beanie-chunky"}
    assert (hats[0]["tags"], hats[0]["material"]) == ("hat|winter hat", "Wool|Merino")
    assert (hats[0]["availability"], hats[0].get("stock")) == ("in_stock", None)
    assert [(each["sku"], each["stock"]) for each in socks] == [("S-1", "0"), ("S-2", "0")]
    assert (pot["sku"], pot["stock"], pot["currency"]) == ("POT", "3", "GBP")


def test_square_variations_share_a_name_and_places_their_stock(tmp_path: Path) -> None:
    small, large, apron, cake = rows(
        written(
            tmp_path,
            "items.csv",
            "Please do not change the header.",
            SQUARE,
            "A,Rye,Small,R-S,Bakery > Bread,visible,N,,,4,3,4.5,,Y",
            "B,Rye,Large,R-L,Bakery > Bread,visible,N,,,-1,0,7,6.5,Y",
            "C,Apron,Regular,AP,Kitchen,visible,Y,Colour,Moss,,,25,,Y",
            "D,Cake,Regular,CK,Bakery,hidden,N,,,,,variable,,Y",
        )
    )

    assert (small["group"], small["stock"], large["stock"]) == (large["group"], "7", "0")
    assert (small["option:Variation"], large["option:Variation"]) == ("Small", "Large")
    assert (large["price"], large["price_before"]) == ("6.50", "7")
    assert (apron["color"], apron["active"], "option:Variation" in apron) == ("Moss", "0", False)
    assert (cake.get("price"), cake["active"], cake.get("stock")) == (None, "0", None)


def test_lightspeed_counts_all_outlets(tmp_path: Path) -> None:
    moss, rust, mug = rows(
        written(
            tmp_path,
            "export.csv",
            "id,handle,sku,composite_name,name,product_category,variant_option_one_name,"
            "variant_option_one_value,tags,supply_price,retail_price,tax_name,active,"
            "track_inventory,inventory_Main,inventory_Shed",
            'a,coat,1,,Coat / Moss,Clothes / Coats,Colour,Moss,"rain,coat",40,120,GST,1,1,3,2',
            "b,coat,2,,Coat / Rust,Clothes / Coats,Colour,Rust,,40,125,GST,1,1,0,",
            "c,mug,3,,Mug,Kitchen,,,,4,12,GST,0,0,9,",
        )
    )

    assert (moss["title"], moss["color"], moss["stock"]) == ("Coat", "Moss", "5")
    assert (moss["category"], moss["tags"]) == ("Clothes > Coats", "rain|coat")
    assert (rust["price"], rust["stock"]) == ("125", "0")
    assert (mug["active"], mug["availability"], mug.get("stock")) == ("0", "in_stock", None)


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("Name (en)", "Name (de)"),
        ("name-en_US-web", "name-de_DE-web"),
        ("title_en", "title_de"),
        ("name(en-gb)", "name(de-de)"),
        ("Product name EN", "Product name DE"),
    ],
)
def test_a_title_in_each_language_has_its_own_column(
    tmp_path: Path, english: str, german: str
) -> None:
    (lamp,) = rows(written(tmp_path, "list.csv", f"sku,{german},{english}", "A,Lampe,Lamp"))

    assert (lamp["title"], lamp["title:de"]) == ("Lamp", "Lampe")


def test_without_the_shops_language_the_first_one_is_the_title(tmp_path: Path) -> None:
    (lamp,) = rows(written(tmp_path, "list.csv", "Name FR,Name DE,Category ID", "Lampe,Leuchte,7"))

    assert (lamp["title"], lamp["title:de"]) == ("Lampe", "Leuchte")
    assert not any(name.startswith("category") for name in lamp)


def test_a_name_may_say_that_it_is_the_products(tmp_path: Path) -> None:
    (lamp,) = rows(
        written(
            tmp_path,
            "list.csv",
            "product_sku;product_name;product_price;product_quantity;Item Brand;Product Tags;"
            "product_media_main_image_url;Product group;Product type",
            "L;Lamp;49,90;3;Talvi;warm, size 3,5;https://a.example/1.jpg;9;x",
        )
    )

    assert (lamp["sku"], lamp["price"], lamp["stock"], lamp["brand"]) == (
        "L",
        "49.90",
        "3",
        "Talvi",
    )
    assert (lamp["tags"], lamp["images"]) == ("warm|size 3,5", "https://a.example/1.jpg")
    assert "group" not in lamp


def test_tags_of_our_own_column_may_have_commas(tmp_path: Path) -> None:
    (lamp,) = rows(written(tmp_path, "list.csv", "sku,title,tags", 'A,Lamp,"warm, soft|red"'))

    assert lamp["tags"] == "warm, soft|red"
