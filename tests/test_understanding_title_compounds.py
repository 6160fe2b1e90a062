"""A word that titles say right before the name of a kind tells which of the kind is meant."""

import pytest

from search.indexing import index_stale
from search.query import Part, Query, SearchResult
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db

TITLES = {
    "Tables": ["Oak dining table", "Dining table Fen", "Walnut coffee table", "Round oak table"],
    "Monitors": ["32 inch monitor", "Curved monitor"],
    "Boats": ["Sailing boat", "Rowing boat", "Boat with oars for rowing", "Plain boat"],
}


@pytest.fixture
def furniture(shop: cast.Shop) -> None:
    for category, titles in TITLES.items():
        for title in titles:
            cast.product(title, category)
    forget()
    index_stale()


def asked(text: str, **more: object) -> SearchResult:
    return search(Query(parts=(Part(text=text),), **more))  # type: ignore[arg-type]


def titles(found: SearchResult) -> set[str]:
    return {hit.product.title for hit in found.hits}


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "coffee table": {"Walnut coffee table"},
        "coffee tables": {"Walnut coffee table"},
        "dining table": {"Oak dining table", "Dining table Fen"},
        "oak dining table": {"Oak dining table"},
        "rowing boat": {"Rowing boat", "Boat with oars for rowing"},
        "Couchtisch": {"Walnut coffee table"},
        "table": set(TITLES["Tables"]),
    }.items(),
)
def test_only_what_says_it_is_counted(furniture: None, text: str, expected: set[str]) -> None:
    assert titles(asked(text)) == expected


def test_what_no_title_says_together_is_left_to_meaning(furniture: None) -> None:
    assert titles(asked("lovely table")) == titles(asked("table"))
    assert not asked("sturdy table").interpretation.modifiers


def test_a_unit_behind_a_number_tells_no_kind(furniture: None) -> None:
    assert [each.value for each in asked("32 inch monitor").interpretation.modifiers] == ["32 inch"]
    assert asked("inch monitor").interpretation.modifiers


def test_the_others_of_the_kind_say_what_they_lack(furniture: None) -> None:
    partial = {hit.product.title: hit.missing for hit in asked("coffee table").partial}
    assert partial["Round oak table"] == ["nothing says “coffee”"]


def test_its_chip_can_be_taken_away(furniture: None) -> None:
    [chip] = asked("coffee table").interpretation.modifiers
    assert titles(asked("coffee table", off=(chip.key,))) == set(TITLES["Tables"])


@pytest.mark.parametrize("text", ["kariertes Hemd", "chemise à carreaux", "kareli gömlek"])
def test_a_quality_in_another_language_asks_no_title_for_its_english(
    shop: cast.Shop, text: str
) -> None:
    """That a shirt is checked, says its column: of one that is, the title may say "plaid"."""
    cast.product("Checked shirt Ada", "Shirts", attributes={"pattern": "checked"})
    cast.product("Plaid shirt Bo", "Shirts", attributes={"pattern": "checked"})
    cast.product("Plain shirt Cy", "Shirts")
    forget()
    index_stale()

    assert titles(asked(text)) == {"Checked shirt Ada", "Plaid shirt Bo"}


def test_what_is_called_so_is_one_wherever_it_is_filed(furniture: None) -> None:
    cast.product("Coffee table for dolls", "Toys")
    cast.product("Coffee table cover", "Covers")
    forget()
    assert titles(asked("coffee table")) == {"Walnut coffee table", "Coffee table for dolls"}
