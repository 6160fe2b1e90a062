"""Further categories of products brought into line with what the file says of them."""

from __future__ import annotations

from catalog.importing.places import Places
from catalog.importing.store import Batch, all_given
from catalog.models import Product


def write_placements(batch: Batch, places: Places) -> None:
    """Put the products of a batch into the categories beside their first one."""
    through = Product.also_in.through
    asked: dict[int, set[int | None]] = {}
    for group in batch.groups:
        paths = all_given(row.categories for row in batch.rows(group))
        if paths is not None:
            product = batch.products[group.key]
            first = product.category_id
            asked[product.pk] = {places.category(path) for path in paths} - {first, None}
    rows = through.objects.filter(product__in=asked).values_list("product_id", "category_id")
    there = set(rows)
    wanted = {(product, place) for product, found in asked.items() for place in found}
    new = [through(product_id=product, category_id=place) for product, place in wanted - there]
    if new:
        through.objects.bulk_create(new, ignore_conflicts=True)
    for product, place in there - wanted:
        through.objects.filter(product=product, category=place).delete()
    touched = {product for product, _place in there ^ wanted}
    for group in batch.groups:
        if batch.products[group.key].pk in touched:
            batch.changed(group.rows)
