"""A product without a photo never stands above one that looks like the shopper's."""

import numpy as np
import pytest

from search.query import Part
from search.ranking.calibration import IMAGE_IMAGE, IMAGE_TEXT, Calibration
from search.retrieval.retrievers.scoring import PartSearch, fuse

PHOTO = [PartSearch(Part(photo_id="x"))]


def scores(images: list[float], texts: list[float], part: Part | None = None) -> list[float]:
    """Of products by the deviations of their photos (nan: none) and of their texts."""
    measured = [{IMAGE_IMAGE: np.array(images), IMAGE_TEXT: np.array(texts)}]
    found, _trace = fuse([PartSearch(part)] if part else PHOTO, measured, Calibration(), 1_000)
    return [float(score) for score in found]


def test_however_well_its_text_fits() -> None:
    alike, blind = scores([4.0, np.nan], [-2.0, 9.0])
    assert blind < alike


def test_where_nothing_looks_like_it_texts_decide() -> None:
    unlike, blind = scores([-3.0, np.nan], [-2.0, 9.0])
    assert blind > unlike


def test_among_those_without_a_photo_the_order_stays() -> None:
    _alike, better, worse = scores([4.0, np.nan, np.nan], [0.0, 1.0, 0.0])
    assert better > worse


def test_what_nobody_sees_is_no_better_than_what_looks_like_most() -> None:
    """A dress without a photo, for the photo of a skirt: its text fits a little, and no more."""
    skirt, dress, *_others = scores([2.0, np.nan, *[0.0] * 8], [2.5, 2.0, *[0.0] * 8])
    assert dress < skirt


def test_words_are_no_photo() -> None:
    alike, blind = scores([4.0, np.nan], [-2.0, 9.0], Part(sku="SNEAKER"))
    assert blind == pytest.approx(max(alike, blind))
