"""An amount is a size where the thing is sold by it, else a number among the attributes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_new_shops import shops

SHOPS = shops()


def values(shop: str, text: str, kind: str) -> list[str]:
    found = interpret(text, SHOPS[shop]).entities
    return [value for each in found if each.kind == kind for value in each.values]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("slippers 43", ["42-44"]),
        ("socks 43-46", ["42-44", "45-47"]),
        ("socks size 36 - 38", ["36-38"]),
        ("running shoes eu42", ["42"]),
        ("running shoes 42 eu", ["42"]),
        ("running shoes 39 to 41", ["39", "40", "41"]),
        ("belt 950 mm", ["95 cm"]),
        ("belt 0,95 m", ["95 cm"]),
        ("belt 90 to 110 cm", ["95 cm", "105 cm"]),
        ("belt at least 1 m", ["105 cm"]),
    ],
)
def test_a_size_of_what_is_asked_for_is_found_in_any_notation(text: str, sizes: list[str]) -> None:
    assert values("fashion", text, "size") == sizes


@pytest.mark.parametrize(
    "text", ["wallet 95 cm", "jacket 42", "sunglasses 42", "dress 95cm", "blouse size 36"]
)
def test_it_is_never_the_size_of_some_other_kind_of_thing(text: str) -> None:
    assert values("fashion", text, "size") == []


def test_where_nobody_knows_what_is_asked_for_a_measure_empties_nothing() -> None:
    [entity] = interpret("qelt 95 cm", SHOPS["fashion"]).entities
    assert (entity.kind, entity.hard) == ("size", False)
    assert interpret("qelt 95 cm", SHOPS["fashion"]).text == "qelt 95 cm"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("watering can 1.5 l", ["Capacity:1.4 l"]),
        ("watering can 1½ l", ["Capacity:1.4 l"]),
        ("watering can 140 cl", ["Capacity:1.4 l"]),
        ("watering can 3 l", []),
        ("watering can 4 to 12 l", ["Capacity:5 l", "Capacity:10 l"]),
        ("watering can between 10 and 5 litres", ["Capacity:5 l", "Capacity:10 l"]),
        ("rain barrel 100 l or more", ["Capacity:200 l"]),
        ("drill at most 100 w", ["Power:40 W", "Power:60 W", "Power:100 W"]),
        ("drill 0.8 kw", ["Power:800 W"]),
    ],
)
def test_numbers_with_units_are_read_from_the_attributes(text: str, found: list[str]) -> None:
    assert values("hardware", text, "attribute") == found


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("half a litre bottle", ["Capacity:500 ml"]),
        ("half-litre bottle", ["Capacity:500 ml"]),
        ("Flasche halber Liter", ["Capacity:500 ml"]),
        ("bouteille d'un demi-litre", ["Capacity:500 ml"]),
        ("botella de medio litro", ["Capacity:500 ml"]),
        ("bottiglia da mezzo litro", ["Capacity:500 ml"]),
        ("bottiglia da 500 ml", ["Capacity:500 ml"]),
        ("fles van een halve liter", ["Capacity:500 ml"]),
        ("butelka pół litra", ["Capacity:500 ml"]),
        ("бутылка пол-литра", ["Capacity:500 ml"]),
        ("半升瓶子", ["Capacity:500 ml"]),
        ("半リットルのボトル", ["Capacity:500 ml"]),
        ("반 리터 병", ["Capacity:500 ml"]),
        ("ขวดครึ่งลิตร", ["Capacity:500 ml"]),
        ("زجاجة نصف لتر", ["Capacity:500 ml"]),
        ("garrafa de meio litro", ["Capacity:500 ml"]),
        ("yarım litre şişe", ["Capacity:500 ml"]),
        ("half zip bottle", []),
    ],
)
def test_half_of_a_unit_is_an_amount_in_every_language(text: str, half: list[str]) -> None:
    stats = CatalogueStats(
        categories=(Category("Bottles", "bottles"),),
        products={"bottles": 9},
        attributes={"Capacity": ("500 ml", "1 l")},
    )
    found = interpret(text, Vocabulary(stats)).entities
    assert [value for each in found if each.kind == "attribute" for value in each.values] == half


@pytest.mark.parametrize(
    "text",
    [
        "Flasche 500 Milliliter",
        "gourde 50 cl",
        "бутылка 500 мл",
        "бутылка 0,5 литра",
        "زجاجة 500 مل",
        "500毫升水瓶",
        "500ミリリットルのボトル",
        "500밀리리터 물병",
        "ขวดน้ำ 500 มล",
        "0.5 litrelik şişe",
    ],
)
def test_a_unit_is_one_in_every_language_and_script(text: str) -> None:
    stats = CatalogueStats(
        categories=(Category("Bottles", "bottles"),),
        products={"bottles": 9},
        attributes={"Capacity": ("500 ml", "1 l")},
    )
    found = interpret(text, Vocabulary(stats)).entities
    assert [value for each in found if each.kind == "attribute" for value in each.values] == [
        "Capacity:500 ml"
    ]


def test_the_attribute_that_is_named_beside_it_is_meant() -> None:
    assert values("electronics", "laptop 256 gb storage", "attribute") == ["Storage:256 GB"]
    assert values("electronics", "laptop with 8 gb RAM", "attribute") == ["RAM:8 GB"]


@pytest.mark.parametrize(
    "text",
    ["laptop 8 GB of RAM", "portátil con 8 GB de RAM", "ordinateur portable 8 Go de RAM",
     "portatile 8 GB di RAM"],
)  # fmt: skip
def test_so_is_what_stands_behind_of(text: str) -> None:
    found = interpret(text, SHOPS["electronics"])

    assert "attribute:RAM:8 GB" in {each.key for each in found.entities}
    assert "ram" not in found.unknown


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("running shoes size 50", "There is no size 50 of this. Nearest: 43, 44."),
        ("slippers size 48", "There is no size 48 of this. Nearest: 42-44, 45-47."),
        ("belt 100 cm", "There is no size 100 cm of this. Nearest: 95 cm, 105 cm."),
        ("running shoes US 9", "There is no size US 9 of this."),
        ("t-shirt size XXL", "There is no size XXL of this."),
    ],
)
def test_a_size_that_is_not_there_is_said_with_its_neighbours(text: str, sentence: str) -> None:
    found = interpret(text, SHOPS["fashion"])
    assert [notice.sentence for notice in found.notices] == [sentence]
    assert [each for each in found.entities if each.kind == "size"] == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("slippers 43", "size 42-44"),
        ("socks size 43-46", "size 42-44 / 45-47"),
        ("running shoes 39 to 44", "size 39 … 44"),
    ],
)
def test_a_chip_names_the_sizes_that_meet_it(text: str, label: str) -> None:
    assert label in [each.label for each in interpret(text, SHOPS["fashion"]).entities]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("t-shirt size S-L", ["S", "M", "L"]),
        ("t-shirt M-L", ["M", "L"]),
        ("t-shirt S to L", ["S", "M", "L"]),
        ("t-shirt L/M", ["M", "L"]),
    ],
)
def test_a_range_of_lettered_sizes_is_one_choice(text: str, sizes: list[str]) -> None:
    [entity] = [e for e in interpret(text, SHOPS["fashion"]).entities if e.kind == "size"]
    assert list(entity.values) == sizes


def test_eur_before_a_size_of_the_thing_is_no_price() -> None:
    assert values("fashion", "running shoes EUR 42", "size") == ["42"]
    assert values("fashion", "running shoes EUR 420", "size") == []
    [price] = interpret("running shoes EUR 420", SHOPS["fashion"]).entities[1:]
    assert (price.kind, price.value) == ("price_max", "420")


KINDS = ("Tents", "Sofas", "Mirrors", "Shelves", "Pots")
OUTFITTER = Vocabulary(
    CatalogueStats(
        categories=tuple(
            Category(name, name.lower())
            for name in ("Tents", "Sofas", "Mirrors", "Shelves", "Pots")
        ),
        attributes={
            "sleeps": ("2", "4", "1 child"),
            "seats": ("2", "3"),
            "width": ("60 cm",),
            "height": ("90 cm", "80 cm"),
        },
        amounts={
            ("sleeps", "2"): ("tents",),
            ("sleeps", "4"): ("tents",),
            ("seats", "2"): ("sofas",),
            ("seats", "3"): ("sofas",),
            ("width", "60 cm"): ("mirrors", "shelves"),
            ("height", "90 cm"): ("mirrors",),
            ("height", "80 cm"): ("shelves",),
        },
        words={"tent": 8, "sofa": 9, "mirror": 6, "shelf": 4, "pot": 5},
    )
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tent for 4 people", "sleeps:4"),
        ("4-person tent", "sleeps:4"),
        ("two person tent", "sleeps:2"),
        ("tent sleeps 4 persons", "sleeps:4"),
        ("Zelt für vier Personen", "sleeps:4"),
        ("2-Personen-Zelt", "sleeps:2"),
        ("tente 4 places", "sleeps:4"),
        ("tente pour deux personnes", "sleeps:2"),
        ("tent voor 2 personen", "sleeps:2"),
        ("tent for 3 people", "sleeps:4"),  # the next that they go into
        ("3 seater sofa", "seats:3"),
        ("sofa for two persons", "seats:2"),
        ("canapé trois places", "seats:3"),
        ("Sofa 3-Sitzer", "seats:3"),
    ],
)
def test_for_how_many_is_an_amount_of_the_thing(text: str, value: str) -> None:
    found = [e for e in interpret(text, OUTFITTER).entities if e.kind == "attribute"]
    assert [each.value for each in found] == [value]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("tent for 9 people", "sleeps: 2, sleeps: 4"),
        ("mirror 80 cm", "width: 60 cm, height: 90 cm"),  # it is a shelf that is 80 cm high
        ("mirror 30 inch", "width: 60 cm, height: 90 cm"),
        ("shelf 200 cm", "width: 60 cm, height: 80 cm"),
    ],
)
def test_an_amount_of_another_kind_of_thing_is_not_demanded(text: str, nearest: str) -> None:
    found = interpret(text, OUTFITTER)
    assert [each.kind for each in found.entities] == ["category"]
    [notice] = found.notices
    assert notice.sentence.endswith(f"Nearest: {nearest}.")


@pytest.mark.parametrize("text", ["pot for 6 people", "pot 2 l", "pot 80 cm"])
def test_nothing_is_said_of_what_no_such_thing_has(text: str) -> None:
    found = interpret(text, OUTFITTER)
    assert [each.kind for each in found.entities] == ["category"]
    assert found.notices == ()


def test_an_amount_that_may_be_of_two_attributes_is_named_as_typed() -> None:
    stats = replace(OUTFITTER.stats, attributes={"width": ("60 cm",), "depth": ("60 cm",)})
    [_kind, amount] = interpret("shelf 60cm", Vocabulary(replace(stats, amounts={}))).entities
    assert (amount.label, amount.values) == ("60cm", ("depth:60 cm", "width:60 cm"))


@pytest.mark.parametrize(
    "text", ["lamp 30 hours", "Lampe 30 Stunden", "lampe 30 heures", "lamp 30 uur", "лампа 30 часа"]
)
def test_hours_and_days_are_amounts(text: str) -> None:
    lamps = CatalogueStats(
        categories=(Category("Lamps", "lamps"),),
        attributes={"battery": ("30 h", "7 d")},
        words={"lamp": 9},
    )
    battery = {each.values for each in interpret(text, Vocabulary(lamps)).entities} - {("lamps",)}
    assert battery == {("battery:30 h",)}
