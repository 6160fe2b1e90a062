"""Bounds of prices in any order and notation, with the currency that was said."""

from __future__ import annotations

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_shop import shop

SHOP = shop()


def bounds(text: str) -> dict[str, str]:
    found = interpret(text, SHOP).entities
    return {e.kind: e.value for e in found if e.kind.startswith("price")}


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("mug under 80", None, "80"),
        ("mug 80 max", None, "80"),
        ("max 80 mug", None, "80"),
        ("80 or less mug", None, "80"),
        ("mug between 100 and 50", "50", "100"),
        ("mug from 100 to 50", "50", "100"),
        ("mug 100-50 €", "50", "100"),
        ("mug 1.200 €", None, "1200"),
        ("mug € 1,200.50", None, "1200.50"),
        ("mug 1.200,50€", None, "1200.50"),
        ("mug from 20 €", "20", None),
        ("mug at least 20 €", "20", None),
        ("mug over 20 but under 40", "20", "40"),
        ("mug under fifty euros", None, "50"),
        ("mug under two hundred", None, "200"),
        ("mug between twenty and thirty five", "20", "35"),
        ("mug under five dollars", None, "5"),
        ("Tasse unter zwanzig Euro", None, "20"),
        ("tasse à moins de quatre-vingts euros", None, "80"),
        ("taza por menos de treinta euros", None, "30"),
        ("sneakers 38-40 between 50 and 90", "50", "90"),
        ("Tasse ab 20 bis 40 Euro", "20", "40"),
        ("tasse entre 20 et 40 €", "20", "40"),
        ("taza hasta 15 euros", None, "15"),
        ("kubek do 50 zł", None, "50"),
        ("mug under 1 000 €", None, "1000"),
        ("mug under 1\u202f250 €", None, "1250"),
        ("mug under 1\u00a0250 €", None, "1250"),
        ("mug under 1'250", None, "1250"),
        ("mug 2 500 €", None, "2500"),
        ("tasse entre 1 000 et 12 500 €", "1000", "12500"),
        ("mug between 10 & 15", "10", "15"),
        ("caneca por menos de R$ 30", None, "30"),
        ("caneca acima de r$30", "30", None),
        ("mug under US$25", None, "25"),
        ("mug between A$ 20 and A$ 40", "20", "40"),
        ("kupa 400 tl den pahalı", "400", None),
        ("kupa 90 TL den ucuz", None, "90"),
        ("kupa 250 lira dan fazla", "250", None),
        ("kupa 300 den az", None, "300"),
        ("kupa 80 tl nin altında", None, "80"),
    ],
)
def test_a_price_is_read_in_any_order_and_notation(
    text: str, low: str | None, high: str | None
) -> None:
    wanted = {"price_min": low, "price_max": high}
    assert bounds(text) == {kind: value for kind, value in wanted.items() if value}


@pytest.mark.parametrize("digits", ["9" * 9, "9" * 28, "9" * 30, "1" + "0" * 400])
def test_a_number_that_no_price_has_is_none(digits: str) -> None:
    for text in (f"mug under {digits}", f"mug {digits} €", f"mug {digits}-5 €"):
        assert bounds(text).get("price_max", "") in ("", "5")


@pytest.mark.parametrize("text", ["mug for over two", "two mugs", "four hundred mugs", "one mug"])
def test_a_number_in_words_is_no_price_by_itself(text: str) -> None:
    assert bounds(text) == {}


def test_the_currency_is_kept_where_it_is_said() -> None:
    for text, currency in (
        ("mug under $44", "USD"),
        ("mug under 44 pounds", "GBP"),
        ("mug 44 €", "EUR"),
        ("mug under 44", ""),
        ("mug 30-44 chf", "CHF"),
    ):
        found = [e for e in interpret(text, SHOP).entities if e.kind == "price_max"]
        assert [each.currency for each in found] == [currency], text


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("blue tops", {"color:Blue", "category:tops"}),
        ("tops", {"category:tops"}),
        ("tops under 20", {"category:tops", "price_max:20"}),
        ("skirts 20 tops", {"category:skirts", "price_max:20"}),
        ("skirts 20 pounds", {"category:skirts", "price_max:20"}),
        ("white pounds", {"color:white", "category:pounds"}),
    ],
)
def test_a_name_of_the_shop_is_a_bound_or_a_currency_behind_a_number_alone(
    text: str, keys: set[str]
) -> None:
    names = ["Tops", "Skirts", "Pounds"]
    shop = Vocabulary(
        CatalogueStats(
            categories=tuple(Category(name, name.lower()) for name in names), colors={"Blue": 4}
        )
    )
    assert {each.key for each in interpret(text, shop).entities} == keys


@pytest.mark.parametrize(
    "text",
    [
        "a mug that is not too expensive",
        "mug not expensive",
        "Becher nicht zu teuer",
        "tasse pas trop chère",
        "taza no muy cara",
        "tazza non troppo cara",
        "mok niet te duur",
        "kubek niezbyt drogi",
        "caneca não muito cara",
    ],
)
def test_whoever_wants_nothing_dear_wants_something_cheap(text: str) -> None:
    found = interpret(text, SHOP)
    [price] = [each for each in found.entities if each.kind == "price_max"]
    assert (price.value, price.hard) == ("9", False)
    assert (found.unjudged, found.unknown, found.excluded) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "high"),
    [
        ("sneakers 42 100 €", "100"),
        ("mug under 40 100% cotton", "40"),
        ("bottle under 30 500 ml", "30"),
    ],
)
def test_two_numbers_beside_each_other_are_no_thousands(text: str, high: str) -> None:
    assert bounds(text) == {"price_max": high}


@pytest.mark.parametrize(
    "text",
    [
        "gift card $50",
        "$50 gift card",
        "voucher for 25 euros",
        "Gutschein über 50 Euro",
        "50 € Geschenkgutschein",
        "carte cadeau 30 €",
        "tarjeta regalo 20 €",
        "cadeaubon 15 euro",
    ],
)
def test_a_sum_beside_a_voucher_is_what_it_is_worth(text: str) -> None:
    assert bounds(text) == {}


@pytest.mark.parametrize("text", ["gift card under $50", "Gutschein unter 50 Euro", "gift 50 €"])
def test_a_limit_for_a_voucher_is_a_limit(text: str) -> None:
    assert bounds(text) == {"price_max": "50"}


@pytest.mark.parametrize(
    ("text", "currency"),
    [("mug under R$ 30", "BRL"), ("mug $30", "USD"), ("mug NZ$ 30", "NZD"), ("C$12 mug", "CAD")],
)
def test_letters_before_a_dollar_say_whose_it_is(text: str, currency: str) -> None:
    found = interpret(text, SHOP)

    assert [each.currency for each in found.entities if each.kind == "price_max"] == [currency]
