"""The catalogue as rows in the canonical columns of `catalog.importing.columns`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Func, Prefetch, Q, TextField

from catalog.importing.columns import ATTRIBUTE, OPTION, PLAIN, SEPARATOR
from catalog.models import PATH_SEPARATOR, Product, ProductImage, Source, Translation, Variant
from catalog.models.values import several

AT_ONCE = 500  # products
NOT_EXPORTED = ("delete",)
GONE = Q(vanished__isnull=False)
Row = dict[str, str]


def columns(products: Any) -> list[str]:
    """The columns of an export of these products: ours, and those of attributes and languages."""
    variants = Variant.objects.filter(product__in=products).order_by()
    spoken = Translation.objects.filter(product__in=products).order_by()
    languages = sorted(spoken.values_list("language", flat=True).distinct())
    return [
        *(name for name in PLAIN if name not in NOT_EXPORTED),
        *(OPTION + name for name in names(variants, "options")),
        *(ATTRIBUTE + name for name in names(products.order_by(), "attributes")),
        *(f"{name}:{each}" for each in languages for name in ("title", "description")),
    ]


def names(rows: Any, column: str) -> list[str]:
    """The names in a column of attributes, in the order of the alphabet."""
    keys = Func(column, function="jsonb_object_keys", output_field=TextField())
    return sorted(rows.annotate(key=keys).values_list("key", flat=True).distinct())


def products_of(source: str = "") -> Any:
    """The products to export: all of them, or those of one source, but for what that has not.

    Imported again, they would be known as articles that the source has and does not sell.
    """
    found = Product.objects.exclude(GONE, active=False).order_by("pk")
    return found.filter(source=Source.objects.get(name=source)) if source else found


def rows(products: Any) -> Iterator[Row]:
    """A row for each variant, with what is of the product on each of them."""
    for product in in_parts(products):
        variants = list(product.variants.all())
        shared = of_product(product)
        for position, variant in enumerate(variants):
            own = of_variant(variant, product)
            yield {**shared, **own, **pictures(product, variant, first=position == 0)}


def in_parts(products: Any) -> Iterator[Product]:
    """The products in flat memory, with all that belongs to them."""
    photos = Prefetch("images", ProductImage.objects.prefetch_related("addresses"))
    full = products.defer("words", "facts", "keywords").select_related("brand", "category")
    there = Prefetch("variants", Variant.objects.exclude(GONE, availability="out_of_stock"))
    full = full.prefetch_related(there, "also_in", "translations", photos)
    last = 0
    while part := list(full.filter(pk__gt=last).order_by("pk")[:AT_ONCE]):
        yield from part
        last = part[-1].pk


def of_product(product: Product) -> Row:
    paths = [product.category.path] if product.category else []
    paths += sorted(each.path for each in product.also_in.all())
    found = {
        "group": product.group,
        "title": product.title,
        "description": product.given_description,
        "category": SEPARATOR.join(paths),
        "brand": product.brand.name if product.brand else "",
        **{name: SEPARATOR.join(product.said(name)) for name in ("gender", "material")},
        "tags": SEPARATOR.join(product.tags),
        **{name: cell(getattr(product, name)) for name in RATED},
        "url": product.url,
        "active": cell(product.active),
        "currency": product.currency,
        **attributes(ATTRIBUTE, product.attributes),
    }
    for each in product.translations.all():
        found[f"title:{each.language}"] = each.title
        found[f"description:{each.language}"] = each.given_description
    return found


RATED = ("rating", "rating_count", "popularity", "published")
OFFERED = ("stock", "availability", "gtin", "mpn", "color", "size", "sku", "source_id")


def of_variant(variant: Variant, product: Product) -> Row:
    """What is of the variant; a sale to come is written as the sale that it will be."""
    found = {name: cell(getattr(variant, name)) for name in (*OFFERED, "sale_from", "sale_to")}
    to_come = variant.sale_price is not None
    found["price"] = cell(variant.sale_price if to_come else variant.price)
    found["price_before"] = cell(variant.price if to_come else variant.price_before)
    return {**found, "url": variant.url or product.url, **attributes(OPTION, variant.options)}


def attributes(family: str, values: dict[str, Any]) -> Row:
    return {
        family + name: SEPARATOR.join(cell(each) for each in several(value))
        for name, value in values.items()
    }


def pictures(product: Product, variant: Variant, first: bool) -> Row:
    """Photos that show every variant stand on the first row, others on those that they show."""
    photos = list(product.images.all())
    shared = [photo for photo in photos if not is_bound(photo)] if first else []
    bound = [photo for photo in photos if is_bound(photo) and photo.shows(variant)]
    return {
        "images": SEPARATOR.join(map(place, shared)),
        "alt": SEPARATOR.join(photo.alt for photo in shared) if any(p.alt for p in shared) else "",
        "variant_images": SEPARATOR.join(map(place, bound)),
    }


def is_bound(photo: ProductImage) -> bool:
    return bool(photo.color or photo.option)


def place(photo: ProductImage) -> str:
    """Where a photo came from, else its name in the folder of media."""
    addresses: Iterable[Any] = photo.addresses.all()
    return next((each.address for each in addresses), photo.image.name)


def cell(value: Any) -> str:
    """A value as a cell that an import reads as the same value."""
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime():
            return value.isoformat()
        case Decimal() | float():
            return f"{Decimal(str(value)).normalize():f}"
    return str(value)


__all__ = ["PATH_SEPARATOR", "Row", "columns", "products_of", "rows"]
