"""Tables whose headers are in other scripts, in the encodings that spreadsheets save."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.importing.readers import read

ARABIC = """رمز المنتج;اسم المنتج;الفئة;العلامة التجارية;السعر;المخزون
A1;شاي أخضر;مشروبات;نخلة;12.50;4
"""
HEBREW = """מקט;שם המוצר;קטגוריה;מותג;מחיר;מלאי
H1;דבש;ממרחים;עלית;₪39.90;3
"""
CHINESE = """商家编码;商品名称;商品分类;品牌名称;售价;商品库存
C1;毛笔;文具;墨林;￥1,280;2
"""
KOREAN = """판매자 상품코드;상품명;카테고리명;브랜드명;판매가;재고수량
K1;만년필;문구;가람;39,900;2개
"""
THAI = """รหัสสินค้า;ชื่อสินค้า;หมวดหมู่;ยี่ห้อ;ราคา;จำนวน
T1;น้ำผึ้งป่า;ของกิน;ดอยคำ;฿1,250.00;3 ชิ้น
"""
GREEK = """Κωδικός;Όνομα προϊόντος;Κατηγορία;Μάρκα;Τιμή;Απόθεμα
G1;Μέλι θυμαρίσιο;Τρόφιμα;Υμηττός;12,50 €;3
"""
HINDI = """उत्पाद कोड;उत्पाद का नाम;श्रेणी;ब्रांड;मूल्य;स्टॉक
N1;दरी;घर;कला;₹१,२५०;3
"""
UKRAINIAN = """Артикул;Назва;Категорія;Виробник;Ціна, грн;Залишок
U1;Мед липовий;Їжа;Пасіка;1 250,00;3 шт
"""
JAPANESE = """商品コード;商品名;カテゴリー;ブランド;販売価格（税込）;在庫数
J1;万年筆;筆記具;サクラ;1,980円;2
"""


@pytest.mark.parametrize(
    ("text", "encoding", "title", "price", "currency"),
    [
        (ARABIC, "cp1256", "شاي أخضر", "12.50", None),
        (ARABIC, "utf-16", "شاي أخضر", "12.50", None),
        (HEBREW, "utf-16", "דבש", "39.90", "ILS"),
        (JAPANESE, "cp932", "万年筆", "1980", "JPY"),
        (JAPANESE.replace("（税込）", "(税込)"), "utf-8", "万年筆", "1980", "JPY"),
        (JAPANESE.replace("1,980円", "￥1,980"), "cp932", "万年筆", "1980", "JPY"),
        (CHINESE, "gb18030", "毛笔", "1280", "CNY"),
        (KOREAN, "cp949", "만년필", "39900", None),
        (THAI, "cp874", "น้ำผึ้งป่า", "1250.00", "THB"),
        (GREEK, "cp1253", "Μέλι θυμαρίσιο", "12.50", "EUR"),
        (HINDI, "utf-8", "दरी", "1250", "INR"),
        (UKRAINIAN, "cp1251", "Мед липовий", "1250.00", "UAH"),
        (ARABIC.replace("12.50", "١٬٢١٢٫٥٠ ر.س"), "utf-8", "شاي أخضر", "1212.50", "SAR"),
    ],
)
def test_it_is_read(
    tmp_path: Path, text: str, encoding: str, title: str, price: str, currency: str | None
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    feed = read(path)
    [(_line, row)] = feed
    assert isinstance(row, dict)
    assert (row["title"], row["price"], row.get("currency")) == (title, price, currency)
    assert all(row[name] for name in ("sku", "category", "brand", "stock"))
    assert feed.left_out == []


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("カテゴリー名（大）,カテゴリー名（小）", "文具,万年筆"),
        ("小分類,大分類", "万年筆,文具"),
        ("一级分类,二级分类", "文具,万年筆"),
        ("대분류,중분류", "文具,万年筆"),
    ],
)
def test_levels_of_a_category_are_told_by_their_rank(
    tmp_path: Path, header: str, cells: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"品番,商品名,{header}\nJ1,万年筆,{cells}\n", "utf-8")
    [(_line, row)] = read(path)
    assert isinstance(row, dict)
    assert row["category"] == "文具 > 万年筆"


@pytest.mark.parametrize("name", ["RRP", "定価", "정가", "MSRP"])
def test_what_the_maker_asks_is_not_what_the_shop_asks(tmp_path: Path, name: str) -> None:
    path = tmp_path / "list.csv"
    path.write_text(f"sku,title,{name},price\nJ1,Pen,1980.00,1480.00\n", "utf-8")
    [(_line, row)] = read(path)
    assert isinstance(row, dict)
    assert (row["price"], row["price_before"]) == ("1480.00", "1980.00")
