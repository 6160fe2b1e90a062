"""The vectors of a query: of its words, of a stored photo, of a product.

Words are encoded within a time budget and remembered, so that page 2, another filter and the
next shopper with the same words cost no encoding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from django.utils import timezone
from numpy.typing import NDArray
from PIL import Image

from catalog.cache import remember, remembered
from search import sql
from search.encoders import Encoder
from search.encoders.shopper_photos import colors_in_full_light, encode_photo
from search.models import EncoderVersion, ImageEmbedding, PhotoQuery, TextEmbedding
from search.retrieval.embeddings.query_encoder import NoVector, in_time, serving

Vector = NDArray[np.float32]

REMEMBER_SECONDS = 24 * 3600


class Seen(NamedTuple):
    """What is kept of a shopper's photo."""

    vector: Vector
    colors: Mapping[str, float]  # of the thing on it, with their shares; none where not known


class ExpiredPhoto(LookupError):
    """The photo of this query has been forgotten, or was made for another encoder."""


def store_photo(photo: Image.Image) -> PhotoQuery:
    """A shopper's photo as a vector and colours under an opaque id; itself it is never stored.

    Raises NoVector where no encoder serves, or not in time.
    """
    searcher = serving()
    if searcher.version is None or searcher.encoder is None:
        raise NoVector("No encoder serves.")
    vector = in_time(encode_photo, photo, searcher.encoder)
    colors = colors_in_full_light(photo)
    return PhotoQuery.objects.create(encoder=searcher.version, vector=vector, colors=colors)


def example_photo(products: Sequence[int]) -> PhotoQuery | None:
    """A photo of the first of these products that has one, as if a shopper had sent it."""
    rows = ImageEmbedding.objects.filter(encoder=serving().version, vector__isnull=False)
    for product in products:
        if row := rows.filter(product=product).order_by("image").first():
            return of_indexed(row)
    return None


def of_indexed(row: ImageEmbedding) -> PhotoQuery:
    """A photo of the catalogue as if a shopper had sent it."""
    colors = evenly(row.colors)
    return PhotoQuery.objects.create(encoder=row.encoder, vector=row.vector, colors=colors)


def evenly(colors: Sequence[str] | None) -> dict[str, float]:
    """Shares of the colours of an indexed photo, of which only the names are kept."""
    return {name: 1 / len(colors) for name in colors} if colors else {}


def of_texts(texts: Sequence[str], encoder: Encoder) -> Vector:
    """(d,) float32 of unit length: of one text, or the mean of several that say the same.

    Raises NoVector where the encoder fails or is late.
    """
    said = hashlib.sha256("\0".join(texts).encode()).hexdigest()
    key = f"vector:{encoder.name}:{said}"
    known = remembered(key)
    if isinstance(known, bytes) and len(known) == 4 * encoder.dimensions:
        return np.frombuffer(known, np.float32)
    vectors = in_time(encoder.encode_texts, list(texts))
    vector = vectors[0] if len(texts) == 1 else mean(list(vectors))
    remember(key, vector.astype(np.float32).tobytes(), REMEMBER_SECONDS)
    return np.asarray(vector, np.float32)


def of_photo(photo_id: str, version: EncoderVersion) -> Seen:
    """Raises ExpiredPhoto after a day, and after a change of encoder."""
    found = sql.rows(
        f"SELECT vector::real[], colors FROM {PhotoQuery._meta.db_table}"
        " WHERE id = %s AND encoder_id = %s AND expires > %s",
        [photo_id, version.pk, timezone.now()],
        primary=True,
    )
    if not found:
        raise ExpiredPhoto(photo_id)
    [(vector, colors)] = found
    return Seen(np.array(vector, np.float32), colors)


def version_of(photo_ids: Sequence[str]) -> EncoderVersion | None:
    """The one encoder that has made all these photos, unless it is being deleted."""
    photos = PhotoQuery.objects.filter(id__in=photo_ids, expires__gt=timezone.now())
    made = EncoderVersion.objects.exclude(state=EncoderVersion.State.LEAVING)
    versions = list(made.filter(pk__in=photos.values("encoder"))[:2])
    return versions[0] if len(versions) == 1 and photos.count() == len(photo_ids) else None


def of_product(product_id: int, version: EncoderVersion) -> tuple[Vector | None, Vector | None]:
    """The text vector and the mean of the photo vectors, each None where there is none."""
    text = TextEmbedding.objects.filter(
        encoder=version, product_id=product_id, vector__isnull=False
    ).first()
    photos = ImageEmbedding.objects.filter(
        encoder=version, product_id=product_id, vector__isnull=False
    ).values_list("vector", flat=True)
    return (
        np.asarray(text.vector, np.float32) if text else None,
        mean(list(photos)) if photos else None,
    )


def mean(vectors: Sequence[Sequence[float]]) -> Vector:
    """(n, d) -> (d,) of unit length."""
    return unit(np.mean(np.asarray(vectors, np.float32), axis=0))


def unit(vector: Vector) -> Vector:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)
