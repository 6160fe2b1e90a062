"""Photos for training alone: designs of the shop in looks that it does not sell.

Every picture is of a product drawn anew: any design of a kind in any of its materials, colours and
patterns, in the studio or where a shopper would put it down. The manifest says what is true of it,
so that two of one design differ in one known way: hard negatives for what is said about a noun.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

from .kinds import KINDS
from .kinds.kind import COLORFUL, Look
from .patterns import PATTERNS
from .phone import snapped
from .products import Colorway, Product
from .render import angle, build
from .shopper import camera, compose
from .shots import LIGHTS, SURROUNDINGS, Snapshot
from .studio import Studio

QUALITY, NUMBERS = 82, 100_000  # products made here are numbered from here
DYED = 4  # colours of a look from which on it may have any
STUDIO = 0.4  # the share of pictures that are taken on white
MANIFEST = "renders.jsonl"


def imagined(number: int) -> Product:
    """The product of that number: a kind, and a design, a look and a pattern independent of it."""
    chance = Random(f"training {number}")
    kind = chance.choice(KINDS)
    look = chance.choice(kind.looks)
    pattern = (
        chance.choice(tuple(PATTERNS)) if look.patterns and chance.random() < kind.patterned else ""
    )
    color = chance.choice(_colors(look))
    second = chance.choice([name for name in kind.second if name != color] or ["white"])
    design = chance.choice(kind.designs)
    return Product(
        number=NUMBERS + number,
        key=f"render-{number:05d}",
        kind=kind,
        design=design,
        material=look.material,
        pattern="" if design.params.get("plain") else pattern,
        colorways=(Colorway(color, second, 1),),
        brand="",
        gender=chance.choice(kind.genders) if kind.genders else "",
        price=1.0,
        described=False,
        sold_out=False,
    )


def _colors(look: Look) -> tuple[str, ...]:
    """What is dyed or painted comes in any colour; bare wood and metal in their own alone."""
    return COLORFUL if len(look.colors) >= DYED else look.colors


def row(product: Product, image: str) -> dict[str, str]:
    """What is true of the picture, in the columns of a manifest."""
    words = (product.color, product.pattern, product.material, product.design.noun)
    return {
        "image": image,
        "title": " ".join(word for word in words if word),
        "category": product.kind.category,
        "color": product.color,
        "material": product.material,
        "attr:pattern": product.pattern,
        "gender": product.gender,
        "noun": product.design.noun,
        **{f"attr:{name}": value for name, value in product.design.spec.items()},
    }


def photograph_for_training(
    folder: Path,
    *,
    count: int,
    pixels: int,
    samples: int,
    threads: int,
    share: int = 0,
    shares: int = 1,
) -> None:
    """Take what this share lacks of `count` pictures; the manifest names all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    studio = Studio(pixels=pixels, samples=samples, threads=threads)
    made = [(product, folder / f"{product.key}.webp") for product in map(imagined, range(count))]
    with TemporaryDirectory() as scratch:
        for product, target in made[share::shares]:
            if not target.exists():
                _photograph(studio, product, target, Path(scratch))
    lines = (json.dumps(row(product, target.name)) + "\n" for product, target in made)
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8")


def _photograph(studio: Studio, product: Product, target: Path, scratch: Path) -> None:
    chance = Random(f"light {product.key}")
    studio.empty()
    if chance.random() < STUDIO:
        parts, dressed = build(product, product.colorways[0])
        studio.sweep()
        studio.place(parts, dressed)
        view = angle(product, chance.randrange(len(product.kind.views)))
        view = replace(view, zoom=view.zoom * chance.uniform(0.7, 1.1))
        studio.frame(np.concatenate([part.vertices for part in parts]), view)
        picture = studio.shoot(scratch)
    else:
        ground = chance.choice(SURROUNDINGS[product.department])
        shot = Snapshot(target.name, product, ground, chance.choice(LIGHTS))
        studio.frame(compose(studio, shot, chance), camera(product.kind, chance))
        picture = snapped(studio.shoot(scratch), chance)
    beside = target.with_suffix(".part")
    picture.save(beside, "WEBP", quality=QUALITY)
    beside.rename(target)
