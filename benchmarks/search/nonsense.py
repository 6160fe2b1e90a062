"""How much is counted for what the shop has nothing for.

    python -m benchmarks.search.nonsense [--photos FOLDER]

On the configured shop, with its own search: the queries of `nonsense.jsonl`, of
`other_trades.jsonl` and of `unseen_words.jsonl`, which were written before the floors were set and
are no reason to change them (no shop that is measured sells what they name), and the photos of
`junk_photos`. What finds something is listed with its first product. `--photos` also writes the
photos, to be looked at.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.search.junk_photos import junk
from benchmarks.search.tables import Losers, Row, tables
from benchmarks.shop import opened

if TYPE_CHECKING:
    from search.query import Hit, Part

FILES = {
    "known": "nonsense.jsonl",
    "other trades": "other_trades.jsonl",
    "unseen": "unseen_words.jsonl",
}
FEW = 3


class Asked(NamedTuple):
    kind: str
    query: str
    total: int
    first: str  # the title of the first product that is counted


def measure(files: Iterable[str], with_photos: bool) -> tuple[list[Row], Losers]:
    """A row for each of FILES and one for the photos; what finds something are the losers."""
    found = {f"nonsense, {name}": list(words(FILES[name])) for name in files}
    if with_photos:
        found["junk photos"] = list(photos(None))
    return [row(*each) for each in found.items()], {k: told(each) for k, each in found.items()}


def words(file: str) -> Iterator[Asked]:
    from search.query import Part

    for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        yield counted(asked["kind"], asked["query"], Part(text=asked["query"]))


def photos(folder: Path | None) -> Iterator[Asked]:
    from search.query import Part
    from search.retrieval import store_photo

    for number, (name, picture) in enumerate(junk(), 1):
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            picture.save(folder / f"{name}-{number}.webp")
        photo = store_photo(picture)
        yield counted(f"photo: {name}", f"photo {number}", Part(photo_id=photo.pk))
        photo.delete()


def counted(kind: str, query: str, part: Part) -> Asked:
    from search.query import Query
    from search.retrieval import search

    # A chip that does not exist is switched off, so that no list frozen for shoppers answers.
    found = search(Query((part,), off=(f"nonsense:{token_hex(8)}",)))
    return Asked(kind, query, found.total, first(found.hits))


def first(hits: Sequence[Hit]) -> str:
    return hits[0].product.title if hits else ""


def row(kind: str, found: Sequence[Asked]) -> Row:
    totals = [one.total for one in found]
    none, few = totals.count(0), sum(0 < total <= FEW for total in totals)
    return Row(
        kind,
        {
            "n": str(len(totals)),
            "count nothing": f"{none} ({none / len(totals):.0%})",
            f"1 to {FEW}": str(few),
            "more": str(len(totals) - none - few),
            "most": str(max(totals)),
        },
    )


def told(found: Iterable[Asked]) -> list[str]:
    return [
        f"{one.kind}, {one.query!r}: {one.total}, first {one.first!r}" for one in found if one.total
    ]


def report(asked: Iterable[Asked]) -> None:
    found = list(asked)
    print(*told(found), sep="\n")
    kinds = {one.kind: [each for each in found if each.kind == one.kind] for one in found}
    rows = [row(kind, each) for kind, each in [*kinds.items(), ("all", found)]]
    print(f"\n{tables([('configured', each) for each in rows])}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--photos", type=Path, help="a folder that gets the photos")
    given = parser.parse_args()
    opened()
    for file in FILES.values():
        report(words(file))
    report(photos(given.photos))


if __name__ == "__main__":
    main()
