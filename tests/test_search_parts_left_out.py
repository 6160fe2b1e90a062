"""A part that must not be is not judged by products that are such a thing themselves."""

from __future__ import annotations

import pytest
from django.utils import translation

from catalog.models import Product, Translation
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


def named(title: str, category: str, german: str) -> Product:
    made = cast.product(title, category)
    Translation.objects.create(product=made, language="de", title=german)
    return made


@pytest.mark.parametrize(
    ("text", "part"), [("Lampe ohne Schirm", "schirm"), ("Stehlampe ohne Schirm", "schirm")]
)
def test_what_is_sold_by_itself_does_not_judge_what_it_is_a_part_of(
    shop: cast.Shop, text: str, part: str
) -> None:
    named("Floor lamp", "Home > Lamps", "Stehlampe mit Kugelschirm")
    named("Green umbrella", "Outdoors > Umbrellas", "Schirm in Grün")
    forget()
    with translation.override("de"):
        found = search(Query(parts=(Part(text=text),)))
    assert [hit.product.title for hit in found.hits] == ["Floor lamp"]
    assert found.interpretation.excluded == ()
    assert [(each.kind, each.words) for each in found.notices] == [("unjudged", part)]
