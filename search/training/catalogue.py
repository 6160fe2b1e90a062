"""The shop's own catalogue as pairs: every photo with what the shop says about its product."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from catalog.models import Product, ProductImage

from .pairs import Pair

HELD_OUT = 20  # one product in this many is for validation, whole products at a time


def catalogue_pairs() -> list[Pair]:
    """One pair a photo of an active product; the picture is named by its path on this machine."""
    photos = ProductImage.objects.filter(product__active=True).select_related(
        "product__category", "product__brand"
    )
    return [
        Pair("catalogue", photo.image.path, _split(photo.product), dict(_fields(photo)))
        for photo in photos.order_by("id").iterator(chunk_size=1000)
    ]


def _split(product: Product) -> str:
    held_out = zlib.crc32(product.group.encode()) % HELD_OUT == 0
    return "validation" if held_out else "train"


def _fields(photo: ProductImage) -> Iterator[tuple[str, str]]:
    product = photo.product
    yield "title", product.title
    if product.description:
        yield "description", product.description
    if product.category:
        path = product.category.path.split(" > ")
        yield "kind", path[-1]
        yield "department", path[0]
    if product.brand:
        yield "brand", product.brand.name
    for role, value in (
        ("colour", photo.color),
        ("gender", product.gender),
        ("material", product.material),
    ):
        if value:
            yield role, value
