"""How often a shopper's photo finds the very product that is on it.

    python -m benchmarks.search.shopper_photos [JUDGEMENTS.jsonl]

On the configured shop, with its own search. Of each photo only the product of the highest grade
counts: the same shape in another colour is not what was photographed. Printed are the shares of
photos that find it first and among the first ten, relevant and less similar products together.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from benchmarks.shop import opened

DEFAULT = Path("sample_shop/shopper_photos/judgements.jsonl")


def places(file: Path) -> list[tuple[str, int | None]]:
    """(query, place of the photographed product from 0 or None) for each judged photo."""
    from search import evaluation
    from search.forms.filters import filters_of

    judgements, _unknown = evaluation.read(file, filters_of)
    return [(one.label, place(one)) for one in judgements if one.photo]


def place(judgement: Any) -> int | None:
    from search.forms.photo import open_photo
    from search.query import Part, Query
    from search.retrieval import search, store_photo

    best = max(judgement.grades.values())
    wanted = {int(pk) for pk, grade in judgement.grades.items() if grade == best}
    words = (Part(text=judgement.text),) if judgement.text else ()
    photo = store_photo(open_photo(judgement.photo))
    found = search(Query(parts=(*words, Part(photo_id=photo.pk)), page_size=100))
    shown = [hit.product.pk for hit in found.hits + found.less_similar]
    return next((at for at, pk in enumerate(shown) if pk in wanted), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("judgements", nargs="?", type=Path, default=DEFAULT)
    opened()
    found = places(parser.parse_args().judgements)
    for name, chosen in (
        ("photo alone", [at for label, at in found if " " not in label]),
        ("photo with words", [at for label, at in found if " " in label]),
    ):
        if chosen:
            first = sum(at == 0 for at in chosen) / len(chosen)
            ten = sum(at is not None and at < 10 for at in chosen) / len(chosen)
            print(f"{name}: {len(chosen)} queries, recall@1 {first:.3f}, recall@10 {ten:.3f}")


if __name__ == "__main__":
    main()
