"""What real exports have beyond a sample is read: languages, commas, units, parents of parents."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.readers import read
from tests.read_file import problems, rows, written

WOO = (
    "ID,タイプ,SKU,名前,公開済み,おすすめ商品か?,カタログでの表示,簡単な説明,説明,"
    "セール開始日,セール終了日,課税状況,税区分,在庫あり?,在庫,在庫少の量,"
    "お取り寄せを許可しますか ?,個別に販売しますか ?,重量 (kg),長さ (cm),幅 (cm),"
    "高さ (cm),カスタマーレビューを許可しますか ?,購入メモ,セール価格,通常価格,"
    "カテゴリー,タグ,配送クラス,画像,ダウンロード制限,ダウンロードの有効期限日,親,"
    "グループ化された商品,アップセル,クロスセル,外部 URL,ボタンテキスト,位置,属性 1 名,"
    "属性 1 値,属性 1 表示,属性 1 グローバル"
)


def test_a_woocommerce_header_is_read_by_its_order_whatever_its_language(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        WOO,
        *(
            '1,variable,V1,シャツ,1,0,visible,,text,,,taxable,,1,,,0,0,0.3,,,,1,,,,"服 > シャツ",夏'
            ',,a.jpg,,,,,,,,,0,サイズ,"S, M",1,1',
            "2,variation,,シャツ - S,1,0,visible,,,,,taxable,,1,5,,0,0,,,,,0,,900,1000,,,,b.jpg,,,"
            "id:1,,,,,,1,サイズ,S,,1",
        ),
    )

    (shirt,) = rows(path)

    assert (shirt["title"], shirt["size"], shirt["stock"]) == ("シャツ", "S", "5")
    assert (shirt["price"], shirt["price_before"]) == ("900", "1000")
    assert (shirt["category"], shirt["attr:weight"]) == ("服 > シャツ", "0.3 kg")
    assert (shirt["images"], shirt["variant_images"]) == ("a.jpg", "b.jpg")


def test_a_variant_without_sku_does_not_take_that_of_its_parent(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "ID,Type,SKU,Name,Published,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)",
        "2,variation,,Shirt - S,1,9,V1,Size,S",
        "1,variable,V1,Shirt,1,,,Size,S",
    )

    (shirt,) = rows(path)

    assert "sku" not in shirt
    assert (shirt["source_id"], shirt["group"], shirt["title"]) == ("2", "V1", "Shirt")


def test_a_magento_category_may_have_a_comma(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "sku,store_view_code,attribute_set_code,product_type,categories,name,price",
        'A1,,Top,simple,"Root/Home, Garden/Tools,Root/New,Root",Rake,9.0000',
    )

    assert rows(path)[0]["category"] == "Home, Garden > Tools|New"


def test_magento_variants_are_sold_out_and_hidden_as_their_flags_say(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "sku,product_type,attribute_set_code,name,visibility,product_online,price,qty,is_in_stock,"
        "additional_attributes,configurable_variations",
        "A-S,simple,Top,A-S,Not Visible Individually,1,9,3.0000,0,size=S,",
        'A,configurable,Top,A,Catalog,2,,0,1,climate=Cool|Windy,"sku=A-S,size=S"',
        "B,simple,Top,Gift box,Not Visible Individually,1,9,3.0000,1,,",
    )

    small, alone = rows(path)

    assert (small["availability"], small["active"]) == ("out_of_stock", "0")
    assert (small["size"], small["attr:climate"]) == ("S", "Cool|Windy")
    assert alone["active"] == "0"


def test_shopify_rows_of_a_product_need_not_stand_together(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "Handle,Title,Vendor,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,"
        "Variant Inventory Qty,Variant Inventory Policy,Variant Price,Image Src,Status,"
        "Matière (product.metafields.custom.matiere)",
        "boot,Boot,V,Taille,39,B39,shopify,0,continue,79,1.jpg,active,laine; cuir",
        "hat,Hat,V,Title,Default Title,H,,7,deny,9,,active,",
        "boot,,,,40,B40,shopify,2,deny,79,,,",
        "boot,,,,,,,,,,2.jpg,,",
    )

    small, large, hat = rows(path)

    assert (small["size"], large["size"], large["title"]) == ("39", "40", "Boot")
    assert (small["availability"], small["images"]) == ("backorder", "1.jpg|2.jpg")
    assert (large["material"], large["active"]) == ("laine|cuir", "1")
    assert not {"stock", "size"} & set(hat)


def test_google_groups_have_one_title_and_their_details_where_they_belong(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "feed.tsv",
        "id\ttitle\timage link\tprice\titem group id\tcolor\tsize\tproduct detail",
        "1\tRunner - Red / 41\ta.jpg\t1.20 EUR\tR\tRed\t41\tFit:Width:wide,Fit:Sole:rubber",
        "2\tRunner - Blue / 42\tb.jpg\t1.20 EUR\tR\tBlue\t42\tFit:Width:slim,Fit:Sole:rubber",
        "3\tRunner bag\tc.jpg\t9 EUR\t\t\t\tFit:Width:one",
    )

    red, blue, bag = rows(path)

    assert red["title"] == blue["title"] == "Runner"
    assert (red["option:Width"], blue["option:Width"]) == ("wide", "slim")
    assert red["attr:Sole"] == blue["attr:Sole"] == "rubber"
    assert (red["price"], bag["attr:Width"], bag["images"]) == ("1.20", "one", "c.jpg")


def test_akeneo_speaks_the_language_of_the_shop_first(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "sku;categories;enabled;family;description-de_DE-web;name-de_DE;name-en_US;price-EUR;"
        "power;power-unit;meta_title-en_US",
        "A;lamps;1;lamp;Warm;Lampe;Lamp;9,50;60;WATT;Buy",
    )

    (lamp,) = rows(path)

    assert (lamp["title"], lamp["title:de"], lamp["description:de"]) == ("Lamp", "Lampe", "Warm")
    assert (lamp["attr:power"], lamp["price"]) == ("60 W", "9.50")
    assert not any("meta" in name for name in lamp)


def test_bmecat_of_2005_is_read_as_that_of_1999(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "catalogue.xml",
        '<BMECAT version="2005"><HEADER><CATALOG><CURRENCY>CHF</CURRENCY></CATALOG></HEADER>',
        '<T_NEW_CATALOG><PRODUCT mode="new"><SUPPLIER_PID type="x">A1</SUPPLIER_PID>',
        "<PRODUCT_DETAILS><DESCRIPTION_SHORT>Drill</DESCRIPTION_SHORT>",
        '<INTERNATIONAL_PID type="gtin">2000000000015</INTERNATIONAL_PID></PRODUCT_DETAILS>',
        "<PRODUCT_FEATURES><FEATURE><FNAME>Power</FNAME><FVALUE>600</FVALUE><FUNIT>W</FUNIT>",
        "</FEATURE></PRODUCT_FEATURES><PRODUCT_PRICE_DETAILS>",
        '<PRODUCT_PRICE price_type="net_list"><PRICE_AMOUNT>80</PRICE_AMOUNT></PRODUCT_PRICE>',
        '<PRODUCT_PRICE price_type="nrp"><PRICE_AMOUNT>99</PRICE_AMOUNT></PRODUCT_PRICE>',
        '</PRODUCT_PRICE_DETAILS></PRODUCT><PRODUCT mode="delete"><SUPPLIER_PID>B1',
        "</SUPPLIER_PID></PRODUCT></T_NEW_CATALOG></BMECAT>",
    )

    drill, gone = rows(path)

    assert (drill["sku"], drill["price"], drill["currency"]) == ("A1", "99", "CHF")
    assert (drill["gtin"], drill["attr:Power"]) == ("2000000000015", "600 W")
    assert gone == {"sku": "B1", "delete": "1"}


def test_amazon_templates_say_themselves_where_names_and_data_stand(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "template.txt",
        "settings=attributeRow=4&dataRow=6\tx",
        "Help\t\t",
        "SKU\tName\tColour",
        "contribution_sku#1.value\titem_name[language_tag=en_GB]#1.value\tcolor#1.value",
        "Required\tRequired\t",
        "A1\tApple\tred",
    )

    assert rows(path) == [{"sku": "A1", "title": "Apple", "color": "red"}]


def test_combinations_without_their_products_say_so(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "combinations.csv",
        "Product ID*;Attribute (Name:Type:Position)*;Value (Value:Position)*;Impact on price",
        "1;Size:select:0;39:0;0",
    )

    assert problems(path)[0].startswith("the product of this combination is in no file")


@pytest.mark.parametrize("currency", ["USD", ""])
def test_of_several_currencies_one_is_taken(tmp_path: Path, currency: str) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "Product Handle,Product Title,Variant SKU,Variant Title,Price EUR,Price USD",
        "a,Apple,A1,Default,1,2",
    )

    (apple,) = rows(path, currency=currency)

    assert (apple["price"], apple["currency"]) == (("2", "USD") if currency else ("1", "EUR"))


def test_what_an_export_says_badly_costs_no_row_where_the_row_is_good_without(
    tmp_path: Path,
) -> None:
    handle, size = "very-" * 40, "fits a wrist of 5.5 to 6.5 inches, measured twice"
    path = written(
        tmp_path,
        "export.csv",
        "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Barcode,Variant Price",
        f'{handle},Band,Size,"{size}",B1,no barcode,€9',
        f"{handle},,,M,B2,123456789012345678,€9",
    )

    small, medium = rows(path)

    assert small["group"] == medium["group"]
    assert len(small["group"]) < 100
    assert (small["option:Size"], medium["size"]) == (size, "M")
    assert not {"gtin"} & (set(small) | set(medium))
    assert read(path).notes == ["2 cells of gtin could not be read, and were left out."]


def test_magento_writes_the_month_first(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "sku,product_type,attribute_set_code,name,price,special_price,special_price_to_date",
        'A,simple,Top,Rake,9,5,"2/15/30, 12:00 AM"',
    )

    assert rows(path)[0]["sale_to"] == "2030-02-15"


def test_the_newer_export_of_bigcommerce_has_rows_of_images(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "export.csv",
        "Item,ID,Name,SKU,Options,Inventory Tracking,Current Stock,Price,Sale Price,Categories,"
        "Is Visible,Variant Image URL,Image URL (Import)",
        "Product,1,Boot,FEN,,variant,0,99,79,Shoes/Boots;17,TRUE,,",
        "Variant,5,,F39,Type=Swatch|Name=Colour|Value=Moss[#4a5d23]Type=Rectangle|Name=Size"
        "|Value=39,variant,4,,,,,m.jpg,",
        "Image,9,,,,,,,,,,,a.jpg",
        "Video,10,,,,,,,,,,,",
        "Product,2,Kettle,,,none,0,49.50,,Kitchen,FALSE,,",
    )

    boot, kettle = rows(path)

    assert (boot["title"], boot["color"], boot["size"]) == ("Boot", "Moss", "39")
    assert (boot["price"], boot["price_before"], boot["stock"]) == ("79", "99", "4")
    assert (boot["category"], boot["images"], boot["group"]) == ("Shoes > Boots", "a.jpg", "FEN")
    assert (kettle["active"], kettle.get("stock")) == ("0", None)


def test_the_list_of_products_of_prestashops_admin_is_read(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "products.csv",
        "Product ID;Image;Name;Reference;Category;Price (tax excl.);Price (tax incl.);Quantity;"
        "Status",
        "7;https://a.example/7.jpg;Boot;FEN;Boots;66.39;79.00;4;1",
    )

    assert rows(path) == [
        {
            **{"source_id": "7", "sku": "FEN", "title": "Boot", "category": "Boots"},
            **{"price": "79.00", "stock": "4", "active": "1"},
            "images": "https://a.example/7.jpg",
        }
    ]


def test_tables_of_data_sets_have_lists_and_counts_in_their_cells(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "set.csv",
        "uniq_id,product_name,product_category_tree,image,retail_price,discounted_price,"
        "rating_count",
        'a1,Apple,"[""Food >> Fruit""]","[""a.jpg"", ""b.jpg""]",₹999,₹399,"24,269"',
    )

    assert rows(path) == [
        {
            **{"source_id": "a1", "sku": "a1", "title": "Apple", "category": "Food > Fruit"},
            **{"images": "a.jpg|b.jpg", "price": "399", "price_before": "999"},
            **{"currency": "INR", "rating_count": "24269"},
        }
    ]


def test_saleor_counts_all_warehouses(tmp_path: Path) -> None:
    mug, pot, lid = rows(
        written(
            tmp_path,
            "export.csv",
            "id,name,variant sku,pier (warehouse quantity),hill (warehouse quantity)",
            "1,Mug,M,4,3",
            "2,Pot,P,,0",
            "3,Lid,L,,",
        )
    )
    assert (mug["stock"], pot["stock"], lid.get("stock")) == ("7", "0", None)
