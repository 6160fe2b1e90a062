"""Conditions on products as SQL: compiled once, then joined as text.

Django takes about a millisecond to compile what is asked of products, columns, words and photos in
one; of what shoppers ask again and again ("red", "sneakers") the text is kept with the condition.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import connections, router
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from catalog.lookups import array_of
from catalog.models import Product
from search import sql

ROWS = Product._meta.db_table


class Predicate(sql.Statement):
    """Whether a row of `catalog_product` is meant; to stand in any WHERE or SELECT over it."""

    def __and__(self, other: Predicate) -> Predicate:
        if EVERYTHING in (self, other):
            return other if self == EVERYTHING else self
        return Predicate(f"({self.text} AND {other.text})", [*self.params, *other.params])

    def __or__(self, other: Predicate) -> Predicate:
        if NOTHING in (self, other):
            return other if self == NOTHING else self
        return Predicate(f"({self.text} OR {other.text})", [*self.params, *other.params])


EVERYTHING = Predicate("true")
NOTHING = Predicate("false")
ACTIVE = Predicate(f"{ROWS}.active")


def predicate(condition: Q) -> Predicate:
    """The condition compiled; one that looks into other tables by joins becomes an IN."""
    if not condition:
        return EVERYTHING
    query = Product.objects.filter(condition).order_by().values("pk").query
    compiler = query.get_compiler(connection=connections[router.db_for_read(Product)])
    try:
        if sum(map(bool, query.alias_refcount.values())) > 1:
            text, params = compiler.as_sql()
            return Predicate(f"{ROWS}.id IN ({text})", params)
        text, params = compiler.compile(query.where)
    except EmptyResultSet:
        return NOTHING
    except FullResultSet:
        return EVERYTHING
    return Predicate(f"({text})", params)


def looked_up(predicate: Predicate) -> Predicate:
    """The same, asked of some hundred products one by one.

    Of an EXISTS with an OFFSET Postgres makes no hash, for which it would read each variant of the
    shop that has such a price. Django ends every EXISTS with LIMIT 1.
    """
    return Predicate(predicate.text.replace(" LIMIT 1)", " LIMIT 1 OFFSET 0)"), predicate.params)


def of_product(column: str) -> RawSQL:
    """Whether a variant is of the product that a column of the statement around it names."""
    return RawSQL(f"catalog_variant.product_id = {column}", [], output_field=BooleanField())


def one_of(ids: Iterable[int]) -> Predicate:
    return Predicate(f"{ROWS}.id = ANY(%s::bigint[])", [array_of(ids)])


def all_of(predicates: Iterable[Predicate]) -> Predicate:
    return reduce(and_, predicates, EVERYTHING)


def ids_where(predicate: Predicate, rest: str = "") -> sql.Statement:
    """The ids of those that are meant; `rest`: an order, a limit."""
    return sql.Statement(
        f"SELECT {ROWS}.id FROM {ROWS} WHERE {predicate.text} {rest}", predicate.params
    )


def ids_among(some: Predicate, most: int, predicate: Predicate, rest: str = "") -> sql.Statement:
    """The same of `most` products of `some`, each read once, however many others there are."""
    text = f"""
        SELECT {ROWS}.id FROM (SELECT * FROM {ROWS} WHERE {some.text} LIMIT {most:d}) {ROWS}
         WHERE {predicate.text} {rest}"""
    return sql.Statement(text, [*some.params, *predicate.params])


def values_where(predicate: Predicate, values: Sequence[sql.Statement]) -> sql.Statement:
    """Rows of an id and the values of these expressions, in the order of the ids."""
    columns = "".join(f", {each.text}" for each in values)
    return sql.Statement(
        f"SELECT {ROWS}.id{columns} FROM {ROWS} WHERE {predicate.text} ORDER BY {ROWS}.id",
        [*(one for each in values for one in each.params), *predicate.params],
    )
