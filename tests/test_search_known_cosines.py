"""How near a product was found is not asked for again; the others are asked for by key."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from django.db.models import Q
from pytest_django.fixtures import Settings

from catalog.models import Product
from search.models import TextEmbedding
from search.query import Filters, Part, Query
from search.retrieval.conditions.passing import Passing
from search.retrieval.embeddings.query_encoder import serving
from search.retrieval.embeddings.tables import Table
from search.retrieval.retrievers.protocol import Candidates, brought
from search.retrieval.retrievers.scoring import measure
from search.retrieval.retrievers.vectors import VectorRetriever
from search.retrieval.state import Search
from search.understanding.understand import understand

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(many: list[Product], settings: Settings) -> Search:
    settings.WHOLE_ROWS = 0
    query = Query(parts=(Part(text="red boots"),), filters=Filters(category="shoes"))
    return Search(query, understand(query), serving())


def test_it_is_what_asking_would_have_brought(asked: Search) -> None:
    again = measure(asked.parts, asked.among())
    found = asked.measured()
    assert found.ids.tolist() == again.ids.tolist()
    for each, said, before in zip(asked.retrievers, found.values, again.values, strict=True):
        if isinstance(each, VectorRetriever):
            assert np.ravel(said) == pytest.approx(np.ravel(before))
        else:
            assert said == before


def test_it_is_taken_as_it_was_found(asked: Search) -> None:
    at, vectors = next(
        (at, each) for at, each in enumerate(asked.retrievers) if isinstance(each, VectorRetriever)
    )
    first, *others = asked.candidates.ids.tolist()
    found = replace(asked.candidates, known=[(vectors, {first: 0.125})])
    values = measure(asked.parts, asked.among(), (), found).values[at]
    assert values[0] == (0.125,)
    assert others
    assert not any(value == (0.125,) for value in values[1:])


def test_it_is_a_cosine_and_of_the_very_same_text_one(asked: Search) -> None:
    version = asked.searcher.version
    assert version is not None
    row = TextEmbedding.objects.filter(vector__isnull=False).first()
    assert row is not None
    itself = VectorRetriever("", Table(version, photos=False), np.array(row.vector, np.float32))
    found = brought([(itself, Passing(), 5)])
    assert found.known_to(itself)[row.product_id] == pytest.approx(1, abs=1e-3)
    assert max(found.known_to(itself).values()) <= 1 + 1e-3


def test_where_nothing_is_found_there_are_no_ids(asked: Search) -> None:
    nothing = Passing(condition=Q(pk__in=[0]))
    found = brought([(each, nothing, 5) for each in asked.retrievers])
    assert found.ids.dtype == np.int64
    assert found.ids.tolist() == []


def test_of_two_finds_the_nearer_counts() -> None:
    one, other = (VectorRetriever("", None, np.zeros(2, np.float32)) for _ in range(2))  # type: ignore[arg-type]
    known = [(one, {7: 0.5, 8: 0.1}), (other, {7: 0.2}), (one, {7: 0.3, 8: 0.4})]
    found = Candidates(np.array([7, 8]), known)
    assert found.known_to(one) == {7: 0.5, 8: 0.4}
