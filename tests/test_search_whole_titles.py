"""A title that says all of a query is not denied by vectors that do not know its words."""

from __future__ import annotations

import numpy as np
import pytest

from search.ranking.calibration import IMAGE_IMAGE, TEXT_TEXT, WORDS
from search.retrieval.retrievers.scoring import DENIED, undenied


@pytest.mark.parametrize(
    ("words", "text", "heard"), [(1.0, 0.01, DENIED), (1.0, 0.9, 0.9), (0.5, 0.01, 0.01)]
)
def test_vectors_think_no_less_of_it_than_that(words: float, text: float, heard: float) -> None:
    said = {WORDS: np.array([0.99]), TEXT_TEXT: np.array([text])}

    found = undenied(said, {WORDS: np.array([words]), TEXT_TEXT: np.array([0.0])})

    assert found[TEXT_TEXT].tolist() == [heard]


def test_without_words_nothing_is_changed() -> None:
    said = {IMAGE_IMAGE: np.array([0.1])}

    assert undenied(said, {IMAGE_IMAGE: np.array([0.0])}) is said
