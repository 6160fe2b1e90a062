"""The whole search in many languages, against English: nDCG@10 of the sample shop's questions.

    python -m benchmarks.search.languages STATES [--six] [--own-pages] [--losers N]
        [--times | --totals]

The judged questions of the sample shop, translated by hand into eight languages, or 40 of them into
six of other scripts (`--six`; `benchmarks/data/languages`), asked on an English page, or with
`--own-pages` each on one in its language. "Seen" and "unseen" are every second question each: what
was mended was looked for among the seen alone, of which `--losers` shows the worst. `--times`:
instead, how long a search takes that nobody has asked before
(every third question, all languages by turns). `--totals`: instead, how many of the questions
count within a tenth of what the English one does; of `--losers` those furthest from it. STATES
keeps the shop indexed.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from benchmarks import scratch
from benchmarks.data.shops import SAMPLE
from benchmarks.encoder.languages import translated

DEPTH = 100
ALIKE = 0.1  # of the larger total


def main() -> None:
    given = parsed()
    with scratch.shop("sample", Path(), given.states) as _shop:
        if given.times:
            measure_times()
        elif given.totals:
            measure_totals(given)
        else:
            measure(given)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("states", type=Path)
    parser.add_argument("--six", action="store_true", help="Russian, Arabic, Chinese and the like")
    parser.add_argument("--own-pages", action="store_true")
    parser.add_argument("--losers", type=int, default=0, help="worst questions that are shown")
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--times", action="store_true", help="milliseconds instead of nDCG@10")
    instead.add_argument("--totals", action="store_true", help="what is counted instead of nDCG@10")
    return parser.parse_args()


def measure_times() -> None:
    """Medians, the page's results with all that stands around them; the cache is empty each time.

    The encoder and the dictionaries are loaded before: the first search of a process is not meant.
    """
    taken: dict[str, list[tuple[float, float]]] = {}
    questions = translated("questions")
    for at in range(0, len(questions["en"]), 3):
        for language, texts in questions.items():
            taken.setdefault(language, []).append(timed(texts[at]))
    medians = {name: np.median(found[1:], axis=0) for name, found in taken.items()}
    print("| language | ms | of English | processor ms | of English |\n|---|---|---|---|---|")
    for name, (wall, work) in medians.items():
        whole, own = medians["en"]
        print(f"| {name} | {wall:.1f} | {wall / whole:.2f} | {work:.1f} | {work / own:.2f} |")


def timed(text: str) -> tuple[float, float]:
    """Milliseconds of the clock and of this process' processor time."""
    from django.core.cache import cache

    from search.query import Part, Query
    from search.retrieval import search

    cache.clear()
    clock, work = time.perf_counter(), time.process_time()
    list(search(Query((Part(text=text),))).facets)
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - work)


def measure_totals(given: argparse.Namespace) -> None:
    from django.utils import translation

    questions = asked_questions(given.six)
    counted: dict[str, list[int]] = {}
    print("| language | within a tenth of English | seen | unseen |\n|---|---|---|---|")
    for language, texts in questions.items():
        with translation.override(language if given.own_pages else "en"):
            counted[language] = [total(text) for text in texts]
        apart = [
            abs(own - english) / max(own, english, 1)
            for own, english in zip(counted[language], counted["en"], strict=True)
        ]
        alike = [distance <= ALIKE for distance in apart]
        print(f"| {language} | {shares(alike)} | {shares(alike[::2])} | {shares(alike[1::2])} |")
        furthest = sorted(range(0, len(texts), 2), key=lambda at: -apart[at])
        for at in furthest[: given.losers]:
            print(f"    {counted[language][at]} against {counted['en'][at]}: {texts[at]}")


def total(text: str) -> int:
    from search.query import Part, Query
    from search.retrieval import search

    return search(Query((Part(text=text),), page_size=1)).total


def shares(alike: list[bool]) -> str:
    return f"{sum(alike)} of {len(alike)}"


def measure(given: argparse.Namespace) -> None:
    from django.utils import translation

    from benchmarks.search import graded

    judged = graded.judged(SAMPLE / "judgements.jsonl")
    questions = asked_questions(given.six)
    english = questions["en"]
    reached: dict[str, list[float]] = {}
    print("| language | nDCG@10 | of English | seen | unseen |\n|---|---|---|---|---|")
    for language, texts in questions.items():
        grades = {text: judged[same] for text, same in zip(texts, english, strict=True)}
        with translation.override(language if given.own_pages else "en"):
            found = graded.ndcg(grades, {text: results(text) for text in grades})
        reached[language] = [found[text] for text in texts]
        print_row(language, reached[language], reached["en"])
        show_losers(given.losers, texts[::2], reached[language][::2], reached["en"][::2])
    others = [values for language, values in reached.items() if language != "en"]
    mean = [sum(each) / len(each) for each in zip(*others, strict=True)]
    print_row("mean of them", mean, reached["en"])


def asked_questions(six: bool) -> dict[str, list[str]]:
    return translated("questions_six" if six else "questions")


def results(text: str) -> list[str]:
    """What is counted, and then what meets the question in part; never what is less similar."""
    from search.query import Part, Query
    from search.retrieval import ranked, rules_of
    from search.retrieval.embeddings.query_encoder import serving

    query = Query((Part(text=text),), page_size=DEPTH)
    return [str(pk) for pk in ranked(query, serving(), rules_of(serving()))][:DEPTH]


def print_row(name: str, values: list[float], english: list[float]) -> None:
    mean, seen, unseen = (sum(part) / len(part) for part in (values, values[::2], values[1::2]))
    of_english = mean / (sum(english) / len(english))
    print(f"| {name} | {mean:.3f} | {of_english:.2f} | {seen:.3f} | {unseen:.3f} |", flush=True)


def show_losers(count: int, texts: list[str], values: list[float], english: list[float]) -> None:
    lost = sorted(zip(values, english, texts, strict=True), key=lambda each: each[0] - each[1])
    for value, known, text in lost[:count]:
        print(f"    {value:.2f} against {known:.2f}: {text}")


if __name__ == "__main__":
    main()
