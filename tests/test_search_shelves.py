"""What is counted meets all that was understood; what meets some of it says what it lacks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from catalog.models import Product, ProductImage, Variant
from search.indexing import index_stale
from search.query import Filters, Part, Query, SearchResult
from search.ranking.cutoff import Cutoff
from search.retrieval import search
from search.understanding import forget
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def sneakers(shop: cast.Shop) -> cast.Shop:
    """Besides the cast: a white sneaker that is sold out in 38, a red bag, a plain one."""
    white = cast.product("Leather sneaker", "Shoes > Sneakers", "Northlight", material="leather")
    for position, (color, size, stock) in enumerate(
        [("white", "38", 0), ("white", "39", 4), ("yellow", "38", 2)]
    ):
        Variant.objects.create(
            product=white,
            sku=f"LOW-{color}-{size}".upper(),
            color=color,
            size=size,
            price=70 + position,
            stock=stock,
            position=position,
        )
    bag = cast.product("Shoulder bag", "Bags", "Kiln & Co")
    Variant.objects.create(product=bag, sku="BAG-RED", color="red", price=40, stock=1)
    unsorted = cast.product("Red running sneaker")
    Variant.objects.create(product=unsorted, sku="RUN", price=55, stock=1)
    forget()
    index_stale()
    return shop


def asked(text: str, **filters: object) -> SearchResult:
    return search(Query(parts=(Part(text=text),), filters=Filters(**filters), page_size=100))  # type: ignore[arg-type]


def titles(hits: list) -> set[str]:
    return {hit.product.title for hit in hits}


def test_a_colour_in_words_decides_what_is_counted(sneakers: cast.Shop) -> None:
    found = asked("red sneakers")
    assert "Canvas sneaker" in titles(found.hits)
    assert "Leather sneaker" not in titles(found.hits)
    assert found.total == len(found.hits)


def test_a_product_without_columns_is_judged_by_its_title(sneakers: cast.Shop) -> None:
    found = asked("red sneakers")
    assert "Red running sneaker" in titles(found.hits)


def test_what_is_red_but_no_sneaker_is_not_even_close(sneakers: cast.Shop) -> None:
    found = asked("red sneakers")
    assert "Shoulder bag" not in titles(found.hits + found.partial)


def test_what_lacks_the_colour_stands_below_and_says_so(sneakers: cast.Shop) -> None:
    lacking = {hit.product.title: hit.missing for hit in asked("red sneakers").partial}
    assert lacking["Leather sneaker"]
    assert "red" in " ".join(lacking["Leather sneaker"]).lower()


def test_colour_and_size_have_to_be_of_one_variant_that_can_be_had(sneakers: cast.Shop) -> None:
    """White is sold out in 38, and 38 is there in yellow: neither is what was asked for."""
    found = asked("white sneakers size 38")
    assert found.total == 0
    lacking = {hit.product.title: hit.missing for hit in found.partial}
    assert lacking["Leather sneaker"] == ["size 38 is sold out; there are 39"]
    assert all("in your size" not in h.reasons for h in found.partial if "38" in str(h.missing))
    assert found.notices


def test_a_price_in_words_is_met_by_the_variant_that_is_shown(sneakers: cast.Shop) -> None:
    found = asked("white sneakers under 72")
    [hit] = found.hits
    assert hit.variant is not None
    assert (hit.variant.color, float(hit.variant.price)) == ("white", 71.0)


def test_a_chosen_filter_stands_over_what_the_words_say_of_the_same(sneakers: cast.Shop) -> None:
    found = asked("red sneakers", color=("white",))
    assert titles(found.hits) == {"Leather sneaker"}


def test_equivalent_wordings_find_the_same(sneakers: cast.Shop) -> None:
    one, other = asked("red sneaker"), asked("red sneakers")
    assert titles(one.hits) == titles(other.hits)


@pytest.mark.parametrize("text", ["red sneakers", "white sneakers", "sneakers size 39", "red"])
def test_a_click_on_a_facet_gives_its_number_whatever_the_words_say(
    sneakers: cast.Shop, text: str
) -> None:
    facets = asked(text).facets
    assert facets
    for facet in facets:
        for value in facet.values:
            picked = value.value if facet.name == "category" else (value.value,)
            narrowed = asked(text, **{facet.name: picked})
            assert narrowed.total == value.count, (facet.name, value)


def test_products_that_were_deleted_leave_total_and_pages_together(sneakers: cast.Shop) -> None:
    query = Query(parts=(Part(text="sneakers"),), page_size=1)
    first = search(query)
    Product.objects.filter(title="Leather sneaker").delete()
    assert first.total >= 2
    rest = search(Query(parts=query.parts, page_size=1, cursor=first.next)) if first.next else first
    assert rest.total == first.total - 1


def test_a_product_without_a_photo_never_stands_above_one_that_looks_like_it(
    sneakers: cast.Shop,
) -> None:
    from PIL import Image

    from search.retrieval import store_photo

    photo = store_photo(Image.new("RGB", (40, 40), (220, 20, 30)))
    found = search(Query(parts=(Part(photo_id=photo.pk),), page_size=100))
    ordered = [hit.product.pk for hit in found.hits]
    pictured = set(ProductImage.objects.values_list("product_id", flat=True))
    red = ordered.index(sneakers.sneaker.pk)
    assert all(pk in pictured for pk in ordered[:red])


@pytest.mark.parametrize("text", ["sneaker between 50 and 65", "sneaker 65-50 €"])
def test_a_price_range_counts_what_lies_between_its_ends(sneakers: cast.Shop, text: str) -> None:
    found = asked(text)
    assert titles(found.hits) == {"Canvas sneaker", "Red running sneaker"}
    assert "Leather sneaker" in titles(found.partial)


def test_a_title_that_only_mentions_the_kind_is_of_another(shop: cast.Shop) -> None:
    """Of the titles with "desk" hardly any is a desk: a desk lamp is none for all that."""
    for number in range(4):
        lamp = cast.product(f"Desk lamp {number}", "Home > Desk lamps")
        Variant.objects.create(product=lamp, sku=f"LAMP-{number}", price=20, stock=1)
    for title in ("Oak desk", "Pine desk"):
        desk = cast.product(title, "Furniture > Desks")
        Variant.objects.create(product=desk, sku=title, price=200, stock=1)
    forget()
    index_stale()
    assert titles(asked("desks").hits) == {"Oak desk", "Pine desk"}
    assert len(asked("desk lamps").hits) == 4


def test_no_size_is_sold_out_that_another_variant_has(sneakers: cast.Shop) -> None:
    """38 is there, and what is under 71 euros is there: not in one variant."""
    [hit] = [h for h in asked("sneakers size 38 under 71").partial if "Leather" in h.product.title]
    assert hit.missing == ["not all of it in one variant"]


def test_what_is_too_dear_is_said_to_cost_more(sneakers: cast.Shop) -> None:
    found = asked("sneakers under 58")
    assert {tuple(hit.missing) for hit in found.partial} == {("costs more",)}


def test_whoever_wants_it_cheap_is_shown_the_cheap_ones(sneakers: cast.Shop) -> None:
    found = asked("cheap sneakers")
    [bound] = [each.value for each in found.interpretation.entities if each.kind == "price_max"]
    assert found.hits
    assert all(hit.variant and (hit.variant.price or 0) <= Decimal(bound) for hit in found.hits)
    assert {tuple(hit.missing) for hit in found.partial} == {("costs more",)}


def test_nobody_knows_what_is_cheap_of_no_kind_of_thing(sneakers: cast.Shop) -> None:
    assert not [each for each in asked("cheap northlight").partial if "costs more" in each.missing]


def test_of_alternatives_a_card_names_the_one_that_it_is(sneakers: cast.Shop) -> None:
    said = {hit.product.title: hit.reasons for hit in asked("red sneakers or bags").hits}
    assert "Bags" in said["Shoulder bag"]
    assert not any("sneaker" in each.lower() for each in said["Shoulder bag"])
    colors = {hit.product.title: hit.reasons for hit in asked("white or red bags").hits}
    assert "red" in colors["Shoulder bag"]


def test_what_is_merely_near_fills_what_the_other_shelves_leave_of_a_page(
    sneakers: cast.Shop,
) -> None:
    whole = asked("white sneakers in size 41")
    assert not whole.hits
    assert len(whole.partial) > 1
    for size in (1, len(whole.partial), len(whole.partial) + 1):
        page = search(Query(parts=(Part(text="white sneakers in size 41"),), page_size=size))
        assert len(page.partial) == min(size, len(whole.partial))
        left = size - len(page.partial)
        assert len(page.less_similar) == min(left, len(whole.less_similar))


@pytest.mark.parametrize(
    ("floor", "lacking"), [(0.4, "nothing says “velodromes”"), (0.12, "less like it")]
)
def test_a_word_that_what_is_counted_does_not_say_either_is_nothing_to_lack(
    sneakers: cast.Shop, monkeypatch: pytest.MonkeyPatch, floor: float, lacking: str
) -> None:
    monkeypatch.setattr(Cutoff, "floor_of", lambda *_given: floor)
    found = asked("sneaker for velodromes")
    assert found.interpretation.unknown == ("velodromes",)
    assert bool(found.total) is (lacking == "less like it")
    assert {tuple(hit.missing) for hit in found.partial} == {(lacking,)}
