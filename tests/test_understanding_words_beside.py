"""In a shop of any language a word that some titles of a kind have tells which of it are meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret


def shop(language: str, kind: str, **titled: int) -> Vocabulary:
    """A category with words of its titles, and the last of them in another category alone."""
    *inside, elsewhere = titled
    places = {word: {"kind": titled[word]} for word in inside}
    places[elsewhere] = {"other": titled[elsewhere]}
    categories = (Category(kind, "kind"), Category("Xyzzy", "other"))
    return Vocabulary(
        CatalogueStats(categories=categories, words=titled, titled=places, language=language)
    )


SPANISH = shop("es", "Lámparas", lampara=9, tripode=2, bambu=3, farolillo=3)
DUTCH = shop("nl", "Stoelen", stoel=9, mooie=1, comfortabele=2, klapstoel=1, kussen=3, parasol=3)
FRENCH = shop("fr", "Chaises", chaise=9, pliante=2, empilable=4, empilables=1, tiroir=2, toile=3)
ITALIAN = shop("it", "Zaini", zaino=8, zaini=2, rotelle=3, ombrello=3)


@pytest.mark.parametrize(
    ("known", "text", "names"),
    [
        (SPANISH, "lámpara con trípode", [("tripode",)]),
        (SPANISH, "lámpara de bambú", [("bambu",)]),
        (FRENCH, "chaise avec tiroir", [("tiroir",)]),
        (FRENCH, "chaise empilable", [("empilable", "empilables")]),
        (ITALIAN, "zaino con rotelle", [("rotelle",)]),
        (DUTCH, "comfortabele stoel met kussen", [("kussen",)]),
    ],
)
def test_what_titles_of_the_kind_have_is_asked_of_them(
    known: Vocabulary, text: str, names: list[tuple[str, ...]]
) -> None:
    assert [each.names for each in interpret(text, known).modifiers] == names


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (SPANISH, "lámpara"),
        (SPANISH, "lámpara con farolillo"),  # of other things alone
        (FRENCH, "chaise confortable"),  # of no title
        (FRENCH, "chaise pliante"),  # foldable: left to meaning in English, too
        (ITALIAN, "rotelle"),  # beside no kind
        (DUTCH, "mooie stoel"),  # beautiful: what few of the beautiful ones say
        (DUTCH, "comfortabele stoel"),
    ],
)
def test_what_none_of_them_has_is_left_to_meaning(known: Vocabulary, text: str) -> None:
    assert interpret(text, known).modifiers == ()


def test_it_can_be_switched_off() -> None:
    assert interpret("zaino con rotelle", ITALIAN, ["modifier:rotelle"]).modifiers == ()


def clothes(language: str, kind: str, **titled: int) -> Vocabulary:
    """Forty of a kind, with so many titles that have each word."""
    places = {word: {"kind": n} for word, n in titled.items()}
    return Vocabulary(
        CatalogueStats(
            categories=(Category(kind, "kind"),),
            words=titled,
            titled=places,
            products={"kind": 40},
            total=200,
            language=language,
        )
    )


DRESSES = clothes("pt", "Vestidos", vestido=40, longo=12, bonito=2)
RUGS = clothes("de", "Teppiche", teppich=40, rund=9)
COATS = clothes("en", "Coats", coat=40, waterproof=9, long=5, cosy=2)


@pytest.mark.parametrize(
    ("known", "text", "names"),
    [
        (DRESSES, "vestido longo", [("longo",)]),
        (DRESSES, "long dress", [("longo",)]),
        (DRESSES, "vestido bonito", []),  # two of forty: the others may be so too
        (RUGS, "Teppich rund", [("rund",)]),
        (RUGS, "Teppich rund 50 Euro", []),  # about 50
        (COATS, "waterproof dog coat", [("waterproof",)]),
        (COATS, "cosy coat", []),
    ],
)
def test_what_a_good_part_of_the_titles_say_tells_the_kind_apart(
    known: Vocabulary, text: str, names: list[tuple[str, ...]]
) -> None:
    told = [each.names for each in interpret(text, known).modifiers]
    assert [each for each in told if "dog" not in each] == names


PATHS = ("food", "food/tea", "food/rice", "kitchen", "kitchen/pans")
ENGLISH = CatalogueStats(
    categories=tuple(Category(path.rsplit("/")[-1].title(), path) for path in PATHS),
    words=dict.fromkeys(("tea", "rice", "jasmine", "truffle", "pan", "copper", "beautiful"), 3),
    titled={
        "tea": {"food/tea": 9},
        "rice": {"food/rice": 9},
        "pan": {"kitchen/pans": 9},
        "jasmine": {"food/tea": 2, "food/rice": 1},
        "truffle": {"food/rice": 1},
        "copper": {"kitchen/pans": 3},
        "beautiful": {"food/tea": 3},
    },
    products={"food": 18, "food/tea": 9, "food/rice": 9, "kitchen": 22, "kitchen/pans": 9},
    total=60,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("jasmine food", [("jasmine",)]),
        ("food with jasmine", [("jasmine",)]),
        ("truffle food", []),  # of one title
        ("copper food", []),  # of none of them
        ("beautiful food", []),  # describes
        ("jasmine tea", []),  # no department: left to meaning
        ("jasmine", []),
    ],
)
def test_in_english_titles_tell_which_of_a_department(
    text: str, names: list[tuple[str, ...]]
) -> None:
    assert [each.names for each in interpret(text, Vocabulary(ENGLISH)).modifiers] == names


def test_what_most_of_a_shop_is_counts_as_a_department() -> None:
    tea = replace(ENGLISH, total=17)

    assert [each.key for each in interpret("jasmine tea", Vocabulary(tea)).modifiers] == [
        "modifier:jasmine"
    ]


def test_a_word_is_asked_in_its_irregular_forms_too() -> None:
    """Of full text, "man" (of "uomo", Italian) has no "men" among its forms."""
    watches = shop("en", "Watches", watch=9, men=5, knives=4, ring=3)
    most = replace(watches.stats, products={"kind": 9, "other": 3}, total=12)
    [asked] = interpret("orologio uomo", Vocabulary(most)).modifiers

    assert set(asked.names) == {"man", "men"}


def packs(**titled: dict[str, int]) -> Vocabulary:
    """Backpacks and mugs of a shop in English."""
    return Vocabulary(
        CatalogueStats(
            categories=(Category("Backpacks", "packs"), Category("Mugs & cups", "mugs")),
            words={word: sum(places.values()) for word, places in titled.items()},
            titled=titled,
            products={"packs": 12, "mugs": 10},
        )
    )


ROLLED = packs(backpack={"packs": 12}, roll={"packs": 3}, top={"packs": 4})


@pytest.mark.parametrize(
    "text",
    ["roll-top backpack", "plecak rolowany", "sac à dos à enroulement", "mochila enrollable"],
)
def test_what_english_says_in_two_words_is_asked_of_titles_in_every_language(text: str) -> None:
    names = [each.names for each in interpret(text, ROLLED).modifiers]
    assert sorted(names) == [("roll",), ("top",)]


def test_titles_have_all_of_these_words_or_none_tells() -> None:
    some = packs(backpack={"packs": 12}, roll={"packs": 3}, top={"mugs": 4})
    assert interpret("plecak rolowany", some).modifiers == ()


def test_two_words_for_one_thing_tell_nothing_apart() -> None:
    """Of "Mugs & cups" a cup is meant as well by who asks for a mug; of "Coats & jumpers" not."""
    known = packs(mug={"mugs": 6}, cup={"mugs": 4})
    for text in ("mugs", "coffee cup", "Tasse", "tazza"):
        assert interpret(text, known).modifiers == ()
