"""Prices and stocks as they are written: with currency, thousands marks, or in words."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import get_currency_precision

from catalog.folding import fold
from catalog.importing.cells import Number, words
from catalog.importing.values import CURRENCIES

# Signs that mean one currency; "kr" and "¥" mean several, and say nothing. Without the points
# at their end.
SIGNS = {
    **{"€": "EUR", "£": "GBP", "$": "USD", "us$": "USD", "ca$": "CAD", "c$": "CAD", "a$": "AUD"},
    **{"au$": "AUD", "nz$": "NZD", "hk$": "HKD", "r$": "BRL", "₹": "INR", "₽": "RUB", "руб": "RUB"},
    **{"руб.": "RUB", "zł": "PLN", "kč": "CZK", "₺": "TRY", "₴": "UAH", "₩": "KRW", "₪": "ILS"},
    **{"fr.": "CHF", "sfr.": "CHF", "ft": "HUF", "lei": "RON", "лв": "BGN", "лв.": "BGN"},
    **{"₫": "VND", "₦": "NGN", "฿": "THB", "euro": "EUR", "eur": "EUR", "tl": "TRY"},
    **{"zl": "PLN", "kc": "CZK", "грн": "UAH", "din": "RSD", "yen": "JPY"},
    **{"kr": "", "kr.": "", "rs": "", "¥": "", "円": "JPY", "元": "CNY", "": ""},
    **{"块": "CNY", "rmb": "CNY", "人民币": "CNY", "nt$": "TWD", "원": "KRW", "บาท": "THB"},
    **{"р": "RUB", "рублей": "RUB", "гривень": "UAH", 'ש"ח': "ILS", "ש״ח": "ILS", "nis": "ILS"},
    **{"रु": "INR", "रुपये": "INR", "ر.س": "SAR", "ريال": "SAR", "د.إ": "AED", "درهم": "AED"},
    **{"ج.م": "EGP", "د.ك": "KWD", "ر.ق": "QAR", "ر.ع": "OMR", "د.ب": "BHD", "د.أ": "JOD"},
    **{"ل.ل": "LBP", "د.م": "MAD", "د.ت": "TND", "د.ج": "DZD", "евро": "EUR"},
}
YEN = "¥"  # of Japan and of China
# Currencies of which every language writes the decimals behind a point.
WITH_POINT = frozenset(("CNY", "HKD", "TWD", "THB", "INR", "ILS", "SGD", "MYR", "PHP"))
# Arabic marks: thousands, decimals, and the comma, which may be either.
ARABIC_MARKS = str.maketrans({"٬": "'", "٫": ".", "،": ","})
AMOUNT = re.compile(r"(?P<before>\D*?)(?P<sign>[-−–]?)(?P<number>\d[\d.,'’ ]*)(?P<after>.*)", re.S)
# "inkl. MwSt.", "(incl. 19 % VAT)", "TTC": what is said of taxes changes no amount.
TAXES = re.compile(
    r"[\s(]*(?:\b(?:inkl|incl|inc|zzgl|exkl|excl|plus|ex)\b\.?\s*(?:\d+(?:[.,]\d+)?\s*%\s*)?)?"
    r"\b(?:mwst|ust|vat|tax|tva|iva|btw|moms|gst|dph|ttc|ht|brutto|netto)\b[\s.)*]*$",
    re.I,
)
# "49,-" and "49.–" are whole amounts, and say which sign stands before decimals: "1.299,-".
DASHES = re.compile(r"([.,])\s*[-–—]+")
IN_DOUBT = re.compile(r"\d{1,3}[.,]\d{3}")  # 1,200
CENTS = Decimal("0.01")


def price(text: str, decimal: str = "", beside: str = "") -> tuple[str, str]:
    """Amount with a point before its decimals, and currency or nothing.

    "1,234.50 EUR" -> ("1234.50", "EUR"). `decimal` is the sign before decimals where it is known,
    `beside` a currency that stands in a column of its own; without them an amount such as 1,200
    may be either, and stays as it is written.
    """
    if isinstance(text, Number):
        return amount(text, ".") or text, ""
    decimal = "." if "٫" in text else decimal
    spaced = TAXES.sub("", " ".join(text.translate(ARABIC_MARKS).split())).rstrip(" *")
    match = AMOUNT.fullmatch(DASHES.sub(" ", spaced))
    if dashes := DASHES.search(spaced):
        decimal = dashes[1]
    if match is None:
        return text.strip(), ""
    code = currency(match["before"], match["after"])
    if code is None or match["sign"]:
        return spaced, ""
    signed = YEN if YEN in match["before"] + match["after"] else ""
    mark = decimal or own_mark(code or beside or signed)
    number = amount(digits(match["number"]), mark)
    written = match["number"].strip()
    in_doubt = not code or IN_DOUBT.fullmatch(written)
    return number or (written if in_doubt else spaced), code


def own_mark(code: str) -> str:
    """The sign before decimals that a currency by itself tells, "whole" where it has none.

    12.500 KWD has three decimals, and 12,500 JPY cannot have any.
    """
    if code in WITH_POINT or code == YEN:
        return "."
    return {3: ".", 0: "whole"}.get(get_currency_precision(code), "") if code else ""


def currency(before: str, after: str) -> str | None:
    """The code of what stands around an amount, "" where nothing does, None where it is none."""
    written = [each.replace(" ", "").strip(".:").lower() for each in (before, after)]
    named = {each.upper() if each.upper() in CURRENCIES else SIGNS.get(each) for each in written}
    named -= {""}
    if len(named) > 1 and "$" in written:  # "$12 CAD"
        named.discard("USD")
    return next(iter(named), "") if len(named) < 2 else None


def digits(text: str) -> str:
    """Digits of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def amount(text: str, decimal: str = "") -> str:
    """ "1.234,5" -> "1234.50"; "" where it is not certain what is meant."""
    number = re.sub(r"[\s'’]", "", text).rstrip(".,")
    marks = [sign for sign in number if sign in ".,"]
    if not (number.isascii() and number[:1].isdigit()):
        return ""
    if not marks:
        return number if number.isdigit() else ""
    last = decimal_mark(number, marks) or decimal
    if not last:
        return ""
    whole, mark, part = number.rpartition(last) if last in number else (number, "", "")
    other = "." if last == "," else ","
    if last == "whole" or not mark:
        whole, part = number, ""
    if not thousands(whole, other) or (part and not part.isdigit()):
        return ""
    value = Decimal(re.sub(r"[.,]", "", whole) + "." + (part or "0"))
    if 0 < value < CENTS / 2:  # a price of a screw, which cents would make a present of
        return ""
    return str(value.quantize(CENTS, ROUND_HALF_UP)) if part else str(int(value))


def decimal_mark(number: str, marks: list[str]) -> str:
    """The sign before decimals, "whole" where there are none, "" where it cannot be told."""
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return "whole"
    behind = len(number) - number.index(marks[0]) - 1
    return "" if behind == 3 and number[0] != "0" else marks[0]


def thousands(whole: str, mark: str) -> bool:
    """Whether the marks stand where thousands do (or lakhs: 1,23,456)."""
    if whole.isdigit():
        return True
    sign = mark if mark in whole else "," if mark == "." else "."
    parts = whole.split(sign)
    return (
        all(part.isdigit() for part in parts)
        and 1 <= len(parts[0]) <= 3
        and len(parts[-1]) == 3
        and all(len(part) in (2, 3) for part in parts[1:])
    )


IN_STOCK, OUT_OF_STOCK, PREORDER = "in_stock", "out_of_stock", "preorder"
BACKORDER, DISCONTINUED = "backorder", "discontinued"
WORDS = {
    IN_STOCK: """in stock|+|instock|available|yes|true|y|on stock|limited availability|low stock
        |in store only|instoreonly|online only|onlineonly|limitedavailability|1
        |auf lager|lagernd|vorratig|verfugbar|ja|en stock|disponible|oui|si|disponibile|в наличии
        |есть|unlimited|infinite|in magazzino|op voorraad|dostepny|skladem|available for order
        |am lager|vorhanden|lieferbar|sofort lieferbar|sofort verfugbar|in voorraad|leverbaar
        |direct leverbaar|beschikbaar|dostepne|na stanie|w magazynie|hay existencias|en existencias
        |disponible en stock|em estoque|em stock|disponivel|disponibile subito|i lager|pa lager
        |在庫あり|在庫有り|在庫有|あり|有货|现货|有|销售中|판매중|재고있음|있음|متوفر|متوفره
        |متوفر في المخزون|במלאי|קיים|มีสินค้า|พร้อมส่ง|διαθεσιμο|σε αποθεμα|उपलब्ध|в наявності|є
        |tilgjengelig|tillganglig|stokta|stokta var|mevcut|varastossa|na sklade|dostupne""",
    OUT_OF_STOCK: """out of stock|outofstock|sold out|soldout|unavailable|not available|no|false|n
        |ausverkauft|nicht vorratig|nicht lagernd|nicht verfugbar|nein|rupture de stock|epuise
        |non|en rupture|agotado|sin existencias|esaurito|нет в наличии|нет|uitverkocht|0
        |nicht lieferbar|vergriffen|nicht auf lager|niet op voorraad|niet beschikbaar|brak
        |niedostepny|niedostepne|wyprzedane|no disponible|indisponible|en rupture de stock
        |non disponibile|esgotado|indisponivel|slut|slut i lager|ikke pa lager|udsolgt|utsolgt
        |在庫なし|在庫切れ|品切れ|売り切れ|売切|なし|无货|缺货|售罄|无|품절|재고없음|없음
        |غير متوفر|نفد|نفد من المخزون|نفذت الكميه|אזל|אזל מהמלאי|לא במלאי|สินค้าหมด|หมด
        |μη διαθεσιμο|εξαντληθηκε|अनुपलब्ध|немає в наявності|немає
        |tukendi|stokta yok|vyprodano|neni skladem|loppu""",
    PREORDER: """予約|予約受付中|预售|預售|예약판매|طلب مسبق|הזמנה מוקדמת|พรีออเดอร์|передзамовлення
        |preorder|pre order|presale|pre sale|vorbestellbar|precommande|предзаказ|preventa
        |preordine|preordinabile|przedsprzedaz|reserva|pre venda|voorverkoop|forhandsbestallning""",
    BACKORDER: """お取り寄せ|取り寄せ|під замовлення|backorder|back order|on backorder|onbackorder
        |available on backorder
        |made to order|madetoorder|nachbestellbar|lieferruckstand|под заказ""",
    DISCONTINUED: "discontinued|eol|end of life|retired|obsolete",
}
AVAILABILITY = {word.strip(): state for state, said in WORDS.items() for word in said.split("|")}
COUNTED_THINGS = re.compile(r"(\d[\d.,]*)\s*([^\W\d].*)")  # "10 pcs", "5 auf Lager"
PIECES = words(
    "pcs pc piece pieces unit units stk st stuck szt ks db unidades pezzi stuks"
    " шт 個 点 枚 本 个 件 只 개 ชิ้น יח' قطعه قطع"
)
AT_LEAST = re.compile(r">?=?\s*(\d+)\s*\+?")


def availability(text: str) -> str:
    """One of the five states for what shops write, also as an address of schema.org."""
    word = fold(text.strip().rpartition("schema.org/")[2]).replace("_", " ").replace("-", " ")
    return AVAILABILITY.get(" ".join(word.split()), text.strip())


def is_count_of(said: str) -> bool:
    """Whether what stands behind a number says that it counts pieces, or what is in stock."""
    return fold(said).strip(" .") in PIECES or availability(said) == IN_STOCK


def stock(text: str, decimal: str = "") -> tuple[str, str]:
    """Number and state: "4.0000" -> ("4", ""), "-2" -> ("0", ""), "sold out" -> ("0", its state).

    What is in stock without a number is counted by nobody: ("", in stock).
    """
    written = text.strip()
    if written.startswith(("-", "−")) and amount(written[1:], decimal or "."):
        return "0", ""
    if match := AT_LEAST.fullmatch(written):
        return match[1], ""
    if (match := COUNTED_THINGS.fullmatch(written)) and is_count_of(match[2]):
        written = match[1]
    number = amount(digits(written), "." if isinstance(text, Number) else decimal)
    if number:
        return str(int(Decimal(number))), ""
    state = availability(written)
    if state in WORDS:
        return ("0" if state in (OUT_OF_STOCK, DISCONTINUED) else ""), state
    return ("", "") if fold(written) == "parent" else (written, "")
