"""Checked products written to the catalogue: only what is new or differs, a batch at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.text import slugify

from catalog import attributes, sales
from catalog.importing.groups import Group
from catalog.importing.matching import Matches
from catalog.importing.places import Places
from catalog.importing.report import CHANGED, CREATED, DELETED, UNCHANGED, UNKNOWN
from catalog.importing.rows import Row
from catalog.models import Product, Source, Variant
from catalog.models.attribute import code_of
from catalog.models.described import description_columns


def assign(row: models.Model, values: dict[str, Any]) -> set[str]:
    """Set what differs; the names of what did."""
    changed = {name for name, value in values.items() if getattr(row, name) != value}
    for name in changed:
        setattr(row, name, values[name])
    return changed


@dataclass
class Writes:
    """Rows of one table that are to be inserted, or updated in the named columns."""

    new: list[Any] = field(default_factory=list)
    old: list[Any] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)

    def add(self, row: models.Model, values: dict[str, Any]) -> bool:
        """Put the values into the row; whether that changed anything."""
        changed = assign(row, values)
        if row.pk is None:
            self.new.append(row)
        elif changed:
            self.old.append(row)
            self.columns |= changed
        return row.pk is None or bool(changed)

    def flush(self, table: models.QuerySet[Any]) -> None:
        if self.new:
            table.bulk_create(self.new)
        if self.old:
            table.bulk_update(self.old, sorted(self.columns))


class Batch:
    """Some products of the file beside what the catalogue has of them.

    `outcome` holds for each line whether its article was created, changed, left, or deleted.
    """

    def __init__(
        self,
        groups: list[Group],
        source: Source | None = None,
        repeated: Collection[int] = (),
        table: attributes.Table | None = None,
    ) -> None:
        self.matches = Matches(groups, source, repeated)
        self.source, self.table = source, table or attributes.table()
        self.products, self.variants = self.matches.products, self.matches.variants
        self.outcome: dict[int, str] = {}
        self.groups = [group for group in groups if self.begun(group)]
        self.kept_titles = 0

    def begun(self, group: Group) -> bool:
        """Sort out rows that ask for a removal, or speak of what neither they nor we know."""
        known = self.products[group.key].pk or any(row.product.get("title") for row in group.rows)
        for row in group.rows:
            there = self.variants[row.line].pk is not None
            new = UNKNOWN if not known or (row.feed and not row.product.get("title")) else CREATED
            self.outcome[row.line] = UNCHANGED if there else new
            if row.delete:
                self.outcome[row.line] = DELETED if there else UNCHANGED
        return any(map(self.stays, group.rows))

    def stays(self, row: Row) -> bool:
        """Whether the row puts something into the catalogue."""
        return not row.delete and self.outcome[row.line] != UNKNOWN

    def rows(self, group: Group) -> list[Row]:
        return [row for row in group.rows if self.stays(row)]

    def changed(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if self.outcome[row.line] == UNCHANGED and not row.delete:
                self.outcome[row.line] = CHANGED

    def write_products(self, places: Places) -> None:
        writes = Writes()
        for group in self.groups:
            product = self.products[group.key]
            if writes.add(product, self.product_values(product, self.rows(group), places)):
                self.changed(group.rows)
        for product in writes.old:
            product.updated = timezone.now()
        writes.columns |= {"updated"}
        writes.flush(Product.objects.all())

    def product_values(self, product: Product, rows: list[Row], places: Places) -> dict[str, Any]:
        """The columns of a product; of each the first row that fills it speaks."""
        values = merged(row.product for row in rows)
        if product.pk and all(row.feed for row in rows):
            self.kept_titles += values.pop("title", product.title) not in ("", product.title)
        if not values.get("title", "given"):
            del values["title"]  # an empty cell empties no title
        if "description" in values:
            described = description_columns(values["description"])
            values["description"], values["description_html"] = described
        if "brand" in values:
            values["brand_id"] = places.brand(values.pop("brand"))
        if (paths := all_given(row.categories for row in rows)) is not None:
            values["category_id"] = places.category(paths[0]) if paths else None
        if said := merged(row.attributes for row in rows):
            values["attributes"] = self.stored(product.attributes, said)
        if product.vanished:
            values |= {"vanished": None, "active": values.get("active", True)}
        if self.source and product.source_id is None and not all(row.feed for row in rows):
            values["source_id"] = self.source.pk
        if not product.slug:
            values["slug"] = slugify(values["title"], allow_unicode=True)[:200] or "product"
        return values

    def stored(self, old: dict[str, Any], said: dict[str, list[str]]) -> dict[str, Any]:
        """Attributes as they are stored: those of the catalogue with what the file says anew."""
        spelt = {code_of(name): name for name in old}
        values = dict(old)
        for name, parts in said.items():
            attribute = self.table.get(code_of(name))
            read = [attribute.read(part) if attribute else part for part in parts]
            key = spelt.get(code_of(name), name)
            values[key] = read[0] if len(read) == 1 else list(dict.fromkeys(read))
        return {name: value for name, value in values.items() if value not in ("", [])}

    def write_variants(self) -> None:
        writes, left = Writes(), set()
        ends = self.ends()
        for group in self.groups:
            product = self.products[group.key]
            for position, row in enumerate(self.rows(group), start=ends.get(product.pk, 0)):
                variant = self.variants[row.line]
                if variant.product_id not in (None, product.pk):
                    left.add(variant.product_id)
                if variant.pk is None:
                    variant.position = position
                if writes.add(variant, self.variant_values(variant, row, product)):
                    self.changed([row])
        writes.flush(Variant.objects.all())
        left |= self.delete()
        # A product whose last variant went to another group, or away, has nothing left to sell.
        Product.objects.filter(pk__in=left, variants=None).delete()

    def variant_values(self, variant: Variant, row: Row, product: Product) -> dict[str, Any]:
        values = {**row.variant, "product_id": product.pk}
        if row.options:
            values["options"] = self.stored(variant.options, row.options)
        if (address := row.product.get("url")) is not None:
            values["url"] = address if address != product.url else ""
        if variant.vanished:
            values |= {"vanished": None, "availability": values.get("availability", "in_stock")}
        return {**values, **sales.columns(variant, values)}

    def delete(self) -> set[int]:
        """Remove the variants that rows ask to be removed; the products that had them."""
        gone = [self.variants[line] for line, what in self.outcome.items() if what == DELETED]
        if gone:
            Variant.objects.filter(pk__in=[each.pk for each in gone]).delete()
        return {each.product_id for each in gone}

    def ends(self) -> dict[int, int]:
        """For each product that has variants the position after its last one."""
        products = [product.pk for product in self.products.values() if product.pk]
        last = Variant.objects.filter(product__in=products).order_by().values("product")
        return {
            row["product"]: row["last"] + 1 for row in last.annotate(last=models.Max("position"))
        }

    def learn(self) -> None:
        """Make known which values the products and variants that were written have."""
        for_products = (self.products[group.key] for group in self.groups)
        written = [row for group in self.groups for row in self.rows(group)]
        attributes.learn(
            [
                *(said for each in for_products for said in attributes.said_of(each)),
                *(
                    said
                    for row in written
                    for said in attributes.said_of_variant(self.variants[row.line])
                ),
            ]
        )


def merged(parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Of each column the first value that is not empty, else an empty one."""
    found: dict[str, Any] = {}
    for part in parts:
        for name, value in part.items():
            if name not in found or found[name] in ("", None, []):
                found[name] = value
    return found


def all_given(lists: Iterable[list[str] | None]) -> list[str] | None:
    """The members of all lists, each once; None where there is no list at all."""
    given = [each for each in lists if each is not None]
    return list(dict.fromkeys(one for each in given for one in each)) if given else None
