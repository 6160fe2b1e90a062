"""Two kinds in a question that no product is of, where categories only stand beside a main one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.models import Category, Variant
from search.query import Part, Query
from search.understanding import Vocabulary, forget
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

FRENCH = {
    "Pompe à pied": ("Accessoires", ["Pompes"]),
    "Pompe à main légère": ("Accessoires", ["Pompes"]),
    "Antivol à chaîne": ("Accessoires", ["Antivols"]),
    "Vélo pliant rouge": ("Cycles", ["Vélos", "Printemps"]),
    "Vélo de ville femme": ("Cycles", ["Vélos"]),
    "Veste femme imperméable": ("Vêtements", ["Vestes", "Printemps"]),
    "Chaussures de route": ("Vêtements", ["Chaussures"]),
}
ITALIAN = {
    "Pompa a mano leggera": ("Accessori", ["Pompe"]),
    "Lucchetto con chiave": ("Accessori", ["Lucchetti"]),
    "Bicicletta pieghevole rossa": ("Ciclismo", ["Biciclette", "Primavera"]),
    "Bicicletta da donna": ("Ciclismo", ["Biciclette"]),
    "Giacca da donna": ("Abbigliamento", ["Giacche", "Primavera"]),
}


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "pompe à vélo", {"pompes"}),
        ("fr", "antivols vélo", {"antivols"}),
        ("fr", "chaussures vélo", {"chaussures"}),
        ("fr", "vestes printemps", {"vestes", "printemps"}),  # there is such a one
        ("fr", "vélos", {"vélos"}),
        ("it", "pompa bicicletta", {"pompe"}),
        ("it", "lucchetto bicicletta", {"lucchetti"}),
        ("it", "biciclette primavera", {"biciclette", "primavera"}),
    ],
)
def test_the_first_is_asked_for(language: str, text: str, kinds: set[str]) -> None:
    shop = {"fr": FRENCH, "it": ITALIAN}[language]
    for number, (title, (main, further)) in enumerate(shop.items()):
        product = cast.product(title, main, group=str(number))
        for name in further:
            category = Category.objects.filter(name=name).first() or Category.objects.create(
                name=name, slug=name.lower(), url_path=name.lower()
            )
            product.also_in.add(category)
        Variant.objects.create(product=product, sku=f"S-{number}", price=9)
    forget()

    words = Vocabulary(replace(vocabulary().stats, language=language))
    found = understand(Query(parts=(Part(text=text),)), words)

    assert {each.value for each in found.entities if each.kind == "category"} == kinds
