"""One price of several: a product has one currency."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.importing.formats.format import Cells, Context


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
