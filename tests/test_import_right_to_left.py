"""Tables with Arabic, Hebrew and Japanese headers, in the encodings that spreadsheets save."""

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
