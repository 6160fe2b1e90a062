"""The counts of the whole catalogue as plain JSON: what the summary holds.

Words are bounded: of a large catalogue the commonest, which are all that anybody means; how often a
rarer one stands somewhere can be asked by key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from catalog.currencies import recounted
from search import sql
from search.understanding.shop_words.catalogue_counts import (
    NAME_AND_VALUE,
    VALUES_OF_ATTRIBUTE,
    words_of_title,
)
from search.understanding.shop_words.catalogue_stats import ancestors

MOST_WORDS = 200_000  # kept in every process: some 20 MB
MOST_TITLED = 5_000  # words of which it is kept in which categories they stand
PLACES_OF_WORD = 20

ALL_BUT_WORDS = """
    SELECT kind, value, category, n FROM search_cataloguecount
     WHERE kind <> 'word' AND kind NOT LIKE 'lexeme%'"""
WORDS = f"""
    SELECT value, sum(n) FROM search_cataloguecount WHERE kind = 'word'
     GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {MOST_WORDS}"""
TITLED = """
    SELECT value, category, n FROM search_cataloguecount
     WHERE kind = 'word' AND value = ANY(%s::text[]) ORDER BY n DESC, category"""
LEXEMES = f"""
    SELECT kind, value, n FROM search_cataloguecount WHERE kind LIKE 'lexeme%'
     ORDER BY n DESC LIMIT {MOST_WORDS}"""

Rows = Iterable[tuple[Any, ...]]


def gathered() -> dict[str, Any]:
    """All of CatalogueStats but the synonyms, and the lexemes, as JSON has them."""
    paths = {
        number: (path, url_path)
        for number, path, url_path in sql.rows(
            "SELECT id, path, url_path FROM catalog_category ORDER BY path", primary=True
        )
    }
    places = {number: url_path for number, (_path, url_path) in paths.items()}
    counts: dict[str, list[tuple[str, str, int]]] = {}
    for kind, value, category, n in asked(ALL_BUT_WORDS):
        counts.setdefault(kind, []).append((value, places.get(category, ""), n))
    words = {word: int(n) for word, n in asked(WORDS)}
    currency = recounted()[0]  # what filters go by; as new as these counts
    products = {place: n for _value, place, n in counts.get("product", []) if place}
    return {
        # What has no product names nothing: a tree that an import has left would.
        "categories": [each for each in paths.values() if each[1] in products],
        "brands": brands(counts.get("brand", [])),
        "combinations": summed(counts.get("color", [])),
        "materials": commonest(counts.get("material", [])),
        "genders": commonest(counts.get("gender", [])),
        "attributes": attributes(counts),
        "amounts": amounts(counts.get("amount", [])),
        "sizes": summed(counts.get("size", [])),
        "cheap": cheap(counts.get("price", []), currency),
        "words": words,
        "titled": titled(words, paths.values(), places),
        "products": products,
        "total": sum(n for _value, _place, n in counts.get("total", [])),
        "currency": currency,
        "lexemes": lexemes(),
    }


def asked(text: str, params: Sequence[Any] = ()) -> list[sql.Row]:
    """Of the whole catalogue; in memory, for a shop whose disk is full has to be read as well."""
    return sql.rows(text, params, settings=sql.IN_MEMORY, primary=True)


def commonest(counted: Rows) -> list[str]:
    """The values, that of most products first."""
    total: Counter[str] = Counter()
    for value, _place, n in counted:
        total[value] += n
    return sorted(total, key=lambda value: (-total[value], value))


def summed(counted: Rows) -> list[tuple[str, str, int]]:
    """By value and place: categories that are gone count as none."""
    total: Counter[tuple[str, str]] = Counter()
    for value, place, n in counted:
        total[value, place] += n
    return [(value, place, n) for (value, place), n in sorted(total.items())]


def brands(counted: Rows) -> list[str]:
    names = {
        str(number): name
        for number, name in sql.rows("SELECT id, name FROM catalog_brand", primary=True)
    }
    return [names[number] for number in commonest(counted) if number in names]


def attributes(counts: Mapping[str, Rows]) -> dict[str, list[str]]:
    """Values of the attributes that are a choice, and not free text."""
    free = {name for name, _place, _n in counts.get("free text", [])}
    found: dict[str, list[str]] = {}
    for both, _place, _n in counts.get("attribute", []):
        name, value = both.split(NAME_AND_VALUE, 1)
        found.setdefault(name, []).append(value)
    return {
        name: sorted(values)
        for name, values in sorted(found.items())
        if name not in free and len(values) <= VALUES_OF_ATTRIBUTE
    }


def amounts(counted: Rows) -> list[tuple[str, str, list[str]]]:
    """Attribute, value and the places where things have it, of values that are numbers."""
    found: dict[str, list[str]] = {}
    for both, place, _n in counted:
        found.setdefault(both, []).append(place)
    return [(*both.split(NAME_AND_VALUE, 1), sorted(at)) for both, at in sorted(found.items())]  # type: ignore[misc]


def cheap(counted: Rows, currency: str) -> dict[str, str]:
    """By place ("" for all) the price below which a quarter of its products is sold."""
    prices: dict[str, Counter[Decimal]] = {}
    for value, place, n in counted:
        unit, price = value.split(" ")
        if unit == currency:
            for each in ("", *(ancestors(place) if place else ())):
                prices.setdefault(each, Counter())[Decimal(price)] += n
    return {place: str(quarter(found)) for place, found in prices.items()}


def quarter(prices: Counter[Decimal]) -> Decimal:
    """The first price at which a quarter of the products is reached."""
    wanted, reached = prices.total() / 4, 0
    for price in sorted(prices):
        reached += prices[price]
        if reached >= wanted:
            break
    return price.quantize(Decimal("0.01"))


def titled(
    words: Mapping[str, int], categories: Iterable[tuple[str, str]], places: Mapping[int, str]
) -> dict[str, dict[str, int]]:
    """Word -> url_path -> products, of the commonest words and those of categories' names."""
    named = {word for path, _url_path in categories for word in words_of_title(path)}
    chosen = [*list(words)[:MOST_TITLED], *sorted(named & words.keys())]
    found: dict[str, dict[str, int]] = {}
    for word, category, n in asked(TITLED, [chosen]):
        known = found.setdefault(word, {})
        if len(known) < PLACES_OF_WORD:
            known[places.get(category, "")] = n
    return found


def lexemes() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for kind, lexeme, n in asked(LEXEMES):
        found.setdefault(kind, {})[lexeme] = n
    return found
