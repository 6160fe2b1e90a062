"""A shopper's photo becomes a vector under an opaque id. The photo itself is never stored."""

from __future__ import annotations

from PIL import Image

from search.encoders import EncoderError
from search.models import PhotoQuery
from search.retrieval.vectors import NoVector
from search.versions import live_encoder


def store_photo(photo: Image.Image) -> PhotoQuery:
    """Raises NoVector where no encoder serves."""
    try:
        version, encoder = live_encoder()
        vector = encoder.encode_images([photo])[0]
    except EncoderError as reason:
        raise NoVector(str(reason)) from reason
    return PhotoQuery.objects.create(encoder=version, vector=vector)
