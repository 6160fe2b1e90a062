"""The catalogue's stats as all processes share them: one row that whoever counts publishes.

Plain JSON, compressed; nothing in it is ever executed.
"""

from __future__ import annotations

import json
import time
import zlib
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from django.conf import settings
from django.utils import timezone

from catalog.colors import colors_in
from search import sql
from search.understanding.shop_words.catalogue_stats import CatalogueStats, Category, Synonyms
from search.understanding.shop_words.catalogue_totals import gathered
from search.understanding.words.written_language import written_language

SHARE_OF_TIME = 0.02  # that publishing may take where a large catalogue changes all the time

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
# Of rules that are published and whose time it is (search.models.rule); and what the shop calls its
# attributes and their values in other languages.
SYNONYMS = """
    (SELECT live->>'synonyms', live->>'also' FROM search_rule
     WHERE live->>'act' = 'synonym'
       AND coalesce((live->>'starts')::timestamptz, '-infinity') <= %(now)s::timestamptz
       AND coalesce((live->>'ends')::timestamptz, 'infinity') > %(now)s::timestamptz ORDER BY id)
    UNION ALL
    (SELECT known.own || ',' || string_agg(other.name, ',' ORDER BY other.code), ''
       FROM (SELECT name, names FROM catalog_attribute WHERE names <> '{}'
              UNION ALL
             SELECT text, names FROM catalog_attributevalue WHERE names <> '{}')
            AS known (own, names), jsonb_each_text(known.names) AS other (code, name)
      GROUP BY known.own, known.names ORDER BY known.own)"""


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
    stats = from_json(content).with_synonyms(synonyms())
    return Summary(found[0][0], stats, content["total"], content["lexemes"])


def synonyms() -> list[Synonyms]:
    """The shop's own, of this moment, with its names in other languages."""
    rows = sql.rows(SYNONYMS, {"now": timezone.now()})
    return [Synonyms(split(words), split(also)) for words, also in rows]


def split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def from_json(content: Mapping[str, Any]) -> CatalogueStats:
    colors: Counter[str] = Counter()
    combinations: Counter[tuple[str, str]] = Counter()
    sizes: dict[str, dict[str, int]] = {}
    for said, place, n in content["combinations"]:
        for color in colors_in(said):  # "Black / White" is black, and white
            colors[color] += n
            combinations[color, place] += n
    for size, place, n in content["sizes"]:
        sizes.setdefault(place, {})[size] = n
    return CatalogueStats(
        categories=tuple(Category(*each) for each in content["categories"]),
        brands=tuple(content["brands"]),
        colors=dict(colors),
        materials=tuple(content["materials"]),
        genders=tuple(content["genders"]),
        attributes={name: tuple(values) for name, values in content["attributes"].items()},
        amounts={
            (name, value): tuple(places) for name, value, places in content.get("amounts", ())
        },
        sizes=sizes,
        cheap={place: Decimal(price) for place, price in content["cheap"].items()},
        words=content["words"],
        titled=content["titled"],
        products=content["products"],
        total=content["total"],
        combinations={(color, place): n for (color, place), n in combinations.items() if place},
        currency=content["currency"],
        language=written_language(content["words"], settings.LANGUAGE_CODE[:2], content["brands"]),
    )
