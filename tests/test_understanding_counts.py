"""What is known of the catalogue is counted by parts: only a changed part is read again, and the
counts are those that a count of everything would give."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.models import Category, Product, Translation, Variant
from search.models import CatalogueChange, CatalogueCount, CatalogueSummary
from search.understanding import count_again, document_frequencies, products, refresh, vocabulary
from search.understanding.shop_words import catalogue_parts, catalogue_totals, vocabulary_cache
from search.understanding.shop_words.catalogue_counts import count_part
from search.understanding.shop_words.term_counts import TermCounts
from tests import cast
from tests.many_products import fill_catalogue

pytestmark = pytest.mark.django_db


def counted() -> dict[tuple[str, str, int], int]:
    rows = CatalogueCount.objects.values_list("kind", "value", "category", "n")
    return {(kind, value, category): n for kind, value, category, n in rows}


def counted_from_nothing() -> dict[tuple[str, str, int], int]:
    found: dict[tuple[str, str, int], int] = {}
    for part in {pk // catalogue_parts.PART for pk in Product.objects.values_list("pk", flat=True)}:
        for key, n in count_part(part).items():
            found[key] = found.get(key, 0) + n
    return found


CHANGES = [
    lambda one: Product.objects.filter(pk=one.pk).update(title=f"Red {one.title}"),
    lambda one: Product.objects.filter(pk=one.pk).update(active=not one.active),
    lambda one: Product.objects.filter(pk=one.pk).update(category=Category.objects.first()),
    lambda one: Product.objects.filter(pk=one.pk).update(attributes={"Fit": one.title}),
    lambda one: Variant.objects.create(product=one, sku=f"V-{random.random()}", color="red"),
    lambda one: Variant.objects.filter(product=one).update(size="XL"),
    lambda one: Variant.objects.filter(product=one).delete(),
    lambda one: Variant.objects.filter(product=one).update(options={"Fit": ["E27", "E14"]}),
    lambda one: one.also_in.add(Category.objects.last()),
    lambda one: Translation.objects.get_or_create(
        product=one, language="de", defaults={"title": "Lampe"}
    ),
    lambda one: one.delete(),
    lambda one: cast.product(f"Lamp {random.random()}", "Light > Lamps"),
]


@pytest.mark.parametrize("seed", range(3))
def test_after_any_changes_the_counts_are_those_of_everything(seed: int) -> None:
    cast.red_sneaker(), cast.blue_mug(), cast.oak_chair()
    refresh()
    random.seed(seed)
    for _round in range(5):
        for change in random.sample(CHANGES, 4):
            change(random.choice(Product.objects.all()))
        refresh()
        assert counted() == counted_from_nothing()
    assert not CatalogueChange.objects.exists()


def test_a_new_price_counts_nothing_anew_until_the_night() -> None:
    cast.blue_mug()
    refresh()
    Variant.objects.update(price="20.00", stock=3)
    assert not CatalogueChange.objects.exists()
    assert str(vocabulary().stats.cheap[""]) == "14.50"
    count_again()
    assert str(vocabulary().stats.cheap[""]) == "20.00"


def test_a_change_reads_one_part_at_any_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue_parts, "count_part", spied := Spy())
    fill_catalogue(1, 12_000)
    refresh()
    spied.parts.clear()
    Product.objects.filter(title="Lamp 11000").update(title="Torch")
    refresh()
    assert len(spied.parts) == 1


class Spy:
    def __init__(self) -> None:
        self.parts: list[int] = []

    def __call__(self, number: int) -> object:
        self.parts.append(number)
        return count_part(number)


def test_nothing_changed_costs_one_statement() -> None:
    cast.red_sneaker()
    refresh()
    with CaptureQueriesContext(connection) as queries:
        refresh(seconds=1)
    assert len(queries) == 1


def test_publishing_rests_in_proportion_to_what_it_took() -> None:
    cast.red_sneaker()
    refresh()
    CatalogueSummary.objects.update(seconds=0.1)
    version = CatalogueSummary.objects.get().version
    cast.blue_mug()
    refresh(seconds=1)
    assert CatalogueSummary.objects.get().version == version
    CatalogueSummary.objects.update(published=timezone.now() - timedelta(seconds=6))
    refresh(seconds=1)
    assert CatalogueSummary.objects.get().version == version + 1


def test_an_attribute_of_endless_values_is_no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.understanding.shop_words.catalogue_counts.VALUES_OF_ATTRIBUTE", 5)
    for number in range(8):  # of one part, whatever was made before
        said = {"EAN": str(number), "Fit": "E27"}
        cast.product(f"Lamp {number}", pk=1_000_000 + number, attributes=said)
    assert vocabulary().stats.attributes == {"Fit": ("E27",)}


def test_attributes_are_counted_value_by_value_of_products_and_variants() -> None:
    lamp = cast.product("Lamp", attributes={"Use": ["desk", "floor"], "Dimmable": True, "Watt": 8})
    Variant.objects.create(product=lamp, sku="L-1", options={"Fit": "E27"})
    assert vocabulary().stats.attributes == {
        "Dimmable": ("yes",),
        "Fit": ("E27",),
        "Use": ("desk", "floor"),
        "Watt": ("8",),
    }


def test_several_materials_in_one_column_are_several() -> None:
    cast.product("Chair", material="oak, steel"), cast.product("Table", material="oak")
    assert vocabulary().stats.materials == ("oak", "steel")


def test_a_product_counts_in_its_further_categories() -> None:
    sneaker = cast.red_sneaker()
    sneaker.also_in.add(Category.objects.at_path("Sale > Summer"))
    found = vocabulary().stats.products
    assert found == {"shoes": 1, "shoes/sneakers": 1, "sale": 1, "sale/summer": 1}
    assert products() == 1


def test_products_are_counted_in_their_category_and_those_above() -> None:
    cast.red_sneaker(), cast.product("Boot", "Shoes > Boots")
    assert vocabulary().stats.products == {"shoes": 2, "shoes/sneakers": 1, "shoes/boots": 1}
    assert vocabulary().stats.titled["sneaker"] == {"shoes/sneakers": 1}


def test_a_renamed_category_is_read_without_counting_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast.red_sneaker()
    refresh()
    monkeypatch.setattr(catalogue_parts, "count_part", spied := Spy())
    Category.objects.filter(name="Sneakers").update(url_path="shoes/trainers")
    assert vocabulary().stats.products == {"shoes": 1, "shoes/trainers": 1}
    assert spied.parts == []


def test_document_frequencies_are_of_stemmed_words_in_all_texts() -> None:
    cast.red_sneaker(), cast.blue_mug(), cast.oak_chair()
    asked = ["shoes", "summers", "mug", "oak chair", "nonsense"]
    found = document_frequencies(asked)
    assert found == {"shoes": 1, "summers": 1, "mug": 1, "oak chair": 1, "nonsense": 0}
    assert document_frequencies(["becher", "mug"], "de") == {"becher": 1, "mug": 0}
    assert products() == 3


def test_document_frequencies_ask_nothing_of_postgres() -> None:
    cast.red_sneaker()
    vocabulary()
    with CaptureQueriesContext(connection) as queries:
        vocabulary()
    with CaptureQueriesContext(connection) as with_frequencies:
        document_frequencies(["red", "shoe", "unheard"])
    assert len(with_frequencies) == len(queries)


def test_words_beyond_the_kept_ones_are_asked_for_by_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        catalogue_totals, "LEXEMES", catalogue_totals.LEXEMES.replace("200000", "2")
    )
    monkeypatch.setattr(catalogue_totals, "MOST_WORDS", 2)
    cast.red_sneaker(), cast.blue_mug(), cast.oak_chair()
    assert document_frequencies(["stoneware"]) == {"stoneware": 1}
    assert sum(map(len, vocabulary_cache.kept.lexemes.values())) == 2


def test_terms_are_found_in_the_compact_copy_as_in_a_dict() -> None:
    known = {"boot": 3, "canvas": 1, "größe": 2, "zipper": 9}
    compact = TermCounts(known.items())
    assert dict(compact) == known
    looked_for = ("aa", "boots", "größe", "zz", "boot-and-more")
    assert [compact.get(word, 0) for word in looked_for] == [0, 0, 2, 0, 0]
    assert TermCounts([]).get("boot", 0) == 0


def test_a_lexeme_is_stemmed_here_as_in_postgres() -> None:
    with connection.cursor() as cursor:
        for word in ("running", "dresses", "organisation", "leaves", "happiness", "generously"):
            cursor.execute("SELECT tsvector_to_array(to_tsvector('english', %s))", [word])
            assert cursor.fetchone()[0] == [vocabulary_cache.stemming("")(word)]


def test_numbers_are_known_with_the_kinds_of_things_that_have_them() -> None:
    tent = cast.product("Dome tent", "Outdoors > Tents")
    sofa = cast.product("Linen sofa", "Living > Sofas")
    Product.objects.filter(pk=tent.pk).update(attributes={"Sleeps": "4", "Season": "summer"})
    Product.objects.filter(pk=sofa.pk).update(attributes={"Seats": ["2", "4"]})
    refresh()
    assert vocabulary().stats.amounts == {
        ("Seats", "2"): ("living/sofas",),
        ("Seats", "4"): ("living/sofas",),
        ("Sleeps", "4"): ("outdoors/tents",),
    }
