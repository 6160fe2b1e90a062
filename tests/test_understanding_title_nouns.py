"""Where no category names it, the noun that titles say is the kind of thing that is asked for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

TITLES = dict.fromkeys(
    re.findall(r"\w+", "shirt t trousers fridge mini magnet bag laptop school"), 9
)
SHOP = CatalogueStats(colors={"Blue": 5, "Red": 5}, words=TITLES, total=60)


def kinds(text: str, stats: CatalogueStats = SHOP) -> dict[str, tuple[str, ...]]:
    found = interpret(text, Vocabulary(stats)).entities
    return {each.words: each.names for each in found if each.kind == "category"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("blue shirts", "shirts"),
        ("blue mini fridge", "fridge"),
        ("red laptop bag", "bag"),
        ("bag for school", "bag"),
        ("trousers", "trousers"),
    ],
)
def test_it_is_the_last_that_stands_before_a_for(text: str, noun: str) -> None:
    assert list(kinds(text)) == [noun]


def test_a_synonym_that_titles_say_names_it_as_well() -> None:
    said = replace(SHOP, words={**TITLES, "pants": 9})
    assert "trousers" in kinds("red pants", said)["pants"]


def test_a_word_that_titles_say_by_another_alone_is_none() -> None:
    """ "Clothes" are shirts and trousers, of which few titles say "clothing"."""
    assert kinds("red pants") == {}


@pytest.mark.parametrize("text", ["blue", "something red", "red zorbel", "under 20"])
def test_a_word_that_no_title_says_is_none(text: str) -> None:
    assert kinds(text) == {}


@pytest.mark.parametrize(
    ("text", "noun"),
    [("blue mini fridge", "fridge"), ("climbing rope", "rope"), ("yoga balls", "balls")],
)
def test_in_a_shop_of_categories_it_is_what_everybody_knows_for_a_thing(
    text: str, noun: str
) -> None:
    words = {**TITLES, "rope": 1, "ball": 3}
    assert list(kinds(text, replace(SHOP, words=words, products={"kitchen": 50}))) == [noun]


@pytest.mark.parametrize("text", ["blue mini", "something for school", "blue lantern"])
def test_in_a_shop_of_categories_no_other_word_is(text: str) -> None:
    assert kinds(text, replace(SHOP, products={"kitchen": 50})) == {}


CATEGORISED = CatalogueStats(
    categories=(Category("Sofas", "sofas"),),
    products={"sofas": 50},
    colors={"Green": 9},
    words={"armchair": 3, "sofa": 9, "overshirt": 1},
)


def test_a_shop_with_categories_has_them_say_it() -> None:
    assert kinds("mini magnet", replace(SHOP, products={"kitchen": 50})) == {}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("green armchair", "armchair"), ("fauteuil vert", "armchair"),
        ("green armchair with arms", "armchair"), ("overshirt under 80", "overshirt"),
    ],
)  # fmt: skip
def test_beside_categories_a_described_word_of_titles_is_asked_for(text: str, noun: str) -> None:
    """Without it, whatever is green or cheap would be counted."""
    assert list(kinds(text, CATEGORISED).values()) == [(noun,)]


@pytest.mark.parametrize("text", ["green", "green zorbel", "something green", "green sofa"])
def test_beside_categories_no_other_word_is(text: str) -> None:
    [*named] = kinds(text, CATEGORISED).values()
    assert "zorbel" not in str(named)
    assert len(named) == text.count("sofa")


@pytest.mark.parametrize("text", ["olive shirts", "tan trousers"])
def test_a_colour_that_is_a_thing_as_well_is_a_colour_beside_it(text: str) -> None:
    found = {each.kind for each in interpret(text, Vocabulary(SHOP)).entities}
    assert found == {"color", "category"}


def test_a_plural_that_changes_the_word_is_said_by_its_singular() -> None:
    shop = replace(SHOP, words={"scarf": 5})
    assert "scarf" in kinds("red scarves", shop)["scarves"]


def test_a_word_that_is_a_bound_behind_numbers_alone_may_be_one() -> None:
    assert list(kinds("blue tops", replace(SHOP, words={"tops": 5}))) == ["tops"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Tisch", {"esstisch", "schreibtisch"}),
        ("de", "blaue Tische", {"esstisch", "schreibtisch"}),
        ("de", "Lampe", {"tischlampe"}),
        ("nl", "blauwe tafel", {"eettafel"}),
    ],
)
def test_a_noun_that_titles_say_at_the_end_of_longer_words_is_the_kind(
    language: str, text: str, names: set[str]
) -> None:
    words = {"esstisch": 4, "schreibtisch": 3, "tischlampe": 9, "eettafel": 6}
    stats = replace(SHOP, words=words, language=language)
    [said] = kinds(text, stats).values()
    assert names <= {*said}
    assert "tischlampe" not in said or "Lampe" in text


@pytest.mark.parametrize(
    ("text", "noun"), [("violín de caoba", "violín"), ("funda para guitarra", "funda")]
)
def test_what_everybody_knows_for_a_thing_is_told_in_the_language_of_the_shop(
    text: str, noun: str
) -> None:
    words = dict.fromkeys(["violin", "funda", "guitarra", "caoba"], 2)
    assert list(kinds(text, replace(SHOP, words=words, products={"m": 50}, language="es"))) == [
        noun
    ]


@pytest.mark.parametrize(
    ("language", "titled", "text"),
    [
        ("nl", "wandelsandalen", "wandelsandalen heren"),
        ("de", "wandersandalen", "wandersandalen herren"),
        ("de", "klappmesser", "klappmesser scharf"),
    ],
)
def test_a_compound_of_a_thing_is_a_thing_where_titles_have_it(
    language: str, titled: str, text: str
) -> None:
    """No category has its name, and no dictionary has them all."""
    words = {titled: 4, "xyzzy": 9}
    stats = CatalogueStats(
        categories=(Category("Xyzzy", "xyzzy"),),
        words=words,
        titled={word: {"xyzzy": n} for word, n in words.items()},
        products={"xyzzy": 13},
        total=13,
        language=language,
    )
    [found] = interpret(text, Vocabulary(stats)).entities[:1]

    assert (found.kind, found.words) == ("category", text.split()[0])


@pytest.mark.parametrize("text", ["hand weights", "red hand weights"])
def test_two_words_may_say_what_titles_call_by_one(text: str) -> None:
    known = Vocabulary(
        CatalogueStats(
            categories=(Category("Fitness", "fitness"),),
            colors={"Red": 4},
            words={"dumbbell": 4, "weights": 3, "hand": 5},
        )
    )
    [kind] = [each for each in interpret(text, known).entities if each.kind == "category"]
    assert (kind.words, kind.names[0]) == ("hand weights", "dumbbell")


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "green tea", "tea"),
        ("de", "grüner Tee", "Tee"),
        ("ru", "зеленый чай", "чай"),
        ("fr", "thé vert", "thé"),
    ],
)
def test_what_is_called_after_a_colour_is_the_thing(language: str, text: str, noun: str) -> None:
    """Together it means nothing of the shop, but its titles have the thing."""
    words = dict.fromkeys(("tea", "tee", "чай", "the", "cup"), 3)
    shop = replace(SHOP, words=words, language=language, products={"kitchen": 50})

    assert list(kinds(text, shop)) == [noun]


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("nl", "zak voor slaap", ("slaapzak",)),
        ("nl", "zak slaap rood", ("slaapzak",)),
        ("de", "Gurt für Sicherheit", ("sicherheitsgurt",)),
        ("ru", "рамка для фото", ("фоторамка",)),
    ],
)
def test_two_words_are_what_titles_join(language: str, text: str, noun: tuple[str, ...]) -> None:
    joined = dict.fromkeys(("slaapzak", "sicherheitsgurt", "фоторамка", "greenhouse"), 2)
    shop = replace(SHOP, words=joined, language=language)

    assert list(kinds(text, shop).values()) == [noun]
    assert kinds("house for green", replace(shop, language="en")) == {}


def test_what_says_more_than_the_thing_is_no_other_word_for_it() -> None:
    """A dictionary has "wall clock" beside "clock", of which some stand on a table."""
    shop = replace(SHOP, words={"часы": 3, "настенные": 1}, language="ru")

    assert list(kinds("настенные часы", shop)) == ["часы"]
