"""What a shop whose titles are in another language than its own does not claim."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Vocabulary, interpret

ENGLISH = """bread butter cheese coffee sugar water apple orange lemon kitchen garden window
    table chair paper pencil summer winter morning evening street little"""
SPANISH = """pañales champú crema jarabe comprimidos pastillas termómetro guantes vendas gasas
    tiritas cepillo dientes rodillera tobillera muñequera plantillas gotas jabón colonia toallitas
    biberón chupete leche"""


@pytest.mark.parametrize(
    ("titles", "unsold", "unknown"),
    [(ENGLISH, ("guitar",), ()), (SPANISH, (), ("guitar",)), ("pañales champú", ("guitar",), ())],
)
def test_a_word_that_titles_would_not_say_is_not_said_to_be_missing(
    titles: str, unsold: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    found = interpret("guitar", Vocabulary(CatalogueStats(words=dict.fromkeys(titles.split(), 2))))

    assert (found.unsold, found.unknown) == (unsold, unknown)


def test_what_is_asked_for_in_another_language_is_said_as_before() -> None:
    shop = Vocabulary(CatalogueStats(words=dict.fromkeys(SPANISH.split(), 2)))

    assert interpret("eine Gitarre", shop).unsold


@pytest.mark.parametrize("text", ["guitar", "vélo", "Gitarre", "trottinette"])
def test_what_a_shop_in_another_language_sells_is_not_looked_for_in_english(text: str) -> None:
    shop = CatalogueStats(words=dict.fromkeys(SPANISH.split(), 2), language="es")

    assert interpret(text, Vocabulary(shop)).unsold == ()
