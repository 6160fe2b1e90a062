"""The vocabulary is read from the catalogue itself, and read again after a change."""

from typing import Any

import pytest

from catalog.models import Category, Product, Variant
from search import sql
from search.models import Rule
from search.understanding import interpret, refresh, vocabulary
from search.understanding.shop_words import catalogue_parts
from search.understanding.shop_words.catalogue_counts import count_part
from search.understanding.shop_words.vocabulary_cache import current, kept
from tests import cast

pytestmark = pytest.mark.django_db


def keys(text: str) -> set[str]:
    return {entity.key for entity in interpret(text, vocabulary()).entities}


def test_categories_colours_materials_genders_brands_and_attributes_are_understood() -> None:
    cast.red_sneaker()
    assert keys("red northlight canvas sneakers for summer, unisex") == {
        "category:shoes/sneakers",
        "color:red",
        "brand:Northlight",
        "material:canvas",
        "gender:unisex",
        "attribute:season:summer",
    }


def test_sizes_are_those_of_the_category() -> None:
    cast.red_sneaker()
    assert keys("sneakers 42") == {"category:shoes/sneakers", "size:42"}
    assert keys("sneakers 43") == {"category:shoes/sneakers"}


def test_an_inactive_product_teaches_no_words() -> None:
    cast.red_sneaker()
    Product.objects.update(active=False)
    assert keys("red canvas") == {"color:red"}  # a colour is one in every shop


def test_what_is_written_in_bulk_is_known_at_once_to_the_transaction_that_wrote_it() -> None:
    cast.red_sneaker()
    assert keys("turquoise sneakers") == {"category:shoes/sneakers", "color:turquoise"}
    sneaker = Product.objects.get()
    Variant.objects.bulk_create([Variant(product=sneaker, sku="T-1", color="Turquoise")])
    assert keys("turquoise sneakers") == {"category:shoes/sneakers", "color:Turquoise"}


def test_a_synonym_of_the_shop_stands_for_its_category() -> None:
    cast.red_sneaker()
    assert keys("plimsolls") == set()
    Rule.objects.create(name="plimsolls", act="synonym", synonyms="sneakers, plimsolls").publish()
    assert keys("plimsolls") == {"category:shoes/sneakers"}


def test_cheap_is_the_cheapest_quarter_of_the_category() -> None:
    sneaker = cast.red_sneaker()
    for price in (20, 40, 60, 80):
        product = cast.product(f"Sneaker for {price}", "Shoes > Sneakers")
        Variant.objects.create(product=product, sku=f"S-{price}", price=price)
    sneaker.delete()
    assert keys("cheap sneakers") == {"category:shoes/sneakers", "price_max:20.00"}


def test_a_process_reads_the_words_with_the_same_few_queries_at_any_size(
    django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.red_sneaker()
    refresh()
    monkeypatch.setattr(kept, "vocabulary", None)
    with django_assert_max_num_queries(3):
        assert "red" in vocabulary().stats.colors
    with django_assert_max_num_queries(1):
        vocabulary()


@pytest.mark.django_db(transaction=True)
def test_what_others_commit_is_read_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    sneaker = cast.red_sneaker()
    before = vocabulary()
    Variant.objects.create(product=sneaker, sku="T-1", color="Turquoise")
    refresh()  # as a worker does
    monkeypatch.setattr(kept, "look_again", 0.0)
    assert vocabulary() is before  # nobody waits
    with kept.lock:  # held by the thread that reads
        pass
    assert "Turquoise" in vocabulary().stats.colors


@pytest.mark.django_db(transaction=True)
def test_a_synonym_is_known_to_other_processes_at_their_next_look() -> None:
    cast.red_sneaker()
    vocabulary()
    kept.look_again = float("inf")
    Rule.objects.create(name="plimsolls", act="synonym", synonyms="sneakers, plimsolls").publish()
    renew_now()
    assert keys("plimsolls") == {"category:shoes/sneakers"}
    Rule.objects.all()[0].delete()
    renew_now()
    assert keys("plimsolls") == set()


def renew_now() -> None:
    """What a process does every few seconds."""
    with kept.lock:
        current(alone=False)


def test_a_category_that_products_have_left_names_nothing() -> None:
    sneaker = cast.red_sneaker()
    assert "category:shoes/sneakers" in keys("sneakers")
    sneaker.category = Category.objects.at_path("Sport > Trainers")
    sneaker.save()
    assert "category:shoes/sneakers" not in keys("sneakers")
    assert keys("trainers sport") & {"category:sport/trainers", "category:sport"}


@pytest.mark.parametrize(
    "columns",
    [
        {"description": f"data {'9' * 1_500}"},
        {"title": "a" * 300},
        {"attributes": {"n" * 390: "a value of it"}},
    ],
    ids=lambda columns: next(iter(columns)),
)
def test_what_is_too_long_to_be_a_word_keeps_nothing_else_from_being_learned(columns: Any) -> None:
    cast.red_sneaker()
    Product.objects.create(group="LONG", **{"title": "Long", **columns})

    assert keys("red northlight sneakers") > {"category:shoes/sneakers", "brand:Northlight"}


def test_a_part_that_cannot_be_counted_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(number: int) -> Any:
        if number == 0:
            return sql.rows("SELECT 'x'::date")
        return count_part(number)

    monkeypatch.setattr(catalogue_parts, "count_part", refused)
    sneaker = cast.red_sneaker()
    Product.objects.filter(pk=sneaker.pk).delete()
    Product.objects.create(pk=1, group="BAD", title="Bad")
    Product.objects.create(pk=5_000, group="GOOD", title="Good", material="slate")

    catalogue_parts.count_changed()

    assert not sql.rows("SELECT 1 FROM search_cataloguechange")
    counted = "SELECT n FROM search_cataloguecount WHERE kind = 'material' AND value = 'slate'"
    assert sql.rows(counted) == [(1,)]


def test_a_first_search_does_not_wait_for_all_words_to_be_counted(settings: Any) -> None:
    settings.FIRST_WORDS_SECONDS = 0
    for part, material in enumerate(("slate", "birch", "jute")):
        Product.objects.create(pk=5_000 * part + 1, group=material, title="It", material=material)
    sql.write("UPDATE search_cataloguesummary SET version = 0, content = NULL, outdated = true")
    catalogue_parts.count_again()
    kept.vocabulary = None

    assert current(alone=False).stats.materials == ("slate",)

    refresh()  # as a worker does at its next tick
    assert set(current(alone=False).stats.materials) == {"slate", "birch", "jute"}
