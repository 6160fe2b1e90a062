"""Who asks for X for, in, of or with Y wants X, in a category that titles bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils import translation

from search.understanding import CatalogueStats, Category, Vocabulary, interpret
from tests.understanding_new_shops import fashion, general, shops

SHOPS = shops()


def categories(text: str, shop: Vocabulary = SHOPS["general"]) -> dict[str, float]:
    """Those of the shop; a noun that titles alone say is none of them."""
    found = interpret(text, shop).entities
    there = {each.url_path for each in shop.stats.categories}
    return {each.value: each.confidence for each in found if each.value in there}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("light for reading in bed", {"home/lighting"}),
        ("light over the sofa", {"home/lighting"}),
        ("storage for my toys", {"home/storage"}),
        ("kettle for the office", {"kitchenware/kettles"}),
        ("mug with a bed on it", {"kitchenware/mugs"}),
        ("something soft for the sofa", set()),
        ("gift for a puzzle lover", set()),
        ("sofa cover", set()),
        ("bed linen", set()),
        ("puzzle mat", set()),
        ("looking for a sofa", {"home/sofas"}),
        ("clip on light", {"home/lighting"}),
        ("plug in kettle", {"kitchenware/kettles"}),
        ("on the go mug", {"kitchenware/mugs"}),
    ],
)
def test_the_thing_itself_is_asked_for(text: str, wanted: set[str]) -> None:
    assert set(categories(text)) == wanted


def test_a_word_that_most_titles_have_elsewhere_names_no_category() -> None:
    for text in ("gift set", "set of towels", "toilet paper roll", "soft paper"):
        assert categories(text) == {}, text


def test_the_share_of_titles_is_the_confidence_of_a_category() -> None:
    assert categories("mug") == {"kitchenware/mugs": 0.952}
    assert categories("sofa") == {"home/sofas": 0.882}


def test_without_titles_to_tell_a_category_of_that_very_name_is_believed() -> None:
    bare = Vocabulary(replace(general(), titled={}))
    assert categories("sofa", bare) == {"home/sofas": 1.0}
    assert categories("gift set", bare) == {"kitchenware/sets": 1.0}  # the very name, and no more


def test_an_exact_name_goes_before_a_longer_one_and_that_before_a_synonym() -> None:
    names = ["Boots", "Rain boots", "Footwear"]
    stats = CatalogueStats(categories=tuple(Category(n, n.lower()) for n in names))
    assert set(categories("boots", Vocabulary(stats))) == {"boots"}
    longer = replace(stats, categories=stats.categories[1:])
    assert set(categories("boots", Vocabulary(longer))) == {"rain boots"}
    synonym = replace(stats, categories=stats.categories[2:])
    assert set(categories("shoes", Vocabulary(synonym))) == {"footwear"}


def test_all_longer_names_that_end_in_a_thing_are_meant() -> None:
    names = ["Running shoes", "Tennis shoes", "Shoe care"]
    stats = CatalogueStats(categories=tuple(Category(n, n.lower()) for n in names))
    assert set(categories("shoes", Vocabulary(stats))) == {"running shoes", "tennis shoes"}


def test_a_place_that_holds_the_longer_names_is_meant_instead() -> None:
    assert set(categories("shoes", Vocabulary(fashion()))) == {"footwear"}


def test_a_category_of_several_departments_is_borne_out_by_all_of_them_together() -> None:
    paths = [f"{whose} > Jackets" for whose in ["Men", "Women", "Boys", "Girls", "Babies", "Pets"]]
    places = [path.lower().replace(" > ", "/") for path in paths]
    stats = CatalogueStats(
        categories=tuple(map(Category, paths, places)),
        titled={"jacket": dict.fromkeys(places, 5) | {"": 90}},
    )
    assert categories("jacket", Vocabulary(stats)) == dict.fromkeys(places, 1.0)


def test_a_department_says_for_whom_a_thing_is() -> None:
    stats = CatalogueStats(
        categories=(
            Category("Men", "men"), Category("Women", "women"),
            Category("Men > Hoodies & Sweatshirts", "men/hoodies-sweatshirts"),
            Category("Women > Hoodies & Sweatshirts", "women/hoodies-sweatshirts"),
        )
    )  # fmt: skip
    found = categories("women's hoodie", Vocabulary(stats))
    assert set(found) == {"women", "men/hoodies-sweatshirts", "women/hoodies-sweatshirts"}


def test_a_longer_name_of_another_category_is_none_of_that_name() -> None:
    """ "T-shirt" holds the word of "Shirts", and a T-shirt stands elsewhere."""
    names = ["Shirts", "Shirts > Linen shirts", "Tshirts", "Shirt dresses"]
    stats = CatalogueStats(
        categories=tuple(Category(name, name.lower().replace(" > ", "/")) for name in names)
    )
    [shirts] = interpret("shirts", Vocabulary(stats)).entities
    assert "t shirt" in shirts.others
    assert not {"linen shirt", "shirt dress"} & set(shirts.others)


@pytest.mark.parametrize(
    ("text", "material"),
    [("t-shirt XL cotton", "Cotton"), ("belt of leather", "Leather")],
)
def test_a_material_behind_a_size_or_an_of_is_what_the_thing_is_made_of(
    text: str, material: str
) -> None:
    found = interpret(text, SHOPS["fashion"]).entities
    assert [each.value for each in found if each.kind == "material"] == [material]


def test_titles_of_another_kind_of_thing_do_not_say_what_is_asked_for() -> None:
    """Half of the titles with "desk" are desk lamps, and half of those with "cap" toe-cap shoes."""
    places = {
        "Furniture > Desks": "desk",
        "Home > Desk lamps": "desk",
        "Hats > Caps": "cap",
        "Shoes > Sneakers": "cap",
    }
    paths = {path: path.lower().replace(" > ", "/").replace(" ", "-") for path in places}
    titled: dict[str, dict[str, int]] = {}
    for path, word in places.items():
        titled.setdefault(word, {})[paths[path]] = 5
    categories = tuple(Category(path, url_path) for path, url_path in paths.items())
    shop = Vocabulary(CatalogueStats(categories=categories, titled=titled))
    for text, others in (("desks", {"lamp"}), ("caps", {"sneaker"}), ("sneakers", set())):
        [entity] = interpret(text, shop).entities
        assert set(entity.others) & {"lamp", "sneaker", "desk", "cap"} == others, text


def test_a_compound_of_two_kinds_of_things_is_what_the_shop_calls_by_both() -> None:
    names = ["Desks", "Lamps", "Lamps > Desk lamps", "Tables", "Lamps > Table lamps"]
    shop = Vocabulary(
        CatalogueStats(categories=tuple(Category(n, n.lower().replace(" > ", "/")) for n in names))
    )
    for text, wanted in (("Schreibtischlampe", "desk lamps"), ("Tischlampe", "table lamps")):
        [entity] = interpret(text, shop).entities
        assert entity.value == f"lamps/{wanted}", text
        assert interpret(text, shop).text == wanted, text


@pytest.mark.parametrize("text", ["armchair", "Sessel", "fauteuil"])
def test_what_titles_say_of_a_word_holds_in_every_language(text: str) -> None:
    """The shop keeps its armchairs among the sofas: an armchair is no chair here."""
    stats = CatalogueStats(
        categories=(Category("Chairs", "chairs"), Category("Sofas", "sofas")),
        titled={"armchair": {"sofas": 5}, "chair": {"chairs": 9}},
        words={"armchair": 5, "chair": 9},
    )
    assert categories(text, Vocabulary(stats)) == {}


def test_a_word_of_two_languages_is_read_in_that_of_the_query() -> None:
    shop = Vocabulary(CatalogueStats(categories=(Category("Tables", "tables"),)))
    assert set(categories("table basse ronde en chêne", shop)) == {"tables"}
    assert categories("table cover", shop) == {}


@pytest.mark.parametrize("text", ["T-Shirt ärmellos", "T-Shirt bequem", "Rucksack wasserdicht"])
def test_a_quality_behind_a_thing_makes_it_no_part_of_another(text: str) -> None:
    with translation.override("de"):
        assert len(categories(text, SHOPS["fashion"])) == 1


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Caves à vin", "caves"),
        ("Sacs pour femme", "sacs"),
        ("Chest of drawers", "chest"),
        ("Running shoes", "shoes"),
    ],
)
def test_the_noun_of_a_name_stands_before_what_it_is_for(name: str, noun: str) -> None:
    shop = Vocabulary(CatalogueStats(categories=(Category(name, "it"),)))
    found = {word: shop.phrases.longer([word]) for word in name.lower().split()}

    assert [word for word, meanings in found.items() if meanings] == [noun]


@pytest.mark.parametrize(
    ("language", "names", "said", "typed"),
    [
        ("it", ("Vini rossi", "Vini bianchi"), "vino", "vino"),
        ("it", ("Formaggi freschi", "Formaggi stagionati"), "formaggi", "formaggio"),
        ("es", ("Quesos frescos", "Quesos curados"), "queso", "quesos"),
        ("fr", ("Bières blondes", "Bières brunes"), "bière", "bieres"),
        ("de", ("Rote Weine", "Weiße Weine"), "wein", "wein"),
    ],
)
def test_the_noun_of_several_categories_needs_no_title(
    language: str, names: tuple[str, ...], said: str, typed: str
) -> None:
    """No "Barolo" says that it is wine, as a glass for wine does."""
    stats = CatalogueStats(
        categories=(*(Category(n, n.lower()) for n in names), Category("Glas", "glas")),
        titled={said: {"glas": 3}, "docg": dict.fromkeys((n.lower() for n in names), 4)},
        words={said: 3, "docg": 8},
        products={n.lower(): 4 for n in names} | {"glas": 3},
        total=11,
        language=language,
    )

    assert set(categories(typed, Vocabulary(stats))) == {n.lower() for n in names}

    elsewhere = replace(stats, titled={**stats.titled, said: {"glas": 30}})
    assert set(categories(typed, Vocabulary(elsewhere))) == set()


@pytest.mark.parametrize(
    ("language", "thing", "aside", "word"),
    [
        ("tr", "Biberonlar", "Biberon Aksesuarları", "biberon"),
        ("en", "Bikes", "Bike Locks", "bike"),
        ("it", "Vino", "Bicchieri da vino", "vino"),
        ("es", "Guitarras", "Cuerdas de guitarra", "guitarra"),
    ],
)
def test_titles_of_what_is_for_a_thing_say_nothing_of_it(
    language: str, thing: str, aside: str, word: str
) -> None:
    stats = CatalogueStats(
        categories=(Category(thing, "thing"), Category(aside, "aside")),
        titled={word: {"thing": 4, "aside": 20}},
        words={word: 24},
        products={"thing": 4, "aside": 20},
        total=24,
        language=language,
    )

    assert categories(word, Vocabulary(stats)) == {"thing": 1.0}


@pytest.mark.parametrize(
    ("own", "lent", "said", "text"),
    [
        ("Pendants", "Ceiling lights", "light", "pendant lights"),
        ("Pendants", "Ceiling lights", "light", "pendant lamp"),
        ("Hoodies", "Sweaters", "sweatshirt", "hoodie sweatshirt"),
    ],
)
def test_what_titles_of_a_place_say_goes_before_a_dictionary(
    own: str, lent: str, said: str, text: str
) -> None:
    stats = CatalogueStats(
        categories=(Category(own, "own"), Category(lent, "lent"), Category("Other", "other")),
        titled={said: {"own": 3}, "oak": {"lent": 4}},
        words={said: 3, "oak": 4},
        products={"own": 4, "lent": 4, "other": 9},
        total=17,
    )
    assert set(categories(text, Vocabulary(stats))) == {"own"}

    without = replace(stats, titled={said: {"own": 1}})
    assert categories("desk lamp", Vocabulary(without)) == {}
