"""The one validator of page and API: what it lets through, and what it says to the rest."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from django.http import QueryDict
from pytest_django.fixtures import Settings

from catalog.filters import Filters
from search.forms.search import SORTINGS, SearchForm
from search.query import SORTS, Part, Query
from tests import cast

PHOTO = "A" * 22


def form(**asked: object) -> SearchForm:
    address = QueryDict(mutable=True)
    for name, value in asked.items():
        address.setlist(name, value if isinstance(value, list) else [value])
    return SearchForm(address)


def query(**asked: object) -> Query:
    filled = form(**asked)
    assert filled.is_valid(), filled.errors
    return filled.query()


def complaint(name: str, **asked: object) -> str:
    filled = form(**asked)
    assert not filled.is_valid()
    return " ".join(filled.errors[name])


def test_nothing_asked_is_the_whole_catalogue(settings: Settings) -> None:
    assert query() == Query(page_size=settings.PAGE_SIZE)


def test_every_parameter_arrives_in_the_query() -> None:
    asked = query(
        q=" red boots ",
        brand=["Northlight", "Kiln & Co"],
        size="42",
        price_min="10",
        price_max="80.50",
        in_stock="1",
        sort="-price",
        page_size="50",
        page="3",
        off=["color:red"],
        explain="1",
    )
    assert asked == Query(
        parts=(Part(text="red boots"),),
        filters=Filters(
            brand=("Northlight", "Kiln & Co"),
            size=("42",),
            price_min=Decimal(10),
            price_max=Decimal("80.50"),
            in_stock=True,
        ),
        sort="-price",
        page_size=50,
        page=3,
        off=("color:red",),
        explain=True,
    )


def test_the_weight_is_shared_between_photo_and_words() -> None:
    asked = query(q="red", photo=PHOTO, photo_weight="0.75")
    assert asked.parts == (Part(text="red", weight=0.25), Part(photo_id=PHOTO, weight=0.75))


def test_words_alone_keep_their_whole_weight() -> None:
    assert query(q="red", photo_weight="1").parts == (Part(text="red"),)


def test_parts_come_as_json_and_may_be_negative() -> None:
    parts = [{"text": "sneakers"}, {"photo_id": PHOTO, "weight": -0.5}]
    assert query(parts=json.dumps(parts)).parts == (
        Part(text="sneakers"),
        Part(photo_id=PHOTO, weight=-0.5),
    )


@pytest.mark.django_db
@pytest.mark.parametrize("spelt", ["shoes/sneakers", "Shoes/Sneakers/", "Shoes > Sneakers"])
def test_a_category_may_be_spelt_as_address_or_as_path(spelt: str) -> None:
    cast.red_sneaker()
    assert query(category=spelt).filters.category == "shoes/sneakers"


@pytest.mark.django_db
def test_an_unknown_category_is_answered_with_the_nearest() -> None:
    cast.red_sneaker()
    said = complaint("category", category="shoes/snaekers")
    assert said == "There is no category “shoes/snaekers”. Did you mean “shoes/sneakers”?"


@pytest.mark.django_db
def test_a_category_like_no_other_is_answered_without_a_guess() -> None:
    cast.red_sneaker()
    assert complaint("category", category="zzzz") == "There is no category “zzzz”."


@pytest.mark.django_db
def test_a_product_that_is_not_sold_cannot_be_searched_with() -> None:
    assert complaint("like", like="NOPE") == "There is no product with the SKU “NOPE”."
    assert "NOPE" in complaint("parts", parts='[{"sku": "NOPE"}]')


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("q", "a" * 10_000, "at most 2000 characters (it has 10000)"),
        ("q", "red\x00boots", "Null characters are not allowed."),
        ("brand", "A\x00", "Null characters are not allowed."),
        ("brand", ["a"] * 51, "Choose at most 50 values."),
        ("sort", "cheapest", "“cheapest” is no way to sort."),
        ("page_size", "1000000000", "less than or equal to 100"),
        ("page_size", "0", "greater than or equal to 1"),
        ("page_size", "9" * 5_000, "Enter a whole number."),
        ("page", "-1", "greater than or equal to 1"),
        ("price_min", "NaN", "Enter a number."),
        ("price_max", "Infinity", "Enter a number."),
        ("price_max", "1e999999", "no more than"),
        ("price_min", "-1", "greater than or equal to 0"),
        ("photo_weight", "nan", "Enter a number."),
        ("photo_weight", "2", "less than or equal to 1"),
        ("photo", "../../etc/passwd", "not the id of a photo search"),
        ("photo", PHOTO + "\n1", "not the id of a photo search"),
        ("in_stock", "perhaps", "“perhaps” is neither yes (1) nor no (0)."),
        ("cursor", "x" * 501, "at most 500 characters"),
        ("category", "shoes\x00", "Null characters are not allowed."),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_reason(name: str, value: str, said: str) -> None:
    assert said in complaint(name, **{name: value})


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ("not json", "not a JSON list"),
        ('{"text": "red"}', "not a JSON list"),
        ('["red"]', "not a JSON list"),
        ('[{"text": "\\ud800"}]', "not a JSON list"),
        ("[" * 100_000, "not a JSON list"),
        ('[{"text": "red", "sku": "A"}]', "Part 1 needs exactly one of"),
        ('[{"weight": 1}]', "Part 1 needs exactly one of"),
        ('[{"text": 5}]', "Part 1 needs exactly one of"),
        ('[{"text": "red", "wieght": 1}]', "Part 1 has “wieght”"),
        ('[{"text": "red", "weight": 0}]', "Part 1: the weight"),
        ('[{"text": "red", "weight": NaN}]', "Part 1: the weight"),
        ('[{"text": "red", "weight": true}]', "Part 1: the weight"),
        ('[{"text": "red", "weight": "much"}]', "Part 1: the weight"),
        ('[{"text": "red", "weight": 1' + "0" * 400 + "}]", "Part 1: the weight"),
        ('[{"text": "red", "weight": -1}]', "At least one part needs a weight above 0"),
        ('[{"photo_id": "short"}]', "not the id of a photo search"),
        ('[{"text": "a\\u0000"}]', "Null characters"),
        (json.dumps([{"text": "red"}] * 11), "at most 10 parts"),
        (json.dumps([{"text": "a" * 2001}]), "at most 2000 characters"),
    ],
)
def test_parts_that_make_no_sense_are_refused_with_their_reason(parts: str, said: str) -> None:
    assert said in complaint("parts", parts=parts)


def test_prices_the_wrong_way_round_are_told() -> None:
    said = complaint("price_min", price_min="80", price_max="20")
    assert said == "The lowest price, 80, is above the highest, 20. Swap the two."


def test_the_form_offers_every_order_that_retrieval_knows() -> None:
    assert tuple(order for order, _label in SORTINGS) == SORTS
