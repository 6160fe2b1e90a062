"""nDCG@10 of the whole search and of BM25 on the same judged questions, and the paired difference.

BM25 is bm25s over title and description, English stems and stop words, as published (k1 1.5,
b .75). For questions of words alone, without filters. "Type words" are asked a second time with
understanding switched off, as the shopper's own "search instead for what I typed" does it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.data.questions import Question
from benchmarks.search.tables import Losers, Row, shares

K = 10
DEPTH = 100
WORST = 10
METRIC = f"nDCG@{K}"

Grades = Mapping[str, Mapping[str, int]]  # question -> product -> grade
Rankings = Mapping[str, Sequence[str]]  # question -> products, best first
Values = dict[str, float]


@dataclass(frozen=True)
class Against:
    """The search, and what it is measured against: a name and its rankings."""

    name: str
    rankings: Rankings


def compare(kind: str, grades: Grades, against: Against) -> tuple[list[Row], Losers]:
    from search.evaluation import metrics

    ours, theirs = ndcg(grades, rankings(grades)), ndcg(grades, against.rankings)
    gain = metrics.compare(ours, theirs)
    difference = gain.difference
    cells = {
        "n": str(len(grades)),
        METRIC: shares(list(ours.values())),
        "beside": f"{against.name} {shares(list(theirs.values()))}",
        "difference": f"{difference.mean:+.3f} [{difference.low:+.3f}, {difference.high:+.3f}]",
    }
    worst = [
        f"{query!r}: {METRIC} {ours[query]:.2f}, {against.name} {theirs[query]:.2f}"
        for query, lost in list(gain.by_query.items())[:WORST]
        if lost < 0
    ]
    return [Row(kind, cells)], {f"{kind}, against {against.name}": worst}


def ndcg(grades: Grades, found: Rankings) -> Values:
    from search.evaluation import metrics

    return {query: each[METRIC] for query, each in metrics.per_query(grades, found, K).items()}


def rankings(queries: Iterable[str], off: tuple[str, ...] = ()) -> Rankings:
    return {query: shown(query, off) for query in queries}


def shown(text: str, off: tuple[str, ...] = ()) -> list[str]:
    """The products that shoppers see from top to bottom, whatever shelf they stand on."""
    from search.query import Part, Query
    from search.retrieval import search

    result = search(Query((Part(text=text),), page_size=DEPTH, off=off))
    shelves = (result.hits, getattr(result, "partial", []), result.less_similar)
    return list(dict.fromkeys(str(hit.product.pk) for shelf in shelves for hit in shelf))


def judged(file: Path) -> Grades:
    """Judgements of words alone; SKUs that the shop lacks are left out."""
    from catalog.models import Variant

    products = dict(Variant.objects.values_list("sku", "product_id"))
    found: dict[str, dict[str, int]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if set(one["query"]) == {"text"} and not one.get("filters"):
            grades = found.setdefault(one["query"]["text"], {})
            for sku, grade in one["relevant"].items():
                if sku in products:
                    product = str(products[sku])
                    grades[product] = max(int(grade), grades.get(product, 0))
    return {query: grades for query, grades in found.items() if any(grades.values())}


def of_questions(questions: Sequence[Question]) -> Grades:
    """Every right product is as good as the other."""
    from catalog.models import Variant

    products = dict(Variant.objects.values_list("sku", "product_id"))
    return {
        one.text: {str(products[sku]): 1 for sku in one.right if sku in products}
        for one in questions
    }


def bm25(queries: Sequence[str]) -> Against:
    """Over title and description of every product, English stop words and stems."""
    import bm25s
    import Stemmer

    from catalog.models import Product

    products = list(Product.objects.active().values_list("pk", "title", "description"))
    tokens = partial(
        bm25s.tokenize, stopwords="en", stemmer=Stemmer.Stemmer("english"), show_progress=False
    )
    index = bm25s.BM25(k1=1.5, b=0.75)
    index.index(tokens([f"{title} {text}" for _pk, title, text in products]), show_progress=False)
    places, scores = index.retrieve(
        tokens(list(queries)), k=min(DEPTH, len(products)), show_progress=False
    )
    found = {
        query: [str(products[place][0]) for place, score in ranking if score > 0]
        for query, ranking in zip(queries, map(zip, places.tolist(), scores.tolist()), strict=True)
    }
    return Against("BM25", found)


def as_typed(queries: Iterable[str]) -> Against:
    from search.understanding import ALL

    return Against("as typed", rankings(queries, (ALL,)))
