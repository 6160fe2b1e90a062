"""The words retriever may match the shop's own word for what was typed."""

from search.understanding import CatalogueStats, Category, Vocabulary, alternatives
from tests.understanding_shop import shop


def test_the_shops_word_stands_for_a_built_in_synonym() -> None:
    assert alternatives("Grey couch", shop()) == {"couch": ("sofas", "sofa")}


def test_words_that_the_shop_does_not_use_are_left_out() -> None:
    assert alternatives("sofa", shop()) == {}


def test_a_synonym_of_admin_works_in_both_directions() -> None:
    stats = CatalogueStats(
        categories=(Category("Sneakers", "sneakers"),),
        words={"plimsolls": 2},
        synonyms=(("sneakers", "plimsolls"),),
    )
    found = alternatives("sneakers plimsolls", Vocabulary(stats))
    assert "plimsolls" in found["sneakers"]
    assert "sneakers" in found["plimsolls"]
