"""SKUs and model numbers in a query: whoever types one wants that one thing first."""

from __future__ import annotations

import re

from django.db import connection

from catalog.folding import fold
from search.interpretation.measures import read_measure

ENOUGH = 24
SHORTEST_PART = 4  # characters of a SKU from which a part of it is looked for
FEW = 5  # products that a model number can belong to; more of them share a word, not a number
SEGMENTS = "to_tsvector('simple', regexp_replace(upper(sku), '[^A-Z0-9]+', ' ', 'g'))"
BY_SKU = f"""
    SELECT sku FROM catalog_variant v JOIN catalog_product p ON p.id = v.product_id AND p.active
     WHERE {SEGMENTS} @@ to_tsquery('simple', %s) ORDER BY sku LIMIT {ENOUGH}"""
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
    whole = [sku for word in [text, *numbered] for sku in skus(word, part=False)]
    part = skus(text, part=True) if len(typed) == 1 and len(text) >= SHORTEST_PART else []
    model = [] if whole or part else [sku for word in numbered for sku in models(word)]
    return tuple(dict.fromkeys([*whole, *part, *model]))[:ENOUGH]


def looks_like_a_number(word: str) -> bool:
    """Holds a digit, and is no measure (500ml), no dimensions (140x200), no price (20€)."""
    if not any(letter.isdigit() for letter in word) or "€" in word or "$" in word:
        return False
    return not (read_measure(word) or (DIMENSIONS.fullmatch(word) and not word.isdigit()))


def skus(text: str, *, part: bool) -> list[str]:
    """SKUs equal to `text`, in any case and with any separators; with `part`, also longer ones."""
    segments = re.findall(r"[A-Z0-9]+", fold(text).upper())
    if not segments:
        return []
    query = " & ".join(f"'{segment}'" for segment in segments) + (":*" if part else "")
    found = column(BY_SKU, query)
    same = [sku for sku in found if re.findall(r"[A-Z0-9]+", sku.upper()) == segments]
    return [*same, *(sku for sku in found if part and sku not in same)]


def models(word: str) -> list[str]:
    """One SKU of each of the few products whose texts have this number: "WH-1000XM4"."""
    plain = fold(word)
    if len(plain) < SHORTEST_PART or not plain[0].isalpha():
        return []
    found = column(BY_MODEL, plain)
    return found if len(found) <= FEW else []


def column(sql: str, value: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [value])
        return [row[0] for row in cursor.fetchall()]
