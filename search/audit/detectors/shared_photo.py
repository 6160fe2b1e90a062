"""The same photo on products that are not the same thing.

The very file is found by its hash. A picture saved anew is among the nearest by its vector, and is
laid on the other pixel by pixel, but only across categories: there things that merely look alike
are rare. Colours and sizes of one thing may share a photo, and what is listed twice is another
detector's business.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from catalog.models import Product, ProductImage
from catalog.pictures import PictureError, open_picture
from search import sql
from search.audit.detector import Suspicion
from search.audit.facts import contradict, siblings
from search.audit.neighbours import nearest
from search.audit.piece import Photo, Piece, as_array
from search.audit.same_picture import SHORTER_SIDE as PIXELS
from search.audit.same_picture import likeness
from search.audit.shop import Shop
from search.models import Finding, TextEmbedding
from search.retrieval.embeddings.tables import Table
from search.retrieval.presentation.card_products import card_products

NEIGHBOURS = 4  # photos of each that are looked at
LEAST_COSINE = 0.97  # cosine below which no picture was ever another one saved anew
SAME_PICTURE = 0.985  # of `same_picture.likeness`
OTHERS_TOLD = 3  # other products with the very file that are told, should it be on thousands


class Twin(NamedTuple):
    photo: Photo
    other: int  # the other product
    image: int  # its photo
    score: float


class SharedPhoto:
    kind = str(Finding.Kind.SHARED)

    def __init__(self, shop: Shop) -> None:
        self.shop = shop

    def find(self, piece: Piece) -> Iterator[Suspicion]:
        twins = [*self.same_files(piece), *self.same_pictures(piece)]
        others = card_products({twin.other for twin in twins}, active=False)
        texts = self.texts_of(others)
        told: set[int] = set()
        for twin in twins:
            product, other = twin.photo.product, others.get(twin.other)
            if product.pk in told or other is None or one_thing(product, other):
                continue
            if not self.fits_worse(twin.photo, piece, texts.get(twin.other)):
                continue
            told.add(product.pk)
            yield self.suspicion(twin, other)

    def suspicion(self, twin: Twin, other: Product) -> Suspicion:
        product = twin.photo.product
        return Suspicion(
            kind=self.kind,
            product=product,
            other=other,
            photo=twin.photo.image,
            score=twin.score,
            proposal={"do": "remove_photo", "value": ""},
            judged=(twin.photo.image.fingerprint, other.pk, product.title, other.title),
        )

    def same_files(self, piece: Piece) -> Iterator[Twin]:
        """A few of the other products that have the very file of each photo."""
        found = sql.rows(
            f"""SELECT own.id, other.product_id, other.id FROM catalog_productimage own, LATERAL (
                  SELECT i.id, i.product_id FROM catalog_productimage i
                    JOIN catalog_product p ON p.id = i.product_id AND p.active
                   WHERE i.fingerprint = own.fingerprint AND i.product_id <> own.product_id
                   LIMIT {OTHERS_TOLD}) other
                 WHERE own.id = ANY(%s::bigint[]) ORDER BY own.id, other.id""",
            [list(piece.photos)],
            primary=True,
        )
        for own, other, image in found:
            yield Twin(piece.photos[own], other, image, 1.0)

    def same_pictures(self, piece: Piece) -> Iterator[Twin]:
        """The same picture, saved anew, on a product of another category."""
        near = [
            (piece.photos[pk], twin)
            for pk, nearby in nearest(
                Table(self.shop.version, photos=True), piece.photos, NEIGHBOURS
            ).items()
            for twin in nearby
            if twin.cosine >= LEAST_COSINE and twin.product != piece.photos[pk].product.pk
        ]
        images = ProductImage.objects.select_related("product").in_bulk(
            {twin.key for _photo, twin in near}
        )
        for photo, twin in near:
            image = images.get(twin.key)
            if image is None or image.fingerprint == photo.image.fingerprint:
                continue
            if image.product.category_id == photo.product.category_id:
                continue
            alike = likeness_of(photo.image, image)
            if alike >= SAME_PICTURE:
                yield Twin(photo, twin.product, twin.key, min(alike, 1.0))

    def texts_of(self, products: dict[int, Product]) -> dict[int, np.ndarray]:
        rows = TextEmbedding.objects.filter(encoder=self.shop.version, product__in=products)
        found = rows.filter(vector__isnull=False).values_list("product_id", "vector")
        return {pk: as_array(vector) for pk, vector in found}

    def fits_worse(self, photo: Photo, piece: Piece, other: np.ndarray | None) -> bool:
        """Whether the photo rather belongs to the other product: only one of the two is told."""
        own = piece.texts.get(photo.product.pk)
        if own is None or other is None:
            return True
        return float(own @ photo.vector) < float(other @ photo.vector)


def one_thing(one: Product, other: Product) -> bool:
    """In another colour or size, or listed twice."""
    if siblings(one, other):
        return True
    return one.category_id == other.category_id and not contradict(one, other)


def likeness_of(one: ProductImage, other: ProductImage) -> float:
    pictures = []
    for image in (one, other):
        try:
            with image.image.open("rb") as file:
                pictures.append(open_picture(file, near=PIXELS))
        except (PictureError, OSError, ValueError):
            return 0.0
    return likeness(*pictures)
