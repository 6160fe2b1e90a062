"""What can be chosen on a product page: colours, sizes, other options, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from catalog.models import Product, ProductImage, Variant
from catalog.models.attribute import code_of


@dataclass(frozen=True)
class Option:
    """One value to choose; `variant` is what choosing it gives."""

    value: str
    variant: Variant
    image: ProductImage | None
    chosen: bool

    @property
    def available(self) -> bool:
        return self.variant.orderable


@dataclass(frozen=True)
class OptionGroup:
    """The values of one option that is neither colour nor size."""

    code: str
    name: str
    options: list[Option]
    chosen: str


class Choice:
    """The variant that was asked for, or the nearest to it: colour counts more than size.

    `asked` has values by the code of their option: {"color": "Moss", "ram": "16 GB"}.
    """

    def __init__(self, product: Product, asked: Mapping[str, str]) -> None:
        self.product = product
        self.variants = product.all_variants
        names = dict.fromkeys(name for each in self.variants for name in each.options)
        self.names = {code_of(name): name for name in reversed(names)}
        self.codes = ["color", "size", *reversed(self.names)]
        self.asked = {code: asked[code] for code in self.codes if asked.get(code)}

    @cached_property
    def variant(self) -> Variant | None:
        """The best match; among equals what is in stock, then the shop's own order."""

        def fit(variant: Variant) -> tuple[bool, ...]:
            matched = (value_of(variant, code) == self.asked.get(code, "") for code in self.codes)
            return (*matched, variant.available, variant.orderable)

        return max(self.variants, key=fit, default=None)

    @property
    def complete(self) -> bool:
        """Whether one variant is meant: its options were chosen, or there is nothing to choose."""
        return self.variant is not None and all(
            len(self.options(code)) < 2 or self.asked.get(code) == value_of(self.variant, code)
            for code in self.codes
            if code != "color"
        )

    @property
    def meant(self) -> list[Variant]:
        """What the choice so far leaves: one variant, or all of its colour."""
        color = self.variant.color if self.variant else ""
        return [self.variant] if self.complete and self.variant else [
            each for each in self.variants if each.color == color
        ]  # fmt: skip

    @property
    def available(self) -> bool:
        """Whether what has been chosen so far is in stock, in any size while none is chosen."""
        return any(each.available for each in self.meant)

    @property
    def orderable(self) -> bool:
        return any(each.orderable for each in self.meant)

    @property
    def colors(self) -> list[Option]:
        return self.options("color")

    @property
    def sizes(self) -> list[Option]:
        """Every size of the product; in the chosen colour where it is made in it."""
        return self.options("size")

    @property
    def others(self) -> list[OptionGroup]:
        found = [(code, self.names[code], self.options(code)) for code in self.codes[2:]]
        return [
            OptionGroup(code, name, options, next((o.value for o in options if o.chosen), ""))
            for code, name, options in found
            if options
        ]

    @cached_property
    def images(self) -> list[ProductImage]:
        """The photos of the chosen variant, then those of every one; all where there are none."""
        return self.images_of(self.variant)

    def options(self, code: str) -> list[Option]:
        if self.variant is None:
            return []
        values = dict.fromkeys(value_of(variant, code) for variant in self.variants)
        return [self.option(code, value) for value in values if value]

    def option(self, code: str, value: str) -> Option:
        assert self.variant
        made = [variant for variant in self.variants if value_of(variant, code) == value]
        now = {other: value_of(self.variant, other) for other in self.codes if other != code}

        def likeness(variant: Variant) -> tuple[int, bool]:
            alike = sum(value_of(variant, other) == kept for other, kept in now.items())
            return alike, variant.available

        best = max(made, key=likeness)
        image = next(iter(self.images_of(best)), None)
        return Option(value, best, image, value_of(self.variant, code) == value)

    def images_of(self, variant: Variant | None) -> list[ProductImage]:
        photos = self.product.photos
        shown = [photo for photo in photos if variant and photo.shows(variant)]
        own = [photo for photo in shown if photo.color or photo.option]
        return (own + [photo for photo in shown if photo not in own]) or photos


def choosing(variant: Variant) -> dict[str, str]:
    """What a product page is asked with for this very variant, by the codes of its options."""
    codes = ("color", "size", *map(code_of, variant.options))
    return {code: value for code in codes if (value := value_of(variant, code))}


def value_of(variant: Variant, code: str) -> str:
    return str(next(iter(variant.said(code)), ""))
