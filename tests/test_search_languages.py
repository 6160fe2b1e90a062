"""A product is found by its title in the shopper's language, whatever it is called at home."""

import pytest
from django.utils import translation

from search.query import Part, Query
from search.retrieval import search
from search.retrieval.conditions.passing import Passing
from search.retrieval.retrievers.protocol import candidates
from search.retrieval.retrievers.words import WordRetriever
from tests import cast

pytestmark = pytest.mark.django_db


def found(text: str) -> list[str]:
    return [hit.product.title for hit in search(Query(parts=(Part(text=text),), off=("all",))).hits]


def brought(text: str) -> list[int]:
    """What the words alone bring."""
    retriever = WordRetriever.of(text, {}, {}, products=3)
    assert retriever
    return candidates([retriever], Passing(), 10).tolist()


def test_a_translated_title_is_found_in_its_language(shop: cast.Shop) -> None:
    with translation.override("de"):
        assert found("Becher") == ["Stoneware mug"]


def test_a_word_is_stemmed_in_its_own_language(shop: cast.Shop) -> None:
    shop.mug.translations.update(title="Kaffeebecher für die Küchen")
    with translation.override("de"):
        assert brought("Küche") == [shop.mug.pk]
    with translation.override("fr"):
        assert brought("Küche") == []


def test_a_translation_of_another_language_is_not_searched(shop: cast.Shop) -> None:
    with translation.override("fr"):
        assert found("Becher") == []


def test_a_turkish_translation_is_stemmed_as_turkish(shop: cast.Shop) -> None:
    shop.mug.translations.update(title="Kırmızı lambalar", language="tr")
    with translation.override("tr"):
        assert brought("Lamba") == [shop.mug.pk]
