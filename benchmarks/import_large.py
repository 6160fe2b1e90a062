"""What a large catalogue costs to read and to import: seconds, of the processor too, and memory.

    python -m benchmarks.import_large STATES [--rows 150000] [--reading]

The same made-up articles, five variants to a product, as a table, an export of Shopify, a feed in
XML, JSON and a workbook: each is read alone, in a process of its own, and its memory is that of the
process. Then the table is imported into an empty shop, again, and with 10,000 new stocks.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook

from benchmarks.elsewhere import hand_over, measured

ROWS, STOCKS = 150_000, 10_000
VARIANTS = 5
COLUMNS = ("sku", "title", "description", "category", "brand", "color", "size", "price", "stock")
TEXT = "<p>A felt-lined boot for wet lanes, with a sole of natural rubber.</p> " * 4
COLORS = ("moss", "rust", "black", "sand", "blue")
MEGABYTE = 1024  # ru_maxrss counts kilobytes


def articles(rows: int) -> Iterator[dict[str, str]]:
    for number in range(rows):
        product, variant = divmod(number, VARIANTS)
        yield {
            **{"sku": f"B-{number:06}", "title": f"Boot number {product}", "description": TEXT},
            **{"category": f"Shoes > Boots > Kind {product % 40}", "brand": "Brindlemoor"},
            **{"color": COLORS[variant], "size": str(36 + product % 10), "group": f"G{product}"},
            **{"price": f"{50 + product % 100}.90", "stock": str(number % 30)},
        }


def table(path: Path, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, (*COLUMNS, "group"))
        writer.writeheader()
        writer.writerows(articles(rows))


def shopify(path: Path, rows: int) -> None:
    head = (
        "Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price"
    )
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(head.split(","))
        for number, each in enumerate(articles(rows)):
            first = number % VARIANTS == 0
            told = (each["title"], each["description"], each["brand"], "Boots", "Colour")
            own = (each["color"], each["sku"], each["price"])
            writer.writerow([each["group"], *(told if first else [""] * len(told)), *own])


def feed(path: Path, rows: int) -> None:
    names = ("id", "title", "description", "product_type", "brand", "color", "size", "price")
    with path.open("w", encoding="utf-8") as file:
        file.write('<rss xmlns:g="http://base.google.com/ns/1.0"><channel>\n')
        for each in articles(rows):
            values = [each[name] for name in COLUMNS[:8]]
            cells = zip(names, values, strict=True)
            inside = "".join(f"<g:{name}>{escape(value)}</g:{name}>" for name, value in cells)
            file.write(f"<item>{inside}<g:item_group_id>{each['group']}</g:item_group_id></item>\n")
        file.write("</channel></rss>\n")


def objects(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write("[\n")
        for number, each in enumerate(articles(rows)):
            file.write(("," if number else "") + json.dumps(each) + "\n")
        file.write("]\n")


def workbook(path: Path, rows: int) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Goods")
    sheet.append([*COLUMNS, "group"])
    for each in articles(rows):
        sheet.append([each[name] for name in (*COLUMNS, "group")])
    book.save(path)


FILES: dict[str, Callable[[Path, int], None]] = {
    "table.csv": table,
    "shopify.csv": shopify,
    "feed.xml": feed,
    "objects.json": objects,
    "workbook.xlsx": workbook,
}


def cost(work: Callable[[], Any]) -> tuple[float, float, int]:
    """Seconds, those of the own processor time, and the most memory the process ever had, in MB."""
    started, worked = time.monotonic(), time.process_time()
    work()
    seconds, own = time.monotonic() - started, time.process_time() - worked
    return seconds, own, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE


def read_alone(path: Path) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("VITRINE_ROLE", "command")
    django.setup()
    from catalog.importing.readers import read

    empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE
    hand_over([*cost(lambda: read(path)), empty])


def import_alone(path: Path, states: Path) -> None:
    from django.core.management import call_command

    from benchmarks.scratch import state

    with state(states / "import"):
        call_command("migrate", interactive=False, verbosity=0)
        from catalog.importing.run import import_catalog

        hand_over(cost(lambda: import_catalog(path, tell=print)))


def of(arguments: list[str]) -> list[float]:
    found: list[float] = measured("benchmarks.import_large", arguments)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--reading", action="store_true", help="read the files alone")
    parser.add_argument("--alone", choices=("read", "import"), help="one measurement, handed over")
    parser.add_argument("--file", type=Path)
    given = parser.parse_args()
    if given.alone == "read":
        return read_alone(given.file)
    if given.alone == "import":
        return import_alone(given.file, given.states)
    folder = given.states / "import-files"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"| {given.rows:,} rows | seconds | of its own processor time | peak memory |")
    print("|---|---:|---:|---:|")
    for name, write in FILES.items():
        write(folder / name, given.rows)
        *found, empty = of([str(given.states), "--alone", "read", "--file", str(folder / name)])
        print(line(f"{name} read ({empty:.0f} MB before)", *found), flush=True)
    return None if given.reading else whole(folder, given.states, given.rows)


def whole(folder: Path, states: Path, rows: int) -> None:
    stocks = folder / "stocks.csv"
    lines = (f"B-{number:06},{number % 7 + 40}" for number in range(min(STOCKS, rows)))
    stocks.write_text("\n".join(("sku,stock", *lines)) + "\n")
    steps = (("imported", folder / "table.csv"), ("imported again", folder / "table.csv"))
    for what, path in (*steps, ("stocks alone", stocks)):
        found = of([str(states), "--alone", "import", "--file", str(path)])
        print(line(f"{path.name} {what}", *found), flush=True)


def line(what: str, seconds: float, own: float, peak: float) -> str:
    return f"| {what} | {seconds:.0f} | {own:.0f} | {peak:.0f} MB |"


if __name__ == "__main__":
    main()
