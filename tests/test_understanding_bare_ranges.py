"""A range without a unit is of prices only where nothing else of the kind is so much."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

STATS = CatalogueStats(
    categories=tuple(
        Category(name, name.lower()) for name in ("Sofas", "Lamps", "Puzzles", "Boots", "Toys")
    ),
    products=dict.fromkeys(("sofas", "lamps", "puzzles", "boots", "toys"), 20),
    cheap={
        "sofas": Decimal(280),
        "lamps": Decimal(30),
        "puzzles": Decimal(25),
        "boots": Decimal(45),
        "toys": Decimal(9),
    },
    attributes={"Power": ("40 W", "60 W")},
    amounts={("Power", "40 W"): ("lamps",), ("Power", "60 W"): ("lamps",)},
    sizes={"boots": {"41": 5, "42": 5, "43": 5}},
    words={"sofa": 20, "puzzle": 20, "500": 9, "1000": 9, "90cm": 4},
)
SHOP = Vocabulary(STATS)


def found(text: str) -> dict[str, tuple[str, bool]]:
    return {each.kind: (each.value, each.hard) for each in interpret(text, SHOP).entities}


def prices(text: str) -> tuple[str, ...]:
    read = found(text)
    return tuple(read[kind][0] for kind in ("price_min", "price_max") if kind in read)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("sofa 200 to 400", ("200", "400")),
        ("sofas 400-200", ("200", "400")),
        ("puzzle 20 - 40", ("20", "40")),
    ],
)
def test_it_is_a_preference_where_nothing_else_is_so_much(
    text: str, bounds: tuple[str, ...]
) -> None:
    assert prices(text) == bounds
    assert not found(text)["price_max"][1]


@pytest.mark.parametrize(
    "text",
    [
        "lamp 40 to 60",  # watts
        "puzzle 500 to 1000",  # pieces
        "sofa 80 - 100",  # a title has 90 cm
        "sofa 20 to 40",  # nobody sells one for that
        "toys 8 to 12",  # years
        "boots 41 to 43",
        "sofa size 200 to 400",
        "sofa 200 to 400 cm",
        "sofa 1950 to 1970",
        "200 to 400",
    ],
)
def test_it_is_none_where_something_is(text: str) -> None:
    assert prices(text) == ()


@pytest.mark.parametrize(
    ("text", "bounds"),
    [("Puzzle 30 bis 50", ("30", "50")), ("sofas 300 hasta 500", ("300", "500"))],
)
def test_a_bound_behind_a_number_is_the_upper_end_of_both(
    text: str, bounds: tuple[str, ...]
) -> None:
    with translation.override("de" if "bis" in text else "es"):
        assert prices(text) == bounds
        assert found(text)["price_max"][1]


def test_sizes_from_one_to_another_are_no_bound_of_prices() -> None:
    with translation.override("de"):
        assert prices("boots 41 bis 43") == ()
        assert "size" in found("boots 41 bis 43")
