"""Prices of which the header says more than their cells."""

from __future__ import annotations

import re
from collections.abc import Mapping

from catalog.folding import fold
from catalog.importing.cells import Number, Value, first
from catalog.importing.formats.format import Cells, Column, Context
from catalog.importing.formats.names import ours
from catalog.importing.formats.offers import NET_PRICE, TAX_RATE
from catalog.importing.prices import currency, price

IN_BRACKETS = re.compile(r"(?P<name>.+?)\s*[\[(]\s*(?:in\s+)?(?P<code>[^\])]{1,6}?)\s*[\])]\s*\*?")
BESIDE = re.compile(r"(?P<name>.+?)(?:\s+in)?[\s_-]+(?P<code>[A-Z]{3}|[€£$])\s*\*?")
BEHIND_COMMA = re.compile(r"(?P<name>.+?)\s*,\s*(?P<code>[^,]{1,6}?)\s*\*?")  # "Цена, руб."
TAX = (
    r"(?:mwst|ust|vat|tax(?:es)?|taxe|gst|tva|iva|btw|moms|mva|dph|afa|kdv|ндс|пдв|imp(?:uestos?)?"
    r"|steuern?)\b\.?"
)
WITH = r"\b(?:inkl|incl|including|inc|with|con|com|avec|med|s|z|с)\b\.?"
WITHIN = r"(?:inkl|incl|dahil|zawart)\w*\.?"  # "IVA incluido", "KDV dahil"
WITH_TAX = re.compile(
    rf"[(\[（]?(?:{WITH}\s*(?:\d+\s*%\s*)?\b{TAX}|\b{TAX}\s+{WITHIN}"
    r"|\b(?:ttc|brutto|gross)\b|税込み?)[)\]）]?",
    re.I,
)
WITHOUT = (
    r"\b(?:exkl|excl|exc|ex|ohne|zzgl|without|plus|sin|sans|hors|senza|sem|bez|без|utan|uden)\b\.?"
)
WITHOUT_TAX = re.compile(
    rf"[(\[（]?(?:{WITHOUT}\s*{TAX}|\b{TAX}\s+(?:excl|exkl|esclus|haric)\w*\.?"
    r"|\b(?:ht|netto|net|neto)\b|\bnetto(?=preis)|税抜き?|税別)[)\]）]?",
    re.I,
)
RATE = re.compile(
    rf"(?:{TAX}|steuersatz)[\s.]*(?:rate|satz|%|\(%\)|in %|orani|stawka|sats)?"
    rf"|(?:tax|vat|taux(?: de)?|tipo(?: de)?|stawka|ставка|aliquota|sazba)\s*(?:rate|{TAX})",
    re.I,
)
PRICES = ("price", "price_before", "sale_price")
NAMED = (IN_BRACKETS, BESIDE, BEHIND_COMMA)


def of_several(prices: Mapping[str, str], context: Context) -> Cells:
    """The price in the currency that was asked for, else the first one that there is."""
    filled = {code: price for code, price in prices.items() if price.strip()}
    if not filled:
        return {"price": ""} if prices else {}
    code = context.reading.currency
    code = code if code in filled else next(iter(filled))
    if len(filled) > 1:
        context.told["currencies"] += 1
    return {"price": filled[code], "currency": code}


def priced(name: str) -> str | Column:
    """The column of a price that names its currency, or that tax is in it.

    "Price (EUR)", "Preis in €", "Price USD"; "Cena s DPH", "Preis inkl. MwSt. (EUR)".
    """
    if name != (bare := taxed(name)):
        return ours(bare) if ours(bare) in PRICES else priced(bare)
    match = next((found for each in NAMED if (found := each.fullmatch(name))), None)
    if not match or (match.re is BESIDE and match["name"].isupper()):  # "PRICE ALL"
        return ""
    column, code = ours(match["name"]), currency("", match["code"])
    if column not in PRICES or not code:
        return ""
    return Column(column, lambda value: in_currency(value, code))


def untaxed(name: str) -> str:
    """The column of a price that its name says is without tax, or of the rate of that tax.

    "Preis netto", "Prix HT", "Price (excl. VAT)"; "MwSt.", "Tax rate", "IVA (%)".
    """
    plain = fold(name.replace("_", " ").strip(" *"))
    if RATE.fullmatch(plain):
        return TAX_RATE
    bare = " ".join(WITHOUT_TAX.sub(" ", plain).split()).strip(" ,;:-*")
    if plain == bare:
        return ""
    match = IN_BRACKETS.fullmatch(bare) or BESIDE.fullmatch(bare)
    return NET_PRICE if ours(match["name"] if match else bare) == "price" else ""


def taxed(name: str) -> str:
    """A name without what says that tax is in the price, which prices here always are with."""
    return WITH_TAX.sub(" ", name).strip(" ,;:-*")


def in_currency(value: Value, code: str) -> str:
    """An amount with its currency beside it, where it has none."""
    text = first(value).strip()
    amount, own = price(value if isinstance(value, Number) else text)
    if own or not text:
        return text
    return f"{amount if isinstance(value, Number) else text} {code}"
