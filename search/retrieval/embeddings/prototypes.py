"""What was learned of the looks of values (`search.indexing.prototypes`), as searches use it.

A process reads all of it once a minute: some hundred values with two vectors each.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

import numpy as np
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL
from numpy.typing import NDArray

from catalog.filters import TOGETHER, attributed, coded
from catalog.lookups import array_of
from catalog.models.attribute import token_of
from search.models import EncoderVersion, Prototype
from search.query import Entity
from search.retrieval.embeddings.tables import Table, as_text

KEPT_SECONDS = 60
LOOKS = ("material", "attribute")  # kinds of entities whose values are learned

Vector = NDArray[np.float32]


@dataclass(frozen=True)
class Look:
    step: Vector  # (d,) with the value less without it
    probe: Vector  # (d,) of unit length
    least: float | None  # of the product with `probe`, from which on a photo shows it
    kinds: tuple[int, ...]  # categories of what has it; 0 for none


def look_of(token: str, version: EncoderVersion) -> Look | None:
    return looks(version, int(time.monotonic() // KEPT_SECONDS)).get(token)


@lru_cache(maxsize=4)
def looks(version: EncoderVersion, _while: int) -> Mapping[str, Look]:
    rows = Prototype.objects.filter(encoder=version, step__isnull=False)
    return {
        row.token: Look(
            np.asarray(row.step, np.float32),
            np.asarray(row.probe, np.float32),
            row.least,
            tuple(row.kinds),
        )
        for row in rows
    }


def forget() -> None:
    looks.cache_clear()


def tokens_of(entity: Entity) -> Iterator[str]:
    """The values that an entity asks for or rules out, as facts of a product."""
    spelt = [coded(each) for each in entity.values if TOGETHER not in each]
    if entity.kind != "not":
        spelt = [(entity.kind, each) for each in entity.values or (entity.value,)]
    for kind, value in spelt:
        if kind in LOOKS:
            yield token_of(*attributed(kind, value))


def shown(entities: Iterable[Entity], version: EncoderVersion | None) -> Q | None:
    """Products whose photos look like one of the values; None where nobody can tell."""
    if version is None:
        return None
    found = [look_of(token, version) for each in entities for token in tokens_of(each)]
    sure = [Q(looks_like(each, version)) for each in found if each and each.least is not None]
    return reduce(or_, sure) if sure else None


def looks_like(look: Look, version: EncoderVersion) -> RawSQL:
    """Whether the mean of a product's photos lies on the side of the value; for candidates.

    Of the kinds of things that it was learned of: no watch has a neck, whatever it looks like.
    """
    table = Table(version, photos=True)
    text = f"""coalesce(
        coalesce(catalog_product.category_id, 0) = ANY(%s::bigint[])
        AND (SELECT -avg({table.column} <#> %s::halfvec) FROM {table.source}
              WHERE {table.where} AND {table.product} = catalog_product.id) >= %s, false)"""
    params = [array_of(look.kinds), as_text(look.probe), look.least]
    return RawSQL(text, params, output_field=BooleanField())


def moved(vector: Vector, entities: Iterable[Entity], version: EncoderVersion) -> Vector:
    """The vector of a photo towards what is asked for instead, and away from what must not be."""
    for each in entities:
        sign = -1 if each.kind == "not" else 1
        for look in filter(None, (look_of(token, version) for token in tokens_of(each))):
            vector = vector + sign * look.step
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)
