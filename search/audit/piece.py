"""A bounded piece of the catalogue with its vectors, as the detectors look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import F
from numpy.typing import NDArray

from catalog.models import Product, ProductImage
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.retrieval.presentation.card_products import card_products

Vector = NDArray[np.float32]

PHOTOS = 12  # of a product that are looked at, in the order of its page


@dataclass(frozen=True)
class Photo:
    """A photo that is indexed: `colors` are what its pixels show, the most first."""

    image: ProductImage
    product: Product
    vector: Vector
    colors: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    version: EncoderVersion
    products: dict[int, Product]
    texts: dict[int, Vector]  # by product, where today's text is indexed
    photos: dict[int, Photo]  # by photo, likewise


def read(version: EncoderVersion, ids: Sequence[int]) -> Piece:
    """Those of the products that are shown, in order of their numbers, in six queries at most."""
    products = card_products(sorted(ids))
    texts = TextEmbedding.objects.filter(encoder=version, product__in=products)
    texts = texts.filter(vector__isnull=False, fingerprint=F("product__text_fingerprint"))
    vectors = {pk: as_array(vector) for pk, vector in texts.values_list("product_id", "vector")}
    return Piece(version, products, vectors, photos_of(version, products))


def photos_of(version: EncoderVersion, products: dict[int, Product]) -> dict[int, Photo]:
    images = {
        image.pk: (image, product)
        for product in products.values()
        for image in product.photos[:PHOTOS]
    }
    rows = ImageEmbedding.objects.filter(encoder=version, image__in=images, vector__isnull=False)
    rows = rows.filter(fingerprint=F("image__fingerprint")).order_by("image_id")
    return {
        pk: Photo(*images[pk], as_array(vector), tuple(colors or ()))
        for pk, vector, colors in rows.values_list("image_id", "vector", "colors")
    }


def as_array(vector: object) -> Vector:
    return np.asarray(vector, np.float32)
