"""The formats that catalogues come in, one a file: what their columns are here, and their rules.

Another format is a file beside these and its name in `FORMATS`, before those that are more general.
"""

from __future__ import annotations

from functools import lru_cache

from catalog.importing.columns import column
from catalog.importing.files.records import Content
from catalog.importing.formats import (
    akeneo,
    amazon,
    bigcommerce,
    bigcommerce_v3,
    bmecat,
    ceneo,
    ebay,
    etsy,
    google,
    heureka,
    lightspeed,
    magento,
    medusa,
    onix,
    plain,
    prestashop,
    saleor,
    schema_org,
    search_engines,
    shopify,
    shopware,
    square,
    squarespace,
    styles,
    vendure,
    wix,
    woocommerce,
    yml,
)
from catalog.importing.formats.format import Format, Reading, key
from catalog.importing.formats.names import OURS, spaced

FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        *(shopify.FORMAT, shopify.JSON, woocommerce.FORMAT, magento.FORMAT),
        *(prestashop.PRODUCTS, prestashop.COMBINATIONS, bigcommerce.FORMAT),
        *(bigcommerce_v3.FORMAT, vendure.FORMAT, squarespace.FORMAT, wix.FORMAT),
        *(etsy.FORMAT, square.FORMAT, lightspeed.FORMAT),
        *(medusa.FORMAT, saleor.FORMAT, shopware.FORMAT, akeneo.PRODUCTS, akeneo.MODELS),
        *(amazon.FORMAT, styles.FORMAT, google.TABLE, google.XML, yml.FORMAT, bmecat.FORMAT),
        *(heureka.FORMAT, ceneo.FORMAT, ebay.FORMAT, onix.FORMAT),
        *(schema_org.FORMAT, search_engines.FORMAT, plain.TABLE, plain.XML),
    )
}
NAME_MOST = 120  # characters of a column's name; what is longer is a text
ELEMENTS = {each.root: frozenset(each.elements) for each in FORMATS.values() if each.root} | {
    "": frozenset(name for each in FORMATS.values() if not each.root for name in each.elements)
}
COLUMNS = frozenset(name for each in FORMATS.values() for name in each.columns) | set(OURS)


def recognise(content: Content, reading: Reading) -> Format:
    """The first format whose signs are in the file; the plain one of its kind knows the rest."""
    if reading.columns:
        return next(
            each
            for each in (plain.TABLE, search_engines.FORMAT, plain.XML)
            if each.kind == content.kind
        )
    return next(each for each in FORMATS.values() if each.recognises(content))


@lru_cache(maxsize=4096)
def is_known(name: str) -> bool:
    """Whether any format has a column of that name; it tells a header from what is above it."""
    if len(name) > NAME_MOST:
        return False
    if key(name) in COLUMNS or key(spaced(name)) in COLUMNS:
        return True
    try:
        return bool(column(name))
    except ValueError:
        return False
