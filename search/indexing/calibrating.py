"""Fit what a cosine means (search.ranking.calibration) on the shop's own catalogue and vectors.

Nobody has judged a new shop's products, but the catalogue itself says what belongs together:
a product and its own title, and products of one category and colour. What does not belong together:
pairs of other categories. Words of other trades are queries that the shop has no answer to, and no
retriever may be surer of what they find than that it is as likely right as wrong. The same sample
shows how far texts and photos lie apart.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from search.encoders import Encoder
from search.indexing.calibration_sample import Mask, Sample, Vectors, draw
from search.indexing.content import TEXTS
from search.indexing.coverage import indexed_rows
from search.indexing.gap import Gap, measure
from search.indexing.other_trades import things
from search.models import EncoderVersion
from search.ranking.calibration import (
    IMAGE_IMAGE,
    IMAGE_TEXT,
    TEXT_IMAGE,
    TEXT_TEXT,
    Calibration,
    Curve,
    Floats,
    fit_curve,
    shrunk,
    spread,
    standardise,
)
from search.understanding import document_frequencies
from search.versions import store_calibration

Fitted = tuple[Curve, float]  # a retriever's curve, and the usual spread of its queries

QUERIES = 400
KINDS = 100  # of them the modality gap is measured with
UNRELATED = 100  # pairs a query that do not belong together; more change no curve, only the time
ANSWERED = 1 / 3  # of the queries for what is not sold, the nearest: it may be, by another name
FEWEST_PRODUCTS = 50  # products with a vector; below, the background is too thin to fit anything on
GROWTH = 1.1  # fitted anew once the catalogue is this many times as large, or as small


def is_due(version: EncoderVersion) -> bool:
    """Whether the catalogue has outgrown what the version was calibrated on."""
    fitted = Calibration.from_json(version.calibration).products
    products = indexed_rows(TEXTS, version)
    return products >= FEWEST_PRODUCTS and not fitted / GROWTH <= products <= fitted * GROWTH


def calibrate(version: EncoderVersion, encoder: Encoder) -> Calibration:
    """Fit a curve a retriever and store them with the version; one without pairs keeps its own.

    What judgements taught (`manage.py calibrate`) stands beside it and is not touched.
    Stores the modality gap beside them, under "gap"; None where there is nothing to compare.
    """
    sample = draw(version)
    known = Calibration.from_json({**version.calibration, "judged": None})
    found = {name: fitted for name, fitted in fit(sample, encoder).items() if fitted is not None}
    products = indexed_rows(TEXTS, version)
    curves = {name: shrunk(name, curve, products) for name, (curve, _usual) in found.items()}
    spreads = {name: usual for name, (_curve, usual) in found.items()}
    made = replace(
        known,
        curves={**known.curves, **curves},
        spreads={**known.spreads, **spreads},
        products=products,
    )
    gap = measure_gap(sample, encoder, made)
    store_calibration(version, **made.to_json(), gap=gap.to_json() if gap else None)
    return made


def fit(sample: Sample, encoder: Encoder) -> dict[str, Fitted | None]:
    """The four vector retrievers, from words (title; colour and category) and from photos."""
    asked = slice(0, QUERIES)
    itself = np.eye(len(sample.ids), dtype=bool)
    titles = encoder.encode_texts(sample.titles[asked])
    kinds = encoder.encode_texts(sample.phrases[asked])
    by_words = [(titles, itself), (kinds, sample.alike)]
    wanted = not_sold()
    foreign = encoder.encode_texts(wanted) if wanted else titles[:0]
    photos = [(sample.photos[asked], sample.alike | itself)]
    other_photos = [(sample.photos[asked], sample.alike & ~itself)]
    return {
        TEXT_TEXT: _fit_retriever(by_words, sample.texts, sample.unlike, foreign),
        TEXT_IMAGE: _fit_retriever(by_words, sample.photos, sample.unlike, foreign),
        IMAGE_IMAGE: _fit_retriever(other_photos, sample.photos, sample.unlike, foreign[:0]),
        IMAGE_TEXT: _fit_retriever(photos, sample.texts, sample.unlike, foreign[:0]),
    }


def measure_gap(sample: Sample, encoder: Encoder, calibration: Calibration) -> Gap | None:
    """Asks for the first KINDS kinds of the sample; see `search.indexing.gap`."""
    firsts = {kind: at for at, kind in reversed(list(enumerate(sample.kinds))) if kind[1]}
    asked = sorted(firsts.values())[:KINDS]
    queries = encoder.encode_texts([sample.phrases[at] for at in asked])
    return measure(sample.texts, sample.photos, queries, sample.alike[asked], calibration)


def not_sold() -> list[str]:
    """Things of which no word stands in any text of the shop."""
    wanted = things()
    known = document_frequencies([word for thing in wanted for word in thing.split()])
    return [thing for thing in wanted if not any(known[word] for word in thing.split())]


def _fit_retriever(
    asked: list[tuple[Vectors, Mask]], documents: Vectors, unlike: Mask, foreign: Vectors
) -> Fitted | None:
    """foreign: (q, d) queries that no document answers."""
    present = np.isfinite(documents[:, 0])
    rows = []  # a query's cosines with all documents; which belong to it, which do not
    for queries, belongs in asked:
        cosines = queries @ documents.T  # all at once: one by one, threads wait for each other
        for at in np.flatnonzero(np.isfinite(queries[:, 0])):
            rows.append((cosines[at].astype(float), belongs[at] & present, unlike[at] & present))
    if not rows or not present.any():
        return None
    dimensions, order = documents.shape[1], np.random.default_rng(len(documents))
    usual = float(np.median([spread(row[present], dimensions)[1] for row, _yes, _no in rows]))
    related, unrelated = [], []
    for row, belonging, different in rows:
        z = standardise(row, row[present], dimensions, usual)
        related.append(z[belonging])
        unrelated.append(order.permutation(z[different])[:UNRELATED])
    together, apart = np.concatenate(related), np.concatenate(unrelated)
    if not together.size or not apart.size:
        return None
    best = best_without_answer(foreign, documents[present], usual)
    return no_surer(fit_curve(together, apart), best), usual


def best_without_answer(queries: Vectors, documents: Vectors, usual: float) -> Floats:
    """(q, d), (n, d) -> (q,) deviation of the best match of each query that nothing answers.

    Without the third that matches best: that may be sold, by another name or in another language.
    """
    rows = (queries @ documents.T).astype(float)
    best = np.sort([standardise(row, row, documents.shape[1], usual).max() for row in rows])
    return np.asarray(best[: round(len(best) * (1 - ANSWERED))])


def no_surer(curve: Curve, best: Floats) -> Curve:
    """The curve, moved so far that half of what is found without an answer is below even odds.

    The pairs of other categories alone make one that is right on average, and far too sure of the
    best of many: in shops with badly filled columns even odds stood at 1.0 deviations, where the
    best match of nonsense reaches 2.8.
    """
    if not best.size or not curve.slope:
        return curve
    even = max(-curve.intercept / curve.slope, float(np.median(best)))
    return replace(curve, intercept=-curve.slope * even)
