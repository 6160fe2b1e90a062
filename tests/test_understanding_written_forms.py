"""What a text says and what a mistake is corrected to are words, and never the stems of any."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.spelling.beginnings import beginning
from search.understanding.spelling.nearest import nearest


def shop(language: str, titles: str, *categories: str, **attributes: tuple[str, ...]) -> Vocabulary:
    words = dict.fromkeys(titles.split(), 9)
    named = tuple(Category(each, each.lower().replace(" > ", "/")) for each in categories)
    return Vocabulary(
        CatalogueStats(language=language, categories=named, attributes=attributes, words=words)
    )


WINE = shop("it", "barolo barbera rosso vino", Vitigno=("Nebbiolo", "Sangiovese"))
PETS = shop("pt", "comida com caixa areia coleira coleiras trela gato", "Gato > Comida", "Areia")


@pytest.mark.parametrize("text", ["nebbiolo", "nebiolo", "sangiovse", "sangiov"])
def test_a_value_is_no_beginning_of_itself_and_its_attribute(text: str) -> None:
    corrected = interpret(text, WINE).text
    assert corrected in ("nebbiolo", "sangiovese")


def test_no_stem_is_what_a_mistake_means() -> None:
    targets = {word for words in WINE.spellings.values() for word in words}
    assert "vitign" not in targets
    assert not {word for word in targets if "vitign" in word and word != "vitigno"}
    assert nearest("sangiovse", WINE) == "sangiovese"
    assert beginning("nebb", WINE) == ["nebbiolo"]


def test_no_stem_is_what_a_text_says() -> None:
    [kind] = interpret("comida", PETS).entities
    assert "com" not in kind.names
    assert {"coleira", "coleiras"} <= {*PETS.titles.forms_of("coleira"), "coleira"}


@pytest.mark.parametrize("word", ["com", "comida"])
def test_a_small_word_is_no_form_of_a_noun(word: str) -> None:
    assert "com" not in PETS.titles.forms_of(word)
