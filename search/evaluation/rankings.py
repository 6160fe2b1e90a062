"""What the encoder alone makes of a query: exact cosines, no words, no calibration, no fusion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from django.db.models import Q
from numpy.typing import NDArray
from pgvector import HalfVector

from catalog.models import Product
from catalog.pictures import open_picture
from search import sql
from search.encoders import Encoder
from search.evaluation.judgements import Judgement
from search.models import EncoderVersion

DEPTH = 100  # how far down rankings are looked at; MRR counts what comes later as nothing
JUDGEMENTS_AT_ONCE = 32

Rankings = dict[str, list[str]]  # query -> product ids, best first
TABLES = {
    "text": "search_textembedding",
    "image": "search_imageembedding",
}


def encoder_rankings(
    judgements: Sequence[Judgement],
    version: EncoderVersion,
    encoder: Encoder,
    progress: Callable[[Iterable[Judgement]], Iterable[Judgement]] = iter,
) -> dict[str, Rankings]:
    """By direction ("text_to_image", ...): each query against all texts and against all photos.

    A query of text and photo is the mean of its two unit vectors.
    """
    found: dict[str, Rankings] = {}
    for one, vector in zip(progress(judgements), query_vectors(judgements, encoder), strict=True):
        for target in TABLES:
            ranking = nearest(target, vector, version, one.filters.on_products())
            found.setdefault(f"{one.asked_with}_to_{target}", {})[one.label] = ranking
    return found


def query_vectors(judgements: Sequence[Judgement], encoder: Encoder) -> Iterable[NDArray]:
    """One vector (d,) a judgement, encoded in batches."""
    for start in range(0, len(judgements), JUDGEMENTS_AT_ONCE):
        batch = judgements[start : start + JUDGEMENTS_AT_ONCE]
        texts = encoder.encode_texts([one.text for one in batch if one.text])
        files = [one.photo for one in batch if one.photo]
        photos = encoder.encode_images([open_picture(f, near=encoder.image_size) for f in files])
        rows = iter(texts), iter(photos)
        for one in batch:
            parts = [
                next(row) for row, asked in zip(rows, (one.text, one.photo), strict=True) if asked
            ]
            yield np.mean(parts, axis=0)


def nearest(target: str, vector: NDArray, version: EncoderVersion, condition: Q) -> list[str]:
    """Products by the cosine of their text, or of the best of their photos; exact (`+ 0`)."""
    allowed, params = (
        Product.objects.active().filter(condition).order_by().values("pk").query.sql_with_params()
    )
    text = f"""
        SELECT product_id FROM {TABLES[target]}
         WHERE encoder_id = %s AND vector IS NOT NULL AND product_id IN ({allowed})
         GROUP BY 1 ORDER BY min(vector::halfvec({version.dimensions:d}) <=> %s::halfvec) + 0, 1
         LIMIT {DEPTH}"""
    asked = [version.pk, *params, HalfVector(vector)]
    return [str(product) for (product,) in sql.rows(text, asked, primary=True)]
