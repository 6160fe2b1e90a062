"""Photograph the products: every first view before any second, skipping what is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from .graphics import display, shirt_print
from .kinds import surfaces
from .materials import Surface
from .mesh import Part
from .products import Colorway, Product, products
from .studio import Studio, View

QUALITY = 82


def jobs() -> Iterator[tuple[Product, Colorway, int]]:
    """Every photo to take, kind by kind in turn, so that a part of them is already a shop."""
    kinds: dict[str, list[Product]] = {}
    for product in products():
        kinds.setdefault(product.kind.key, []).append(product)
    mixed = [product for row in zip_longest(*kinds.values()) for product in row if product]
    for view in range(3):
        for product in mixed:
            for way in product.colorways:
                if view < way.views:
                    yield product, way, view


def build(product: Product, way: Colorway) -> tuple[list[Part], dict[str, Surface]]:
    """The parts of a product and what each is made of, for one colour."""
    params = {
        "seed": product.number,
        "plant_seed": product.number % 17,
        "patterned": bool(product.pattern),
        **product.design.params,
    }
    if "books" in params:
        params["books"] = product.number
    main = Surface(product.material, way.color, product.pattern, way.second, product.kind.repeat)
    images = {
        "display": display(product.number, product.kind.key == "laptops"),
        "print": shirt_print(product.number, way.color),
    }
    return product.kind.shape(params), surfaces(product.kind.roles, main, way.second, images)


def angle(product: Product, view: int) -> View:
    """The view of a kind, turned by a few degrees as a photographer's hand would."""
    base = product.kind.views[view % len(product.kind.views)]
    chance = Random(f"angle {product.key} {view}")
    sway = 2.0 if product.kind.flat else 5.0
    return replace(
        base,
        azimuth=base.azimuth + chance.uniform(-sway, sway),
        elevation=base.elevation + chance.uniform(-2.0, 2.0),
    )


def photograph(
    folder: Path,
    *,
    pixels: int,
    samples: int,
    threads: int,
    share: int = 0,
    shares: int = 1,
    views: int = 3,
) -> None:
    """Render whatever of the first `views` views of each product is missing from `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(pixels=pixels, samples=samples, threads=threads)
    with TemporaryDirectory() as scratch:
        for index, (product, way, view) in enumerate(jobs()):
            target = folder / product.photo(way, view)
            if view >= views or index % shares != share or target.exists():
                continue
            parts, dressed = build(product, way)
            studio.empty()
            studio.sweep()
            studio.place(parts, dressed)
            studio.frame(np.concatenate([part.vertices for part in parts]), angle(product, view))
            picture = studio.shoot(Path(scratch))
            partial = target.with_suffix(".part")
            picture.save(partial, "WEBP", quality=QUALITY, method=6)
            partial.rename(target)
