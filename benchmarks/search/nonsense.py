"""How much is found for what the shop has nothing for.

    python -m benchmarks.search.nonsense [--photos FOLDER]

On the configured shop, with its own search: the queries of nonsense.jsonl (for the sample shop: it
sells none of what they name) and the photos of `junk_photos`. What finds something is
listed with its first product. `--photos` also writes the photos, to be looked at.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from secrets import token_hex

from benchmarks.search.junk_photos import junk
from benchmarks.shop import opened

opened()  # Django has to be set up before its models are imported

# ruff: noqa: E402
from search.query import Hit, Part, Query
from search.retrieval import search, store_photo

QUERIES = Path(__file__).with_name("nonsense.jsonl")
FEW = 3

Asked = tuple[str, str, int, str]  # kind, query, total, the first product's title


def fresh() -> tuple[str]:
    """A entity switched off that does not exist, so that no list frozen for shoppers answers."""
    return (f"nonsense:{token_hex(8)}",)


def words() -> Iterator[Asked]:
    for line in QUERIES.read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        found = search(Query((Part(text=asked["query"]),), off=fresh()))
        yield asked["kind"], asked["query"], found.total, first(found.hits)


def photos(folder: Path | None) -> Iterator[Asked]:
    for number, (name, picture) in enumerate(junk(), 1):
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            picture.save(folder / f"{name}-{number}.webp")
        photo = store_photo(picture)
        found = search(Query((Part(photo_id=photo.pk),), off=fresh()))
        photo.delete()
        yield f"photo: {name}", f"photo {number}", found.total, first(found.hits)


def first(hits: Sequence[Hit]) -> str:
    return hits[0].product.title if hits else ""


def report(asked: Iterable[Asked]) -> None:
    by_kind: dict[str, list[int]] = {}
    for kind, query, total, title in asked:
        by_kind.setdefault(kind, []).append(total)
        if total:
            print(f"{query!r}: {total}, first {title!r}")
    print(f"\n| kind | asked | find nothing | find 1 to {FEW} | find more | most |")
    print("|---|---|---|---|---|---|")
    everything = [total for totals in by_kind.values() for total in totals]
    for kind, totals in [*by_kind.items(), ("all", everything)]:
        none, few = totals.count(0), sum(0 < total <= FEW for total in totals)
        more = len(totals) - none - few
        print(f"| {kind} | {len(totals)} | {none} | {few} | {more} | {max(totals)} |")
    print()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--photos", type=Path, help="a folder that gets the photos")
    given = parser.parse_args()
    report(words())
    report(photos(given.photos))


if __name__ == "__main__":
    main()
