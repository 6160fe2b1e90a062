"""A category of two things: "Coats & Jumpers", whose titles say which of them a product is."""

from __future__ import annotations

import pytest

from search.query import Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(name: str, language: str = "en", **titled: int) -> Vocabulary:
    """Forty products of the category, with so many titles that have each word."""
    return Vocabulary(
        CatalogueStats(
            categories=(Category(name, "two"), Category("Xyzzy", "other")),
            words=titled,
            titled={word: {"two": n} for word, n in titled.items()},
            products={"two": 40, "other": 100},
            total=200,
            language=language,
        )
    )


COATS = shop("Coats & Jumpers", coat=22, jumper=18)
HOODIES = shop("Hoodies & Sweatshirts", hoodie=20, sweatshirt=18)
SEATS = shop("Chairs & Benches", chair=6, bench=5, rocker=20)  # most titles say neither
LITTER = shop("Litter & Trays", litter=30, clumping=12)
JACKEN = shop("Jacken und Westen", "de", jacke=20, jacken=2, weste=18)


def told(found: Interpretation) -> list[tuple[str, ...]]:
    return [each.names for each in found.modifiers if each.wholes]


@pytest.mark.parametrize(
    ("known", "text", "names"),
    [
        (COATS, "coat", [("coat",)]),
        (COATS, "jumpers", [("jumper",)]),
        (JACKEN, "Jacke", [("jacke", "jacken")]),
        (HOODIES, "hoodie", [("hoodies",)]),  # of which English knows no singular
        (SEATS, "chair", []),
        (COATS, "coats and jumpers", []),
    ],
)
def test_its_titles_tell_which_of_them_is_meant(
    known: Vocabulary, text: str, names: list[tuple[str, ...]]
) -> None:
    assert [tuple(sorted(each)) for each in told(interpret(text, known))] == names


def test_a_word_without_plural_names_it_where_titles_say_it_of_nothing_else() -> None:
    found = interpret("clumping litter", LITTER)

    assert [each.key for each in found.entities] == ["category:two"]
    assert ("clumping",) in [each.names for each in found.modifiers]
