"""What is said of a place that an attribute names, by a word that no product has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.models import Product
from search.query import Part, Query
from search.understanding import Vocabulary, forget
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]


def places(language: str, text: str, *values: str) -> set[str]:
    sold = {f"Vino {at} rosso": value for at, value in enumerate((*values, "Andalucia"))}
    cast.titled(dict.fromkeys(sold, "Vini"))
    for title, value in sold.items():
        Product.objects.filter(title=title).update(attributes={"Origin": value})
    forget()
    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query(parts=(Part(text=text),)), words)
    return {each.value for each in found.entities if each.kind == "attribute"}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("it", "vino toscano", "Toscana"),
        ("it", "vini siciliani", "Sicilia"),
        ("it", "vino campano", "Campania"),
        ("de", "italienischer vino", "Italien"),
        ("es", "vino francés", "Francia"),
    ],
)
def test_an_adjective_is_of_the_place(language: str, text: str, value: str) -> None:
    assert places(language, text, value) == {f"Origin:{value}"}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("vino portatile", ("Portogallo",)),
        ("vino toscano", ("Toscana", "Toscane")),  # which of the two, nobody knows
    ],
)
def test_what_only_begins_alike_is_none(text: str, values: tuple[str, ...]) -> None:
    assert places("it", text, *values) == set()
