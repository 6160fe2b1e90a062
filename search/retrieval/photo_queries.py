"""A shopper's photo becomes a vector under an opaque id. The photo itself is never stored."""

from __future__ import annotations

from PIL import Image

from search.models import PhotoQuery
from search.retrieval.serving import NoVector, in_time, serving


def store_photo(photo: Image.Image) -> PhotoQuery:
    """Raises NoVector where no encoder serves, or not in time."""
    searcher = serving()
    if searcher.version is None or searcher.encoder is None:
        raise NoVector("No encoder serves.")
    vector = in_time(searcher.encoder.encode_images, [photo])[0]
    return PhotoQuery.objects.create(encoder=searcher.version, vector=vector)
