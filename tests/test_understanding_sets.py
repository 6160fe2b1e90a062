"""A set of so many pieces is what titles call so, however they write it."""

from __future__ import annotations

import pytest

from tests import cast
from tests.asked import titles

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache", "shop")]

SOLD = {
    "Wine glasses, set of 4": "Glasses",
    "Wine glasses, set of 6": "Glasses",
    "Wine glass Bordeaux": "Glasses",
    "Dinner plates set of four": "Plates",
    "Dinner plate blue": "Plates",
    "Side plates 6 pack": "Plates",
    "3-piece knife set": "Knives",
    "Knife set, 5-piece": "Knives",
    "Bread knife": "Knives",
    "Felt pens, box of 24": "Pens",
    "Felt pens, box of 12": "Pens",
    "Felt pen red": "Pens",
}


@pytest.fixture
def shop() -> None:
    cast.titled(SOLD)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("set of 4 wine glasses", {"Wine glasses, set of 4"}),
        ("wine glasses 6 pack", {"Wine glasses, set of 6"}),
        ("set of four plates", {"Dinner plates set of four"}),
        ("plates, set of 4", {"Dinner plates set of four"}),
        ("pack of 6 plates", {"Side plates 6 pack"}),
        ("3 piece knife set", {"3-piece knife set"}),
        ("knife set of five", {"Knife set, 5-piece"}),
        ("box of 24 pens", {"Felt pens, box of 24"}),
        ("lot de 4 assiettes", {"Dinner plates set of four"}),
        ("4er Set Teller", {"Dinner plates set of four"}),
        ("juego de 6 platos", {"Side plates 6 pack"}),
    ],
)
def test_others_do_not_count(text: str, meant: set[str]) -> None:
    assert titles(text) == meant


def test_a_set_of_any_number_is_what_titles_call_one() -> None:
    assert titles("knife set") == {"3-piece knife set", "Knife set, 5-piece"}


@pytest.mark.parametrize("text", ["4 plates", "plates", "set of 8 plates"])
def test_pieces_may_be_bought_one_by_one(text: str) -> None:
    assert len(titles(text)) == 3
