"""In how many products each value of an attribute is said, for all facets in one statement.

Values are tokens of `Product.facts` ("ram=16 gb", "category=12"), which hold what all variants of
the product say. Tokens are counted first and looked up in `AttributeValue` afterwards: there are
few of them, however many products there are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.db.models import Func, Q, TextField

from catalog.models import Variant
from search import sql
from search.retrieval.conditions.predicates import ROWS, Predicate, of_product

CATEGORY = "category"
STATEMENTS_KEPT = 256  # of what variants have to meet: shoppers ask much the same
# Variants are looked up for each of some thousand products. How often a filter is met by what a
# product says elsewhere is no statistic, so the planner would rather read every variant there is.
ONE_BY_ONE = {"enable_hashjoin": "off", "enable_mergejoin": "off"}
UNNESTED = Func("facts", function="unnest", output_field=TextField())
Counts = dict[str, list[tuple[str, int]]]  # code -> (text, products); category -> (id, products)

COUNT = """
    SELECT counted.number, coalesce(v.attribute_id, substr(counted.token, 1, 8)),
           coalesce(v.text, substr(counted.token, 10)), counted.products
      FROM ({counted}) counted (number, token, products)
      LEFT JOIN catalog_attributevalue v ON v.token = counted.token AND v.attribute_id = ANY(%s)
     WHERE v.token IS NOT NULL OR counted.token ~ '^category=[0-9]+$' OR counted.token = ''
     ORDER BY counted.products DESC, v.number, v.text"""
EACH = ""  # a token that every product is given, which counts them
# OFFSET 0: of each product the variants are read once, not once for each token.
WITH_VARIANTS = "(SELECT p.*, ARRAY({meeting}) AS met FROM {products} p OFFSET 0)"
OF_A_VARIANT = """(NOT token ^@ ANY(%s) OR token = ANY(p.met) OR (
    NOT token ^@ ANY('{color=,size=}') AND token = ANY(catalog_facts(p.attributes))))"""


@dataclass(frozen=True)
class Counted:
    """What is said in the products of a group, and of how many it was counted."""

    values: Counts
    products: int
    exact: bool = True  # else: at least

    def to_row(self) -> list[Any]:
        """As the cache keeps it; whether it is exact is known to whoever reads it."""
        return [self.values, self.products]

    @classmethod
    def from_row(cls, row: Any) -> Counted:
        values, products = row
        return cls(
            {code: [(said, n) for said, n in pairs] for code, pairs in values.items()}, products
        )


@dataclass(frozen=True)
class Group:
    """The attributes of these `codes`, counted in the same products.

    A value of variants counts where a variant says it that meets `variants`, or the product itself.
    """

    codes: tuple[str, ...]
    products: Predicate
    variants: Q = field(default_factory=Q)

    def statement(
        self, number: int, of_variants: Collection[str], most: int | None = None
    ) -> sql.Statement:
        """Rows of number, token and how many products, of `most` or of all that there are."""
        limit = "" if most is None else f" LIMIT {most:d}"
        products = f"""(SELECT id, facts, attributes FROM {ROWS}
                         WHERE {self.products.text}{limit})"""
        values: list[Any] = [*self.products.params]
        where: list[str] = []
        if len(self.codes) == 1:
            where.append("(token = '' OR token ^@ %s)")
            values.append(f"{self.codes[0]}=")
        parted = [f"{code}=" for code in self.codes if code in of_variants]
        if self.variants and parted:
            meeting = said_by_variants(self.variants)
            products = WITH_VARIANTS.format(meeting=meeting.text, products=products)
            where.append(OF_A_VARIANT)
            values = [*meeting.params, *values, parted]
        text = f"""
            SELECT {number:d}, token, count(*)
              FROM {products} p, unnest(array_append(p.facts, '')) token
             WHERE {" AND ".join(where) or "true"} GROUP BY token"""
        return sql.Statement(text, values)


@lru_cache(maxsize=STATEMENTS_KEPT)
def said_by_variants(meeting: Q) -> sql.Statement:
    """What the variants of the product `p` that meet the conditions say."""
    rows = Variant.objects.filter(meeting).filter(of_product("p.id")).order_by()
    said = rows.annotate(said=UNNESTED).values("said")
    return sql.Statement(*said.query.sql_with_params())


def counting(
    groups: Sequence[Group], of_variants: Collection[str], most: int | None = None
) -> sql.Statement:
    """`of_variants`: the codes of attributes that variants have. Of each group's products `most`
    are counted."""
    asked = [group.statement(number, of_variants, most) for number, group in enumerate(groups)]
    codes = sorted({code for group in groups for code in group.codes})
    text = COUNT.format(counted=" UNION ALL ".join(each.text for each in asked))
    return sql.Statement(text, [*(value for each in asked for value in each.params), codes])


def counts(
    groups: Sequence[Group],
    of_variants: Collection[str],
    seconds: float,
    most: int | None = None,
) -> list[Counted]:
    """What is said in the products of each group, most products first.

    As with `counting`. Raises OutOfTime after `seconds`.
    """
    statement = counting(groups, of_variants, most)
    found: list[Counts] = [{} for _ in groups]
    products = [0 for _ in groups]
    for number, code, said, n in sql.rows(*statement, seconds=seconds, settings=ONE_BY_ONE):
        if code == EACH:
            products[number] = n
        elif code in groups[number].codes:  # what is counted together says other things as well
            found[number].setdefault(code, []).append((said, n))
    return [
        Counted(values, n, most is None or n < most)
        for values, n in zip(found, products, strict=True)
    ]
