"""Sizes that are words: "Large", "Queen", "Çift Kişilik"."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str, kind: str, *sizes: str) -> Vocabulary:
    return Vocabulary(
        CatalogueStats(
            categories=(Category(kind, "kind"), Category("Xyzzy", "other")),
            sizes={"kind": dict.fromkeys(sizes, 5), "other": {"Small": 5}},
            language=language,
        )
    )


BEDS = shop("en", "Beds", "Small", "Large", "King")
COVERS = shop("tr", "Nevresim Takımları", "Tek Kişilik", "Çift Kişilik")


@pytest.mark.parametrize(
    ("known", "text", "size"),
    [
        (BEDS, "large dog bed", "Large"),
        (BEDS, "king comfy bed", "King"),
        (COVERS, "çift kişilik nevresim takımı", "Çift Kişilik"),
    ],
)
def test_they_are_read_wherever_they_stand(known: Vocabulary, text: str, size: str) -> None:
    assert [each.value for each in interpret(text, known).entities if each.kind == "size"] == [size]


def test_a_word_that_is_no_size_of_the_kind_is_none() -> None:
    shop_of_rugs = shop("en", "Rugs", "80x150")

    assert not any(each.kind == "size" for each in interpret("small rug", shop_of_rugs).entities)
