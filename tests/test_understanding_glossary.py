"""What is asked in another language is searched in the shop's English, word by word."""

from __future__ import annotations

import pytest
from django.utils import translation

from search.query import Interpretation
from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from search.understanding.languages import is_small
from search.understanding.lexicon import CODES
from search.understanding.words.glossary import glossary
from search.understanding.words.tokens import words_of
from tests.understanding_new_shops import shops

SHOPS = shops()
FOREIGN = sorted(set(CODES) - {"en"})


def asked(text: str, shop: str = "fashion") -> Interpretation:
    return interpret(text, SHOPS[shop])


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Leselampe aus Metall", "reading lamp of metal"),
        ("gusseiserner Topf", "cast iron pot"),
        ("lederne Taschen", "leather bag"),
        ("une tasse d'eau chaude", "cup of water hot"),
        ("paraguas plegable", "umbrella foldable"),
        ("coperta di lana", "blanket of wool"),
        ("houten kapstok", "wood coat rack"),
        ("drewniana półka", "wood shelf"),
        ("toalha de praia", "towel of beach"),
        ("ahşap oyuncaklar", "wood toy"),
        ("çay fincanı", "tea cup"),
        ("чашка для чая", "tea cup"),
        ("деревянная полка для книг", "wood shelf for book"),
        ("كوب شاي", "tea cup"),
        ("طاولة خشبية", "table wood"),
        ("독서등", "reading lamp"),
        ("나무 의자", "wood chair"),
        ("chaise de salle à manger en bois", "dining chair wooden"),
        ("młynek do soli i pieprzu", "salt and pepper mill"),
        ("faldas vaqueras", "skirt denim"),
    ],
)
def test_words_of_other_languages_are_given_in_english(text: str, english: str) -> None:
    found = asked(text)
    assert found.text.lower() == english
    assert found.original == text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("gestreiftes Kleid", "attribute:Pattern:Striped"),
        ("vestidos a rayas", "attribute:Pattern:Striped"),
        ("çizgili elbise", "attribute:Pattern:Striped"),
        ("полосатые платья", "attribute:Pattern:Striped"),
        ("فستان مخطط", "attribute:Pattern:Striped"),
        ("줄무늬 원피스", "attribute:Pattern:Striped"),
    ],
)
def test_a_dictionary_gives_a_word_the_meaning_that_the_shop_has(text: str, key: str) -> None:
    assert {key, "category:apparel/dresses"} <= {each.key for each in asked(text).entities}


@pytest.mark.parametrize(
    "text",
    [
        "red shoes",
        "garment bag for men",
        "robe",
        "long sleeved shirt",
        "gift for mom",
        "drinking glasses",
    ],
)
def test_english_stays_as_it_is_typed(text: str) -> None:
    found = asked(text)
    assert (found.original, found.translations) == ("", ())


def test_on_a_page_in_another_language_english_is_english() -> None:
    with translation.override("de"):
        assert asked("red boots").original == ""


def test_a_shop_in_another_language_is_asked_in_its_own_words() -> None:
    assert asked("Kissen aus Leder", "haushalt").original == ""


@pytest.mark.parametrize("code", FOREIGN)
def test_a_dictionary_has_no_word_without_english(code: str) -> None:
    known = glossary(code)
    assert known is not None
    assert len(known.exact) > (500 if is_small(code) else 1_000)
    assert known.look_up(["rgfjk"]) is None


def test_a_word_is_looked_up_as_it_is_written_before_its_stem() -> None:
    german = glossary("de")
    assert german is not None
    assert (german.look_up(["schals"]), german.look_up(["schalen"])) == ("scarf", "bowl")


@pytest.mark.parametrize(
    ("text", "unknown"), [("etwas zum Bügeln", ()), ("acogedor", ()), ("Nagellack", ("nagellack",))]
)
def test_what_one_does_with_a_thing_is_not_missed_in_titles(
    text: str, unknown: tuple[str, ...]
) -> None:
    assert asked(text).unknown == unknown


def test_an_exact_word_is_no_inflected_other() -> None:
    assert not asked("cuire un oeuf").entities


def test_where_one_is_at_home_is_no_department() -> None:
    assert not asked("zu Hause lesen", "fashion").entities


def test_what_is_not_sold_is_named_in_the_shoppers_words() -> None:
    assert asked("Gitarre", "hardware").unsold == ("Gitarre",)
    assert asked("boucles d'oreilles", "hardware").unsold == ("boucles d'oreilles",)


def test_a_word_of_another_language_lends_no_pattern() -> None:
    assert not any("plaid" in each.key for each in asked("Decke").entities)


def test_of_two_languages_that_share_the_words_it_is_the_one_that_has_all_of_them() -> None:
    assert "long" in interpret("vestido azul de manga comprida", Vocabulary(CatalogueStats())).text


@pytest.mark.parametrize(
    ("text", "shop", "english"),
    [
        ("orologio", ("Watches", "Clocks"), "clock"),  # both are sold: the first is meant
        ("orologio", ("Watches", "Rings"), "watch"),
        ("kijken", ("Watches", "Rings"), "look"),  # no thing
        ("jas", ("Jackets", "Rings"), "jacket"),
        ("bank", ("Sofas", "Rings"), "sofa"),
        ("슬리퍼", ("Slippers", "Rings"), "slippers"),
        ("cuscino", ("Rings", "Pots"), "cushion"),  # neither is sold
    ],
)
def test_of_several_meanings_the_shop_has_one(
    text: str, shop: tuple[str, ...], english: str
) -> None:
    categories = tuple(Category(name, name.lower()) for name in shop)
    known = Vocabulary(
        CatalogueStats(categories=categories, products=dict.fromkeys(map(str.lower, shop), 9))
    )
    languages = {
        "orologio": "it",
        "jas": "nl",
        "kijken": "nl",
        "bank": "nl",
        "슬리퍼": "ko",
        "cuscino": "it",
    }
    found = glossary(languages[text])
    assert found is not None
    assert found.look_up([text], known.sold_of) == english


@pytest.mark.parametrize(
    ("text", "lowest", "highest"),
    [
        ("Sofa ab 500 Euro", "500", ""),
        ("Jeans bis 60 Euro", "", "60"),
        ("jeans od 30 do 60 euro", "30", "60"),
        ("sandals desde 20 euros", "20", ""),
    ],
)
def test_a_small_word_before_a_number_tells_the_language(
    text: str, lowest: str, highest: str
) -> None:
    prices = {each.kind: each.value for each in asked(text).entities if "price" in each.kind}
    assert (prices.get("price_min", ""), prices.get("price_max", "")) == (lowest, highest)


@pytest.mark.parametrize(
    "text", ["waterdichte jas", "непромокаемая куртка", "防水夹克", "รองเท้ากันน้ำ", "حذاء ضد الماء"]
)
def test_weather_and_water_are_words_of_every_language(text: str) -> None:
    assert "waterproof" in asked(text).text


@pytest.mark.parametrize(
    ("text", "colour"),
    [("donkergroene jurk", "Dark Green"), ("marineblauwe sokken", "Navy Blue")],
)
def test_a_dutch_adjective_is_known_as_it_agrees_with_its_noun(text: str, colour: str) -> None:
    assert f"color:{colour}" in {each.key for each in asked(text).entities}


@pytest.mark.parametrize(
    ("text", "wood"), [("رف من خشب الزان", "beech"), ("رف من خشب القيقب", "maple")]
)
def test_the_wood_of_a_tree_is_that_tree(text: str, wood: str) -> None:
    assert asked(text).text == f"shelf of {wood}"


@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "nl", "pl", "pt", "th", "tr"])
def test_a_word_for_pans_of_any_sort_is_no_frying_pan(code: str) -> None:
    pans = {"de": "Pfanne", "es": "sartén", "fr": "poêle", "it": "padella", "nl": "pan"}
    pans |= {"pl": "patelnia", "pt": "frigideira", "th": "กระทะ", "tr": "tava"}
    known = glossary(code)
    assert known
    assert known.look_up(words_of(pans[code])) == "pan"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("двухместный диван", "Sofas"), ("двуспальная кровать", "Beds"), ("كوبان", "Mugs")],
)
def test_what_a_phrase_is_a_kind_of_is_asked_for(text: str, kind: str) -> None:
    named = tuple(Category(name, name.lower()) for name in ("Sofas", "Beds", "Mugs"))
    shop = CatalogueStats(categories=named)
    assert kind in {each.label for each in interpret(text, Vocabulary(shop)).entities}


def test_a_part_of_a_phrase_that_is_something_else_is_not() -> None:
    shop = CatalogueStats(categories=(Category("Sun", "s"), Category("Yoga", "y")))
    for text in ("gafas de sol", "tapete de ioga"):
        assert not interpret(text, Vocabulary(shop)).entities


@pytest.mark.parametrize(
    ("text", "english", "told"),
    [
        ("çay fincanı", "tea cup", ("cup",)),
        ("espresso fincanı", "espresso cup", ("cup",)),
        ("настольная лампа", "desk lamp", ("lamp",)),
        ("taza de té", "tea cup", ("cup",)),
    ],
)
def test_a_kind_that_a_phrase_says_already_is_not_said_twice(
    text: str, english: str, told: tuple[str, ...]
) -> None:
    shop = CatalogueStats(
        categories=(Category("Mugs & cups", "mugs-cups"), Category("Lamps", "lamps")),
    )
    found = interpret(text, Vocabulary(shop))
    assert (found.text, found.told[-1:]) == (english, told)
    assert [each.value for each in found.entities if each.kind == "category"] != []


@pytest.mark.parametrize("text", ["Esstisch", "Couchtisch", "bijzettafel"])
def test_one_word_for_two_of_english_is_of_the_kind_that_the_last_names(text: str) -> None:
    shop = Vocabulary(CatalogueStats(categories=(Category("Tables", "tables"),)))
    assert [each.value for each in interpret(text, shop).entities] == ["tables"]


@pytest.mark.parametrize("text", ["Eiscreme", "Sonnenbrille"])
def test_what_is_no_such_thing_is_not(text: str) -> None:
    shop = Vocabulary(CatalogueStats(categories=(Category("Glasses", "g"), Category("Ice", "i"))))
    assert not interpret(text, shop).entities


@pytest.mark.parametrize(
    ("code", "small"),
    [
        ("es", "pero solo llevan"),
        ("it", "pero solo agli"),
        ("de", "vielleicht"),
        ("pl", "miedzy"),
        ("ru", "цвет цвета"),
        ("fr", "entre durant"),
        ("pt", "porem"),
    ],
)
def test_a_small_word_is_no_form_of_a_thing(code: str, small: str) -> None:
    known = glossary(code)
    assert known
    assert [known.look_up([word]) for word in words_of(small)] == [None] * len(words_of(small))


@pytest.mark.parametrize(("code", "english"), [("es", "pear"), ("it", "garlic"), ("pl", "copper")])
def test_the_thing_itself_is_known(code: str, english: str) -> None:
    known = glossary(code)
    said = {"es": "peras", "it": "aglio", "pl": "miedź"}[code]
    assert known
    assert known.look_up(words_of(said)) == english
