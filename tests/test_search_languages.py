"""A product is found by its title in the shopper's language, whatever it is called at home."""

import pytest
from django.utils import translation

from search.query import Part, Query
from search.retrieval import search
from search.retrieval.fulltext import matches
from tests import cast

pytestmark = pytest.mark.django_db
BECHER = Query(parts=(Part(text="Becher"),), off=("all",))


def test_a_translated_title_is_found_in_its_language(shop: cast.Shop) -> None:
    with translation.override("de"):
        assert search(BECHER).hits[0].product.title == "Stoneware mug"


def test_a_word_is_stemmed_in_its_own_language(shop: cast.Shop) -> None:
    shop.mug.translations.update(title="Kaffeebecher für die Küchen")
    with translation.override("de"):
        assert set(matches("Küche", {})) == {shop.mug.pk}
    with translation.override("fr"):
        assert matches("Küche", {}) == {}


def test_a_translation_of_another_language_is_not_searched(shop: cast.Shop) -> None:
    with translation.override("fr"):
        assert search(BECHER).hits == []
