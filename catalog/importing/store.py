"""Checked products written to the catalogue: only what is new or differs, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.text import slugify

from catalog.importing.groups import Group
from catalog.importing.report import CHANGED, CREATED, UNCHANGED
from catalog.importing.rows import Row
from catalog.models import Brand, Category, Product, Translation, Variant


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


class Places:
    """The ids of categories and brands, made where they are missing, looked up once."""

    def __init__(self) -> None:
        self.categories: dict[str, int | None] = {"": None}
        self.brands: dict[str, int | None] = {"": None}

    def category(self, path: str) -> int | None:
        if path not in self.categories:
            self.categories[path] = Category.objects.at_path(path).pk
        return self.categories[path]

    def brand(self, name: str) -> int | None:
        if name not in self.brands:
            self.brands[name] = Brand.objects.get_or_create(name=name)[0].pk
        return self.brands[name]


class Batch:
    """Some products of the file beside what the catalogue has of them.

    `outcome` holds for each SKU whether it was created, changed or unchanged.
    """

    def __init__(self, groups: list[Group]) -> None:
        self.groups = groups
        rows = [row for group in groups for row in group.rows]
        self.products = {
            product.group: product
            for product in Product.objects.filter(group__in=[group.key for group in groups]).defer(
                "words"
            )
        }
        variants = Variant.objects.filter(sku__in=[row.sku for row in rows])
        self.variants = {variant.sku: variant for variant in variants}
        self.outcome = {row.sku: UNCHANGED if row.sku in self.variants else CREATED for row in rows}

    def changed(self, rows: Iterable[Row]) -> None:
        for row in rows:
            if self.outcome[row.sku] == UNCHANGED:
                self.outcome[row.sku] = CHANGED

    def write_products(self, places: Places) -> None:
        writes = Writes()
        for group in self.groups:
            product = self.products.setdefault(group.key, Product(group=group.key))
            if writes.add(product, product_values(product, group.rows[0], places)):
                self.changed(group.rows)
        for product in writes.old:
            product.updated = timezone.now()
        writes.columns |= {"updated"}
        writes.flush(Product.objects.all())

    def write_variants(self) -> None:
        writes, left = Writes(), set()
        ends = self.ends()
        for group in self.groups:
            product = self.products[group.key]
            for position, row in enumerate(group.rows, start=ends.get(product.pk, 0)):
                variant = self.variants.get(row.sku) or Variant(sku=row.sku, position=position)
                if variant.product_id not in (None, product.pk):
                    left.add(variant.product_id)
                self.variants[row.sku] = variant
                if writes.add(variant, {**row.variant, "product_id": product.pk}):
                    self.changed([row])
        writes.flush(Variant.objects.all())
        # A product whose last variant went to another group has nothing left to sell.
        Product.objects.filter(pk__in=left, variants=None).delete()

    def ends(self) -> dict[int, int]:
        """For each product that has variants the position after its last one."""
        products = [product.pk for product in self.products.values()]
        last = Variant.objects.filter(product__in=products).order_by().values("product")
        return {
            row["product"]: row["last"] + 1 for row in last.annotate(last=models.Max("position"))
        }

    def write_translations(self) -> None:
        products = [product.pk for product in self.products.values()]
        spoken = {language for group in self.groups for language in group.rows[0].translations}
        there = {
            (each.product_id, each.language): each
            for each in Translation.objects.filter(product__in=products, language__in=spoken).defer(
                "words"
            )
        }
        writes, gone = Writes(), []
        for group in self.groups:
            product = self.products[group.key]
            for language, values in group.rows[0].translations.items():
                row = there.get((product.pk, language))
                if values.get("title"):
                    row = row or Translation(product=product, language=language)
                    touched = writes.add(row, values)
                elif touched := row is not None and "title" in values:
                    gone.append(row.pk)
                if touched:
                    self.changed(group.rows)
        writes.flush(Translation.objects.all())
        if gone:
            Translation.objects.filter(pk__in=gone).delete()


def product_values(product: Product, row: Row, places: Places) -> dict[str, Any]:
    """The columns of a product, as its first row has them."""
    values = dict(row.product)
    if "category" in values:
        values["category_id"] = places.category(values.pop("category"))
    if "brand" in values:
        values["brand_id"] = places.brand(values.pop("brand"))
    if row.attributes:
        merged = {**product.attributes, **row.attributes}
        values["attributes"] = {name: value for name, value in merged.items() if value != ""}
    if not product.slug:
        values["slug"] = slugify(row.product["title"], allow_unicode=True)[:200] or "product"
    return values
