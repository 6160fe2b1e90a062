"""What must not be is excluded, never asked for; what cannot be judged is said instead."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_new_shops import shops

SHOPS = shops()


def demands(shop: str, text: str) -> set[str]:
    return {each.key for each in interpret(text, SHOPS[shop]).entities}


@pytest.mark.parametrize(
    "no", ['without "{}"', 'not "{}"', '-"{}"', '--"{}"', "except “{}”", "-{}"]
)
@pytest.mark.parametrize(
    ("thing", "what", "key"),
    [
        ("jacket", "red", "color:Red"),
        ("cardigan", "cotton", "material:Cotton"),
        ("backpack", "Lindqvist", "brand:Lindqvist"),
    ],
)
def test_a_negation_before_a_name_or_a_quotation_excludes_it(
    no: str, thing: str, what: str, key: str
) -> None:
    found = interpret(f"{thing} {no.format(what)}", SHOPS["fashion"])
    excluded = [each for each in found.entities if each.kind == "not"]
    assert [each.value for each in excluded] == [key]
    assert found.phrases == ()
    assert key not in {each.key for each in found.entities}


@pytest.mark.parametrize(
    "text", ["running shoes -42", "running shoes not size 42", "running shoes without 42",
             "running shoes no 42", "running shoes not eu 42", "running shoes not EU42"],
)  # fmt: skip
def test_a_negated_size_is_no_size(text: str) -> None:
    assert demands("fashion", text) == {"category:footwear/running-shoes", "not:size:42"}


def test_a_negated_letter_is_a_size_too() -> None:
    assert demands("fashion", "t-shirt not M") == {"category:apparel/t-shirts", "not:size:M"}


def test_a_negated_measure_excludes_the_number_among_the_attributes() -> None:
    assert "not:attribute:Power:60 W" in demands("hardware", "light bulb not 60 watt")


def test_all_spellings_and_shades_of_a_colour_are_excluded() -> None:
    [negated] = [e for e in interpret("jacket not green", SHOPS["fashion"]).entities if e.hard]
    assert set(negated.values) == {"color:Green", "color:Dark Green"}


def test_a_misspelt_negation_is_one() -> None:
    for typed in ("jacket withot red", "jacket wihtout red", "jacket excpt red"):
        assert "not:color:Red" in demands("fashion", typed), typed


def test_what_nothing_states_is_said_and_no_chip() -> None:
    for typed in ("jacket without pockets", "jacket no pockets", 'jacket without "pockets"'):
        found = interpret(typed, SHOPS["fashion"])
        assert found.unjudged == ("pockets",), typed
        assert found.excluded == ()
        assert {each.kind for each in found.entities} == {"category"}
        assert found.text == "jacket"


def test_a_bound_is_no_negation() -> None:
    assert demands("fashion", "jacket not over 50") == {"category:apparel/jackets", "price_max:50"}
    assert "price_max:50" in demands("fashion", "jacket no more than 50")


def test_a_range_is_no_negation() -> None:
    assert "size:42" not in demands("fashion", "socks 42-44")
    assert not any(key.startswith("not:") for key in demands("fashion", "socks 42-44"))


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("jacket without red, blue or green", ["color:Red", "color:Blue", "color:Green"]),
        ("jacket not red, not blue", ["color:Red", "color:Blue"]),
        ("cardigan without merino wool and cotton", ["material:Merino Wool", "material:Cotton"]),
        ('cardigan without "linen" and "cotton"', ["material:Linen", "material:Cotton"]),
        ('cardigan except "linen", "cotton"', ["material:Linen", "material:Cotton"]),
        ("running shoes not 41, 42", ["size:41", "size:42"]),
    ],
)
def test_a_negation_goes_for_the_whole_list(text: str, excluded: list[str]) -> None:
    found = interpret(text, SHOPS["fashion"])
    assert [each.value for each in found.entities if each.kind == "not"] == excluded
    assert {each.kind for each in found.entities} == {"category", "not"}
    assert found.phrases == ()


@pytest.mark.parametrize("text", ["jacket without hood, red", "jacket not cotton and red"])
def test_what_follows_of_another_kind_is_asked_for(text: str) -> None:
    assert "color:Red" in demands("fashion", text)


def test_a_negated_number_of_something_is_never_asked_for() -> None:
    for text in ("jacket not 3 pieces", "Jacke nicht 3 teilig", "veste sans 2 pièces"):
        found = interpret(text, SHOPS["fashion"])
        assert len(found.unjudged) == 1, text
        assert not {"2", "3"} & {*found.text.split()}, text
        assert [each.kind for each in found.entities] == ["category"], text


def test_what_must_not_be_is_said_as_it_was_typed() -> None:
    [negated] = [e for e in interpret("jacket ohne Streifen", SHOPS["fashion"]).entities if e.hard]
    assert negated.label == "not Striped"


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("dress without sleeves", {"Sleeves:long", "Sleeves:short"}),
        ("dress no sleeves", {"Sleeves:long", "Sleeves:short"}),
        ("dress without a pattern", {"Pattern:striped", "Pattern:floral"}),
        ("dress without prints", {"Pattern:striped", "Pattern:floral"}),
        ("Kleid ohne Muster", {"Pattern:striped", "Pattern:floral"}),
        ("robe sans manches", {"Sleeves:long", "Sleeves:short"}),
        ("robe sans motif", {"Pattern:striped", "Pattern:floral"}),
        ("sleeveless dress", {"Sleeves:long", "Sleeves:short"}),
        ("patternless dress", {"Pattern:striped", "Pattern:floral"}),
        ("ärmelloses Kleid", {"Sleeves:long", "Sleeves:short"}),
        ("ein musterloses Kleid", {"Pattern:striped", "Pattern:floral"}),
        ("kolsuz elbise", {"Sleeves:long", "Sleeves:short"}),
    ],
)
def test_without_what_an_attribute_states_leaves_out_all_that_it_states(
    text: str, stated: set[str]
) -> None:
    attributes = {"Sleeves": ("long", "short", "none"), "Pattern": ("striped", "floral", "plain")}
    stats = CatalogueStats(categories=(Category("Dresses", "dresses"),), attributes=attributes)
    found = interpret(text, Vocabulary(stats))
    [unwanted] = [each for each in found.entities if each.kind == "not"]
    assert set(unwanted.values) == {f"attribute:{each}" for each in stated}
    assert found.unjudged == ()


@pytest.mark.parametrize(
    ("text", "excluded"),
    [
        ("jacket neither red nor blue", ["color:Red", "color:Blue"]),
        ("jacket with neither red nor blue", ["color:Red", "color:Blue"]),
        ("Jacke weder rot noch blau", ["color:Red", "color:Blue"]),
        ("chaqueta ni roja ni azul", ["color:Red", "color:Blue"]),
        ("giacca né rossa né blu", ["color:Red", "color:Blue"]),
        ("veste ni rouge ni bleue", ["color:Red", "color:Blue"]),
        ("kurtka ani czerwona ani niebieska", ["color:Red", "color:Blue"]),
        ("I don't want a red jacket", ["color:Red"]),
        ("jacket, never red", ["color:Red"]),
        ("nothing red, jacket", ["color:Red"]),
        ("non-cotton cardigan", ["material:Cotton"]),
        ("cotton free cardigan", ["material:Cotton"]),
        ("cotton-free cardigan", ["material:Cotton"]),
        ("baumwollfreie Jacke", ["material:Cotton"]),
        ('t-shirt without "size M"', ["size:M"]),
    ],
)
def test_there_are_many_ways_to_say_what_must_not_be(text: str, excluded: list[str]) -> None:
    found = interpret(text, SHOPS["fashion"])
    assert [each.value for each in found.entities if each.kind == "not"] == excluded
    assert {each.kind for each in found.entities} == {"category", "not"}
    assert found.unknown == ()


@pytest.mark.parametrize("text", ["non slip socks", "non-iron t-shirt", "free standing backpack"])
def test_a_quality_that_begins_like_a_negation_is_none(text: str) -> None:
    assert not any(key.startswith("not:") for key in demands("fashion", text))


def test_nothing_but_one_thing_is_only_that() -> None:
    assert "color:Red" in demands("fashion", "jacket in nothing but red")
    assert "price_min:50" in demands("fashion", "jacket nothing under 50")


@pytest.mark.parametrize(
    ("text", "part"),
    [("lampe sans abat-jour", "abat jour"), ("jacket without zip-pull", "zip pull")],
)
def test_a_word_with_a_hyphen_is_left_out_whole(text: str, part: str) -> None:
    found = interpret(text, SHOPS["fashion"])
    assert found.unjudged == (part,)


def test_a_thing_of_another_department_is_only_a_part_of_what_is_asked_for() -> None:
    categories = (
        Category("Lamps", "light/lamps"),
        Category("Umbrellas", "outdoors/umbrellas"),
        Category("Boots", "shoes/boots"),
        Category("Shoes", "shoes"),
    )
    shop = Vocabulary(CatalogueStats(categories=categories, language="en"))
    with translation.override("de"):
        found = interpret("Lampe ohne Schirm", shop)
    assert found.unjudged == ("schirm",)
    assert [each.key for each in found.entities] == ["category:light/lamps"]
    kept = interpret("shoes without boots", shop)
    assert "not:category:shoes/boots" in {each.key for each in kept.entities}


@pytest.mark.parametrize(
    "text",
    [
        "jacket, not the colour red", "my aunt hates the colour red, a jacket",
        "neither red jacket", "jacket, I don't like red", "jacket for someone who dislikes red",
        "Jacke, aber nicht in der Farbe Rot", "eine Jacke für Anna, die Rot hasst",
        "Jacke, weder rot", "veste pas de couleur rouge", "veste, elle déteste le rouge",
        "veste, je n'aime pas le rouge", "chaqueta que no sea de color rojo",
        "chaqueta, no me gusta el rojo", "giacca, non mi piace il rosso", "jas, geen kleur rood",
        "kurtka, nie lubię czerwony", "kırmızı sevmeyen için ceket",
    ],
)  # fmt: skip
def test_a_dislike_is_no_demand(text: str) -> None:
    found = demands("fashion", text)
    assert "not:color:Red" in found
    assert "color:Red" not in found


@pytest.mark.parametrize(
    "text",
    ["jacket neither red nor blue", "Jacke weder rot noch blau", "veste ni rouge ni bleue",
     "chaqueta ni roja ni azul", "giacca né rossa né blu", "jas noch rood noch blauw"],
)  # fmt: skip
def test_neither_nor_goes_for_both(text: str) -> None:
    found = {each for each in demands("fashion", text) if "color" in each}
    assert found == {"not:color:Red", "not:color:Blue"}


@pytest.mark.parametrize(
    "text",
    [
        "a jacket that isn't red", "jackets that aren't red", "jacket which doesn't come in red",
        "jacket that isnt red", "jackets that don't have any red", "veste qui n'est pas rouge",
        "jacket without being red", "chaqueta sin ser roja", "giacca senza essere rossa",
        "veste sans être rouge", "jaqueta sem ser vermelha",
        "chaqueta que no sea roja", "chaqueta que no tenga rojo", "giacca che non sia rossa",
        "giacca che non è rossa", "jaqueta que não seja vermelha", "jas die niet rood is",
        "Jacken, die nicht rot sind", "kurtka która nie jest czerwona",
        "jacket that isn't too red", "giacca che non sia troppo rossa",
        "chaqueta que no sea muy roja", "kurtka która nie jest zbyt czerwona",
    ],
)  # fmt: skip
def test_a_verb_between_a_not_and_what_must_not_be_makes_no_demand_of_it(text: str) -> None:
    found = interpret(text, SHOPS["fashion"])
    keys = {each.key for each in found.entities}
    assert "not:color:Red" in keys
    assert "color:Red" not in keys
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("a cardigan that isn't itchy", "itchy"),
        ("t-shirt that doesn't crease", "crease"),
        ("socks that won't slip", "slip"),
        ("cardigan that isn't too tight", "tight"),
        ("giacca che non abbia cappuccio", "cappuccio"),
        ("chaqueta que no tenga capucha", "capucha"),
    ],
)
def test_what_a_thing_shall_not_do_cannot_be_judged(text: str, part: str) -> None:
    found = interpret(text, SHOPS["fashion"])
    assert found.unjudged == (part,)
    assert found.unknown == ()


@pytest.mark.parametrize(
    ("language", "name", "no", "text"),
    [
        ("de", "Kapuze", "nein", "Jacke ohne Kapuze"),
        ("es", "Capucha", "ninguna", "chaqueta sin capucha"),
        ("fr", "Capuche", "non", "veste sans capuche"),
        ("it", "Cappuccio", "nessuno", "giacca senza cappuccio"),
        ("nl", "Capuchon", "geen", "jas zonder capuchon"),
        ("pl", "Kaptur", "brak", "kurtka bez kaptur"),
    ],
)
def test_a_value_that_says_no_is_what_is_asked_for(
    language: str, name: str, no: str, text: str
) -> None:
    thing = text.split()[0]
    stats = CatalogueStats(
        categories=(Category(thing.title(), "things"),),
        attributes={name: ("gross", no)},
        words={thing: 9},
        language=language,
    )
    [negated] = [e for e in interpret(text, Vocabulary(stats)).entities if e.kind == "not"]
    assert set(negated.values) == {f"attribute:{name}:gross"}
