"""What can be chosen on a product page: colours, sizes, and the variant that they come to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from catalog.models import Product, ProductImage, Variant


@dataclass(frozen=True)
class Option:
    """One colour or size to choose; `variant` is what choosing it gives."""

    value: str
    variant: Variant
    image: ProductImage | None
    chosen: bool

    @property
    def available(self) -> bool:
        return self.variant.available


class Choice:
    """The variant that was asked for, or the nearest to it: colour counts more than size."""

    def __init__(self, product: Product, color: str = "", size: str = "") -> None:
        self.product = product
        self.variants = list(product.variants.all())
        self.asked = (color, size)

    @cached_property
    def variant(self) -> Variant | None:
        """The best match; among equals what is in stock, then the shop's own order."""
        return max(
            self.variants, key=lambda v: (*self._fit(v, *self.asked), v.available), default=None
        )

    @property
    def size_chosen(self) -> bool:
        return bool(self.variant and self.asked[1] and self.variant.size == self.asked[1])

    @property
    def complete(self) -> bool:
        """Whether one variant is meant: its size was chosen, or there is nothing to choose."""
        return self.variant is not None and (self.size_chosen or len(self.sizes) < 2)

    @property
    def available(self) -> bool:
        """Whether what has been chosen so far can be had, in any size while none is chosen."""
        color = self.variant.color if self.variant else ""
        meant = self.variants if not self.complete else [self.variant]
        return any(each.available for each in meant if each and each.color == color)

    @cached_property
    def colors(self) -> list[Option]:
        return self._options("color")

    @cached_property
    def sizes(self) -> list[Option]:
        """Every size of the product; in the chosen colour where it is made in it."""
        return self._options("size")

    @cached_property
    def images(self) -> list[ProductImage]:
        """The photos of the chosen colour, then those of every colour; all where there are none."""
        return self._images_of(self.variant.color if self.variant else "")

    @staticmethod
    def _fit(variant: Variant, color: str, size: str) -> tuple[bool, bool]:
        return variant.color == color, variant.size == size

    def _options(self, name: str) -> list[Option]:
        if self.variant is None:
            return []
        values = dict.fromkeys(getattr(variant, name) for variant in self.variants)
        return [self._option(name, value) for value in values if value]

    def _option(self, name: str, value: str) -> Option:
        assert self.variant
        other = self.variant.size if name == "color" else self.variant.color
        made = [variant for variant in self.variants if getattr(variant, name) == value]
        kept = "size" if name == "color" else "color"
        best = max(made, key=lambda v: (getattr(v, kept) == other, v.available))
        image = next(iter(self._images_of(best.color)), None)
        return Option(value, best, image, getattr(self.variant, name) == value)

    def _images_of(self, color: str) -> list[ProductImage]:
        photos = list(self.product.images.all())
        own = [photo for photo in photos if photo.color == color]
        shared = [photo for photo in photos if not photo.color]
        return (own + [photo for photo in shared if photo not in own]) or photos
