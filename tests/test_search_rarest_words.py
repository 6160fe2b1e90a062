"""Where no product has all the words, those with the rarest are looked at."""

from __future__ import annotations

import pytest

from catalog.models import Product
from search.retrieval.conditions.passing import Passing
from search.retrieval.retrievers import words
from search.retrieval.retrievers.protocol import candidates
from search.retrieval.retrievers.words import WordRetriever
from tests import cast


def retriever(frequencies: dict[str, int], products: int = 10_000) -> WordRetriever:
    found = WordRetriever.of(" ".join(frequencies), {}, frequencies, products)
    assert found
    return found


@pytest.mark.parametrize(
    ("frequencies", "wanted", "rarest"),
    [
        ({"boots": 900, "devosafi": 3}, 2, ["devosafi"]),  # enough have the rare one
        ({"boots": 900, "devosafi": 3}, 3, ["devosafi"]),
        ({"boots": 900, "devosafi": 3}, 4, ["devosafi", "boots"]),
        ({"boots": 900, "gold": 40, "devosafi": 3}, 20, ["devosafi", "gold"]),
        ({"boots": 50_000, "devosafi": 3}, 200, ["devosafi"]),  # too common to say anything
        ({"new": 0, "boots": 900}, 10, ["new", "boots"]),  # may have come a moment ago
    ],
)
def test_the_rarest_words_are_enough_as_soon_as_they_bring_as_many(
    frequencies: dict[str, int], wanted: float, rarest: list[str]
) -> None:
    asked = retriever(frequencies)
    assert asked.rarest(wanted) == [retriever({word: 1}).queries[0] for word in rarest]


@pytest.mark.django_db
def test_a_rare_word_is_found_among_any_number_of_common_ones(
    shop: cast.Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "MATCHES_RANKED", 3)  # matches that are ranked
    monkeypatch.setattr(words, "FILLING", 3)
    for number in range(20):
        cast.product(f"Boots {number}", "Shoes > Boots")
    rare = cast.product("Devosafi slippers", "Shoes > Boots")
    asked = retriever({"boots": 20, "devosafi": 1}, Product.objects.count())
    assert rare.pk in candidates([asked], Passing(), 2)
