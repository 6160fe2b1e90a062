"""What is counted of a part of the catalogue: words, colours, sizes, prices and the like.

Every count is a number of active products (of sizes: variants) by kind, value and category, so
that counts of parts add up to those of the whole, and a changed part changes them by a difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from catalog.bigrams import IN_UNSPACED, is_alphabetic
from catalog.folding import fold
from search import sql
from search.understanding.shop_words.catalogue_stats import YES
from search.understanding.words.tokens import words_of

PART = 1_000  # ids; what is counted anew after a change, in some 20 ms
VALUES_OF_ATTRIBUTE = 500  # an attribute with more values than this is free text
LONGEST_VALUE = 60  # letters of a word or of an attribute's value
LONGEST_COUNTED = 400  # of whatever else is counted: what is longer (base64, a digest) nobody says
NAME_AND_VALUE = "\x1f"  # an attribute's name and its value

Key = tuple[str, str, int]  # kind, value, category's id or 0
Counts = Counter[Key]

PRODUCTS_OF_A_PART = "catalog_product p WHERE p.active AND p.id >= %(first)s AND p.id < %(end)s"
OF_VARIANTS = PRODUCTS_OF_A_PART.replace("WHERE", "ON p.id = v.product_id WHERE")
VARIANTS = f"catalog_variant v JOIN {OF_VARIANTS}"
LISTED = """SELECT btrim(one), 0, count(*)
              FROM (SELECT string_to_array({column}, ',') AS several FROM {products}) said,
                   unnest(several) AS one WHERE btrim(one) <> '' GROUP BY 1"""
# Of products and of their variants. Of a yes or a no only the yes is spoken of, by its name.
ATTRIBUTES = f"""
    SELECT key || '{NAME_AND_VALUE}' || one, {{category}}, count(DISTINCT id)
      FROM (SELECT p.id, p.category_id, p.attributes AS said FROM {PRODUCTS_OF_A_PART}
               AND p.attributes <> '{{{{}}}}'
             UNION ALL
            SELECT p.id, p.category_id, v.options FROM {VARIANTS}
               AND v.options <> '{{{{}}}}') of_product,
           jsonb_each(said), jsonb_array_elements_text(
               CASE WHEN jsonb_typeof(value) = 'array' THEN value
                    WHEN value = 'true' THEN '["{YES}"]'
                    WHEN jsonb_typeof(value) IN ('boolean', 'null') THEN '[]'
                    ELSE jsonb_build_array(value) END) AS one
     WHERE length(one) BETWEEN 1 AND {LONGEST_VALUE} {{such}} GROUP BY 1, 2"""

# Each: value, category, n
COUNTS = {
    "total": f"SELECT '', 0, count(*) FROM {PRODUCTS_OF_A_PART}",
    # The tokens of a product name all its categories and those above them.
    "product": f"""SELECT '', substr(token, 10)::bigint, count(*)
                     FROM (SELECT unnest(facts) AS token FROM {PRODUCTS_OF_A_PART}) said
                    WHERE token LIKE 'category=%%' GROUP BY 2""",
    "brand": f"""SELECT p.brand_id::text, 0, count(*) FROM {PRODUCTS_OF_A_PART}
                    AND p.brand_id IS NOT NULL GROUP BY 1""",
    "material": LISTED.format(column="p.material", products=PRODUCTS_OF_A_PART),
    "gender": LISTED.format(column="p.gender", products=PRODUCTS_OF_A_PART),
    "color": f"""SELECT v.color, p.category_id, count(DISTINCT p.id) FROM {VARIANTS}
                    AND v.color <> '' GROUP BY 1, 2""",
    "size": f"""SELECT v.size, p.category_id, count(*) FROM {VARIANTS}
                   AND v.size <> '' GROUP BY 1, 2""",
    "attribute": ATTRIBUTES.format(category="0", such=""),
    # By category: what is a number of one kind of thing is none of another.
    "amount": ATTRIBUTES.format(category="category_id", such="AND one ~ '^[0-9]'"),
    # The least price of each product, to three digits: as exact as "cheap" is.
    "price": f"""SELECT currency || ' ' || trim_scale(round(least, 2 - floor(log(least))::int)),
                        category_id, count(*)
                   FROM (SELECT p.currency, p.category_id, min(v.price) AS least FROM {VARIANTS}
                            AND v.price > 0 GROUP BY p.id) priced GROUP BY 1, 2""",
}
TITLES = f"SELECT p.title, p.category_id FROM {PRODUCTS_OF_A_PART}"
LEXEMES = """
    SELECT word, ndoc FROM ts_stat(format(
        'SELECT words FROM catalog_product WHERE active AND id >= %%s AND id < %%s',
        %(first)s::bigint, %(end)s::bigint))"""
TRANSLATED = """
    SELECT language, lexeme, count(*)
      FROM catalog_translation t JOIN catalog_product p ON p.id = t.product_id AND p.active,
           unnest(tsvector_to_array(t.words)) AS lexeme
     WHERE p.id >= %(first)s AND p.id < %(end)s GROUP BY 1, 2"""


def count_part(number: int) -> Counts:
    """Counts of the products with ids from `number * PART` on."""
    ids = {"first": number * PART, "end": (number + 1) * PART}
    asked = [*COUNTS.values(), TITLES, LEXEMES, TRANSLATED]
    *counted, titles, lexemes, translated = sql.several(
        [sql.Statement(text, ids) for text in asked], primary=True
    )
    found: Counts = Counter()
    for kind, rows in zip(COUNTS, counted, strict=True):
        for value, category, n in rows:
            found[kind, value, category or 0] += n
    for title, category in titles:
        for word in set(words_of_title(title)):  # a model's number says nothing of a category
            found["word", word, (category or 0) if is_alphabetic(word) else 0] += 1
    for lexeme, n in lexemes:
        found[lexeme_kind(""), lexeme, 0] += n
    for language, lexeme, n in translated:
        found[lexeme_kind(language), lexeme, 0] += n
    return without_free_text(speakable(found))


def speakable(counts: Counts) -> Counts:
    return Counter({key: n for key, n in counts.items() if len(key[1]) <= LONGEST_COUNTED})


def words_of_title(title: str) -> Iterator[str]:
    """Its words, parted as those of a query are where it is of a script without spaces."""
    parted = IN_UNSPACED.search(title)
    words = words_of(title) if parted else re.findall(r"[^\W_]+", fold(title))
    return (word for word in words if len(word) <= LONGEST_VALUE)


def lexeme_kind(language: str) -> str:
    """Of the words of full text: the products' own (""), or those of a language's translations."""
    return f"lexeme {language}".strip()


def without_free_text(counts: Counts) -> Counts:
    """Leave out the values of attributes that have too many; a mark says that they had."""
    names = Counter(name_of(value) for kind, value, _ in counts if kind == "attribute")
    free = {name for name, values in names.items() if values > VALUES_OF_ATTRIBUTE}
    told = ("attribute", "amount")
    for key in [key for key in counts if key[0] in told and name_of(key[1]) in free]:
        del counts[key]
    counts.update(("free text", name, 0) for name in free)
    return counts


def name_of(value: str) -> str:
    return value.split(NAME_AND_VALUE, 1)[0]
