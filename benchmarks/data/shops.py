"""The shops that relevance is measured on: their catalogues and pictures, by name.

`fashion` is the held-out part of the fashion set (never trained on), in three dresses: all its
columns, titles and photos only, and a third of the columns' cells missing at random. `sample` is
the shop that ships, `graded` a shop of texts with human grades, the others are strangers' shops,
each alone and all of them mixed.
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from zipfile import ZipFile

from benchmarks.data import fashion_catalogue, stranger_catalogue

Row = dict[str, str]

SAMPLE = Path(__file__).resolve().parents[2] / "sample_shop"
SEED = 3
MISSING = 1 / 3
SILENCED = ("material", "attr:pattern", "attr:neck", "attr:sleeves")
PLAIN = {"category", "brand", "color", "size", "gender", "price", "currency", "stock"}
KEPT = {"sku", "title", "images", "group"}  # what no dress takes away


@dataclass(frozen=True)
class Shop:
    rows: list[Row]  # all columns: what is true
    shown: list[Row]  # the columns that the shop has
    pictures: Sequence[Path] = ()  # zips, or a folder of pictures


def bare(rows: list[Row]) -> list[Row]:
    return [{name: row[name] for name in row if name in KEPT} for row in rows]


def patchy(rows: list[Row]) -> list[Row]:
    """A third of the cells empty, drawn cell by cell."""
    chance = Random(SEED)
    return [
        {name: row[name] for name in row if name in KEPT or chance.random() >= MISSING}
        for row in rows
    ]


def silenced(rows: list[Row]) -> list[Row]:
    """Of every second product nothing says pattern, neck, sleeves and material: photos alone do."""
    shown = []
    for row in rows:
        if zlib.crc32((row.get("group") or row["sku"]).encode()) % 2:
            said = {row[name] for name in SILENCED if row.get(name)}
            words = re.compile("|".join(rf"\b{re.escape(value)}\b" for value in said), re.I)
            title = " ".join(words.sub("", row["title"]).split()) if said else row["title"]
            row = {name: row[name] for name in row if name in KEPT | PLAIN} | {"title": title}
        shown.append(row)
    return shown


def fashion(data: Path, dress: Callable[[list[Row]], list[Row]] = list) -> Shop:
    held_out = fashion_catalogue.read_products(data / "fashion", "validation")
    rows = list(fashion_catalogue.rows(held_out))
    return Shop(rows, dress(rows), sorted((data / "fashion").glob("*.zip")))


def strangers(data: Path, *names: str) -> Shop:
    folder = data / "strangers"
    rows = [row for name in names for row in stranger_catalogue.rows(folder, name)]
    return Shop(rows, rows, [folder / f"{name}.zip" for name in names])


def graded(data: Path) -> Shop:
    with (data / "graded" / "products.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return Shop(rows, rows)


def sample(_data: Path) -> Shop:
    with (SAMPLE / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Shop(rows, rows, [SAMPLE / "photos"])


SHOPS: dict[str, Callable[[Path], Shop]] = {
    "fashion": fashion,
    "fashion-bare": lambda data: fashion(data, bare),
    "fashion-patchy": lambda data: fashion(data, patchy),
    "sample": sample,
    "sample-silenced": lambda data: replace(sample(data), shown=silenced(sample(data).rows)),
    **{
        name: lambda data, name=name: strangers(data, name)  # type: ignore[misc]
        for name in stranger_catalogue.READERS
    },
    "mixed": lambda data: strangers(data, *stranger_catalogue.READERS),
    "graded": graded,
}


def write_catalogue(rows: list[Row], path: Path) -> None:
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)


def unpack_pictures(shop: Shop, folder: Path) -> Path | None:
    """The folder where the shop's pictures lie; None where it has none.

    A zip named like the part of `images` before the slash holds what stands behind it.
    """
    if not shop.pictures:
        return None
    if shop.pictures[0].is_dir():
        return shop.pictures[0]
    wanted = {row["images"] for row in shop.shown}
    for source in shop.pictures:
        with ZipFile(source) as archive:
            for name in archive.namelist():
                for target in {name, f"{source.stem}/{name}"} & wanted:
                    (folder / target).parent.mkdir(parents=True, exist_ok=True)
                    (folder / target).write_bytes(archive.read(name))
    return folder
