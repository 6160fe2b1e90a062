"""The cast of all tests: a red sneaker, a blue mug and an oak chair, each made by name.

The sneaker has sizes (42 is sold out) and a photo, the mug two photos and a translation, the
chair no photo, no brand and no counted stock.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pillow_heif
from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from catalog.models import Brand, Category, Product, ProductImage, Translation, Variant
from search.understanding import forget

pillow_heif.register_heif_opener()  # writes the pictures of tests; the shop reads in a child


def picture(
    color: str = "red", size: tuple[int, int] = (64, 48), kind: str = "PNG", **saving: Any
) -> bytes:
    """The bytes of a picture: a disc of `color` on white."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=color)
    file = io.BytesIO()
    image.save(file, kind, **saving)
    return file.getvalue()


def product(title: str, category: str = "", brand: str = "", **fields: Any) -> Product:
    """A product in the category of that path, of the brand of that name."""
    return Product.objects.create(
        title=title,
        group=fields.pop("group", title),
        category=Category.objects.at_path(category),
        brand=Brand.objects.get_or_create(name=brand)[0] if brand else None,
        **fields,
    )


def titled(titles: Mapping[str, str], sizes: Mapping[str, str] | None = None) -> None:
    """A shop of these titles, each in its category and with one variant."""
    for number, (title, category) in enumerate(titles.items()):
        Variant.objects.create(
            product=product(title, category, group=str(number)),
            sku=f"S-{number}",
            price=9,
            size=(sizes or {}).get(title, ""),
        )
    forget()


def photo(product: Product, color: str, position: int = 0, **fields: Any) -> ProductImage:
    file = ContentFile(picture(color), f"{color}.png")
    return ProductImage.objects.create(product=product, image=file, position=position, **fields)


def red_sneaker() -> Product:
    sneaker = product(
        "Canvas sneaker",
        "Shoes > Sneakers",
        "Northlight",
        description="A light shoe for long summers.",
        material="canvas",
        gender="unisex",
        attributes={"season": "summer"},
    )
    for position, (size, stock) in enumerate([("41", 3), ("42", 0)]):
        Variant.objects.create(
            product=sneaker,
            sku=f"SNEAKER-RED-{size}",
            color="red",
            size=size,
            price="59.90",
            stock=stock,
            position=position,
        )
    photo(sneaker, "red", alt="Red canvas sneaker from the side")
    return sneaker


def blue_mug() -> Product:
    mug = product("Stoneware mug", "Kitchen > Mugs", "Kiln & Co", material="stoneware")
    Variant.objects.create(product=mug, sku="MUG-BLUE", color="blue", price="14.50", stock=12)
    photo(mug, "blue", alt="Blue mug")
    photo(mug, "navy", position=1, alt="Blue mug from above")
    Translation.objects.create(product=mug, language="de", title="Becher aus Steinzeug")
    return mug


def oak_chair() -> Product:
    chair = product("Oak chair", "Furniture > Chairs", material="oak")
    Variant.objects.create(product=chair, sku="CHAIR-OAK", price="189.00")
    return chair


class Shop:
    """The whole cast, indexed."""

    def __init__(self) -> None:
        self.sneaker, self.mug, self.chair = red_sneaker(), blue_mug(), oak_chair()
