"""Suggestions while typing: searches, categories, brands, and products with their pictures.

Words come from the vocabulary in memory, products from one index scan; the encoder is never asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.db import connection
from django.urls import reverse

from catalog.folding import fold
from search.suggesting.completion import Completion, Completions
from search.understanding import Vocabulary, identify, vocabulary
from search.understanding.colors import names
from search.understanding.spelling import completed, ending

SHORTEST = 3  # letters from which products are looked for; one less after another word
LOOKED_AT = 40  # products that match, of which the best are shown
OF_A_KIND = {"query": 3, "category": 2, "brand": 2}
PICTURE_WIDTH = 200

BY_TITLE = f"""
    SELECT id, slug, title FROM catalog_product
     WHERE to_tsvector('simple', catalog_fold(title)) @@ to_tsquery('simple', %s) AND active
     LIMIT {LOOKED_AT}"""
BY_SKU = """
    SELECT p.id, p.slug, p.title FROM catalog_variant v
      JOIN catalog_product p ON p.id = v.product_id WHERE v.sku = ANY(%s) AND p.active"""
PICTURES = """
    SELECT DISTINCT ON (product_id) product_id, fingerprint FROM catalog_productimage
     WHERE product_id = ANY(%s) ORDER BY product_id, position, id"""

Row = tuple[int, str, str]  # id, slug, title of a product


@dataclass(frozen=True)
class Suggestion:
    kind: str  # query, category, brand or product
    text: str
    url: str
    image: str = ""  # address of a small picture


def suggest(text: str, limit: int = 8) -> list[Suggestion]:
    """What `text` may become, at most `limit`: searches first, then places, then products."""
    words = fold(text).split()
    if not words or limit < 1:
        return []
    known = vocabulary()
    found = of_words(words, known) + of_products(text, words)
    meant = words if found else completed(words, known)
    if meant != words:
        found = of_words(meant, known) + of_products(" ".join(meant), meant)
    return best(found or ended(meant, known), limit)


def best(found: list[Suggestion], limit: int) -> list[Suggestion]:
    """A few of each kind of word; products take what is left, and words the rest of that."""
    first: list[Suggestion] = []
    rest: list[Suggestion] = []
    taken = dict.fromkeys(OF_A_KIND, 0)
    for each in found:
        fits = each.kind == "product" or taken[each.kind] < OF_A_KIND[each.kind]
        (first if fits else rest).append(each)
        if each.kind in taken:
            taken[each.kind] += 1
    return [*first, *rest][:limit]


def of_words(words: list[str], known: Vocabulary) -> list[Suggestion]:
    matching = completions(known).matching(words)
    return [
        Suggestion(each.kind, each.text, address(each))
        for kind in OF_A_KIND
        for each in matching
        if each.kind == kind
    ]


def ended(words: list[str], known: Vocabulary) -> list[Suggestion]:
    """The search as typed with its last word brought to an end: "gift for a runner sne".

    Not after a colour: colour and category are offered only where they exist together.
    """
    colored = any(word in names() for word in words[:-1])
    whole = ending(words[-1], known) if len(words) > 1 and not colored else ""
    text = " ".join([*words[:-1], whole])
    return [Suggestion("query", text, address(Completion("query", text, text, 0)))] if whole else []


def address(completion: Completion) -> str:
    if completion.kind == "category":
        return reverse("category", args=[completion.value])
    name = "brand" if completion.kind == "brand" else "q"
    return f"{reverse('search')}?{urlencode({name: completion.value})}"


@lru_cache(maxsize=1)
def completions(known: Vocabulary) -> Completions:
    return Completions(offered(known))


def offered(known: Vocabulary) -> Iterator[Completion]:
    """Categories, brands, and the colours that a category has: "blue sneakers"."""
    stats = known.stats
    names = {category.url_path: category.name for category in stats.categories}
    for url_path, products in stats.products.items():
        yield Completion("category", names[url_path], url_path, products)
    for rank, brand in enumerate(stats.brands):
        yield Completion("brand", brand, brand, len(stats.brands) - rank)
    for (color, url_path), products in stats.combinations.items():
        text = f"{color} {names[url_path]}".lower()
        yield Completion("query", text, text, products)


def of_products(text: str, words: list[str]) -> list[Suggestion]:
    by_sku = (
        rows(BY_SKU, [each.sku for each in identify(text)])
        if any(c.isdigit() for c in text)
        else []
    )
    found = dict.fromkeys([*by_sku, *by_title(words)])
    pictures: dict[int, str] = dict(rows(PICTURES, [product for product, _slug, _title in found]))
    return [
        Suggestion(
            "product",
            title,
            reverse("product", args=[product, slug]),
            picture(pictures.get(product)),
        )
        for product, slug, title in found
    ]


def picture(fingerprint: str | None) -> str:
    return reverse("picture", args=[fingerprint, PICTURE_WIDTH]) if fingerprint else ""


def by_title(words: list[str]) -> list[Row]:
    """Products with all the words in their titles, the last one only begun; the nearest first."""
    plain = ["".join(filter(str.isalnum, word)) for word in words]
    if not all(plain) or len(plain[-1]) < SHORTEST - (len(plain) > 1):
        return []
    found = rows(BY_TITLE, " & ".join(f"'{word}':*" for word in plain))
    start = " ".join(words)
    return sorted(found, key=lambda row: (not fold(row[2]).startswith(start), len(row[2]), row[0]))


def rows(sql: str, value: object) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [value])
        return list(cursor.fetchall())
