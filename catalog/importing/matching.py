"""Which product and variant of the catalogue a row speaks of.

A variant is known by its source and its id there, else by its SKU, else by its product and its
options; a product by its source and its group, else by the variants it has.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Q
from django.utils.text import slugify

from catalog.importing.groups import Group
from catalog.importing.rows import Row
from catalog.models import Product, Source, Variant
from catalog.models.attribute import code_of

SKU_LENGTH = 100
HEAVY = ("words", "facts", "keywords")  # columns that an import has no use for


class Matches:
    """For some groups of a file their products, and for their rows the variants, by line.

    What the catalogue does not have yet is a new instance without a primary key.
    """

    def __init__(self, groups: list[Group], source: Source | None, repeated: Collection[int]):
        self.groups, self.source, self.repeated = groups, source, repeated
        rows = [row for group in groups for row in group.rows]
        self.by_id, self.by_sku = self.known_variants(rows)
        self.products = {group.key: product for group, product in self.known_products(groups)}
        self.by_options = self.known_options()
        self.taken: set[int] = set()
        self.variants: dict[int, Variant] = {}
        for group in groups:
            for row in group.rows:
                if found := self.variant_of(row, self.products[group.key]):
                    self.variants[row.line] = found
                    self.taken.add(found.pk)
        self.make_variants()

    def known_variants(self, rows: list[Row]) -> tuple[dict[str, Variant], dict[str, Variant]]:
        ids = {row.source_id for row in rows} - {""}
        skus = {row.sku for row in rows} - {""}
        known = Q(sku__in=skus)
        if ids:
            known |= Q(source_id__in=ids, product__source=self.source)
        found = list(Variant.objects.filter(known).select_related("product").defer("facts", *(
            f"product__{name}" for name in (*HEAVY, "description", "description_html")
        )))  # fmt: skip
        of_source = [each for each in found if each.product.source_id == self.source_key]
        return {each.source_id: each for each in of_source if each.source_id}, {
            each.sku: each for each in found
        }

    @property
    def source_key(self) -> int | None:
        return self.source.pk if self.source else None

    def known_products(self, groups: list[Group]) -> Iterable[tuple[Group, Product]]:
        keys = [group.key for group in groups]
        homes = {group.key: self.home_of(group) for group in groups}
        found = Product.objects.filter(
            Q(group__in=keys, source=self.source)
            | Q(group__in=keys, source=None)
            | Q(pk__in=[pk for pk in homes.values() if pk])
        ).defer(*HEAVY)
        by_pk = {each.pk: each for each in found}
        # Those of this source last, so that they take the place of those of none.
        ranked = sorted(by_pk.values(), key=lambda each: each.source_id == self.source_key)
        by_key = {each.group: each for each in ranked if each.source_id in (None, self.source_key)}
        for group in groups:
            yield (
                group,
                (
                    by_key.get(group.key)
                    or by_pk.get(homes[group.key] or 0)
                    or Product(group=group.key, source=self.source)
                ),
            )

    def home_of(self, group: Group) -> int | None:
        """The product that has the variants of a group, where the file gives it no other name.

        A name without a title makes no new product of them.
        """
        known = (self.by_id.get(row.source_id) or self.own(row) for row in group.rows)
        found = (each.product for each in known if each)
        stays = not group.named or not any(row.product.get("title") for row in group.rows)
        return next((p.pk for p in found if stays or p.group == group.key), None)

    def own(self, row: Row) -> Variant | None:
        """The variant of that SKU, unless the SKU of another source means another article."""
        found = self.by_sku.get(row.sku)
        if found is None or self.source is None or "title" not in row.product:
            return found
        return found if found.product.source_id in (None, self.source.pk) else None

    def known_options(self) -> dict[tuple[int, Any], Variant]:
        """Variants by product and options, of products with rows that no number tells apart."""
        unsure = [
            product.pk
            for group in self.groups
            if (product := self.products[group.key]).pk
            and any(self.is_unsure(row) for row in group.rows)
        ]
        found = Variant.objects.filter(product__in=unsure).defer("facts").order_by("-pk")
        return {(each.product_id, options(each)): each for each in found}

    def is_unsure(self, row: Row) -> bool:
        """Whether the SKU of the row, if it has one, is that of other articles too."""
        foreign = row.sku in self.by_sku and self.own(row) is None
        return not row.sku or foreign or hash(row.sku) in self.repeated

    def variant_of(self, row: Row, product: Product) -> Variant | None:
        """The variant of the catalogue that the row speaks of."""
        if row.source_id and (found := self.by_id.get(row.source_id)):
            return self.free(found)
        if self.is_unsure(row):
            return self.free(self.by_options.get((product.pk or 0, wanted(row))))
        return self.free(self.own(row))

    def free(self, found: Variant | None) -> Variant | None:
        return found if found and found.pk not in self.taken else None

    def make_variants(self) -> None:
        """A new variant, under a number of its own, for each row that the catalogue lacks."""
        new = [
            (row, group)
            for group in self.groups
            for row in group.rows
            if row.line not in self.variants
        ]
        keys = [key for row, group in new for key in (row.sku, made_key(row, group.key))]
        used = set(Variant.objects.filter(sku__in=keys).values_list("sku", flat=True))
        for row, group in new:
            sku = row.sku if row.sku and row.sku not in used else made_key(row, group.key)
            sku = free_key(sku, used)
            used.add(sku)
            self.variants[row.line] = Variant(sku=sku)


def options(variant: Variant) -> Any:
    named = {code_of(name): str(value) for name, value in variant.options.items()}
    return variant.color, variant.size, tuple(sorted(named.items()))


def wanted(row: Row) -> Any:
    named = {code_of(name): each[0] for name, each in row.options.items() if each}
    color, size = row.variant.get("color", ""), row.variant.get("size", "")
    return color, size, tuple(sorted(named.items()))


def made_key(row: Row, group: str) -> str:
    """A number for an article that has none of its own: its id, or its group and options."""
    if not row.sku and row.source_id:
        return row.source_id
    said = [row.variant.get("color", ""), row.variant.get("size", "")]
    said += [each[0] for each in row.options.values() if each]
    parts = [row.sku or group, *(slugify(each, allow_unicode=True) for each in said if each)]
    return "-".join(parts)[:SKU_LENGTH]


def free_key(key: str, used: Collection[str]) -> str:
    """The key, numbered where another article has it."""
    number, found = 1, key
    while found in used or (number > 1 and Variant.objects.filter(sku=found).exists()):
        number += 1
        found = f"{key[: SKU_LENGTH - 6]}-{number}"
    return found
