"""What the home page suggests to try while the sample shop is in: searches and shoppers' photos."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from catalog.models import Variant


@dataclass(frozen=True)
class ShopperPhoto:
    file: str
    alt: str

    @property
    def path(self) -> Path:
        return folder() / "shopper_photos" / self.file


@dataclass(frozen=True)
class Showcase:
    photos: tuple[ShopperPhoto, ...] = ()
    queries: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by language

    def photo(self, name: str) -> ShopperPhoto | None:
        """Return the photo of that file name; only those on the list can be asked for."""
        return next((photo for photo in self.photos if photo.file == name), None)


def folder() -> Path:
    return Path(getattr(settings, "BASE_DIR", "")) / "sample_shop"


@lru_cache(maxsize=1)
def showcase() -> Showcase:
    """Return what sample_shop/showcase.json lists; empty where there is none."""
    try:
        content = json.loads((folder() / "showcase.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Showcase()
    listed = (ShopperPhoto(each["file"], each.get("alt", "")) for each in content["photos"])
    photos = tuple(photo for photo in listed if photo.path.is_file())
    return Showcase(photos, content["queries"])


@lru_cache(maxsize=1)
def _first_sku() -> str:
    try:
        with (folder() / "catalogue.csv").open(encoding="utf-8", newline="") as file:
            return next(csv.DictReader(file), {}).get("sku", "")
    except FileNotFoundError:
        return ""


def shown() -> Showcase:
    """Return the showcase where the sample shop is what is sold; other shops have their own."""
    sku = _first_sku()
    return showcase() if sku and Variant.objects.filter(sku=sku).exists() else Showcase()
