"""Names that say more of a thing than anybody needs to: "poêle à frire" (French) is a poêle."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


@pytest.mark.parametrize(
    ("language", "category", "text"),
    [
        ("fr", "Poêles", "poêle à frire"),
        ("fr", "Lave-linge", "machine à laver"),
        ("fr", "Compléments", "compléments alimentaires"),
        ("es", "Sartenes", "sartén de freír"),
        ("es", "Lavadoras", "máquina de lavar"),
        ("de", "Waschmaschinen", "Waschautomat"),
        ("de", "Nahrungsergänzung", "Nahrungsergänzungsmittel"),
        ("it", "Integratori", "integratori alimentari"),
        ("pt", "Suplementos", "suplemento alimentar"),
        ("nl", "Supplementen", "voedingssupplementen"),
        ("en", "Sticky notes", "post-its"),
        ("en", "Sticky notes", "post-it notes"),
        ("en", "Washing machines", "washer"),
    ],
)
def test_they_name_the_kind(language: str, category: str, text: str) -> None:
    categories = (Category(category, "sold/here"),)
    with translation.override(language):
        found = interpret(text, Vocabulary(CatalogueStats(categories, language=language)))

    assert ("category", "sold/here") in [(each.kind, each.value) for each in found.entities]
    assert found.unknown == ()
