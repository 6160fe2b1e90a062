"""Variants inside the record of their product, whatever the list is called."""

from __future__ import annotations

import json
from pathlib import Path

from tests.read_file import rows, written

TURKISH = """
<Root><Urunler><Urun><UrunKartiID>6</UrunKartiID><UrunAdi>Yolluk</UrunAdi><Marka>Ege</Marka>
<Kategori>Halılar</Kategori></Urun><Urun><UrunKartiID>7</UrunKartiID><UrunAdi>Keten Perde</UrunAdi>
<Kategori>Fon Perdeler</Kategori><KategoriTree>Ev > Perde > Fon Perdeler</KategoriTree>
<Resimler><Resim>https://a.example/1.jpg</Resim><Resim>https://a.example/2.jpg</Resim></Resimler>
<TeknikDetaylar><TeknikDetay><Ozellik>Astar</Ozellik><Deger>Var</Deger></TeknikDetay>
</TeknikDetaylar><UrunSecenek>
<Secenek><VaryasyonID>71</VaryasyonID><StokKodu>P-1</StokKodu><StokAdedi>4</StokAdedi>
<SatisFiyati>199,90</SatisFiyati><IndirimliFiyat>149,90</IndirimliFiyat><ParaBirimi>TL</ParaBirimi>
<EkSecenekOzellik><Ozellik Tanim="Renk" Deger="Mavi">Mavi</Ozellik>
<Ozellik Tanim="Ebat" Deger="150x260">150x260</Ozellik></EkSecenekOzellik></Secenek>
<Secenek><VaryasyonID>72</VaryasyonID><StokKodu>P-2</StokKodu><StokAdedi>0</StokAdedi>
<SatisFiyati>199,90</SatisFiyati><IndirimliFiyat>0,00</IndirimliFiyat><ParaBirimi>TL</ParaBirimi>
<EkSecenekOzellik><Ozellik Tanim="Renk" Deger="Gri">Gri</Ozellik></EkSecenekOzellik></Secenek>
</UrunSecenek></Urun></Urunler></Root>
"""


def test_a_feed_has_its_variants_under_any_name(tmp_path: Path) -> None:
    _other, first, second = rows(written(tmp_path, "feed.xml", TURKISH.strip()))

    assert first["title"] == second["title"] == "Keten Perde"
    assert first["group"] == second["group"]
    assert (first["sku"], first["price"], first["price_before"]) == ("P-1", "149.90", "199.90")
    assert (first["color"], first["size"], first["stock"]) == ("Mavi", "150x260", "4")
    assert (second["sku"], second["price"], second["color"]) == ("P-2", "199.90", "Gri")
    assert first["category"] == "Ev > Perde > Fon Perdeler"
    assert first["images"].split("|")[1] == "https://a.example/2.jpg"
    assert first["attr:Astar"] == "Var"
    assert {first["currency"], second["currency"]} == {"TRY"}


def test_variants_may_stand_one_by_one(tmp_path: Path) -> None:
    one = "<model><ean>40000000000{0}</ean><size>{0}</size><price>5.00</price></model>"
    both = f"{one.format(38)}{one.format(39)}"
    feed = f"<shop><product><code>B</code><name>Boot</name>{both}</product></shop>"

    assert [(row["size"], row["gtin"]) for row in rows(written(tmp_path, "feed.xml", feed))] == [
        ("38", "4000000000038"),
        ("39", "4000000000039"),
    ]


def test_what_goes_with_a_product_is_none_of_its_variants(tmp_path: Path) -> None:
    other = "<item><sku>Z</sku><name>Lace</name><price>1.00</price></item>"
    boot = "<sku>B</sku><name>Boot</name><price>5.00</price>"
    feed = f"<shop><product>{boot}<related>{other * 2}</related></product></shop>"
    beside = {"sku": "Z", "name": "Lace", "price": 1, "stock": 3}
    article = {"sku": "B", "name": "Boot", "price": 5, "goes_with": [beside, beside]}

    assert [row["sku"] for row in rows(written(tmp_path, "feed.xml", feed))] == ["B"]
    assert [row["sku"] for row in rows(written(tmp_path, "b.json", json.dumps([article])))] == ["B"]


def test_objects_have_their_variants_under_any_name(tmp_path: Path) -> None:
    sold = [
        {"barcode": "4000000000038", "kleur": "rood", "stock": {"available": 2}, "price": 5},
        {"barcode": "4000000000045", "kleur": "blauw", "stock": {"available": 0}, "price": 6},
    ]
    article = {"id": 1, "naam": "Fietsbel", "uitvoeringen": sold, "category_path": ["Fiets", "Bel"]}
    found = rows(written(tmp_path, "shop.json", json.dumps([article])))

    assert [(row["color"], row["price"]) for row in found] == [("rood", "5"), ("blauw", "6")]
    assert found[0]["category"] == "Fiets > Bel"
