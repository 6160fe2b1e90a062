"""A noun that titles say on from there is not what the thing is: a "cup holder" is no cup."""

from __future__ import annotations

import pytest

from catalog.models import Variant
from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from search.understanding.understand import understand
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

ACCESSORIES = ["Cup holder for air vent", "Phone holder magnetic", "Bottle cage black", "Tow rope"]
THINGS = ["Red cup", "Blue cup", "Steel bottle", "Waterproof boots", "Rain boots"]


@pytest.fixture
def shop() -> None:
    for number, title in enumerate([*ACCESSORIES, *THINGS]):
        product = cast.product(
            title, "Parts" if title in ACCESSORIES else "Home", group=str(number)
        )
        Variant.objects.create(product=product, sku=f"S-{number}", price=9)
    forget()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("cup holder", "Cup holder for air vent"),
        ("phone holder", "Phone holder magnetic"),
        ("bottle cage", "Bottle cage black"),
    ],
)
def test_what_is_called_so_is_found(text: str, title: str) -> None:
    understood = understand(Query(parts=(Part(text=text),)))
    found = search(Query(parts=(Part(text=text),)))

    assert [each for each in understood.entities if each.kind == "category"] == []
    assert found.hits[0].product.title == title


@pytest.mark.parametrize(("text", "noun"), [("boots waterproof", "boots"), ("cup", "")])
def test_a_noun_that_no_title_leads_on_is_what_the_thing_is(text: str, noun: str) -> None:
    understood = understand(Query(parts=(Part(text=f"{text} under 20"),)))

    kinds = [each.words for each in understood.entities if each.kind == "category"]
    assert kinds == [noun or text]
