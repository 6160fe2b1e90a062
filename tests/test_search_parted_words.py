"""A word that products write with a hyphen is found without it, and is not said to be unknown."""

from __future__ import annotations

import pytest

from search.query import Part, Query
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("T-Rex figure", "trex figure"),
        ("X-Box stand", "xbox"),
        ("U-lock for bicycles", "ulock"),
        ("Wi-Fi router", "wifi"),
        ("E-bike trailer", "ebike trailer"),
        ("Spider-Man lunch box", "spiderman"),
        ("Walkie-Talkie set", "walkietalkie"),
    ],
)
def test_a_hyphen_is_no_matter(shop: cast.Shop, title: str, typed: str) -> None:
    cast.product(title)
    forget()
    found = search(Query(parts=(Part(text=typed),)))
    assert [hit.product.title for hit in found.hits] == [title]
    assert [each for each in found.notices if each.kind == "unknown"] == []


def test_two_words_that_stand_apart_are_no_such_word(shop: cast.Shop) -> None:
    cast.product("Rex, the figure of t")
    forget()
    found = search(Query(parts=(Part(text="trex"),)))
    assert [each.words for each in found.notices if each.kind == "unknown"] == ["trex"]
