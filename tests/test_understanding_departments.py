"""A department that is called after people says for whom a thing is, wherever it stands."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

SHOP = Vocabulary(
    CatalogueStats(
        categories=tuple(
            Category(path, path.lower().replace(" > ", "/"))
            for people in ("Women", "Men")
            for path in (people, f"{people} > Hoodies", f"{people} > Shorts", f"{people} > Jackets")
        ),
        colors={"Red": 9},
        words=dict.fromkeys(("hoodie", "short", "jacket", "running"), 9),
    )
)


@pytest.mark.parametrize(
    ("language", "text", "people", "thing"),
    [
        ("en", "hoodie women", "women", "hoodies"),
        ("en", "women hoodie", "women", "hoodies"),
        ("en", "running shorts men red", "men", "shorts"),
        ("en", "shorts for men", "men", "shorts"),
        ("en", "red ladies jacket", "women", "jackets"),
        ("de", "rote Jacke Damen", "women", "jackets"),
        ("de", "Jacke für Herren", "men", "jackets"),
        ("fr", "veste femme rouge", "women", "jackets"),
        ("fr", "short homme", "men", "shorts"),
        ("es", "chaqueta mujer", "women", "jackets"),
        ("it", "giacca uomo", "men", "jackets"),
    ],
)
def test_a_department_is_asked_for_beside_the_thing(
    language: str, text: str, people: str, thing: str
) -> None:
    with translation.override(language):
        found = interpret(text, SHOP)
    kinds = {each.value for each in found.entities if each.kind == "category"}
    assert kinds == {people, f"men/{thing}", f"women/{thing}"}
    assert not found.unknown
