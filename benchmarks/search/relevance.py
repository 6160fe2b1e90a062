"""What is counted and in which order, on ten shops: a table, and the questions that went wrong.

    python -m benchmarks.search.relevance DATA STATES [--shops fashion,sample,...]
        [--measures counted,ranked,nonsense] [--of-each N] [--recalibrate] [--quiet]

DATA is the folder of the data sets (fashion, strangers, graded; none of it ships), STATES a folder
that keeps each shop loaded and indexed, so that a second run takes as long as its searches alone.
A shop that DATA has no folder for cannot be asked for. Each shop runs in a process of its own.

- counted: precision, recall and F1 of the counted set (benchmarks.search.counted)
- ranked: nDCG@10 on judgements, beside BM25 and the words as typed (benchmarks.search.graded)
- nonsense: questions and photos that nothing should be counted for (benchmarks.search.nonsense)
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from subprocess import CalledProcessError

from benchmarks import scratch
from benchmarks.data import stranger_catalogue
from benchmarks.data.questions import TYPE, questions
from benchmarks.data.shops import SAMPLE, SHOPS, Shop
from benchmarks.elsewhere import hand_over, measured
from benchmarks.search.tables import Losers, Row, tables

Measured = tuple[list[Row], Losers]


def counted(shop: Shop, given: argparse.Namespace) -> Measured:
    from benchmarks.search.counted import measure

    if given.shop == "graded":  # it has no columns to make questions of
        return [], {}
    return measure(questions(shop.rows, given.of_each))


def ranked(shop: Shop, given: argparse.Namespace) -> Measured:
    from benchmarks.search import graded

    if given.shop == "graded":
        grades = graded.judged(given.data / "graded" / "judgements.jsonl")
        return graded.compare("human grades", grades, graded.bm25(list(grades)))
    if given.shop == "sample":
        grades = graded.judged(SAMPLE / "judgements.jsonl")
        return graded.compare("judgements", grades, graded.as_typed(grades))
    types = [one for one in questions(shop.rows, given.of_each) if one.kind == TYPE]
    grades = graded.of_questions(types)
    return graded.compare("type, order", grades, graded.as_typed(grades))


def nonsense(_shop: Shop, given: argparse.Namespace) -> Measured:
    from benchmarks.search.nonsense import FILES, measure

    if given.shop == "graded":  # it sells a bit of everything
        return [], {}
    if given.shop in stranger_catalogue.READERS or given.shop == "mixed":
        return measure(["other trades", "unseen"], with_photos=False)
    return measure(FILES, with_photos=True)


MEASURES: dict[str, Callable[[Shop, argparse.Namespace], Measured]] = {
    "counted": counted,
    "ranked": ranked,
    "nonsense": nonsense,
}


def measure_shop(given: argparse.Namespace) -> None:
    """In the shop's own process: its rows and losers as one line of JSON."""
    rows: list[Row] = []
    losers: Losers = {}
    with scratch.shop(given.shop, given.data, given.states, given.recalibrate) as shop:
        for name in given.measures:
            more, worst = MEASURES[name](shop, given)
            rows += more
            losers |= worst
    hand_over([rows, losers])


def main() -> None:
    given = parsed()
    if given.shop:
        measure_shop(given)
        return
    found: list[tuple[str, Row]] = []
    for shop in given.shops:
        try:
            rows, losers = measured(__spec__.name, [*sys.argv[1:], "--shop", shop])
        except CalledProcessError as error:  # its own words stand above; the others still count
            print(f"\n{shop} could not be measured: {error}")
            continue
        found += [(shop, Row(*row)) for row in rows]
        if not given.quiet:
            for kind, worst in losers.items():
                print(f"\n{shop}, {kind}:", *worst, sep="\n  ")
            print(f"\n{tables([each for each in found if each[0] == shop])}", flush=True)
    if given.quiet or len(given.shops) > 1:
        print(f"\n{tables(found)}")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("states", type=Path)
    parser.add_argument("--shops", type=among(SHOPS), default=list(SHOPS))
    parser.add_argument("--measures", type=among(MEASURES), default=list(MEASURES))
    parser.add_argument("--of-each", type=int, default=120, help="questions of a kind at most")
    parser.add_argument("--recalibrate", action="store_true", help="fit the curves anew")
    parser.add_argument("--quiet", action="store_true", help="the tables alone")
    parser.add_argument("--shop", choices=SHOPS, help=argparse.SUPPRESS)
    return parser.parse_args()


def among(names: Iterable[str]) -> Callable[[str], list[str]]:
    def chosen(text: str) -> list[str]:
        unknown = set(text.split(",")) - set(names)
        if unknown:
            raise argparse.ArgumentTypeError(f"not among {', '.join(names)}: {unknown}")
        return text.split(",")

    return chosen


if __name__ == "__main__":
    main()
