"""WooCommerce's headers in other languages: by a dictionary, their order, and what is below."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from catalog.importing.cells import first, words
from catalog.importing.files.records import Record
from catalog.importing.formats.format import key

KINDS = words(
    """simple variable variation grouped external virtual downloadable subscription
    variable-subscription subscription_variation bundle composite"""
)
# In the order of the exporter. Those with a star came with later versions, or may be missing.
ORDER = (
    *("ID", "Type", "SKU", "GTIN, UPC, EAN, or ISBN*", "Name", "Published", "Is featured?"),
    *("Visibility in catalog", "Short description", "Description", "Date sale price starts"),
    *("Date sale price ends", "Tax status", "Tax class", "In stock?", "Stock"),
    *("Low stock amount*", "Backorders allowed?", "Sold individually?", "Weight (kg)"),
    *("Length (cm)", "Width (cm)", "Height (cm)", "Allow customer reviews?", "Purchase note"),
    *("Sale price", "Regular price", "Categories", "Tags", "Shipping class", "Images"),
    *("Download limit", "Download expiry days", "Parent", "Grouped products", "Upsells"),
    *("Cross-sells", "External URL", "Button text", "Position", "Brands*"),
)
NAMES = {
    "Type": """typ|tipo|тип|rodzaj
        |النوع|סוג|種類|种类|类型""",
    "SKU": """artikelnummer|artikelnr|ugs|артикул|cod|codice|codigo|referencia|kod produktu
        |reference
        |رمز المنتج (sku)|رمز المنتج|رمز sku|מק"ט|商品コード""",
    "GTIN, UPC, EAN, or ISBN": """gtin, upc, ean oder isbn|gtin, upc, ean ou isbn
        |gtin, upc, ean o isbn|gtin, upc, ean of isbn|gtin, upc, ean или isbn""",
    "Name": """nom|nombre|nome|naam|имя|название|nazwa|namn|navn|nazev
        |الاسم|שם|名前|名称|이름""",
    "Published": """veroffentlicht|publie|publicado|pubblicato|gepubliceerd|опубликован
        |опубликовано|opublikowano|opublikowany|publicerad|publicat
        |منشور|تم النشر|פורסם|公開済み|已发布""",
    "Is featured?": """ist hervorgehoben?|mis en avant ?|¿esta destacado?|in primo piano?
        |is uitgelicht?|рекомендуемый?|e destaque?|em destaque?
        |هل هو مميز؟|مميز؟|מומלץ?|מוצר מובלט?|おすすめ?|是推荐产品?""",
    "Visibility in catalog": """sichtbarkeit im katalog|visibilite dans le catalogue
        |visibilidad en el catalogo|visibilita nel catalogo|zichtbaarheid in catalogus
        |видимость в каталоге|visibilidade no catalogo|widocznosc w katalogu
        |الظهور في الكتالوج|إمكانية الظهور في الكتالوج|נראות בקטלוג
        |カタログでの表示|在列表页可见""",
    "Short description": """kurzbeschreibung|description courte|descripcion corta
        |breve descrizione|descrizione breve|korte beschrijving|краткое описание
        |breve descricao|descricao curta|krotki opis
        |وصف قصير|وصف مختصر|תיאור קצר|簡単な説明|简短描述|简短说明""",
    "Description": """beschreibung|descripcion|descrizione|beschrijving|описание|descricao|opis
        |الوصف|תיאור|説明|描述|설명""",
    "In stock?": """vorratig?|en stock ?|¿existencias?|¿en inventario?|in stock?|op voorraad?
        |в наличии?|наличие|em estoque?|em stock?|w magazynie?
        |متوفر في المخزون؟|متوفر بالمخزون؟|في المخزون؟|במלאי?|在庫あり?|有货?""",
    "Stock": """bestand|lager|lagerbestand|stock|inventario|existencias|voorraad|запасы|остаток
        |estoque|magazzino|stan magazynowy
        |المخزون|מלאי|在庫|库存|재고""",
    "Sale price": """angebotspreis|tarif promo|precio rebajado|prezzo in offerta
        |prezzo in saldo|aanbiedingsprijs|цена распродажи|акционная цена|цена со скидкой
        |preco promocional|cena promocyjna
        |سعر التخفيض|سعر العرض|מחיר מבצע|セール価格|促销价格|할인가""",
    "Regular price": """regularer preis|tarif regulier|precio normal|prezzo di listino
        |prezzo regolare|reguliere prijs|базовая цена|обычная цена|preco normal|cena regularna
        |preco
        |السعر العادي|السعر الافتراضي|מחיר רגיל|通常価格|常规售价|正常价格|정상가격""",
    "Categories": """kategorien|categorias|categorie|categorieen|категории|kategorie
        |التصنيفات|الفئات|קטגוריות|カテゴリー|分类|카테고리""",
    "Tags": """schlagworter|etiquettes|etiquetas|tag|tags|метки|tagi
        |الوسوم|תגיות|タグ|标签|태그""",
    "Images": """bilder|images|imagenes|immagini|afbeeldingen|изображения|imagens|obrazki
        |الصور|תמונות|画像|图片|图像|이미지""",
    "Parent": """ubergeordnetes produkt|eltern|parent|superior|genitore|hoofd|родительский
        |ascendente|nadrzedny|rodzic
        |الأصل|המוצר האב|親|父级""",
    "External URL": """externe url|url externe|url externa|url esterno|внешний url
        |رابط خارجي|外部 url|外部url""",
    "Position": """posicion|posizione|positie|позиция|posicao|pozycja
        |الموضع|מיקום|位置""",
    "Brands": """marken|marques|marcas|marchi|merken|бренды|marki
        |العلامات التجارية|الماركات|מותגים|ブランド|品牌|브랜드""",
    "Date sale price starts": """datum, an dem angebotspreis beginnt|date de debut de promo
        |dia en que empieza el precio rebajado|дата начала действия продажной цены""",
    "Date sale price ends": """datum, an dem angebotspreis endet|date de fin de promo
        |dia en que termina el precio rebajado|дата окончания действия продажной цены""",
    "Tax status": """steuerstatus|etat de la tva|estado del impuesto|статус налога
        |حالة الضريبة|税状況|税务状态""",
}
DICTIONARY = {key(name): ours for ours, names in NAMES.items() for name in names.split("|")}
USUAL_NAMES = {key(name.rstrip("*")): name.rstrip("*") for name in ORDER}
# Columns that only take certain values are known by them, whatever they are called.
VALUES = {
    "Visibility in catalog": {"visible", "catalog", "search", "hidden"},
    "Tax status": {"taxable", "shipping", "none"},
}
ATTRIBUTE_PARTS = ("name", "value(s)", "visible", "global", "default")
NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
UNIT = re.compile(r"\((kg|g|lbs?|oz|cm|mm|m|in|yd|кг|см)\)")
META = re.compile(r"meta: .*", re.I)


def english(names: list[str], sample: list[Record]) -> list[str]:
    """The names of a header as the exporter writes them in English."""
    known = [by_name(name) or by_values(at, sample) for at, name in enumerate(names)]
    known = by_order(names, known)
    measured = iter(("Weight", "Length", "Width", "Height"))
    for at, name in enumerate(names):
        if (unit := UNIT.search(name)) and (measure := next(measured, "")):
            known[at] = f"{measure} ({unit[1]})"
    return with_attributes(names, known)


@lru_cache(maxsize=4096)
def by_name(name: str) -> str:
    folded = key(name)
    return USUAL_NAMES.get(folded) or DICTIONARY.get(folded, "")


def by_values(at: int, sample: list[Record]) -> str:
    cells = [list(record.cells.values()) for record in sample if record.cells]
    found = {first(row[at]).strip().lower() for row in cells if at < len(row)} - {""}
    return next((name for name, values in VALUES.items() if found and found <= values), "")


def by_order(names: list[str], known: list[str]) -> list[str]:
    """Names between two that are known, where the exporter has as many between them."""
    order = [name.rstrip("*") for name in ORDER]
    optional = {name.rstrip("*") for name in ORDER if name.endswith("*")}
    known = ["ID", "Type", *known[2:]]
    anchors = [(at, order.index(name)) for at, name in enumerate(known) if name in order]
    rising = [pair for n, pair in enumerate(anchors) if all(pair[1] > p[1] for p in anchors[:n])]
    for (start, there), (end, until) in pairwise(rising):
        gap, between = range(start + 1, end), order[there + 1 : until]
        if len(gap) != len(between):
            between = [name for name in between if name not in optional]
        if len(gap) == len(between):
            for at, name in zip(gap, between, strict=True):
                known[at] = known[at] or name
    last, there = rising[-1]
    for at, name in zip(range(last + 1, len(names)), order[there + 1 :], strict=False):
        if known[at] or NUMBER.search(names[at]) or META.fullmatch(names[at]):
            break
        if name not in optional:
            known[at] = name
    return known


def with_attributes(names: list[str], known: list[str]) -> list[str]:
    """Columns with one number are an attribute: its name, its values, three flags, in order."""
    met: dict[str, int] = {}
    for at, name in enumerate(names):
        number = NUMBER.search(name)
        if known[at] or number is None or META.fullmatch(name):
            continue
        part = met.setdefault(number[1], 0)
        if part < len(ATTRIBUTE_PARTS):
            known[at] = f"Attribute {number[1]} {ATTRIBUTE_PARTS[part]}"
        met[number[1]] += 1
    return [there or name for there, name in zip(known, names, strict=True)]
