"""Mistakes are corrected towards the shop's words; a wrong correction is worse than none."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Correction
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_shop import shop

SHOP = shop()


def correction(text: str, *off: str) -> Correction | None:
    return interpret(text, SHOP, off).correction


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("snaekers", "sneakers"),
        ("Blak dress", "black dress"),
        ("hsoes", "shoes"),
        ("headfones", "headphones"),
        ("back pakc", "backpack"),
        ("blue vaze", "blue vase"),
        ("red head phonse", "red headphone"),
        ("chiar with kushion", "chair with kushion"),
    ],
)
def test_a_slip_of_the_finger_is_corrected(typed: str, meant: str) -> None:
    assert correction(typed) == Correction(typed, meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("teap", "teapot"), ("blue teap", "blue teapot"), ("sneak", "sneaker")],
)
def test_the_beginning_of_a_name_is_completed(typed: str, meant: str) -> None:
    assert correction(typed) == Correction(typed, meant)


@pytest.mark.parametrize("typed", ["teap blue", "do not sneak", "side", "tea", "everyd"])
def test_a_word_that_may_be_whole_is_not_completed(typed: str) -> None:
    assert correction(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "nike",  # one letter from bike, nice, Nike
        "boats",  # an everyday word beside boots
        "rad",  # too short
        "4242",
        "mug2",
        "m100x",
        "zapatos",
        "SNKRS",
        "“snaekers”",
    ],
)
def test_what_may_be_right_stays_as_it_is(typed: str) -> None:
    assert correction(typed) is None


@pytest.mark.parametrize(
    ("typed", "thing"),
    [
        ("sun glasses", "sunglasses"),
        ("sun glases", "sunglasses"),
        ("sun galsses", "sunglasses"),
        ("rain coat", "raincoat"),
        ("raincot", "raincoat"),
        ("hair dryer", "hairdryer"),
        ("key ring", "keyring"),
        ("tooth bursh", "toothbrush"),
        ("black sun glases", "sunglasses"),
    ],
)
def test_a_thing_that_the_shop_does_not_sell_is_not_what_its_last_word_is(
    typed: str, thing: str
) -> None:
    titles = {"glasses": {"glasses": 9}, "sun": {"hats": 9}, "black": {"hats": 5, "glasses": 5}}
    stats = CatalogueStats(
        categories=(Category("Glasses", "glasses"), Category("Hats", "hats")),
        colors={"black": 10},
        materials=("glass",),
        words={"glasses": 9, "sun": 9, "black": 10, "hat": 9},
        titled={**titles, "hat": {"hats": 9}},
    )
    read = interpret(typed, Vocabulary(stats))
    assert read.unsold == (thing,)
    assert not [each for each in read.entities if each.kind in ("category", "material")]


def test_two_words_of_one_kind_of_title_are_the_word_that_joins_them() -> None:
    titled = {"sun": {"eyewear": 9}, "glasses": {"eyewear": 9, "kitchen": 3}}
    stats = CatalogueStats(
        categories=(Category("Eyewear", "eyewear"), Category("Kitchen", "kitchen")),
        words={"sun": 9, "glasses": 12},
        titled=titled,
    )
    assert interpret("sunglasses", Vocabulary(stats)).unknown == ()
    assert interpret("sun glasses", Vocabulary(stats)).correction is None


def test_a_word_of_a_title_is_never_corrected() -> None:
    stats = CatalogueStats(categories=(Category("Lamps", "lamps"),), words={"lampo": 1})
    assert interpret("lampo", Vocabulary(stats)).correction is None


def test_search_instead_for_what_was_typed() -> None:
    assert correction("snaekers", "correction") is None
    assert interpret("snaekers", SHOP, ["correction"]).text == "snaekers"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kettenoel", "kettenol"),
        ("gepaecktraeger", "gepacktrager"),
        ("harry poter", "harry potter"),
        ("kettenöl", ""),
        ("blue shoes", ""),
    ],
)
def test_umlauts_may_be_spelt_out_and_letters_doubled(typed: str, meant: str) -> None:
    titles = {"kettenol": 2, "gepacktrager": 2, "potter": 2, "peter": 5, "harry": 2, "blu": 9}
    known = Vocabulary(CatalogueStats(words=titles))

    found = interpret(typed, known).correction
    assert (found.to if found else "") == meant


@pytest.mark.parametrize(
    ("page", "typed", "meant"),
    [
        ("de", "Regenschrim", "regenschirm"),
        ("de", "Bluetooth Kopfhöhrer", "Bluetooth kopfhörer"),
        ("fr", "parapluei rouge", "parapluie rouge"),
        ("en", "zapatilas rojas sin cordones", "zapatillas rojas sin cordones"),
        ("de", "snaekers", "sneakers"),
    ],
)
def test_a_thing_is_corrected_in_the_language_that_is_written(
    page: str, typed: str, meant: str
) -> None:
    with translation.override(page):
        assert correction(typed) == Correction(typed, meant)


@pytest.mark.parametrize("typed", ["dökme demir tava", "teal kırmızı elbise", "blaue blau hose"])
def test_no_word_of_another_language_becomes_one_of_the_shop(typed: str) -> None:
    assert correction(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("carcasonne", "carcassonne"), ("skateboad", "skateboard"), ("bakcgammon", "backgammon")],
)
def test_one_title_is_enough_for_a_slip_in_a_long_word(typed: str, meant: str) -> None:
    shop = Vocabulary(CatalogueStats(words={meant: 1, "game": 9, "board": 9}))

    found = interpret(typed, shop)

    assert found.correction is not None
    assert found.correction.to == meant


@pytest.mark.parametrize("typed", ["backgamfon", "azull", "carcazzonne"])
def test_one_title_is_not_enough_for_another_letter_or_a_short_word(typed: str) -> None:
    words = {"backgammon": 1, "azul": 1, "carcassonne": 1, "game": 9}

    assert interpret(typed, Vocabulary(CatalogueStats(words=words))).correction is None


@pytest.mark.parametrize(
    ("language", "thing", "typed", "meant"),
    [
        ("de", "Springseil", "springsel", "springseil"),  # Dutch, Danish: springen
        ("de", "Boxsack", "boxsak", "boxsack"),
        ("de", "Springseil", "springen", None),  # the very word, of two languages
        ("de", "Lampe", "lamp", None),  # English
    ],
)
def test_a_stem_of_another_language_is_no_word_of_it(
    language: str, thing: str, typed: str, meant: str | None
) -> None:
    stats = CatalogueStats(
        categories=(Category(thing, "it"),), words={thing.lower(): 3}, language=language
    )
    found = interpret(typed, Vocabulary(stats)).correction

    assert (found and found.to) == meant
