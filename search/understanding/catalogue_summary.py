"""The catalogue's stats as all processes share them: one row that whoever counts publishes.

Plain JSON, compressed. Words are bounded: of a large catalogue the commonest, which are all that
anybody means; how often a rarer one stands somewhere can be asked by key.
"""

from __future__ import annotations

import json
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from django.conf import settings

from search import sql
from search.understanding.catalogue_counts import BETWEEN, VALUES_OF_ATTRIBUTE, words_of_title
from search.understanding.catalogue_stats import CatalogueStats, Category
from search.understanding.size_index import ancestors

MOST_WORDS = 200_000  # kept in every process: some 20 MB
MOST_TITLED = 5_000  # words of which it is kept in which categories they stand
PLACES_OF_WORD = 20
SHARE_OF_TIME = 0.02  # that publishing may take where a large catalogue changes all the time

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
PUBLISH = """
    INSERT INTO search_cataloguesummary AS known
           (id, version, content, outdated, published, seconds)
    VALUES (1, 1, %(content)s, false, now(), %(seconds)s)
        ON CONFLICT (id) DO UPDATE
       SET version = known.version + 1, content = excluded.content, outdated = false,
           published = now(), seconds = excluded.seconds"""
STATE = """
    SELECT coalesce(max(version), 0),
           coalesce(bool_or(outdated), true) OR EXISTS (SELECT FROM search_cataloguechange),
           coalesce(now() < max(published) + max(seconds) * %s * interval '1 second', false)
      FROM search_cataloguesummary"""
SYNONYMS = "SELECT words FROM search_synonym ORDER BY id"

Rows = Iterable[tuple[Any, ...]]
Frequencies = Mapping[str, Mapping[str, int]]  # kind of lexeme -> lexeme -> products


class Summary(NamedTuple):
    version: int
    stats: CatalogueStats
    products: int  # active ones
    lexemes: dict[str, dict[str, int]]


def publish() -> None:
    """Make a new version of the counts as they are now."""
    started = time.monotonic()
    content = zlib.compress(json.dumps(gathered()).encode(), 1)
    sql.write(PUBLISH, {"content": content, "seconds": time.monotonic() - started})


def synonyms_changed() -> None:
    """Have every process read the shop's synonyms again."""
    sql.write("UPDATE search_cataloguesummary SET version = version + 1")


class State(NamedTuple):
    """Where the summary stands, by one small statement."""

    version: int  # 0: nothing was published yet
    behind: bool  # something has changed since
    rests: bool  # it was published so recently that the next version may wait


def state(primary: bool = False) -> State:
    found = sql.rows(STATE, [1 / SHARE_OF_TIME], primary=primary)
    return State(*found[0])


def load() -> Summary:
    """What was published last, with the synonyms of now; an empty catalogue's where nothing was."""
    found = sql.rows(
        "SELECT version, content FROM search_cataloguesummary WHERE content IS NOT NULL"
    )
    if not found:
        return Summary(0, CatalogueStats(), 0, {})
    content = json.loads(zlib.decompress(found[0][1]))
    groups = tuple(split(words) for (words,) in sql.rows(SYNONYMS))
    stats = from_json(content, groups)
    return Summary(found[0][0], stats, content["total"], content["lexemes"])


def split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


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
    for kind, value, category, n in sql.rows(ALL_BUT_WORDS, primary=True):
        counts.setdefault(kind, []).append((value, places.get(category, ""), n))
    words = {word: int(n) for word, n in sql.rows(WORDS, primary=True)}
    currency = next(iter(commonest(counts.get("currency", []))), "EUR")
    return {
        "categories": list(paths.values()),
        "brands": brands(counts.get("brand", [])),
        "combinations": summed(counts.get("color", [])),
        "materials": commonest(counts.get("material", [])),
        "genders": commonest(counts.get("gender", [])),
        "attributes": attributes(counts),
        "sizes": summed(counts.get("size", [])),
        "cheap": cheap(counts.get("price", []), currency),
        "words": words,
        "titled": titled(words, paths.values(), places),
        "products": {place: n for _value, place, n in counts.get("product", []) if place},
        "total": sum(n for _value, _place, n in counts.get("total", [])),
        "currency": currency,
        "lexemes": lexemes(),
    }


def from_json(content: Mapping[str, Any], synonyms: tuple[tuple[str, ...], ...]) -> CatalogueStats:
    colors: Counter[str] = Counter()
    sizes: dict[str, dict[str, int]] = {}
    for color, _place, n in content["combinations"]:
        colors[color] += n
    for size, place, n in content["sizes"]:
        sizes.setdefault(place, {})[size] = n
    return CatalogueStats(
        categories=tuple(Category(*each) for each in content["categories"]),
        brands=tuple(content["brands"]),
        colors=dict(colors),
        materials=tuple(content["materials"]),
        genders=tuple(content["genders"]),
        attributes={name: tuple(values) for name, values in content["attributes"].items()},
        sizes=sizes,
        cheap={place: Decimal(price) for place, price in content["cheap"].items()},
        words=content["words"],
        titled=content["titled"],
        products=content["products"],
        combinations={(color, place): n for color, place, n in content["combinations"] if place},
        synonyms=synonyms,
        currency=content["currency"],
        language=settings.LANGUAGE_CODE[:2],
    )


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
        name, value = both.split(BETWEEN, 1)
        found.setdefault(name, []).append(value)
    return {
        name: sorted(values)
        for name, values in sorted(found.items())
        if name not in free and len(values) <= VALUES_OF_ATTRIBUTE
    }


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
    for word, category, n in sql.rows(TITLED, [chosen], primary=True):
        known = found.setdefault(word, {})
        if len(known) < PLACES_OF_WORD:
            known[places.get(category, "")] = n
    return found


def lexemes() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for kind, lexeme, n in sql.rows(LEXEMES, primary=True):
        found.setdefault(kind, {})[lexeme] = n
    return found
