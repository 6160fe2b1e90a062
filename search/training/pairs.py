"""Image and text pairs, from a manifest (JSON lines) or from the shop's own catalogue."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from .modifiers import modified
from .thesaurus import Thesaurus

# How publishers of data sets name the few things that a caption is made of.
ROLES = {
    "title": "title",
    "articleType": "kind",
    "coarse": "kind",
    "category": "group",
    "subCategory": "group",
    "masterCategory": "department",
    "baseColour": "colour",
    "color": "colour",
    "colour": "colour",
    "gender": "gender",
    "usage": "usage",
    "material": "material",
    "attr:pattern": "pattern",
    "attr:neck": "neck",
    "attr:sleeves": "sleeves",
    "attr:style": "shape",
    "attr:fit": "shape",
    "attr:sport": "use",
    "brand": "brand",
    "description": "description",
}
STRANGER = "stranger"  # the split of a source that is held out whole
UNKNOWN = {"", "na", "n/a", "none", "other", "others", "not sure", "skip", "unknown"}


@dataclass(frozen=True)
class Pair:
    """One picture and what is known about it. `source` names the data set it comes from."""

    source: str
    image: str
    split: str
    fields: dict[str, str] = field(hash=False)


def read_manifest(path: Path) -> list[Pair]:
    """Pairs of a JSON-lines file, or of a CSV in the format of `import_catalog`.

    A JSON row has `image`, text fields and perhaps `split`; a CSV row has `images`.
    Raises ValueError, naming the line, for a row that is neither.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        if path.suffix == ".csv":
            found = [pair for row in csv.DictReader(lines) for pair in _of_row(path, row)]
        else:
            numbered = enumerate(lines, 1)
            found = [_of_line(path, number, line) for number, line in numbered if line.strip()]
    return [pair for pair in found if pair.fields]


def held_out(pairs: list[Pair]) -> list[Pair]:
    """The same pairs, none of them to be trained on: a source of strangers."""
    return [replace(pair, split=STRANGER) for pair in pairs]


def _of_row(path: Path, row: dict[str, str]) -> Iterator[Pair]:
    images = filter(None, (row.get("images") or "").split("|"))
    fields = fields_of(row)
    for image in images:
        yield Pair(path.stem, image.strip(), "train", fields)


def _of_line(path: Path, number: int, line: str) -> Pair:
    try:
        row = json.loads(line)
        image = row["image"]
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path} line {number}: not a JSON object with an `image`.") from error
    return Pair(path.stem, str(image), str(row.get("split", "train")), fields_of(row))


def fields_of(row: Mapping[str, object]) -> dict[str, str]:
    """Known roles only, first one wins, cleaned of values that mean "unknown"."""
    found: dict[str, str] = {}
    for key, value in row.items():
        role = ROLES.get(key)
        text = " ".join(str(value).split()) if value is not None else ""
        if role == "group" and " > " in text:
            department, *_, text = text.split(" > ")
            found.setdefault("department", department)
            role = "kind"
        if role and text.lower() not in UNKNOWN:
            found.setdefault(role, text)
    return found


def captions(
    fields: dict[str, str], thesaurus: Thesaurus | None = None
) -> Iterator[tuple[str, float]]:
    """Every caption that these fields can make, each with the weight it is drawn by.

    Drawing another field at every step is the largest single gain published for shop data
    (Marqo's e-commerce models); single words are what shoppers type.
    """
    get = fields.get
    kind = get("kind") or get("group")
    colour, gender, material, title = get("colour"), get("gender"), get("material"), get("title")
    people = gender if gender and gender != "Unisex" else None
    if title:
        yield title, 4.0
        if get("brand") and get("brand", "") not in title:
            yield f"{get('brand')} {title}", 0.5
    if get("description"):
        yield get("description", "")[:200], 1.0
    if kind:
        yield kind, 1.0
        yield from ((one.text, one.weight) for one in modified(fields))
        if colour and people:
            yield f"{people} {colour} {kind}", 1.0
        if colour and material:
            yield f"{colour} {material} {kind}", 0.5
        for shade in filter(None, get("shades", "").split("|")):
            yield f"{shade} {kind}", 0.3
            yield shade, 0.1
    if get("group"):
        yield get("group", ""), 0.4
    if get("department"):
        yield get("department", ""), 0.1
    if colour:
        yield colour, 0.4
    if thesaurus:
        yield from _in_other_words(kind, colour, thesaurus)


def _in_other_words(
    kind: str | None, colour: str | None, thesaurus: Thesaurus
) -> Iterator[tuple[str, float]]:
    """One draw in six or so, shared by all the synonyms."""
    kinds = thesaurus.kinds(kind) if kind else []
    colours = thesaurus.colours(colour) if colour else []
    for word in kinds:
        yield word, 0.6 / len(kinds)
        if colour:
            yield f"{colour} {word}", 0.6 / len(kinds)
    for name in colours:
        yield name, 0.4 / len(colours)
        if kind:
            yield f"{name} {kind}", 0.8 / len(colours)
