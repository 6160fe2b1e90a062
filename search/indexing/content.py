"""What is encoded of a product and of a photo, and with which fingerprint it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from django.utils.translation import gettext as _
from PIL import Image

from catalog.models import Product, ProductImage
from catalog.pictures import PictureError, open_picture
from search.encoders import Encoder
from search.encoders.colors_seen import colors_of
from search.models import Embedding, ImageEmbedding, TextEmbedding

SHARE_NAMED = 0.3  # share of a thing from which one calls it by that colour


@dataclass(frozen=True)
class Content:
    """One thing to encode, or the sentence that says why it cannot be."""

    key: int  # of the product or photo
    fingerprint: str  # read no later than the value, so that a change in between is noticed
    value: Any = None
    error: str = ""
    colors: tuple[str, ...] = ()  # that a photo shows


class Kind(Protocol):
    """What is indexed: the texts of products or their photos."""

    label: str
    rows: type[Embedding]
    owner: type[Product] | type[ProductImage]
    column: str  # of `rows`, pointing to the owner
    fingerprint: str  # column of the owner
    marked: str  # column of the encoder: up to which id its owners were looked at
    batch: int

    def read(self, keys: Sequence[int], encoder: Encoder) -> Iterator[Content]: ...

    def encode(self, values: Sequence[Any], encoder: Encoder) -> np.ndarray: ...


class Texts:
    label = "texts"
    rows = TextEmbedding
    owner = Product
    column, fingerprint, marked = "product_id", "text_fingerprint", "texts_marked"
    batch = 64

    def read(self, keys: Sequence[int], encoder: Encoder) -> Iterator[Content]:
        products = Product.objects.filter(pk__in=keys).select_related("category", "brand")
        for product in products.prefetch_related("variants"):
            yield Content(product.pk, product.text_fingerprint, describe(product))

    def encode(self, values: Sequence[str], encoder: Encoder) -> np.ndarray:
        return encoder.encode_texts(values)


class Photos:
    label = "photos"
    rows = ImageEmbedding
    owner = ProductImage
    column, fingerprint, marked = "image_id", "fingerprint", "photos_marked"
    batch = 16

    def read(self, keys: Sequence[int], encoder: Encoder) -> Iterator[Content]:
        for photo in ProductImage.objects.filter(pk__in=keys):
            try:
                with photo.image.open("rb") as file:
                    picture = open_picture(file, near=encoder.image_size)
            except (PictureError, FileNotFoundError, ValueError) as error:
                yield Content(photo.pk, photo.fingerprint, error=sentence(error, photo))
            else:
                yield Content(photo.pk, photo.fingerprint, picture, colors=shown(picture))

    def encode(self, values: Sequence[Image.Image], encoder: Encoder) -> np.ndarray:
        return encoder.encode_images(values)


def shown(picture: Image.Image) -> tuple[str, ...]:
    """The colours of the thing on a picture that one would name."""
    return tuple(family for family, share in colors_of(picture).items() if share >= SHARE_NAMED)


TEXTS, PHOTOS = Texts(), Photos()
KINDS: tuple[Kind, ...] = (TEXTS, PHOTOS)


def sentence(error: Exception, photo: ProductImage) -> str:
    if isinstance(error, PictureError):
        return str(error)
    return _("The file %(name)s of this photo is missing. Upload the photo again.") % {
        "name": photo.image.name or "?"
    }


def describe(product: Product) -> str:
    """The text that stands for a product: title, then what the title does not say yet.

    All of it is covered by `Product.text_fingerprint`.
    """
    colors = [variant.color for variant in product.all_variants]
    parts = [
        product.category.name if product.category else "",
        product.brand and product.brand.name,
    ]
    parts += [*dict.fromkeys(colors), product.material, product.gender]
    said = product.title
    for part in parts:
        if part and not re.search(rf"\b{re.escape(part)}\b", said, re.IGNORECASE):
            said += f", {part}"
    return f"{said}. {product.description}".strip() if product.description else said
