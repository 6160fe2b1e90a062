"""Whom a thing is given to tells whom it is made for; a gift says nothing of what it is."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret

CLOTHES = CatalogueStats(
    categories=(Category("Shirts", "shirts"), Category("Mugs", "mugs")),
    colors={"red": 9},
    genders=("men", "women"),
    words={"shirt": 20, "mug": 9},
)
SHOP = Vocabulary(CLOTHES)


def asked(text: str, shop: Vocabulary = SHOP) -> set[str]:
    return {f"{each.kind} {each.value}" for each in interpret(text, shop).entities}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("shirt for my husband", "men"),
        ("a shirt for grandma", "women"),
        ("gift for dad", "men"),
        ("sister gift", "women"),
        ("Geschenk für meine Oma", "women"),
        ("cadeau pour mon père", "men"),
        ("regalo para mi novia", "women"),
        ("regalo per il nonno", "men"),
        ("cadeau voor mijn broer", "men"),
        ("presente para o meu pai", "men"),
        ("prezent dla taty", "men"),
        ("annem için hediye", "women"),
        ("подарок маме", "women"),
    ],
)
def test_a_relative_tells_whom_a_thing_is_made_for(text: str, recipient: str) -> None:
    assert f"gender {recipient}" in asked(text)
    assert interpret(text, SHOP).unknown == ()


@pytest.mark.parametrize("text", ["father christmas", "brother sewing machine", "mother board"])
def test_a_relative_that_nothing_is_for_tells_of_nobody(text: str) -> None:
    assert not any(each.startswith("gender") for each in asked(text))


def test_titles_know_better_what_a_relative_is() -> None:
    titled = Vocabulary(
        CatalogueStats(
            categories=CLOTHES.categories,
            genders=CLOTHES.genders,
            words={"shirt": 20, "mug": 9, "dad": 7},
        )
    )
    assert asked("mug for dad", titled) == {"category mugs"}
    assert interpret("mug for dad", titled).text == "mug for dad"


@pytest.mark.parametrize(
    "text",
    [
        "gift under 15 euro",
        "birthday present up to 15 euro",
        "christmas gift ideas under 15 euro",
        "Geschenkidee bis 15 Euro",
        "idée cadeau moins de 15 euros",
        "regalos hasta 15 euros",
    ],
)
def test_a_gift_that_may_cost_so_much_is_anything_that_does(text: str) -> None:
    found = interpret(text, SHOP)
    assert [each.kind for each in found.entities] == ["price_max"]
    assert (found.text, found.unknown) == ("", ())


def test_a_gift_of_which_no_more_is_said_stays_a_gift() -> None:
    assert interpret("birthday gift", SHOP).text == "gift"


def test_what_a_gift_is_for_stays() -> None:
    assert "gardener" in interpret("gift for a gardener under 20 euro", SHOP).text


def test_titles_that_have_the_word_are_asked_for_it() -> None:
    boxes = Vocabulary(
        CatalogueStats(categories=CLOTHES.categories, words={"gift": 8, "box": 9, "mug": 3})
    )
    assert interpret("gift box under 20 euro", boxes).text == "gift box"


@pytest.mark.parametrize(
    "text", ["camisa para el trabajo", "taza para el café", "camisa para la oficina"]
)
def test_what_a_thing_is_for_is_nobody(text: str) -> None:
    """Spanish "para el" is "for the", whatever "para él" is."""
    assert not {each for each in asked(text) if each.startswith("gender")}
