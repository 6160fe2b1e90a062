"""Searches that nobody has asked before, made of the shop's own words, colours, prices and photos.

Import it once Django is set up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

import numpy as np

from benchmarks.data.unhurried import unhurried
from catalog.filters import Filters
from catalog.models import Category, Product, Variant
from search.models import ImageEmbedding, PhotoQuery
from search.query import Part, Query
from search.versions import live_encoder

LOOKED_AT = 3_000  # titles that words are drawn from: the same memory at every size
PHOTOS = 200
COLORS = {"blue": 0.7, "white": 0.3}  # that each of them shows, as every shopper's photo does
NOISE = 0.02  # added to each number of a photo's vector, so that no two are the same


@dataclass(frozen=True)
class Cold:
    """One search as the API and the page spell it, and as Python does."""

    text: str
    params: dict[str, Any]
    query: Query
    vector: Any = None  # (d,) of a photo; words are yet to be encoded


class Searches:
    def __init__(self, seed: int) -> None:
        self.chance, self.random = Random(seed), np.random.default_rng(seed)
        self.version, self.encoder = live_encoder()
        with unhurried():  # what is read at random of a million products is not in memory yet
            self.draw_from_the_shop()

    def draw_from_the_shop(self) -> None:
        titles = Product.objects.active().order_by("text_fingerprint")
        self.colours = spread(Variant.objects.exclude(color=""), "color")
        self.types = spread(Category.objects.filter(children=None), "name")
        named = {word.lower() for name in [*self.colours, *self.types] for word in name.split()}
        self.words = sorted(
            {
                word
                for title in titles.values_list("title", flat=True)[:LOOKED_AT]
                for word in title.split()
                if word.isalpha() and len(word) > 3 and word.lower() not in named
            }
        )
        photos = ImageEmbedding.objects.filter(encoder=self.version, vector__isnull=False)
        self.vectors = [
            np.asarray(row, np.float32)
            for row in photos.order_by("fingerprint").values_list("vector", flat=True)[:PHOTOS]
        ]

    def kinds(self) -> dict[str, Callable[[], Cold]]:
        return {
            "words": self.words_alone,
            "chips": self.with_chips,
            "price filter": self.with_price,
            "photo": self.with_photo,
        }

    def words_alone(self) -> Cold:
        return worded(self.three_words(), Filters(), {})

    def with_chips(self) -> Cold:
        chips = [self.chance.choice(self.colours), self.chance.choice(self.types)]
        return worded(" ".join([*chips, self.chance.choice(self.words)]).lower(), Filters(), {})

    def with_price(self) -> Cold:
        """A range that a good tenth of the products is in."""
        low = self.chance.randint(10, 60)
        high = low + self.chance.randint(8, 14)
        filters = Filters(price_min=Decimal(low), price_max=Decimal(high))
        return worded(self.three_words(), filters, {"price_min": low, "price_max": high})

    def with_photo(self) -> Cold:
        vector = self.chance.choice(self.vectors)
        moved = vector + self.random.normal(0, NOISE, vector.shape)
        unit = (moved / np.linalg.norm(moved)).astype(np.float32)
        photo = PhotoQuery.objects.create(encoder=self.version, vector=unit, colors=COLORS)
        return Cold("", {"photo": photo.pk}, Query((Part(photo_id=photo.pk),)), unit)

    def three_words(self) -> str:
        return " ".join(self.chance.sample(self.words, 3))


def worded(text: str, filters: Filters, params: dict[str, Any]) -> Cold:
    return Cold(text, {"q": text, **params}, Query((Part(text=text),), filters))


def spread(rows: Any, column: str) -> list[str]:
    return sorted(set(rows.order_by(column).values_list(column, flat=True).distinct()))


def forget_photos() -> None:
    PhotoQuery.objects.all().delete()
