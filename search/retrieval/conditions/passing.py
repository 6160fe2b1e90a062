"""Which products a search may find at all: the conditions, as SQL pushed down into retrievers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db.models import Q, QuerySet

from catalog.filters import Filters
from catalog.models import Product, Variant
from catalog.recent import FRESH_SECONDS, recent
from search import sql
from search.retrieval.conditions.predicates import (
    ACTIVE,
    ROWS,
    Predicate,
    ids_where,
    of_product,
    predicate,
)
from search.retrieval.embeddings.tables import Table
from search.retrieval.limits import FEW_INACTIVE, INDEX_ROWS, INDEX_SHARE

INACTIVE = f"SELECT id FROM {ROWS} WHERE NOT active"


@dataclass(frozen=True)
class Passing:
    """The ids of the active products that meet `filters` and, besides, `condition`."""

    filters: Filters = field(default_factory=Filters)
    condition: Q = field(default_factory=Q)

    @cached_property
    def everything(self) -> bool:
        """Whether there is no condition but that a product is active."""
        return not self.filters.active and not self.condition

    @property
    def products(self) -> QuerySet[Product]:
        return Product.objects.active().filter(self.filters.on_products(), self.condition)

    @cached_property
    def predicate(self) -> Predicate:
        return self.of_filters & predicate(self.condition)

    @cached_property
    def of_filters(self) -> Predicate:
        return ACTIVE & predicate(self.filters.on_products())

    @cached_property
    def statement(self) -> sql.Statement:
        return ids_where(self.predicate)

    @cached_property
    def rows(self) -> int:
        """How many products pass, as Postgres' statistics have it; costs the same at any size."""
        return rows_passing(self.filters, self.condition)

    @property
    def scanned(self) -> int:
        """Rows of a vector index that are worth looking at for those that pass.

        Some of what ranking them exactly would read, as a row of the index costs more; without that
        way out, as many as there may be.
        """
        least, most = INDEX_ROWS
        if self.everything or self.rows > settings.EXACT_ROWS:
            return most
        return min(max(int(self.rows * INDEX_SHARE), least), most)

    def among(self, column: str) -> tuple[str, Sequence[Any]]:
        """`AND column IN (...)` with its parameters."""
        return f"AND {column} IN ({self.statement.text})", tuple(self.statement.params)

    @cached_property
    def of_vectors(self) -> tuple[str, Sequence[Any]]:
        """The same for vectors that come in the order of an index, asked row by row.

        A variant is looked for first: most rows fail for it (a price, which the index of a
        product's variants has), and their products need not be looked up then, which the planner
        always does first. Where all pass that are active, what is not is left out by a short list.
        Each of the retrievers asks for it.
        """
        if self.everything and few_inactive():
            return f"AND {Table.product} NOT IN ({INACTIVE})", ()
        wanted = self.filters.on_variants() if self.filters.concerns_variants() else Q()
        if not wanted:
            return self.among(Table.product)
        try:
            found = (
                Variant.objects.filter(wanted)
                .filter(of_product(Table.product))
                .order_by()
                .values("product")[:1]
            )
            text, params = found.query.sql_with_params()
        except EmptyResultSet:
            return self.among(Table.product)
        itself = ids_where(ACTIVE & predicate(self.filters.on_itself() & self.condition))
        return (
            f"AND ({text}) IS NOT NULL AND {Table.product} IN ({itself.text})",
            (*params, *itself.params),
        )


@recent(FRESH_SECONDS)
def few_inactive() -> bool:
    """Whether a statement may make a list of the products that are not active."""
    [(rows,)] = sql.rows(f"SELECT count(*) FROM ({INACTIVE} LIMIT {FEW_INACTIVE + 1}) few")
    return int(rows) <= FEW_INACTIVE


@recent(FRESH_SECONDS)
def rows_passing(filters: Filters, condition: Q) -> int:
    """Once for all whose words are searched under the same filter."""
    return estimated_rows(ids_where(ACTIVE & predicate(filters.estimated_by() & condition)))


def estimated_rows(statement: sql.Statement) -> int:
    """The planner's own estimate of the rows that a statement returns."""
    [(plan,)] = sql.rows(f"EXPLAIN (FORMAT JSON) {statement.text}", statement.params)
    found = plan if isinstance(plan, list) else json.loads(plan)
    return int(found[0]["Plan"]["Plan Rows"])
