"""Learn from the shop's own photos what values of its attributes look like, a value at a time.

A day after it was learned a value is looked at again: products, photos and columns change. What is
read for one value is bounded at any size of the catalogue.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from catalog.built_in import Kind
from catalog.models import Attribute
from catalog.models.attribute import code_of, token_of
from search import sql
from search.models import EncoderVersion, Prototype
from search.ranking.prototypes import FEWEST_EXAMPLES, Examples, Learned, learn
from search.understanding.shop_words.catalogue_counts import NAME_AND_VALUE

VALUES_LEARNT = 300  # values, those of the most products
WITH_IT, WITHOUT = 300, 600  # products that are looked at for one value
KINDS = 100  # categories
KEPT_FOR = timedelta(days=1)
NOT_LOOKS = ("brand", "color", "size", "gender", "tag")  # colours are measured from pixels

VALUES_COUNTED = """
    SELECT kind, value FROM search_cataloguecount
     WHERE kind IN ('material', 'attribute') AND category = 0 AND n >= %s
     ORDER BY n DESC, kind, value LIMIT %s"""
HAVING_IT = """
    SELECT id, category_id FROM catalog_product
     WHERE active AND facts @> ARRAY[%(token)s::text] LIMIT %(with_it)s"""
# As many of each kind of thing, and no more than one kind could bring.
EXAMPLES = f"""
    WITH having_it AS MATERIALIZED ({HAVING_IT}),
    kinds AS (SELECT category_id FROM having_it GROUP BY 1 ORDER BY count(*) DESC LIMIT {KINDS}),
    without AS (
        SELECT other.id, kinds.category_id FROM kinds, LATERAL (
            SELECT id FROM catalog_product p
             WHERE p.category_id IS NOT DISTINCT FROM kinds.category_id AND p.active
               AND NOT p.facts @> ARRAY[%(token)s::text]
             LIMIT %(without)s / (SELECT count(*) FROM kinds)) other),
    chosen AS (SELECT id, category_id, true AS has FROM having_it
               UNION ALL SELECT id, category_id, false FROM without)
    SELECT coalesce(chosen.category_id, 0), chosen.has,
           EXISTS (SELECT FROM unnest(p.facts) fact WHERE starts_with(fact, %(code)s || '=')),
           avg(e.vector)::text
      FROM chosen JOIN catalog_product p ON p.id = chosen.id
      JOIN search_imageembedding e ON e.product_id = p.id
           AND e.encoder_id = %(encoder)s AND e.vector IS NOT NULL
     GROUP BY chosen.id, chosen.category_id, chosen.has, p.facts ORDER BY chosen.id"""


def learn_due(version: EncoderVersion, seconds: float) -> int:
    """Learn what is due for so long, one value at least; returns how many it was."""
    values = list(tokens())
    fresh = Prototype.objects.filter(encoder=version, made__gt=timezone.now() - KEPT_FOR)
    known = set(fresh.values_list("token", flat=True))
    due = [token for token in values if token not in known]
    end, done = time.monotonic() + seconds, 0
    for token in due:
        if done and time.monotonic() > end:
            break
        store(version, token, learn(examples(version, token)))
        done += 1
    if due and done == len(due):
        Prototype.objects.filter(encoder=version).exclude(token__in=values).delete()
    return done


def tokens() -> Iterator[str]:
    """The values that can be seen, as facts of a product: what is chosen, no numbers and names."""
    choices = Attribute.objects.filter(kind__in=(Kind.CHOICE, Kind.CHOICES))
    seen = set(choices.exclude(code__in=NOT_LOOKS).values_list("code", flat=True))
    for kind, said in sql.rows(VALUES_COUNTED, [FEWEST_EXAMPLES, VALUES_LEARNT], primary=True):
        name, value = said.split(NAME_AND_VALUE, 1) if kind == "attribute" else (kind, said)
        if code_of(name) in seen:
            yield token_of(code_of(name), value)


def examples(version: EncoderVersion, token: str) -> Examples:
    """Products with the value, and others of the kinds of things that have it."""
    given = {
        "token": token,
        "code": token.partition("=")[0],
        "encoder": version.pk,
        "with_it": WITH_IT,
        "without": WITHOUT,
    }
    rows = sql.rows(EXAMPLES, given, primary=True)
    photos = [np.fromstring(row[3][1:-1], sep=",") for row in rows]
    return Examples(
        np.array(photos, float).reshape(-1, version.dimensions),
        np.array([row[1] for row in rows], bool),
        np.array([row[2] for row in rows], bool),
        np.array([row[0] for row in rows], np.int64),
    )


def store(version: EncoderVersion, token: str, found: Learned | None) -> None:
    nothing: dict[str, Any] = {"step": None, "probe": None, "least": None, "told": 0.5, "kinds": []}
    values = nothing if found is None else vars(found)
    Prototype.objects.update_or_create(
        encoder=version, token=token, defaults={**values, "made": timezone.now()}
    )
