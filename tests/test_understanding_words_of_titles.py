"""Short codes, whom a thing is for, and colours in its name: what titles alone say of them."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from tests import cast
from tests.asked import titles as found

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_cache")]

PARTS = {
    "Bulb H7 55W": "Car > Bulbs",
    "Bulb H4 60/55W": "Car > Bulbs",
    "Engine oil 5W30 5 l": "Car > Oils",
    "Engine oil 10W40 5 l": "Car > Oils",
    "Screw M8x40": "Fixings > Screws",
    "Screw M8 long": "Fixings > Screws",
    "Screw M6x40": "Fixings > Screws",
    "Batteries AA recharged": "Batteries",
    "Batteries AAA alkaline": "Batteries",
    "Drum kit for jazz": "Drums",
    "Jam Drum KIT": "Drums",
}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("bulbs h7", {"Bulb H7 55W"}),
        ("H4 bulbs", {"Bulb H4 60/55W"}),
        ("engine oil 5w30", {"Engine oil 5W30 5 l"}),
        ("oil 10W40", {"Engine oil 10W40 5 l"}),
        ("aa batteries", {"Batteries AA recharged"}),
        ("batteries AAA", {"Batteries AAA alkaline"}),
    ],
)
def test_a_code_is_asked_of_the_titles_of_the_kind(text: str, titles: set[str]) -> None:
    cast.titled(PARTS)

    assert found(text) == titles


@pytest.mark.parametrize(("text", "count"), [("bulb h1", 2), ("screws m8", 3), ("screws", 3)])
def test_a_code_that_is_none_or_a_part_of_sizes_narrows_nothing(text: str, count: int) -> None:
    cast.titled(PARTS)

    assert len(found(text)) == count


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("women's gift set", {"Gift set for ladies"}),
        ("gift set for men", {"Gift set for him and other men"}),
    ],
)
def test_a_title_says_for_whom_it_is_where_no_column_does(text: str, titles: set[str]) -> None:
    cast.titled({"Gift set for ladies": "Gift sets", "Gift set for him and other men": "Gift sets"})
    for gender in ("female", "male"):
        cast.product(f"Scent {gender}", "Scents", gender=gender)

    assert found(text) == titles


@pytest.mark.parametrize(
    ("kind", "red", "pink", "asked"),
    [
        ("Maquillage", "rouge", "rose", "maquillage rouge"),
        ("مكياج", "أحمر", "وردي", "مكياج أحمر"),
    ],
)
def test_what_is_called_after_a_colour_need_not_have_it(
    settings: Settings, kind: str, red: str, pink: str, asked: str
) -> None:
    settings.LANGUAGE_CODE = "fr" if kind.isascii() else "ar"
    lipstick = "Rouge à lèvres mat" if kind.isascii() else "أحمر شفاه مطفي"
    for color in (red, pink):
        product = cast.product(f"{lipstick} {color}", kind)
        Variant.objects.create(product=product, sku=color, price=9, color=color)

    assert found(asked) == {f"{lipstick} {red}"}


def test_titles_may_join_the_word_to_the_kind(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "de"
    sold = ("Reiseschlafsack Bär", "Daunenschlafsack Fuchs", "Schlafsack Dachs")
    cast.titled(dict.fromkeys(sold, "Camping > Schlafsäcke"))

    assert found("Schlafsack Reise") == {"Reiseschlafsack Bär"}
