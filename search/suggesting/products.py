"""Products by the beginnings of the words of their titles, in the page's language too.

Bounded at any size of the catalogue: titles that begin as typed come from an index in its order,
those that have the words anywhere are the newest; all in one round trip.
"""

from __future__ import annotations

from typing import NamedTuple

from catalog.bigrams import IN_UNSPACED, WORD, phrase
from catalog.fields import CONFIGURATIONS
from catalog.folding import fold
from search import sql
from search.full_text import TITLE
from search.understanding import identify
from search.understanding.identifiers import begins, sku_key

SHORTEST_START = 2  # letters from which titles that begin so are looked for
SHORTEST_WORD = 3  # from which words anywhere are; one less after another word
BEGINNINGS = 10
ANYWHERE = 40

OWN = "SELECT p.id, p.slug, p.title FROM catalog_product p WHERE p.active"
TRANSLATED = """
    SELECT p.id, p.slug, t.title FROM catalog_translation t
      JOIN catalog_product p ON p.id = t.product_id AND p.active
     WHERE t.language = %(language)s::text"""
ORDER = f"ORDER BY catalog_sku_key({{title}}) USING ~<~, p.id LIMIT {BEGINNINGS}"
BEGUN = f" AND {begins('catalog_sku_key({title})', '%(start)s::text')} {ORDER}"
BEGUN_OWN = OWN + BEGUN.format(title="p.title")
BEGUN_TRANSLATED = TRANSLATED + BEGUN.format(title="t.title")
WORDS_OWN = f"""{OWN}
       AND to_tsvector('simple', catalog_terms(p.title)) @@ to_tsquery('simple', %(words)s::text)
     ORDER BY p.id DESC LIMIT {ANYWHERE}"""
# By the stems of the translation's own full text; A is the title in it.
WORDS_TRANSLATED = f"""{TRANSLATED}
       AND t.words @@ to_tsquery(%(configuration)s::regconfig, %(titled)s::text)
     ORDER BY p.id DESC LIMIT {ANYWHERE}"""
BY_SKU = f"""
    SELECT p.id, p.slug, p.title FROM catalog_variant v
      JOIN catalog_product p ON p.id = v.product_id AND p.active
     WHERE v.sku = ANY(%s::text[]) ORDER BY v.sku LIMIT {ANYWHERE}"""
PICTURES = """
    SELECT DISTINCT ON (product_id) product_id, fingerprint FROM catalog_productimage
     WHERE product_id = ANY(%s::bigint[]) ORDER BY product_id, position, id"""


class Found(NamedTuple):
    product: int
    slug: str
    title: str


def products(words: list[str], language: str) -> list[Found]:
    """Products with all the (folded) words in their titles, the last one only begun.

    Titles that begin as typed come first. In the page's language where a product has it in that.
    """
    plain = [part for word in words for part in WORD.findall(word)]
    if not plain or len("".join(plain)) < SHORTEST_START:
        return []
    shortest = SHORTEST_WORD - (len(plain) > 1)
    anywhere = len(plain[-1]) >= shortest or bool(IN_UNSPACED.search(plain[-1]))
    asked = {
        "language": language,
        "start": sku_key(" ".join(words)),
        "words": " & ".join(begun(word) for word in plain),
        "titled": " & ".join(begun(word, TITLE) for word in plain),
        "configuration": CONFIGURATIONS.get(language, "simple"),
    }
    texts = [BEGUN_TRANSLATED, BEGUN_OWN]
    texts += [WORDS_TRANSLATED, WORDS_OWN] if anywhere else []
    answers = sql.several([sql.Statement(text, needed(text, asked)) for text in texts])
    found: dict[int, Found] = {}
    for row in (Found(*row) for rows in answers for row in rows):
        found.setdefault(row.product, row)
    start = " ".join(words)
    return sorted(
        found.values(),
        key=lambda row: (not fold(row.title).startswith(start), len(row.title), row.product),
    )


def begun(word: str, label: str = "") -> str:
    """Whatever begins so; of a script without spaces, has it inside."""
    return phrase(word, label) if IN_UNSPACED.search(word) else f"'{word}':*{label}"


def needed(text: str, asked: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in asked.items() if f"%({name})s" in text}


def by_number(text: str) -> list[Found]:
    """The products of an article number, or of the beginning of one."""
    if not any(letter.isdigit() for letter in text):
        return []
    skus = [each.sku for each in identify(text) if each.by != "title"]
    return [Found(*row) for row in sql.rows(BY_SKU, [skus])] if skus else []


def first_pictures(found: list[Found]) -> dict[int, str]:
    """Product -> fingerprint of its first photo."""
    return dict(sql.rows(PICTURES, [[each.product for each in found]])) if found else {}
