"""Article numbers and titles in a query: whoever types one wants that one thing first.

They are compared without letter case, separators and leading zeros, by one functional index each
(`catalog_sku_key`, catalog/migrations/0021_sku_key.py), and all in one statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from catalog.bigrams import WORD, terms
from catalog.folding import fold
from search import sql
from search.query import Identifier

IDENTIFIED = 24
TITLES_READ = 200  # titles with all the words, so that common words cost no more
LONGEST_TEXT = 300  # characters of a text that may be a number or a title as a whole
SHORTEST_PART = 4  # characters of a SKU from which a part of it is looked for
FEW_OF_A_MODEL = 5  # products that one can belong to; more of them share a word, not a number
TITLE_WORDS = 3  # of a query from which a title with but one word more is nearly that title
# How an article is named by number -> the column of its variant.
NUMBERS = {"sku": "sku", "barcode": "gtin", "model": "mpn"}


def begins(column: str, start: str) -> str:
    """That `column` begins with `start`: by bounds, which an index serves whatever they are.

    Of `LIKE` with a parameter a plan that is kept knows nothing.
    """
    return f"{column} ~>=~ {start} AND {column} ~<~ ({start} || U&'\\+10FFFF')"


SOLD = "JOIN catalog_product p ON p.id = v.product_id AND p.active"
FIRST_VARIANT = """
    JOIN LATERAL (SELECT sku FROM catalog_variant WHERE product_id = p.id
                   ORDER BY position, id LIMIT 1) v ON true"""
SEGMENTS = "to_tsvector('simple', regexp_replace(upper(v.sku), '[^A-Z0-9]+', ' ', 'g'))"
TITLE = "to_tsvector('simple', catalog_terms(p.title))"
BY_NUMBER = f"""
    (SELECT '{{by}}' AS by, v.sku, catalog_sku_key(v.{{column}}) AS key, v.{{column}} AS said
       FROM catalog_variant v {SOLD}
      WHERE v.{{column}} <> '' AND catalog_sku_key(v.{{column}}) = ANY(%(keys)s::text[])
      LIMIT {IDENTIFIED})"""
BY_TITLE = f"""
    (SELECT 'title', v.sku, %(whole)s::text, p.title FROM catalog_product p {FIRST_VARIANT}
      WHERE p.active AND catalog_sku_key(p.title) = %(whole)s::text
      ORDER BY p.id LIMIT {IDENTIFIED})
    UNION ALL
    (SELECT 'title', v.sku, %(whole)s::text, t.title FROM catalog_translation t
       JOIN catalog_product p ON p.id = t.product_id AND p.active {FIRST_VARIANT}
      WHERE catalog_sku_key(t.title) = %(whole)s::text ORDER BY p.id LIMIT {IDENTIFIED})"""
# What is asked only where its parameter says something: each takes its time to be planned.
NEARLY = f"""
    (SELECT 'nearly', v.sku, '', p.title FROM (
       SELECT id, title FROM catalog_product p WHERE p.active
          AND {TITLE} @@ to_tsquery('simple', %(near)s::text) LIMIT {TITLES_READ}) p {FIRST_VARIANT}
      WHERE length({TITLE}) <= %(words)s::int + 1 LIMIT 2)"""
IN_PART = f"""
    (SELECT 'part', v.sku, '', '' FROM catalog_variant v {SOLD}
      WHERE {begins("catalog_sku_key(v.sku)", "%(part)s::text")}
      ORDER BY v.sku LIMIT {IDENTIFIED})"""
BY_SEGMENTS = f"""
    (SELECT 'part', v.sku, '', '' FROM catalog_variant v {SOLD}
      WHERE {SEGMENTS} @@ phraseto_tsquery('simple', %(segments)s::text) LIMIT {IDENTIFIED})"""
BY_MODEL = f"""
    (SELECT 'text', found.sku, asked, '' FROM unnest(%(models)s::text[]) asked, LATERAL (
       SELECT v.sku FROM catalog_product p {FIRST_VARIANT}
        WHERE p.active AND p.words @@ phraseto_tsquery('english', catalog_terms(asked))
        ORDER BY v.sku LIMIT {FEW_OF_A_MODEL + 1}) found)"""
ALWAYS = [*(BY_NUMBER.format(by=by, column=column) for by, column in NUMBERS.items()), BY_TITLE]
WHERE_SAID = {"near": NEARLY, "part": IN_PART, "segments": BY_SEGMENTS, "models": BY_MODEL}


class Row(NamedTuple):
    by: str  # one of NUMBERS, title, nearly (a title), part (of a SKU) or text
    sku: str
    key: str
    said: str  # as the catalogue spells what was named


def sku_key(text: str) -> str:
    """As `catalog_sku_key` makes it: `sku_key("00-AB/7") == "ab7"`."""
    return re.sub(r"[\W_]+", "", fold(text)).lstrip("0")


def identify(text: str, numbered: Iterable[str] = ()) -> tuple[Identifier, ...]:
    """The variants that `text` names, best first: as a whole, by a word of it, in part, by model.

    `numbered` are the words inside it that may be numbers (`numbered_words.numbered_words`).
    """
    text = unescape(text)  # a title that was copied from a page's source: "A &amp; B"
    words = [word for word in numbered if sku_key(word)]
    whole = sku_key(text) if len(text) <= LONGEST_TEXT else ""
    if not whole and not words:
        return ()
    params = asked(text, whole, words)
    statement = [*ALWAYS, *(part for name, part in WHERE_SAID.items() if params[name])]
    rows = sql.rows(" UNION ALL ".join(statement), params, settings=sql.PLANNED_ONCE)
    found = [Row(*row) for row in rows]
    single = len(text.split()) == 1
    named = [*as_whole(found, text, whole), *by_word(found, words)]
    if not named:
        named = in_part(found, single) or by_model(found, single)
    unique = {each.sku: each for each in reversed([*named, *nearly(found)])}
    return tuple(unique.values())[::-1][:IDENTIFIED]


def asked(text: str, whole: str, words: list[str]) -> dict[str, object]:
    """The parameters of the statement; what an empty one is for is not asked."""
    single = text.strip() if len(text.split()) == 1 and re.search(r"\d", text) else ""
    part = single if len(whole) >= SHORTEST_PART else ""
    several = bool(whole) and len(re.findall(r"\w+", fold(text))) >= TITLE_WORDS
    near = WORD.findall(terms(text)) if several else []
    return {
        "keys": list(dict.fromkeys(filter(None, [whole, *map(sku_key, words)]))),
        "whole": whole,
        "near": " & ".join(f"'{term}'" for term in near),
        "words": len(set(near)),
        "part": sku_key(part),
        "segments": segments(part),
        "models": [
            plain for plain in map(fold, [*words, *([part] if part else [])]) if is_model(plain)
        ],
    }


def segments(part: str) -> str:
    """Of a number with letters of its own, "ab 12" of "AB-12"; of "12ユーロ以下" there are none."""
    plain = fold(part).upper()
    foreign = any(sign.isalpha() and not sign.isascii() for sign in plain)
    return "" if foreign else re.sub(r"[^A-Z0-9]+", " ", plain).strip()


def is_model(plain: str) -> bool:
    return len(plain) >= SHORTEST_PART and plain[0].isalpha()


def as_whole(found: Iterable[Row], text: str, whole: str) -> Iterator[Identifier]:
    """Numbers before titles, and what is spelt as typed before what is not."""
    rows = [row for row in found if row.key == whole and (row.by in NUMBERS or row.by == "title")]
    rows.sort(key=lambda row: (row.by == "title", fold(row.said) != fold(text).strip()))
    yield from (Identifier(row.sku, row.by, alone=True) for row in rows)


def by_word(found: Iterable[Row], words: Iterable[str]) -> Iterator[Identifier]:
    rows = [row for row in found if row.by in NUMBERS]
    for word in words:
        yield from (Identifier(row.sku, row.by) for row in rows if row.key == sku_key(word))


def in_part(found: Iterable[Row], single: bool) -> list[Identifier]:
    """What begins with it or has it between two separators."""
    rows = [row.sku for row in found if row.by == "part"]
    return [Identifier(sku, "sku", alone=single) for sku in sorted(dict.fromkeys(rows))]


def by_model(found: Iterable[Row], single: bool) -> list[Identifier]:
    rows = [row for row in found if row.by == "text"]
    shared = {
        row.key for row in rows if sum(other.key == row.key for other in rows) > FEW_OF_A_MODEL
    }
    return [Identifier(row.sku, "model", alone=single) for row in rows if row.key not in shared]


def nearly(found: Iterable[Row]) -> list[Identifier]:
    """The one product whose title has all the words of the query and at most one more."""
    rows = [row for row in found if row.by == "nearly"]
    return [Identifier(row.sku, "title") for row in rows] if len(rows) == 1 else []
