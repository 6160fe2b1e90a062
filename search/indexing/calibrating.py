"""Fit what a cosine means (search.ranking.calibration) on the shop's own catalogue and vectors.

Nobody has judged a new shop's products, but the catalogue itself says what belongs together:
a product and its own title, and products of one category and colour. Pairs of other categories
stand for what does not belong together. The same sample shows how far texts and photos lie apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from catalog.models import Product
from search.encoders import Encoder
from search.indexing.content import TEXTS
from search.indexing.coverage import indexed_rows
from search.indexing.gap import Gap, measure
from search.models import EncoderVersion, ImageEmbedding, TextEmbedding
from search.ranking.calibration import (
    IMAGE_IMAGE,
    IMAGE_TEXT,
    TEXT_IMAGE,
    TEXT_TEXT,
    Calibration,
    Curve,
    fit_curve,
    spread,
    standardise,
)
from search.versions import store_calibration

Vectors = NDArray[np.float32]
Mask = NDArray[np.bool_]
Fitted = tuple[Curve, float]  # a leg's curve, and the usual spread of its queries

SAMPLE = 2_000  # products that are compared with one another
QUERIES = 400
KINDS = 100  # of them the modality gap is measured with
UNRELATED = 100  # pairs a query that do not belong together; more change no curve, only the time
FEWEST = 50  # products with a vector; below, the background is too thin to fit anything on
GROWTH = 1.1  # fitted anew once the catalogue is this many times as large, or as small


@dataclass(frozen=True)
class Sample:
    """Products in a fixed random order; a row of nan stands for a vector that there is none of."""

    ids: NDArray[np.int64]
    titles: list[str]
    kinds: list[tuple[str, str]]  # colour and category
    texts: Vectors  # (n, d)
    photos: Vectors  # (n, d), the first photo of each

    @property
    def phrases(self) -> list[str]:
        """Colour and category in words, as a shopper would ask for the product's kind."""
        return [" ".join(kind).strip() or "product" for kind in self.kinds]

    @property
    def alike(self) -> Mask:
        """(n, n): of one category and colour."""
        number = {kind: at for at, kind in enumerate(dict.fromkeys(self.kinds))}
        kinds = np.array([number[kind] for kind in self.kinds])
        categorised = np.array([bool(category) for _color, category in self.kinds])
        return (kinds[:, None] == kinds) & categorised[:, None]

    @property
    def unlike(self) -> Mask:
        """(n, n): of two categories."""
        categories = np.array([category for _color, category in self.kinds])
        return categories[:, None] != categories


def is_due(version: EncoderVersion) -> bool:
    """Whether the catalogue has outgrown what the version was calibrated on."""
    fitted = Calibration.from_json(version.calibration).products
    products = indexed_rows(TEXTS, version)
    return products >= FEWEST and not fitted / GROWTH <= products <= fitted * GROWTH


def calibrate(version: EncoderVersion, encoder: Encoder) -> Calibration:
    """Fit one curve a leg and store them with the version; a leg without pairs keeps its own.

    What judgements taught (`manage.py calibrate`) stands beside it and is not touched.
    Stores the modality gap beside them, under "gap"; None where there is nothing to compare.
    """
    sample = draw(version)
    known = Calibration.from_json({**version.calibration, "judged": None})
    found = {leg: fitted for leg, fitted in fit(sample, encoder).items() if fitted is not None}
    curves = {leg: curve for leg, (curve, _usual) in found.items()}
    spreads = {leg: usual for leg, (_curve, usual) in found.items()}
    products = indexed_rows(TEXTS, version)
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
    """The four vector legs, from words (title; colour and category) and from photos."""
    asked = slice(0, QUERIES)
    itself = np.eye(len(sample.ids), dtype=bool)
    titles = encoder.encode_texts(sample.titles[asked])
    kinds = encoder.encode_texts(sample.phrases[asked])
    by_words = [(titles, itself), (kinds, sample.alike)]
    photos = [(sample.photos[asked], sample.alike | itself)]
    other_photos = [(sample.photos[asked], sample.alike & ~itself)]
    return {
        TEXT_TEXT: _fit_leg(by_words, sample.texts, sample.unlike),
        TEXT_IMAGE: _fit_leg(by_words, sample.photos, sample.unlike),
        IMAGE_IMAGE: _fit_leg(other_photos, sample.photos, sample.unlike),
        IMAGE_TEXT: _fit_leg(photos, sample.texts, sample.unlike),
    }


def measure_gap(sample: Sample, encoder: Encoder, calibration: Calibration) -> Gap | None:
    """Asks for the first KINDS kinds of the sample; see `search.indexing.gap`."""
    firsts = {kind: at for at, kind in reversed(list(enumerate(sample.kinds))) if kind[1]}
    asked = sorted(firsts.values())[:KINDS]
    queries = encoder.encode_texts([sample.phrases[at] for at in asked])
    return measure(sample.texts, sample.photos, queries, sample.alike[asked], calibration)


def _fit_leg(asked: list[tuple[Vectors, Mask]], documents: Vectors, unlike: Mask) -> Fitted | None:
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
    return (fit_curve(together, apart), usual) if together.size and apart.size else None


def draw(version: EncoderVersion) -> Sample:
    """At most SAMPLE products that have a text vector, in the order of their fingerprints."""
    products = list(
        Product.objects.filter(
            text_embeddings__encoder=version, text_embeddings__vector__isnull=False
        )
        .order_by("text_fingerprint", "pk")
        .select_related("category")
        .prefetch_related("variants")[:SAMPLE]
    )
    ids = [product.pk for product in products]
    texts = TextEmbedding.objects.filter(encoder=version, product__in=ids)
    photos = ImageEmbedding.objects.filter(encoder=version, image__product__in=ids)
    photos = photos.order_by("-image__position", "-image_id")  # so that the first photo comes last
    return Sample(
        ids=np.array(ids, np.int64),
        titles=[product.title for product in products],
        kinds=[_kind(product) for product in products],
        texts=_aligned(ids, dict(texts.values_list("product_id", "vector")), version),
        photos=_aligned(ids, dict(photos.values_list("image__product_id", "vector")), version),
    )


def _kind(product: Product) -> tuple[str, str]:
    color = next((variant.color for variant in product.variants.all() if variant.color), "")
    return color, product.category.name if product.category else ""


def _aligned(ids: list[int], vectors: dict[int, list[float]], version: EncoderVersion) -> Vectors:
    nothing = [np.nan] * version.dimensions
    rows = [vectors.get(key) or nothing for key in ids]
    return np.array(rows, np.float32).reshape(len(ids), version.dimensions)
