"""The fashion set as a catalogue for `import_catalog`: a CSV beside a zip or folder of pictures.

    python -m benchmarks.data.fashion_catalogue FASHION OUT [--split validation] [--limit N]

FASHION is a folder with `products.jsonl` and zips of the pictures that it names; OUT gets
`catalogue.csv` and `pictures.zip` (stored, not compressed: pictures do not shrink).
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tqdm import tqdm

COLUMNS = {
    "sku": "id",
    "title": "title",
    "color": "baseColour",
    "gender": "gender",
    "images": "image",
    "attr:season": "season",
    "attr:year": "year",
    "attr:usage": "usage",
}
CATEGORY = ("masterCategory", "subCategory", "articleType")


def read_products(fashion: Path, split: str | None = None) -> list[dict[str, Any]]:
    with (fashion / "products.jsonl").open(encoding="utf-8") as file:
        products = [json.loads(line) for line in file]
    return [one for one in products if split in (None, one["split"])]


def rows(products: list[dict[str, Any]]) -> Iterator[dict[str, str]]:
    for product in products:
        row = {column: str(product.get(key) or "") for column, key in COLUMNS.items()}
        row["category"] = " > ".join(product[level] for level in CATEGORY)
        yield row


def write_csv(products: list[dict[str, Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*COLUMNS, "category"])
        writer.writeheader()
        writer.writerows(rows(products))


def write_zip(products: list[dict[str, Any]], sources: list[Path], path: Path) -> None:
    """Copy the pictures of these products out of the source zips into one."""
    wanted = {product["image"] for product in products}
    with ZipFile(path, "w") as target:
        for source in sources:
            with ZipFile(source) as archive:
                for name in tqdm(sorted(wanted & set(archive.namelist())), desc=source.name):
                    target.writestr(name, archive.read(name))
                    wanted.discard(name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fashion", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--split", help="only these products; validation: never trained on")
    parser.add_argument("--limit", type=int, help="only the first N products")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    products = read_products(options.fashion, options.split)[: options.limit]
    write_csv(products, options.out / "catalogue.csv")
    write_zip(products, sorted(options.fashion.glob("*.zip")), options.out / "pictures.zip")


if __name__ == "__main__":
    main()
