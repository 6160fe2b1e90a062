"""Judgements of the fashion set's validation products, which no encoder of ours was trained on.

    python -m benchmarks.data.fashion_judgements FASHION_FOLDER OUT_FOLDER

For a shop that holds exactly those (`fashion_catalogue FASHION OUT --split validation`).
Written are, one kind of query after the other:

- `attributes.jsonl`: "watches", "black belts", "formal shirts for men" as the set's own columns
  have them: all of it right is a 3, the right type without the rest a 1;
- `photos.jsonl` and `photos/`: a product's picture cropped, turned, dimmed or among clutter: the
  very product is a 3, another one of its type and colour a 1;
- `titles.jsonl`: whole titles, and titles with a typing mistake in one word;
- `identifiers.jsonl`: SKUs, alone and in a sentence, and model numbers that only one title has.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from benchmarks.data.fashion_catalogue import read_products
from benchmarks.encoder.photos import CHANGES
from search.training.image_store import PictureStore

Row = dict[str, Any]
Line = dict[str, Any]

SEED = 5
OF_EACH = 60  # queries of one kind
PHOTOS_OF_EACH = 75  # of one change
FEWEST, MOST = 3, 60  # products that are wholly right for an attribute query
NO_COLOUR = {"NA", "Multi", "Skin", "Metallic"}
LONG_ENOUGH = 6  # letters of a word in which a mistake is made
MODEL = re.compile(r"(?=\w*\d)(?=\w*[A-Za-z])[\w-]{5,}")  # letters and digits: "NY8308"

# What an attribute query names beside the type, and how it is said.
KINDS = {
    "type": ((), "{type}"),
    "colour and type": (("baseColour",), "{baseColour} {type}"),
    "gender and type": (("gender",), "{type} for {gender}"),
    "usage and type": (("usage",), "{usage} {type}"),
    "colour, type, gender": (("baseColour", "gender"), "{baseColour} {type} for {gender}"),
    "usage, colour, type": (("usage", "baseColour"), "{usage} {type} in {baseColour}"),
}


def attribute_lines(products: list[Row], chance: Random) -> Iterator[Line]:
    for kind, (named, wording) in KINDS.items():
        asked = {(one["articleType"], *(one.get(each) for each in named)) for one in products}
        queries = [wanted for wanted in sorted(asked, key=str) if says_something(wanted, named)]
        chance.shuffle(queries)
        lines = (attribute_line(products, wanted, named, wording, kind) for wanted in queries)
        yield from [line for line in lines if line][:OF_EACH]


def says_something(wanted: tuple[str, ...], named: tuple[str, ...]) -> bool:
    """Not "sports sports shoes", not "NA shirts", not "watches for unisex"."""
    said = set(wanted[1:])
    repeated = any(str(each).lower() in wanted[0].lower() for each in said)
    return not (repeated or said & {None, "", "Unisex", *NO_COLOUR})


def attribute_line(
    products: list[Row], wanted: tuple[str, ...], named: tuple[str, ...], wording: str, kind: str
) -> Line | None:
    """None where too few products or too many are wholly right."""
    type_, *values = wanted
    relevant = {
        one["id"]: 3 if all(fits(one, *each) for each in zip(named, values, strict=True)) else 1
        for one in products
        if one["articleType"] == type_
    }
    if not FEWEST <= Counter(relevant.values())[3] <= MOST:
        return None
    said = dict(zip(named, (value.lower() for value in values), strict=True))
    return judgement(wording.format(type=type_.lower(), **said), kind, relevant)


def fits(product: Row, name: str, value: str) -> bool:
    return product.get(name) == value or (name == "gender" and product["gender"] == "Unisex")


def photo_lines(products: list[Row], store: PictureStore, folder: Path) -> Iterator[Line]:
    """Writes the changed photos as it goes; every change is made of other products."""
    chosen = Random(SEED).sample(products, PHOTOS_OF_EACH * len(CHANGES))
    for number, product in enumerate(chosen):
        change = list(CHANGES)[number % len(CHANGES)]
        name = f"photos/{product['id']}.webp"
        random = np.random.default_rng(number)
        CHANGES[change](store.open(product["image"]), random).save(folder / name, quality=90)
        alike = [one for one in products if same(one, product, "articleType", "baseColour")]
        relevant = {one["id"]: 1 for one in alike} | {product["id"]: 3}
        yield {"query": {"photo": name}, "kind": change, "relevant": relevant}


def same(one: Row, other: Row, *columns: str) -> bool:
    return all(one[column] == other[column] for column in columns)


def title_lines(products: list[Row], chance: Random) -> Iterator[Line]:
    """Products of one title cannot be told apart by it: each of them is right."""
    titles = sorted({one["title"] for one in products})
    for title in chance.sample(titles, OF_EACH * 2):
        yield titled(title, "title", title, products)
    spellable = [title for title in titles if long_words(title)]
    for title in chance.sample(spellable, OF_EACH * 2):
        word = chance.choice(long_words(title))
        wrong = mistyped(word, chance)
        yield titled(title.replace(word, wrong, 1), "title, one typo", title, products)


def titled(query: str, kind: str, title: str, products: list[Row]) -> Line:
    return judgement(query, kind, {one["id"]: 3 for one in products if one["title"] == title})


def long_words(title: str) -> list[str]:
    return [word for word in title.split() if word.isalpha() and len(word) >= LONG_ENOUGH]


def mistyped(word: str, chance: Random) -> str:
    """Two letters swapped, one left out or one doubled, never the first."""
    at = chance.randrange(1, len(word) - 1)
    first, second = word[at], word[at + 1]
    return word[:at] + chance.choice([second + first, second, first * 2 + second]) + word[at + 2 :]


def identifier_lines(products: list[Row], chance: Random) -> Iterator[Line]:
    for product in chance.sample(products, OF_EACH):
        yield judgement(product["id"], "SKU", {product["id"]: 3})
    for product in chance.sample(products, OF_EACH):
        yield judgement(f"article {product['id']} please", "SKU in words", {product["id"]: 3})
    words = Counter(word for one in products for word in set(MODEL.findall(one["title"])))
    numbered = [
        (word, one)
        for one in products
        for word in MODEL.findall(one["title"])
        if words[word] == 1 and word[0].isalpha()
    ]
    for word, product in chance.sample(numbered, min(OF_EACH, len(numbered))):
        yield judgement(word, "model number", {product["id"]: 3})


def judgement(text: str, kind: str, relevant: dict[str, int]) -> Line:
    return {"query": {"text": text}, "kind": kind, "relevant": relevant}


def write(path: Path, lines: Iterable[Line]) -> None:
    written = [json.dumps(line, ensure_ascii=False) + "\n" for line in lines]
    path.write_text("".join(written), encoding="utf-8")
    kinds = Counter(json.loads(line)["kind"] for line in written)
    print(f"{path.name}: {len(written)} ({', '.join(f'{n} {kind}' for kind, n in kinds.items())})")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("fashion", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    products = read_products(options.fashion, "validation")
    (options.out / "photos").mkdir(parents=True, exist_ok=True)
    store = PictureStore(sorted(options.fashion.glob("*.zip")))
    write(options.out / "attributes.jsonl", attribute_lines(products, Random(SEED)))
    write(options.out / "photos.jsonl", photo_lines(products, store, options.out))
    write(options.out / "titles.jsonl", title_lines(products, Random(SEED)))
    write(options.out / "identifiers.jsonl", identifier_lines(products, Random(SEED)))


if __name__ == "__main__":
    main()
