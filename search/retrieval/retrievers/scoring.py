"""One score for each candidate: what every retriever says of it, calibrated and fused.

One statement fetches all that the retrievers measure of the candidates and which conditions they
meet; arithmetic (search.ranking) does the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from catalog.lookups import array_of
from search import sql
from search.query import Part
from search.ranking.calibration import IMAGE_IMAGE, TEXT_TEXT, WORDS, Calibration
from search.ranking.fusion import convex, log_odds, prior
from search.retrieval.conditions.predicates import ACTIVE, ROWS, Predicate, looked_up, values_where
from search.retrieval.retrievers.entities import EntityRetriever
from search.retrieval.retrievers.protocol import NONE_FOUND, Candidates, Ids, Retriever, Scores

WHOLE = 0.999  # as words measure a title that says all of a query
DENIED = 0.2  # how little vectors of its text may think of such a product
NEVER = np.array(0.0)
UNSEEN = 0.1  # how likely what has no photo is to look like the photo of a query
LOOKS_ALIKE = 0.5  # a photo that is likelier than this to be of the same looks like it
UNLIKE = np.array(0.2)  # a product this little like a negative part is not pushed down


@dataclass
class PartSearch:
    """One part of the query and the retrievers that look for it."""

    part: Part
    retrievers: list[Retriever] = field(default_factory=list)
    itself: int | None = None  # the product that the part names, never its own result
    late: bool = False  # there should be a vector, but the encoder had none to give in time
    settled_by: EntityRetriever | None = None  # where its words are conditions and nothing else
    colors: Mapping[str, float] = field(default_factory=dict)  # that its photo shows, their shares


@dataclass(frozen=True)
class Measured:
    """The candidates, and what each retriever of each part measured of them."""

    ids: Ids
    values: Sequence[Sequence[Sequence[Any]]]  # by part and retriever, rows of its columns
    tests: NDArray[np.bool_]  # (n, tests): the further truth values that were asked for

    def deviations(self, parts: Sequence[PartSearch]) -> list[dict[str, Scores]]:
        """By part, what each retriever says before a curve makes a probability of it.

        One that knows none of the candidates has no opinion and is left out.
        """
        rows = iter(self.values)
        said = [said_of(part, [next(rows) for _ in part.retrievers]) for part in parts]
        return [{name: z for name, z in part.items() if z.any()} for part in said]


def said_of(part: PartSearch, values: Sequence[Sequence[Any]]) -> dict[str, Scores]:
    """What each retriever of a part says of every candidate, by the values of its columns.

    A change that is a condition and nothing else ("but in green") is made or not: of what is known
    to have made it, texts that sound more like the words are no better.
    """
    asked = list(zip(part.retrievers, values, strict=True))
    said = {each.name: each.measured(own) for each, own in asked}
    settled = part.settled_by
    if settled is None:
        return said
    known = next(settled.known(own) for each, own in asked if each is settled)
    return {
        name: z if name == settled.name else np.where(known, np.nan, z) for name, z in said.items()
    }


def measure(
    parts: Sequence[PartSearch],
    among: Predicate,
    tests: Sequence[Predicate] = (),
    found: Candidates = NONE_FOUND,
) -> Measured:
    """Fetch what the retrievers of all parts have to know of the active products `among`.

    `found`: how they were found, which is not asked again.
    """
    retrievers = [each for part in parts for each in part.retrievers]
    known = [found.known_to(each) for each in retrievers]
    columns = [
        [but_of(own, column) for column in each.columns()]
        for each, own in zip(retrievers, known, strict=True)
    ]
    asked = [*map(looked_up, tests), *chain.from_iterable(columns)]
    rows = sql.rows(*values_where(ACTIVE & among, asked))
    cut = np.cumsum([1, len(tests), *(len(own) for own in columns)]).tolist()
    pieces = [[row[a:b] for row in rows] for a, b in pairwise(cut)]
    ids = [row[0] for row in rows]
    return Measured(
        np.array(ids, np.int64),
        [with_known(ids, values, own) for values, own in zip(pieces[1:], known, strict=True)],
        np.array(pieces[0], bool).reshape(len(rows), len(tests)),
    )


def but_of(known: Mapping[int, float], column: sql.Statement) -> sql.Statement:
    """The column, null of the products of which its value is known."""
    if not known:
        return column
    text = f"CASE WHEN {ROWS}.id <> ALL(%s::bigint[]) THEN {column.text} END"
    return sql.Statement(text, [array_of(known), *column.params])


def with_known(
    ids: Sequence[int], values: Sequence[Sequence[Any]], known: Mapping[int, float]
) -> Sequence[Sequence[Any]]:
    """The values, and in place of those that were not asked what is known."""
    if not known:
        return values
    return [(known[pk],) if pk in known else own for pk, own in zip(ids, values, strict=True)]


def fuse(
    parts: Sequence[PartSearch],
    deviations: Sequence[dict[str, Scores]],
    calibration: Calibration,
    products: int,
) -> tuple[Scores, dict[str, Scores]]:
    """Retrievers to parts by a convex combination, parts to one score: all of them have to fit.

    A product that fits one part and not the other ("this sofa" and "in red": a red mug) is as good
    as its worse half, so the parts' odds are joined by a weighted soft minimum. How far a part can
    pull down what does not fit it goes with its weight: a photo at a tenth of the words' weight is
    a hint. A negative part takes away from what is like it, and gives nothing to what is not.

    Returns the scores (n,) and, by retriever, its own probabilities (n,) for the reasons.
    """
    heaviest = max((each.part.weight for each in parts), default=1.0)
    against: Any = 0.0
    less: Any = 0.0
    total = 0.0
    probabilities = [
        undenied({name: calibration.curves[name](z) for name, z in measured.items()}, measured)
        for measured in deviations
    ]
    trace = by_name(probabilities)
    for each, said in zip(parts, probabilities, strict=True):
        if not said:
            continue
        heard = with_unseen(said) if each.part.photo_id else said
        likely = convex(heard, calibration.weights)
        odds, weight = log_odds(likely), each.part.weight
        if weight > 0:
            against = against + weight * np.exp(
                -np.maximum(odds, log_odds(NEVER) * weight / heaviest)
            )
            total += weight
        else:
            less = less + weight * np.maximum(odds - log_odds(UNLIKE), 0)
    if not total:  # nobody says anything for any product
        return np.zeros(1), trace
    joined = less - np.log(np.maximum(against, 1e-12) / max(total, 1e-12))
    scores = np.asarray(1 / (1 + np.exp(-joined - prior(products))))
    if any(each.part.photo_id and each.part.weight > 0 for each in parts):
        scores = below_lookalikes(scores, trace)
    return scores, trace


def undenied(said: dict[str, Scores], measured: dict[str, Scores]) -> dict[str, Scores]:
    """What a title says word by word is not denied by vectors of its text, which do not know all
    words of all languages: "forbici da sarta" are scissors, whatever is near to sewing.
    """
    if WORDS not in measured or TEXT_TEXT not in said:
        return said
    whole = np.asarray(measured[WORDS] >= WHOLE)
    return {
        **said,
        TEXT_TEXT: np.where(whole, np.maximum(said[TEXT_TEXT], DENIED), said[TEXT_TEXT]),
    }


def with_unseen(said: dict[str, Scores]) -> dict[str, Scores]:
    """What has no photo is taken to look little like that of the query, as most products do.

    Left out, it would be judged by its text alone, and beat whatever is seen to be a bit alike.
    """
    seen = said.get(IMAGE_IMAGE)
    if seen is None or np.isnan(seen).all():
        return said
    return {**said, IMAGE_IMAGE: np.where(np.isnan(seen), UNSEEN, seen)}


def by_name(said: Sequence[dict[str, Scores]]) -> dict[str, Scores]:
    """All that is said under one name each: the words of a second part are "words 2"."""
    return {
        name if not number else f"{name} {number + 1}": values
        for number, part in enumerate(said)
        for name, values in part.items()
    }


def below_lookalikes(scores: Scores, trace: dict[str, Scores]) -> Scores:
    """Whoever shows a photo wants to see it: what has none stands below all that looks like it."""
    seen = next((said for name, said in trace.items() if name.split()[0] == IMAGE_IMAGE), None)
    if seen is None or not (alike := seen >= LOOKS_ALIKE).any():
        return scores
    least = scores[alike].min()
    return np.where(np.isnan(seen) & (scores >= least), np.nextafter(least, 0), scores)
