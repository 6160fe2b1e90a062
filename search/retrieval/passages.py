"""A text as the query: an article, a look-book, a shopping list, cut into what each part asks for.

Lines and list items are passages, long lines are cut into sentences, and a sentence that names
several kinds of products ("a red dress, size 42, and white sneakers") into one passage for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from catalog.bigrams import WORD, is_alphabetic
from search.query import Part, Query, SearchResult
from search.retrieval.search import search
from search.understanding import intent_spans, interpret, vocabulary

PASSAGES_SEARCHED = 20  # passages of one text that are searched; each costs a search
PIECES_READ = 200  # lines and sentences of one text; what stands behind them is not read
LONG_LINE = 25  # words: a longer line is read as prose
PROSE = 12  # words: a longer passage that names nothing of the catalogue asks for nothing

BULLET = re.compile(r"\s*(?:[-*+•–—·▪‣☐☑✓]|\d{1,3}[.)]|\[[ xX]?\])\s+")
LINE = re.compile(r"[^\r\n]+")
SENTENCE = re.compile(r".+?(?:[.!?…]+[\"”»)]*(?=\s)|$)")


@dataclass(frozen=True)
class Passage:
    """A part of the text; text[start:end] is what the shopper wrote."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Found:
    passage: Passage
    result: SearchResult


def search_text(text: str, query: Query) -> tuple[list[Found], bool]:
    """Each passage of `text` with its products, and whether there is more than was searched.

    `query` says the filters, the order and how many products each passage gets. Raises what
    `retrieval.search` raises.
    """
    passages = list(islice(cut(text), PASSAGES_SEARCHED + 1))
    found = [
        Found(passage, search(replace(query, parts=(Part(text=passage.text),))))
        for passage in passages[:PASSAGES_SEARCHED]
    ]
    return found, len(passages) > PASSAGES_SEARCHED or len(pieces(text)) > PIECES_READ


def cut(text: str) -> Iterator[Passage]:
    """The passages of `text` in order, without those that ask for nothing."""
    found = (part for piece in pieces(text)[:PIECES_READ] for part in by_product(piece))
    return (part for part in found if asks_for_something(part.text))


def pieces(text: str) -> list[Passage]:
    """Its lines, long ones as sentences: PIECES_READ and one more, if there are as many."""
    every = (sentence for line in lines(text) for sentence in sentences(line))
    return list(islice((each for each in every if re.search(r"\w", each.text)), PIECES_READ + 1))


def lines(text: str) -> Iterator[Passage]:
    """Lines without their bullets and numbers."""
    for match in LINE.finditer(text):
        bullet = BULLET.match(match[0])
        start = match.start() + (bullet.end() if bullet else 0)
        yield part(Passage(text, 0, len(text)), start, match.end())


def sentences(line: Passage) -> Iterator[Passage]:
    if len(line.text.split()) <= LONG_LINE:
        yield line
        return
    for match in SENTENCE.finditer(line.text):
        yield part(line, *match.span())


def by_product(sentence: Passage) -> Iterator[Passage]:
    """One passage for each kind of product; words that name none go with those beside them."""
    for start, end in intent_spans(sentence.text, vocabulary()):
        yield part(sentence, start, end)


def part(whole: Passage, start: int, end: int) -> Passage:
    """whole.text[start:end] without blanks and joints at its ends, and where that stands."""
    inside = whole.text[start:end]
    left = len(inside) - len(inside.lstrip())
    kept = re.sub(r"[\s,;]+(?:(?:and|or|und|oder|et|ou)\s*)?$", "", inside).strip()
    at = whole.start + start + left
    return Passage(kept, at, at + len(kept))


def asks_for_something(passage: str) -> bool:
    words = WORD.findall(passage)
    has_letters = any(is_alphabetic(word) and len(word) > 1 for word in words)
    return has_letters and (len(words) <= PROSE or bool(interpret(passage, vocabulary()).entities))
