"""What an article costs and how much of it there is, of the cells of a record."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from catalog.cleaning import clean
from catalog.importing.cells import date, is_null, number
from catalog.importing.formats.format import Cells, Context
from catalog.importing.prices import CENTS, IN_DOUBT, OUT_OF_STOCK, YEN, price, stock

# Beside the canonical columns, what formats may say of a price: the reduced one, and its days.
SALE_PRICE, SALE_DAYS = "sale_price", "sale_days"
NET_PRICE, TAX_RATE = "net_price", "tax_rate"
PRICES = ("price", "price_before", SALE_PRICE, NET_PRICE)
CENTS_AT_END = re.compile(r"\d([.,])\d\d\b\D*$")


def read_prices(cells: Cells, context: Context) -> None:
    """Amounts without currency, and what an offer costs as the price."""
    decimal = context.reading.decimal or context.decimal
    for name in PRICES:
        if name in cells:
            text = "" if is_null(cells[name]) else visible_number(cells[name])
            beside = cells.get("currency", "").strip().upper() or context.reading.currency
            beside = beside or (context.yen if YEN in text else "")
            cells[name], code = price(text, decimal, beside)
            context.told["in doubt"] += bool(IN_DOUBT.fullmatch(cells[name]))
            if not cells.get("currency") and (code or (beside and cells[name])):
                cells["currency"] = code or beside
    if {NET_PRICE, TAX_RATE} & cells.keys():
        add_tax(cells, cells.pop(NET_PRICE, ""), cells.pop(TAX_RATE, ""), context)
    if SALE_DAYS in cells:
        begin, _slash, end = cells.pop(SALE_DAYS).partition("/")
        cells["sale_from"], cells["sale_to"] = date(begin), date(end)
    if SALE_PRICE in cells:
        offer(cells, cells.pop(SALE_PRICE))
    if "price_before" in cells and not reduced(cells):
        cells |= {name: "" for name in ("price_before", "sale_from", "sale_to") if name in cells}


def add_tax(cells: Cells, net: str, rate: str, context: Context) -> None:
    """A price without tax as the price, where there is no other: with the tax, if a rate is told.

    A rate is "19 %", "19,0" or "0.19".
    """
    if not net or cells.get("price") or cells.get(SALE_PRICE):
        return
    try:
        share = Decimal(number(rate.replace("%", "")))
        with_tax = Decimal(net) * (1 + (share if share < 1 else share / 100))
    except InvalidOperation:
        context.told["without tax"] += 1
        cells["price"] = net
    else:
        cells["price"] = str(with_tax.quantize(CENTS, ROUND_HALF_UP))


def visible_number(text: str) -> str:
    return text if type(text) is not str else clean(text)


def offer(cells: Cells, sale: str) -> None:
    """A reduced price as the price, and the usual one as that before; `catalog.sales` has days."""
    if sale and not is_zero(sale):
        cells["price"], cells["price_before"] = sale, cells.get("price", "")
    elif not cells.get("price_before"):
        cells["price_before"] = ""


def is_zero(amount: str) -> bool:
    return not amount.strip("0.,")


def reduced(cells: Cells) -> bool:
    """Whether the price before is above the price; what is no number is left to be refused."""
    try:
        return bool(cells["price_before"]) and Decimal(cells["price_before"]) > Decimal(
            cells.get("price") or 0
        )
    except InvalidOperation:
        return True


def decimal_of(cells: Cells) -> str:
    """The sign before decimals that prices of a row show: beside "2 490,00", 5,000 is five."""
    found = (CENTS_AT_END.search(cells.get(name, "")) for name in PRICES)
    return next((match[1] for match in found if match), "")


def read_stock(cells: Cells, decimal: str) -> None:
    """A number in stock, and the state that it is in, as far as either is said."""
    state = ""
    if cells.get("availability", "").isdecimal() and "stock" not in cells:  # "In stock: 5"
        cells["stock"] = cells.pop("availability")
    if "stock" in cells:
        text = "" if is_null(cells["stock"]) else visible_number(cells["stock"])
        cells["stock"], state = stock(text, decimal)
        if state and not cells.get("availability"):
            cells["availability"] = state
    if cells.get("availability") == OUT_OF_STOCK and not cells.get("stock"):
        cells["stock"] = "0"
