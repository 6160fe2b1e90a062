"""Two kinds of things side by side, where the thing itself stands first, as in French."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str, *categories: Category, **titled: dict[str, int]) -> Vocabulary:
    words = {word: sum(places.values()) for word, places in titled.items()}
    return Vocabulary(
        CatalogueStats(categories=categories, words=words, titled=titled, language=language)
    )


FRENCH = shop(
    "fr",
    Category("Housses", "housses"),
    Category("Tables", "tables"),
    Category("Tables basses", "tables/basses"),
    housse={"housses": 4},
    table={"tables": 5, "tables/basses": 3, "housses": 2},
    basse={"tables/basses": 3},
)
ITALIAN = shop(
    "it",
    Category("Calici", "calici"),
    Category("Vini", "vini"),
    Category("Natalizi", "natalizi"),
    calice={"calici": 4},
    calici={"calici": 2},
    vino={"vini": 5, "calici": 3},
)


@pytest.mark.parametrize(
    ("known", "text", "kinds"),
    [
        (FRENCH, "housse table", [("housses",)]),
        (FRENCH, "housses tables basses", [("housses",)]),
        (ITALIAN, "calici vino", [("calici",)]),
        (FRENCH, "table housse", [("tables",), ("housses",)]),  # no table says so of itself
        (ITALIAN, "calici natalizi", [("calici",), ("natalizi",)]),  # which stands beside others
        (FRENCH, "tables basses", [("tables/basses",)]),
    ],
)
def test_what_titles_of_the_first_have_is_what_it_is_for(
    known: Vocabulary, text: str, kinds: list[tuple[str, ...]]
) -> None:
    assert [each.values for each in interpret(text, known).entities] == kinds


@pytest.mark.parametrize(
    ("known", "text", "unknown"),
    [
        (FRENCH, "jolie table", ()),
        (FRENCH, "table confortable", ()),
        (ITALIAN, "calici belli", ()),
        (FRENCH, "table d'occasion", ("occasion",)),  # second-hand: none is
        (ITALIAN, "calici xyzzy", ("xyzzy",)),
    ],
)
def test_what_only_describes_is_no_word_that_the_shop_lacks(
    known: Vocabulary, text: str, unknown: tuple[str, ...]
) -> None:
    assert interpret(text, known).unknown == unknown


@pytest.mark.parametrize(
    ("language", "name", "text", "found"),
    [
        ("es", "Cuadros y espejos", "espejos", True),
        ("pt", "Bolsas e malas", "malas", True),
        ("nl", "Riemen en koffers", "koffers", True),
        ("es", "Luz y hogar", "luz", False),  # no plural: it may be but a part of what is meant
        ("en", "Plus Sizes", "sizes", False),
        ("en", "Mugs y Cups", "cups", False),  # no English "and"
    ],
)
def test_one_of_two_things_in_a_name_is_found_by_its_own(
    language: str, name: str, text: str, found: bool
) -> None:
    known = Vocabulary(CatalogueStats(categories=(Category(name, "both"),), language=language))
    assert [each.name for each in known.phrases.own([text])] == ([text] if found else [])


@pytest.mark.parametrize(
    ("language", "wide", "narrow"),
    [
        ("en", "Hats & Scarves", "Hats"),
        ("es", "Teclados y pianos", "Teclados"),
        ("fr", "Tables et chaises", "Tables"),
    ],
)
def test_a_category_of_one_of_them_goes_before_that_of_both(
    language: str, wide: str, narrow: str
) -> None:
    both = (Category(wide, "both"), Category(f"{wide} > {narrow}", "both/one"))
    known = Vocabulary(CatalogueStats(categories=both, language=language))
    assert [each.value for each in known.phrases.own([narrow.lower()])] == ["both/one"]
