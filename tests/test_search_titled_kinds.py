"""A kind that titles alone name is no category: no column is asked for it, at any size."""

from __future__ import annotations

import pytest

from search.query import Entity
from search.retrieval.conditions.condition import Condition
from search.retrieval.conditions.passing import Passing
from search.retrieval.retrievers.entities import EntityRetriever

pytestmark = pytest.mark.django_db


def statement_of(entity: Entity) -> str:
    [statement] = EntityRetriever([Condition((entity,))]).statements(Passing(), 10)
    return statement.text


@pytest.mark.parametrize("word", ["croquettes", "dumbbell", "tomatensamen"])
def test_what_titles_alone_call_so_is_looked_for_in_titles(word: str) -> None:
    asked = statement_of(Entity("category", word, word, word, names=(word,)))
    assert "catalog_category" not in asked
    assert '"words" @@' in asked


def test_a_category_is_looked_for_in_its_column() -> None:
    mugs = Entity("category", "mugs", "mugs", "Mugs", values=("kitchen/mugs",), names=("mug",))
    assert "catalog_category" in statement_of(mugs)
