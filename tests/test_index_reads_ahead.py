"""While some photos of a batch are encoded, the next ones are read and decoded."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Event
from typing import Any

import numpy as np
import pytest

from search import indexing
from search.encoders import Encoder
from search.indexing import batches, rows
from search.indexing.content import PHOTOS, Content, Photos
from search.models import ImageEmbedding
from tests import cast
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db

SECONDS = 20
COLORS = [f"hsl({360 * n // (2 * PHOTOS.at_once)}, 80%, 50%)" for n in range(2 * PHOTOS.at_once)]
TWICE = len(COLORS)


class Watched(Photos):
    """Says when photos behind the first group have been read."""

    def __init__(self) -> None:
        self.read_so_far = 0
        self.ahead = Event()

    def read(self, owner: Any, encoder: Encoder) -> Content:
        found = super().read(owner, encoder)
        self.read_so_far += 1
        if self.read_so_far > PHOTOS.at_once:
            self.ahead.set()
        return found


class Waiting(StubEncoder):
    """Encodes no picture before others have been read behind it."""

    def __init__(self, ahead: Event) -> None:
        super().__init__()
        self.ahead = ahead
        self.in_time: list[bool] = []
        self.groups: list[int] = []

    def encode_images(self, images: Sequence[Any]) -> np.ndarray:
        self.in_time.append(self.ahead.wait(SECONDS))
        self.groups.append(len(images))
        return super().encode_images(images)


def test_the_next_photos_are_read_while_these_are_encoded() -> None:
    for color in COLORS:
        cast.photo(cast.product(f"Lamp {color}"), color)
    indexing.mark_stale()
    version, _encoder = next(indexing.versions_to_fill())
    kind = Watched()
    encoder = Waiting(kind.ahead)
    claimed = rows.claim(kind, version)
    assert batches.index_batch(kind, claimed, version, encoder) == TWICE
    assert encoder.in_time == [True, True]
    assert encoder.groups == [PHOTOS.at_once, PHOTOS.at_once]
    assert ImageEmbedding.objects.filter(vector__isnull=False).count() == TWICE


def test_a_photo_that_cannot_be_read_fails_alone_wherever_in_its_batch_it_stands() -> None:
    photos = [cast.photo(cast.product(f"Lamp {color}"), color) for color in COLORS]
    broken = photos[PHOTOS.at_once]
    broken.image.storage.delete(broken.image.name)
    indexing.mark_stale()
    assert indexing.index_waiting() == 2 * TWICE - 1  # a text each, and all photos but one
    [left] = ImageEmbedding.objects.filter(vector=None)
    assert left.image == broken
    assert "missing" in left.error
