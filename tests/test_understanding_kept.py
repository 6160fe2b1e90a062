"""What a query says is read once for all who ask it, and anew with what may change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unittest.mock import patch

import pytest
from django.utils import translation

from search.query import Identifier, Interpretation, Part, Query
from search.understanding import CatalogueStats, Vocabulary, identify
from search.understanding.understand import understand

pytestmark = pytest.mark.django_db(transaction=True)

SHOP = Vocabulary(CatalogueStats(colors={"Blue": 3, "Red": 2}))
OTHER = Vocabulary(CatalogueStats(colors={"Blue": 3, "Green": 2}))


@pytest.fixture
def readings() -> Iterator[list[str]]:
    """The texts that were read, and not known already."""
    read: list[str] = []
    with patch("search.understanding.understand.identify") as looked_up:

        def noted(text: str, numbered: Iterable[str] = ()) -> tuple[Identifier, ...]:
            read.append(text)
            return identify(text, numbered)

        looked_up.side_effect = noted
        yield read


def said(
    text: str, words: Vocabulary = SHOP, off: tuple[str, ...] = (), prefer: tuple[str, ...] = ()
) -> Interpretation:
    return understand(Query((Part(text=text),), off=off, prefer=prefer), words)


def test_the_same_words_are_read_once(readings: list[str]) -> None:
    assert said("blue mug") is said("blue mug")
    assert readings == ["blue mug"]


def test_each_page_and_filter_of_a_search_reads_the_same(readings: list[str]) -> None:
    pages = [Query((Part(text="blue mug"),), page=page) for page in (1, 2, 3)]
    assert len({id(understand(each, SHOP)) for each in pages}) == 1
    assert readings == ["blue mug"]


def test_other_words_chips_shops_and_languages_are_read_by_themselves(readings: list[str]) -> None:
    said("blue mug")
    said("red mug")
    said("blue mug", off=("color:Blue",))
    said("blue mug", prefer=("color:Blue",))
    said("blue mug", OTHER)
    with translation.override("de"):
        said("blue mug")
    assert len(readings) == 6
