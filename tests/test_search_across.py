"""Retrievers from texts to photos, or back, bring half of what those of the query's kind bring."""

from __future__ import annotations

import numpy as np
import pytest

from search import sql
from search.models import EncoderVersion
from search.ranking.calibration import IMAGE_IMAGE, IMAGE_TEXT, TEXT_IMAGE, TEXT_TEXT
from search.retrieval.conditions.passing import Passing
from search.retrieval.embeddings.tables import Table
from search.retrieval.retrievers.vectors import VectorRetriever

pytestmark = pytest.mark.django_db  # whether few products are not active

DIMENSIONS = 4
PHOTOS = {IMAGE_IMAGE, TEXT_IMAGE}


def retriever(name: str) -> VectorRetriever:
    version = EncoderVersion(pk=1, dimensions=DIMENSIONS)
    return VectorRetriever(name, Table(version, name in PHOTOS), np.ones(DIMENSIONS, np.float32))


def limit(statement: sql.Statement) -> int:
    """Of the rows of the index."""
    return int(statement.text.split("LIMIT ")[1].split(")")[0])


@pytest.mark.parametrize("k", [7, 60, 200])
def test_half_as_many_come_across(k: int) -> None:
    words, across = (
        limit(retriever(name).through_index(Passing(), k)) for name in (TEXT_TEXT, TEXT_IMAGE)
    )
    assert words == k
    assert k / 2 <= across < k / 2 + 1


def test_a_photo_looks_at_two_photos_of_each_product_and_at_fewer_texts() -> None:
    photos, texts = (
        limit(retriever(name).through_index(Passing(), 100)) for name in (IMAGE_IMAGE, IMAGE_TEXT)
    )
    assert photos == 200
    assert texts == 50


@pytest.mark.parametrize("name", [TEXT_TEXT, TEXT_IMAGE, IMAGE_IMAGE, IMAGE_TEXT])
def test_the_index_is_searched_as_widely_for_all(name: str) -> None:
    assert retriever(name).settings(Passing(), 200)["hnsw.ef_search"] == "200"
