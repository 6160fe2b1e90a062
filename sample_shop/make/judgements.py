"""The judgements: text queries and shopper photos with graded products."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from .composed import composed_judgements
from .products import Product, alike, products
from .queries import occasions, wishes
from .queries.ask import Ask
from .shopping_list import SHOWCASE_PHOTOS, SHOWCASE_QUERIES
from .shots import Snapshot, snapshots
from .texts import material

GENERATED = 40


def asks() -> list[Ask]:
    """Every text query: the written ones, then plain attribute ones drawn from the catalogue."""
    return [*occasions.ASKS, *wishes.ASKS, *attribute_asks()]


def attribute_asks() -> list[Ask]:
    """Colour, material and kind as people type them, one kind after the other."""
    chance = Random("attribute queries")
    pool = products()
    chance.shuffle(pool)
    seen: set[str] = set()
    found = []
    for product in pool:
        if (
            product.kind.key in seen
            or product.kind.key.startswith("print-")
            or len(found) == GENERATED
        ):
            continue
        seen.add(product.kind.key)
        noun, color = product.kind.key.replace("-", " "), product.color
        wordy = material(product)[0]
        if product.pattern:
            found.append(
                Ask(
                    f"{product.pattern} {noun} in {color}",
                    {product.kind.key: 3},
                    color=(color,),
                    pattern=product.pattern,
                )
            )
        elif chance.random() < 0.5:
            found.append(Ask(f"{color} {noun}", {product.kind.key: 3}, color=(color,)))
        else:
            found.append(
                Ask(
                    f"{noun} {wordy} {color}", {product.kind.key: 3}, color=(color,), stuff=(wordy,)
                )
            )
    return found


def graded(ask: Ask, everything: Iterable[Product]) -> dict[str, int]:
    """The first SKU of each product that answers, with its grade."""
    grades = {product.skus(product.colorways[0])[0]: ask.grade(product) for product in everything}
    return {sku: grade for sku, grade in grades.items() if grade}


def text_judgements() -> list[dict[str, Any]]:
    everything = products()
    return [{"query": {"text": ask.text}, "relevant": graded(ask, everything)} for ask in asks()]


def photo_judgement(shot: Snapshot, everything: Iterable[Product]) -> dict[str, Any]:
    """The product that was photographed is a 3, its colour in another material a 2, its shape
    in another colour a 1."""
    own = shot.product
    relevant: dict[str, int] = dict.fromkeys(own.skus(own.colorways[0]), 3)
    for other in everything:
        if other is own or not alike(own, other):
            continue
        same = other.color == own.color and other.pattern == own.pattern
        relevant[other.skus(other.colorways[0])[0]] = 2 if same else 1
    return {"query": {"photo": shot.name}, "relevant": relevant}


def _write(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")


def write_judgements(shop: Path) -> None:
    """Write the three judgement files and the showcase of the home page.

    Raises ValueError naming the query when no product of the shop answers it.
    """
    everything = products()
    spoken = text_judgements()
    for line in spoken:
        if not line["relevant"] or max(line["relevant"].values()) < 3:
            raise ValueError(f"No product answers {line['query']['text']!r}: reword or drop it.")
    _write(shop / "judgements.jsonl", spoken)
    folder = shop / "shopper_photos"
    folder.mkdir(exist_ok=True)
    photographed = (photo_judgement(shot, everything) for shot in snapshots())
    _write(folder / "judgements.jsonl", photographed)
    _write(folder / "composed.jsonl", composed_judgements())
    names = {shot.name: shot for shot in snapshots()}
    photos = [
        {"file": name, "alt": f"A shopper's photo of {caption}"}
        for name, caption in SHOWCASE_PHOTOS.items()
        if name in names
    ]
    (shop / "showcase.json").write_text(
        json.dumps({"photos": photos, "queries": SHOWCASE_QUERIES}, indent=2, ensure_ascii=False)
        + "\n",
        encoding="utf-8",
    )
