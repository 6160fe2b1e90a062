"""ONIX for Books 3.0, the messages of publishers, with its long names and its short ones.

https://www.editeur.org/93/Release-3.0-Downloads/
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.importing.cells import joined
from catalog.importing.columns import ATTRIBUTE
from catalog.importing.files.records import ELEMENTS, Record
from catalog.importing.formats.format import Cells, Context, Format, Row

# Long name -> short tag; codes are of EDItEUR's lists (5, 15, 17, 22, 27, 48, 153, 158, 65, 58, 1).
SHORT = {
    **{"RecordReference": "a001", "NotificationType": "a002", "ProductIDType": "b221"},
    **{"IDValue": "b244", "TitleType": "b202", "TitleText": "b203", "Subtitle": "b029"},
    **{"TitlePrefix": "b030", "TitleWithoutPrefix": "b031", "PersonName": "b036"},
    **{"ContributorRole": "b035", "SubjectHeadingText": "b070", "TextType": "x426", "Text": "d104"},
    **{"ResourceContentType": "x436", "ResourceLink": "x435", "PublisherName": "b081"},
    **{"PublishingDateRole": "x448", "Date": "b306", "ProductAvailability": "j396"},
    **{"PriceType": "x462", "PriceAmount": "j151", "CurrencyCode": "j152", "ExtentType": "b218"},
    **{"ExtentValue": "b219", "LanguageRole": "b253", "LanguageCode": "b252"},
}
DELETED = "05"
GTIN_TYPES = ("15", "03")  # ISBN-13, GTIN-13
WITH_TAX = ("02", "04", "42")  # of prices; the others are without
COVER, AUTHOR = "01", "A01"
DESCRIPTIONS = ("03", "02", "30")  # the long one, the short, the abstract
PAGES = ("00", "11", "10")  # of the main content, and of all
STATES = {"10": "preorder", "11": "preorder", "12": "preorder", "20": "in_stock"}
STATES |= {"21": "in_stock", "22": "backorder", "23": "backorder", "31": "out_of_stock"}
STATES |= {"40": "out_of_stock", "43": "discontinued", "51": "discontinued"}


def rows(record: Record, _cells: Cells, _context: Context) -> Iterable[Row]:
    book: Any = record.raw
    isbn = chosen(book, "ProductIdentifier", "ProductIDType", GTIN_TYPES, "IDValue")
    number = text(book, "RecordReference")
    if text(book, "NotificationType") == DELETED:
        return [Row(record.line, {"source_id": number, "delete": "1"})]
    authors = [
        text(each, "PersonName")
        for each in every(book, "Contributor")
        if text(each, "ContributorRole") == AUTHOR
    ]
    cells = {
        **{"source_id": number, "sku": isbn or number, "gtin": isbn, "title": title(book)},
        "description": chosen(book, "TextContent", "TextType", DESCRIPTIONS, "Text"),
        "brand": text(book, "PublisherName"),
        "tags": joined(tags(book)),
        "images": chosen(
            book, "SupportingResource", "ResourceContentType", (COVER,), "ResourceLink"
        ),
        "published": chosen(book, "PublishingDate", "PublishingDateRole", ("01",), "Date"),
        "availability": STATES.get(text(book, "ProductAvailability"), ""),
        f"{ATTRIBUTE}author": joined(authors),
        f"{ATTRIBUTE}pages": chosen(book, "Extent", "ExtentType", PAGES, "ExtentValue"),
        f"{ATTRIBUTE}language": chosen(book, "Language", "LanguageRole", ("01",), "LanguageCode"),
        **price(book),
    }
    return [Row(record.line, {name: cell for name, cell in cells.items() if cell})]


def title(book: Any) -> str:
    """The distinctive title, with what it begins with and its subtitle."""
    details = every(book, "TitleDetail")
    main = next((each for each in details if text(each, "TitleType") == "01"), None)
    if main is None:
        return ""
    begin = f"{text(main, 'TitlePrefix')} {text(main, 'TitleWithoutPrefix')}".strip()
    return ": ".join(filter(None, (text(main, "TitleText") or begin, text(main, "Subtitle"))))


def tags(book: Any) -> list[str]:
    return [
        word.strip()
        for each in every(book, "SubjectHeadingText")
        for word in written(each).split(";")
        if word.strip()
    ]


def price(book: Any) -> Cells:
    """What a reader pays; else a price without tax, which is told of."""
    prices = every(book, "Price")
    paid = next((each for each in prices if text(each, "PriceType") in WITH_TAX), None)
    first = paid if paid is not None else next(iter(prices), None)
    if first is None:
        return {}
    column = "net_price" if paid is None else "price"
    return {column: text(first, "PriceAmount"), "currency": text(first, "CurrencyCode")}


def chosen(book: Any, parts: str, kind: str, wanted: tuple[str, ...], said: str) -> str:
    """What is said in the part of the kind that comes first among those wanted."""
    found = {text(each, kind): text(each, said) for each in reversed(every(book, parts))}
    return next((found[each] for each in wanted if found.get(each)), "")


def every(element: Any, name: str) -> list[Any]:
    short = SHORT.get(name, name.lower())
    wanted = {name, short}
    return [each for each in element.iter() if each.tag.rpartition("}")[2] in wanted]


def text(element: Any, name: str) -> str:
    return next((written(each) for each in every(element, name)), "")


def written(element: Any) -> str:
    """The text of an element, with the markup that a description may have in it."""
    parts = [element.text or ""]
    for child in element:
        tag = child.tag.rpartition("}")[2]
        parts.append(f"<{tag}>{written(child)}</{tag}>{child.tail or ''}")
    return "".join(parts).strip()


FORMAT = Format(
    "onix",
    "ONIX message",
    (),
    {},
    kind=ELEMENTS,
    root="onixmessage",
    elements=("product",),
    families=(".*",),
    decimal=".",
    rows=rows,
)
