"""SKUs and model numbers in a query: whoever types one wants that one thing first."""

from __future__ import annotations

import re

from catalog.folding import fold
from search.sql import rows
from search.understanding.measures import read_measure

ENOUGH = 24
SHORTEST_PART = 4  # characters of a SKU from which a part of it is looked for
FEW = 5  # products that a model number can belong to; more of them share a word, not a number
SEPARATORS = ("", "-", "_", ".", "/", " ")
SEGMENTS = "to_tsvector('simple', regexp_replace(upper(sku), '[^A-Z0-9]+', ' ', 'g'))"
SOLD = "FROM catalog_variant v JOIN catalog_product p ON p.id = v.product_id AND p.active"
BY_SKU = f"SELECT sku {SOLD} WHERE upper(sku) = ANY(%s) LIMIT {ENOUGH}"
BY_SEGMENT = f"""
    SELECT sku {SOLD} WHERE {SEGMENTS} @@ to_tsquery('simple', %s) LIMIT {ENOUGH}"""
BY_BEGINNING = f"""
    SELECT sku {SOLD} WHERE upper(sku) LIKE %s ORDER BY upper(sku) USING ~<~ LIMIT {ENOUGH}"""
BY_MODEL = f"""
    SELECT min(v.sku) FROM catalog_product p JOIN catalog_variant v ON v.product_id = p.id
     WHERE p.active AND p.words @@ phraseto_tsquery('english', %s)
     GROUP BY p.id ORDER BY 1 LIMIT {FEW + 1}"""
DIMENSIONS = re.compile(r"[\dx×.,]+(?:cm|mm|in)?", re.IGNORECASE)


def identifiers(text: str) -> tuple[str, ...]:
    """The SKUs that `text` names, best first: whole, then in part, then by model number.

    A part counts only where it is all that was typed ("1042" of "VT-1042-RED"): inside a longer
    query a number is more often a size or a price.
    """
    typed = text.split()
    numbered = [word for word in typed if looks_like_a_number(word)]
    if not numbered:
        return ()
    whole = [sku for word in [text, *numbered] for sku in skus(word)]
    part = skus_with(text.strip()) if len(typed) == 1 and len(text) >= SHORTEST_PART else []
    model = [] if whole or part else [sku for word in numbered for sku in models(word)]
    return tuple(dict.fromkeys([*whole, *part, *model]))[:ENOUGH]


def looks_like_a_number(word: str) -> bool:
    """Holds a digit, and is no measure (500ml), no dimensions (140x200), no price (20€)."""
    if not any(letter.isdigit() for letter in word) or "€" in word or "$" in word:
        return False
    return not (read_measure(word) or (DIMENSIONS.fullmatch(word) and not word.isdigit()))


def skus(text: str) -> list[str]:
    """SKUs equal to `text`, in any case and with any one separator."""
    segments = re.findall(r"[A-Z0-9]+", fold(text).upper())
    spellings = [text.upper(), *(separator.join(segments) for separator in SEPARATORS)]
    return column(BY_SKU, spellings)


def skus_with(part: str) -> list[str]:
    """SKUs that begin with `part`, then those that have it between two separators."""
    begun = column(BY_BEGINNING, re.sub(r"[%_\\]", r"\\\g<0>", part.upper()) + "%")
    segment = sorted(column(BY_SEGMENT, f"'{part.upper()}'")) if part.isalnum() else []
    return [*begun, *segment]


def models(word: str) -> list[str]:
    """One SKU of each of the few products whose texts have this number: "WH-1000XM4"."""
    plain = fold(word)
    if len(plain) < SHORTEST_PART or not plain[0].isalpha():
        return []
    found = column(BY_MODEL, plain)
    return found if len(found) <= FEW else []


def column(sql: str, value: str | list[str]) -> list[str]:
    return [row[0] for row in rows(sql, [value])]
