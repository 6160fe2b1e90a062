"""What descriptions alone say tells some of a kind apart: "festival tent"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalog.models import Product
from search.query import Part, Query
from search.retrieval import search
from search.understanding import Vocabulary, forget
from search.understanding.shop_words.vocabulary_cache import vocabulary
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

DESCRIBED = {
    "Tunnel tent Mistral": "A festival tent of two rooms.",
    "Dome tent Alize": "Light and green.",
    "Tipi tent Nordik": "Beautiful cotton.",
    "Beach tent": "",
}
FRENCH = {
    "Tente tunnel Mistral": "Tente familiale avec auvent.",
    "Tente dôme Alizé": "Légère.",
    "Tente tipi Nordik": "Toile en coton.",
}


def sold(described: dict[str, str], category: str) -> None:
    cast.titled(dict.fromkeys(described, category))
    for title, description in described.items():
        Product.objects.filter(title=title).update(description=description)
    forget()


@pytest.mark.parametrize("category", ["Camping > Tents", "Outdoor"])
@pytest.mark.parametrize(
    ("text", "counted"),
    [("festival tent", 1), ("cotton tents", 1), ("beautiful tents", 4), ("tents", 4)],
)
def test_the_others_do_not_count(category: str, text: str, counted: int) -> None:
    sold(DESCRIBED, category)

    assert len(search(Query(parts=(Part(text=text),))).hits) == counted


@pytest.mark.parametrize(
    ("text", "told"), [("tente familiale", ["familiale"]), ("tente Mistral", ["mistral"])]
)
def test_so_do_they_in_other_languages(text: str, told: list[str]) -> None:
    sold(FRENCH, "Plein air")
    words = Vocabulary(replace(vocabulary().stats, language="fr"))
    found = understand(Query(parts=(Part(text=text),)), words)

    assert [each.value for each in found.modifiers] == told
