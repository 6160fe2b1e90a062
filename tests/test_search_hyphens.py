"""What a query joins with a hyphen is found where titles say it apart, and the other way round."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from search.retrieval.retrievers.words import terms_of
from search.understanding import forget
from tests import cast


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Leather-Bag", ["leather", "bag"]),
        ("slim-fit-jeans", ["slim", "fit", "jeans"]),
        ("Große Leder-Tasche", ["grosse", "leder", "tasche"]),
        ("a-line-dress", ["a-line", "dress"]),
        ("t-shirt wi-fi x-box", ["t-shirt", "wi-fi", "x-box"]),
        ("40-42 iphone-15 3-seater", ["40-42", "iphone-15", "3-seater"]),
    ],
)
def test_a_hyphen_parts_words_and_nothing_shorter(text: str, terms: list[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize(
    ("joined", "apart", "title"),
    [
        ("summer-shoe", "summer shoe", "Summer shoe for long walks"),
        ("summer shoe", "summer-shoe", "Summer-shoe for long walks"),
        ("holz-brett", "holz brett", "Brett aus Holz"),
    ],
)
def test_words_are_found_however_they_are_joined(
    shop: cast.Shop, joined: str, apart: str, title: str
) -> None:
    wanted = cast.product(title)
    forget()
    one, other = (
        search(Query((Part(text=text),), words_only=True)).hits for text in (joined, apart)
    )

    assert [each.product.pk for each in one] == [each.product.pk for each in other]
    assert wanted.pk in {each.product.pk for each in one}
