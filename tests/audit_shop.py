"""A shop for the audit: six kinds of things, each of its own shape, in six colours."""

from __future__ import annotations

import io
import zlib

import numpy as np
from django.core.files.base import ContentFile
from PIL import Image

from catalog.models import Category, Product, ProductImage, Variant
from search.audit import runs
from search.indexing import index_stale
from search.models import Finding

KINDS = {
    "mug": "ceramic",
    "chair": "oak",
    "lamp": "metal",
    "rug": "wool",
    "kettle": "steel",
    "scarf": "silk",
}
COLORS = {
    "red": (210, 25, 30),
    "green": (25, 150, 60),
    "blue": (30, 60, 215),
    "black": (40, 40, 40),
    "yellow": (240, 215, 30),
    "brown": (115, 65, 25),
}
CELLS = 8  # of a drawing, each way
EACH = 2  # products of a kind and colour
WORDS = "alder birk corrie dell elm fen garnet heath ines jonas kit lark mira nell orla pim"
NAMES = tuple(map(str.capitalize, WORDS.split()))


def cells(kind: str) -> np.ndarray:
    """(CELLS, CELLS) bool: the shape of a kind of thing."""
    shape = np.random.default_rng(zlib.crc32(kind.encode())).random((CELLS, CELLS)) < 0.55
    shape[0], shape[-1], shape[:, 0], shape[:, -1] = False, False, False, False
    return shape


def drawing(kind: str, color: str, variety: int = 0) -> bytes:
    """The shape of the kind on white, in the colour; `variety` gives it a tint of its own."""
    tint = np.random.default_rng(variety).integers(-20, 21, 3) if variety else 0
    pixels = np.full((CELLS, CELLS, 3), 255, np.uint8)
    pixels[cells(kind)] = np.clip(np.array(COLORS[color]) + tint, 0, 255)
    file = io.BytesIO()
    Image.fromarray(pixels).resize((96, 96), Image.Resampling.NEAREST).save(file, "PNG")
    return file.getvalue()


def add(kind: str, color: str, number: int, photo: bytes | None = None, **fields: str) -> Product:
    """`fields`: title, said (the colour of its column), alt, sku."""
    name = f"{NAMES[number % len(NAMES)]}{number // len(NAMES) or ''}"
    title = fields.get("title", f"{color.capitalize()} {kind} {name}")
    product = Product.objects.create(
        title=title,
        group=f"{title}-{number}-{fields.get('sku', '')}",
        category=Category.objects.at_path(f"Things > {kind.capitalize()}s"),
        material=KINDS[kind],
    )
    sku = fields.get("sku", f"{kind}-{color}-{number}".upper())
    said = fields.get("said", color)
    Variant.objects.create(product=product, sku=sku, color=said, price=20 + number % 7)
    add_photo(product, photo or drawing(kind, color, number + 1), fields.get("alt"))
    return product


def add_photo(product: Product, picture: bytes, alt: str | None = None) -> ProductImage:
    said = alt if alt is not None else f"{product.title}, from the front"
    return ProductImage.objects.create(
        product=product, image=ContentFile(picture, "drawn.png"), alt=said
    )


def fill() -> None:
    """Seventy-two things, all as they should be."""
    number = 0
    for kind in KINDS:
        for color in COLORS:
            for _ in range(EACH):
                add(kind, color, number)
                number += 1


def audited(*kinds: str) -> list[Finding]:
    """What a run finds, the surest first."""
    index_stale()
    runs.start(kinds)
    assert not runs.work()
    found = Finding.objects.filter(kind__in=kinds) if kinds else Finding.objects.all()
    return list(found.select_related("product", "other", "photo").order_by("-score", "id"))
