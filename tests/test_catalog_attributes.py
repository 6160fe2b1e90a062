"""What is said of products is declared once, in a table, and filtered and counted by it."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from catalog import attributes
from catalog.conditions import COLORLESS
from catalog.filters import Filters
from catalog.models import Attribute, AttributeValue, Category, Product, Variant
from catalog.models.attribute import token_of
from search.retrieval.conditions.predicates import EVERYTHING
from search.retrieval.facets.counts import CATEGORY, Counts, Group, counts
from tests.cast import product

pytestmark = pytest.mark.django_db


def laptop(title: str, *rams: str, **said: object) -> Product:
    made = product(title, "Computers", attributes=said)
    for ram in rams:
        Variant.objects.create(product=made, sku=f"{title}-{ram}", options={"RAM": ram})
    return made


def found(*attribute: str, **others: object) -> list[str]:
    where = Filters(attribute=attribute, **others).on_products()  # type: ignore[arg-type]
    return sorted(Product.objects.filter(where).values_list("title", flat=True))


def count(*codes: str) -> Counts:
    """In how many products each value is said."""
    table = attributes.table()
    group = Group(codes or tuple(table.rows), EVERYTHING)
    [found] = counts([group], {each.code for each in table if each.on_variant}, seconds=10)
    return found.values


def test_built_in_attributes_have_their_rows_from_the_start() -> None:
    table = attributes.table()

    assert {"brand", "color", "size", "material", "gender"} <= set(table.rows)
    assert table["color"].built_in
    assert table["color"].on_variant


def test_a_new_attribute_is_known_with_its_first_product() -> None:
    laptop("Slate", "16 GB", season="Summer", eco=True)

    table = attributes.table()
    assert [table[code].kind for code in ("ram", "season", "eco")] == ["number", "choice", "flag"]
    assert table["ram"].on_variant
    assert not table["season"].on_variant


@pytest.mark.parametrize("asked", ["socket:E27", "socket:e27", "Socket:E27 "])
def test_letter_case_never_matters(asked: str) -> None:
    product("Bulb", attributes={"socket": "E27"})
    product("Tube", attributes={"Socket": "e27"})
    product("Spot", attributes={"socket": "GU10"})

    assert found(asked) == ["Bulb", "Tube"]


def test_a_number_is_the_same_as_its_text() -> None:
    product("Lamp", attributes={"watt": 75})

    assert found("watt:75") == ["Lamp"]


def test_several_values_are_several_values() -> None:
    product("Hoodie", attributes={"climate": ["Cool", "Windy"]})

    assert found("climate:windy") == found("climate:COOL") == ["Hoodie"]
    assert found("climate:Cool|Windy") == []


def test_several_colours_from_before_they_were_told_apart_are_by_the_migration() -> None:
    parting = import_module("catalog.migrations.0034_parts_of_colors")
    with connection.cursor() as cursor:
        cursor.execute(parting.UNDO)
        Variant.objects.create(product=product("Shoe"), sku="S", color="Black / White")
        AttributeValue.objects.filter(attribute="color").delete()
        cursor.execute(parting.FACTS)

    assert found(color=("white",)) == ["Shoe"]
    assert count()["color"] == [("Black", 1), ("White", 1)]


def test_numbers_are_compared_with_their_units() -> None:
    laptop("Small", "8 GB")
    laptop("Middle", "8 GB", "16GB")
    laptop("Large", "1 TB")

    assert found("ram:16 GB..") == ["Large", "Middle"]
    assert found("ram:..8 GB") == ["Middle", "Small"]
    assert found("ram:10..20 GB") == ["Middle"]
    assert found("ram:1000 gb") == ["Large"]


def test_a_bare_number_is_in_the_unit_of_its_attribute() -> None:
    laptop("Middle", "16")
    Attribute.objects.get(code="ram").delete()
    row = Attribute.objects.create(name="RAM", kind="number", unit="GB", on_variant=True)
    attributes.learn_of(Variant.objects.get())

    assert row.values.get().number == 16
    assert found("ram:8..32") == found("ram:0.01 TB..") == ["Middle"]


def test_an_attribute_that_a_program_makes_needs_no_unit() -> None:
    row = Attribute.objects.create(name="Pages", kind="number")
    assert (row.code, row.unit) == ("pages", "")


def test_a_new_unit_is_a_new_reading_of_bare_numbers() -> None:
    product("Pot", attributes={"capacity": "2"})
    row = Attribute.objects.get(code="capacity")

    row.kind, row.unit = "number", "l"
    row.save()

    assert found("capacity:1500 ml..2500 ml") == ["Pot"]


def test_yes_and_no_are_asked_in_words() -> None:
    product("Plate", attributes={"Dishwasher safe": True})
    product("Vase", attributes={"Dishwasher safe": False})

    assert found("dishwasher safe:yes") == found("Dishwasher safe:ja") == ["Plate"]
    assert found("dishwasher safe:no") == ["Vase"]


def test_conditions_on_variants_hold_on_one_variant() -> None:
    made = laptop("Slate")
    Variant.objects.create(product=made, sku="A", options={"RAM": "16 GB"}, color="Red")
    Variant.objects.create(product=made, sku="B", options={"RAM": "8 GB"}, color="Blue")

    assert found("ram:16 GB", color=("red",)) == ["Slate"]
    assert found("ram:16 GB", color=("blue",)) == []


def test_what_a_product_says_counts_for_its_variants() -> None:
    laptop("By variant", "16 GB")
    fixed = laptop("By product", RAM="16 GB")
    Variant.objects.create(product=fixed, sku="F", color="Red")

    assert found("ram:16 GB") == ["By product", "By variant"]
    assert found("ram:16 GB", color=("red",)) == ["By product"]


def test_an_exclusion_of_an_attribute_leaves_out_its_products() -> None:
    product("Wool hat", material="wool, silk")
    product("Straw hat", material="straw", attributes={"season": "summer"})

    assert found(excluded=("material:Wool",)) == ["Straw hat"]
    assert found(excluded=("attribute:season:Summer",)) == ["Wool hat"]


def test_several_values_are_excluded_at_the_cost_of_one(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for season in ("spring", "summer", "autumn"):
        product(f"{season} hat", attributes={"season": season})
    made = laptop("Laptop", "16 GB", "8 GB")
    kept = Filters(excluded=("attribute:season:summer", "attribute:season:spring"))
    apart = Filters(excluded=("attribute:ram:16 GB", "attribute:ram:8 GB"))

    with django_assert_num_queries(1):
        rows = kept.excluding

    assert [each.values for each in rows] == [("summer", "spring")]
    assert found(excluded=kept.excluded) == ["Laptop", "autumn hat"]
    assert not made.variants.filter(apart.on_variants()).exists()


def test_values_are_counted_by_product() -> None:
    laptop("Small", "8 GB")
    laptop("Middle", "8 gb", "16 GB", climate=["Cool", "Dry"])

    counted = count()

    assert counted["ram"] == [("8 GB", 2), ("16 GB", 1)]
    assert counted["climate"] == [("Cool", 1), ("Dry", 1)]


def test_facts_follow_any_way_of_writing() -> None:
    product("Vase", material="glass")

    Product.objects.update(attributes={"Höhe": "30 cm"}, material="clay, glass")

    said = ["hohe=30 cm", "material=clay", "material=glass"]
    assert Product.objects.get().facts == [COLORLESS, *said]


@pytest.mark.parametrize("value", ["E27", "Crème brûlée", "STRASSE ß", "Ægir Ø", "x" * 200, True])
def test_python_and_postgres_make_the_same_tokens(value: object) -> None:
    Product.objects.create(title="Any", attributes={"Maße": value})

    assert Product.objects.get().facts == [COLORLESS, token_of("masse", value)]


def test_text_takes_a_yes_by_its_name_and_a_no_not_at_all() -> None:
    product(
        "Plate", attributes={"Dishwasher safe": True, "Vegan": False, "Glaze": ["Matt", "Blue"]}
    )

    assert Product.objects.get().keywords == "Dishwasher safe, Matt, Blue"
    assert attributes.texts(Product.objects.get(), attributes.table()) == [
        "Dishwasher safe",
        "Matt",
        "Blue",
    ]


def test_an_attribute_taken_out_of_the_text_leaves_it_everywhere() -> None:
    laptop("Slate", "16 GB", climate="Cool")
    before = Product.objects.get()

    Attribute.objects.filter(code="ram").update(in_text=False)

    assert before.keywords == "Computers, Cool, 16 GB"
    after = Product.objects.get()
    assert after.keywords == "Computers, Cool"
    assert after.text_fingerprint != before.text_fingerprint


def test_an_attribute_speaks_the_language_of_the_page() -> None:
    laptop("Slate", "16 GB")
    row = Attribute.objects.get(code="ram")
    row.names = {"de": "Arbeitsspeicher"}

    assert row.label == "RAM"
    with translation.override("de"):
        assert row.label == "Arbeitsspeicher"
        assert Attribute.objects.get(code="color").label == "Farbe"


def test_long_texts_are_no_values_to_choose() -> None:
    product("Vase", attributes={"care": "Wipe. " * 40})

    assert not AttributeValue.objects.filter(attribute="care").exists()


def test_values_of_a_product_and_its_variant() -> None:
    made = laptop("Slate", "16 GB", climate=["Cool", "Dry"])
    table = attributes.table()

    assert table["ram"].values_of(made, made.variants.get()) == ("16 GB",)
    assert table["climate"].values_of(made) == ("Cool", "Dry")
    assert table["ram"].read("0,5 TB") == "0.5 TB"


def test_a_category_holds_what_stands_below_it_and_what_stands_there_besides() -> None:
    boot, mug = product("Boot", "Shoes > Boots"), product("Mug", "Kitchen")
    mug.also_in.add(Category.objects.at_path("Gifts"))
    boot.also_in.add(Category.objects.at_path("Gifts > For him"))

    def inside(url_path: str) -> set[str]:
        where = Filters(category=url_path).on_products()
        return set(Product.objects.filter(where).values_list("title", flat=True))

    assert (inside("shoes"), inside("gifts")) == ({"Boot"}, {"Boot", "Mug"})
    assert inside("gifts/for-him") == {"Boot"}
    ids = {each.path: each.pk for each in Category.objects.all()}
    counted = {int(pk): n for pk, n in count(CATEGORY)[CATEGORY]}
    assert counted == {
        **dict.fromkeys((ids["Shoes"], ids["Shoes > Boots"], ids["Kitchen"]), 1),
        **{ids["Gifts"]: 2, ids["Gifts > For him"]: 1},
    }


def test_a_moved_category_takes_its_products_along() -> None:
    product("Boot", "Shoes > Boots")
    boots = Category.objects.get(name="Boots")

    boots.parent = Category.objects.at_path("Leather")
    boots.save()

    assert Product.objects.filter(Filters(category="leather").on_products()).exists()
    assert not Product.objects.filter(Filters(category="shoes").on_products()).exists()


def test_what_was_written_past_the_application_is_learnt_at_night() -> None:
    laptop("Slate", "16 GB")
    Product.objects.update(attributes={"Backlit": True, "Ports": ["USB", "HDMI"]}, material="zinc")
    Variant.objects.update(options={"RAM": "32 GB"}, color="Moss")

    attributes.learn_all()

    counted = count()
    assert counted["material"] == [("zinc", 1)]
    assert counted["ports"] == [("HDMI", 1), ("USB", 1)]
    assert counted["ram"] == [("32 GB", 1)]
    assert counted["color"] == [("Moss", 1)]
    assert attributes.table()["backlit"].kind == "flag"
