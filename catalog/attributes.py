"""Attributes: what can be said of products, declared once, filtered, counted and shown from here.

The table (`catalog.models.Attribute`) holds built-in attributes (`catalog.built_in`) and the
shop's own, found at import. Values stand with their products: a built-in attribute in a column of
its own, any other in `Product.attributes` or `Variant.options`. From these Postgres keeps `facts`:
tokens such as "ram=16 gb", folded, of each variant and, under one GIN index, of each product with
all its variants. `AttributeValue` holds each token once, with its spelling and its number, so that
a range ("at least 16 GB") is a short list of tokens and a facet a count of them.

    attributes.table()                  all of them in their order, from one small query
    table["ram"], table.get("ram")      by code; `code_of("RAM ")` is "ram"
    table.facets                        those offered beside the results
    attribute.label, kind, unit         name in the page's language; CHOICE, CHOICES, NUMBER, FLAG
    attribute.on_variant, preference, in_text, built_in
    attribute.values_of(product, variant)   what is said of it: texts, True or False
    attribute.values.all()              its known values: `text`, `label`, `number`, `token`
    attributes.texts(product, table)    what its attributes add to the text that is encoded
    attributes.learn(said)              makes known what was met in rows; learn_all() all there is

Conditions on them are `catalog.conditions.Condition`, and `catalog.filters.Filters` carries any.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connections, router

from catalog.built_in import BUILT_IN, Kind
from catalog.colors import colors_in
from catalog.measures import measure
from catalog.models import Attribute, AttributeValue, Product, Variant
from catalog.models.attribute import NAME_LENGTH, VALUE_LENGTH, code_of, token_of
from catalog.models.values import several

__all__ = [
    "Kind",
    "Table",
    "code_of",
    "learn",
    "table",
    "texts",
    "token_of",
]

Said = tuple[str, Any, bool]  # name of an attribute, one value, whether a variant has it

EACH = """FROM {table}, jsonb_each({column}) AS a, jsonb_array_elements(
    CASE jsonb_typeof(a.value) WHEN 'array' THEN a.value ELSE jsonb_build_array(a.value) END) AS e
    WHERE e.value NOT IN ('null', '""')"""
SAID = f"""
    SELECT 'brand', to_jsonb(name)::text, false FROM catalog_brand
    UNION SELECT 'color', to_jsonb(part)::text, true
            FROM catalog_variant, unnest(catalog_colors(color)) AS part
    UNION SELECT 'size', to_jsonb(size)::text, true FROM catalog_variant WHERE size <> ''
    UNION SELECT 'material', to_jsonb(btrim(part))::text, false
            FROM catalog_product, unnest(string_to_array(material, ',')) AS part
    UNION SELECT 'gender', to_jsonb(btrim(part))::text, false
            FROM catalog_product, unnest(string_to_array(gender, ',')) AS part
    UNION SELECT 'tag', to_jsonb(tag)::text, false FROM catalog_product, unnest(tags) AS tag
    UNION SELECT a.key, e.value::text, false {
    EACH.format(table="catalog_product", column="attributes")
}
    UNION SELECT a.key, e.value::text, true {
    EACH.format(table="catalog_variant", column="options")
}"""
LEARNT_AT_ONCE = 2_000


class Table:
    """The attributes of the shop as they are now, in their order."""

    def __init__(self, rows: Iterable[Attribute]) -> None:
        self.rows = {row.code: row for row in rows}

    def __iter__(self) -> Iterator[Attribute]:
        return iter(self.rows.values())

    def __getitem__(self, code: str) -> Attribute:
        return self.rows[code]

    def get(self, code: str) -> Attribute | None:
        return self.rows.get(code)

    @property
    def facets(self) -> tuple[Attribute, ...]:
        return tuple(row for row in self if row.facet)


def table() -> Table:
    return Table(Attribute.objects.all())


def declare_built_in(rows: Any) -> None:
    """Make the rows of built-in attributes that are missing; `rows` is the table's manager."""
    new = [rows.model(position=n, **each.row()) for n, each in enumerate(BUILT_IN)]
    rows.bulk_create(new, ignore_conflicts=True)


def learn_all() -> None:
    """Make known every value that the catalogue has, however it was written."""
    with connections[router.db_for_write(AttributeValue)].cursor() as cursor:
        cursor.execute(SAID)
        while part := cursor.fetchmany(LEARNT_AT_ONCE):
            learn((name, json.loads(value), on_variant) for name, value, on_variant in part)


def said_of(product: Product) -> Iterator[Said]:
    """All that a product says, without its variants."""
    for code in ("brand", "material", "gender", "tag"):
        for value in product.said(code):
            yield code, value, False
    for name, values in product.attributes.items():
        for value in several(values):
            yield name, value, False


def said_of_variant(variant: Variant) -> Iterator[Said]:
    yield from (("color", color, True) for color in colors_in(variant.color))
    yield from (("size", size, True) for size in variant.said("size"))
    for name, values in variant.options.items():
        for value in several(values):
            yield name, value, True


def learn(said: Iterable[Said]) -> None:
    """Make attributes and values known that were met in rows; long texts are no values."""
    met = {
        token_of(code_of(name), value): (name, value, on_variant)
        for name, value, on_variant in said
        if 0 < len(str(value)) <= VALUE_LENGTH and 0 < len(name) <= NAME_LENGTH
    }
    known = AttributeValue.objects.filter(token__in=met).values_list("token", flat=True)
    for token in known:
        del met[token]
    if met:
        attributes = attributes_of(met.values())
        AttributeValue.objects.bulk_create(
            [
                value_row(token, attributes[code_of(name)], value)
                for token, (name, value, _of) in met.items()
            ],
            ignore_conflicts=True,
        )


def learn_of(row: Product | Variant) -> None:
    learn(said_of(row) if isinstance(row, Product) else said_of_variant(row))


def value_row(token: str, attribute: Attribute, value: Any) -> AttributeValue:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return AttributeValue(
        token=token, attribute=attribute, text=text, number=attribute.number(text)
    )


def attributes_of(said: Iterable[Said]) -> dict[str, Attribute]:
    """The attributes by code, those that are new made as their first value suggests."""
    first = {code_of(name): (name, value, of) for name, value, of in reversed([*said])}
    known = set(Attribute.objects.filter(code__in=first).values_list("code", flat=True))
    Attribute.objects.bulk_create(
        [
            Attribute(code=code, name=name, kind=kind_of(value), on_variant=on_variant)
            for code, (name, value, on_variant) in first.items()
            if code not in known
        ],
        ignore_conflicts=True,
    )
    return {row.code: row for row in Attribute.objects.filter(code__in=first)}


def kind_of(value: Any) -> str:
    """The kind that one value alone suggests."""
    if isinstance(value, bool):
        return str(Kind.FLAG)
    found = measure(str(value))
    return str(Kind.NUMBER if found and found.unit else Kind.CHOICE)


def texts(product: Product, attributes: Table) -> list[str]:
    """What the attributes of a product and its variants add to its text, in their order."""
    variants = list(product.variants.all())
    found: list[str] = []
    for attribute in attributes:
        if attribute.in_text:
            said = list(product.said(attribute.code))
            said += [value for each in variants for value in each.said(attribute.code)]
            found += [attribute.name if v is True else str(v) for v in said if v is not False]
    return list(dict.fromkeys(found))
