"""Where words change a photo or a product, the shape stays: the words of its title that say it."""

from dataclasses import replace

import pytest
from PIL import Image

from catalog.models import Variant
from search import indexing
from search.query import Entity, Part, Query
from search.retrieval import search, store_photo
from search.retrieval.retrievers.parts import says_more
from search.retrieval.retrievers.same_shape import shape_of
from search.understanding import refresh
from search.understanding.understand import understand
from tests import cast

pytestmark = pytest.mark.django_db

GREEN = Entity("color", "green", "green", "Green")
NOT_STRIPED = Entity(
    "not", "striped", "no stripes", "", True, values=("attribute:pattern:striped",)
)


@pytest.fixture
def mugs(shop: cast.Shop) -> cast.Shop:
    for title, color, pattern in (
        ("Striped red tall mug", "red", "striped"),
        ("Red conical mug", "red", ""),
        ("White tall mug", "white", ""),
        ("Green conical mug", "green", ""),
    ):
        made = cast.product(title, "Mugs", attributes={"pattern": pattern} if pattern else {})
        Variant.objects.create(product=made, sku=title, price=9, color=color)
        cast.photo(made, color)
    refresh()
    indexing.index_stale()
    return shop


def product(sku: str) -> int:
    return Variant.objects.get(sku=sku).product_id


@pytest.mark.parametrize(
    ("title", "changes", "left"),
    [
        ("Striped red tall mug", [NOT_STRIPED], "tall mug"),
        ("Striped red tall mug", [GREEN], "striped tall mug"),
        ("Green conical mug", [GREEN], "conical mug"),
        ("Green conical mug", [NOT_STRIPED], "conical mug"),
    ],
)
def test_neither_colours_nor_what_shall_be_otherwise_are_its_shape(
    mugs: cast.Shop, title: str, changes: list[Entity], left: str
) -> None:
    assert shape_of(product(title), changes) == left


@pytest.mark.parametrize("text", ["without stripes", "not striped"])
def test_the_same_shape_comes_before_the_same_colour(mugs: cast.Shop, text: str) -> None:
    query = Query(parts=(Part(text=text), Part(sku="Striped red tall mug")), page_size=50)
    found = search(query)
    titles = [hit.product.title for hit in (*found.hits, *found.partial, *found.less_similar)]
    assert titles.index("White tall mug") < titles.index("Green conical mug")


def test_a_product_that_is_gone_has_no_shape(mugs: cast.Shop) -> None:
    assert shape_of(0, [GREEN]) == ""


def test_a_photo_asks_for_the_shape_that_it_shows(mugs: cast.Shop) -> None:
    photo = store_photo(Image.new("RGB", (64, 64), (220, 20, 30)))
    asked = Query(parts=(Part(text="in green"), Part(photo_id=photo.pk)), explain=True)
    found = search(asked)
    hits = (*found.hits, *found.partial, *found.less_similar)
    assert any(name.startswith("title") for hit in hits for name in hit.trace)
    alone = search(Query(parts=(Part(photo_id=photo.pk),), explain=True))
    assert not any(name.startswith("title") for hit in alone.hits for name in hit.trace)


def test_the_shape_is_asked_of_titles_alone(mugs: cast.Shop) -> None:
    other = Variant.objects.get(sku="Green conical mug").product
    other.description = "Stands beside any tall mug."
    other.save()
    indexing.index_stale()
    query = Query(parts=(Part(text="without stripes"), Part(sku="Striped red tall mug")))
    found = search(replace(query, explain=True))
    hits = (*found.hits, *found.partial, *found.less_similar)
    said = {hit.product.title: hit.trace["title 2"] for hit in hits}
    assert said["Green conical mug"] == pytest.approx(said["Red conical mug"], abs=0.1)
    assert said["Green conical mug"] < said["White tall mug"] - 0.2


@pytest.mark.parametrize("text", ["in green", "but in green, please", "in grün"])
def test_a_change_that_is_made_is_no_better_for_being_said_twice(
    mugs: cast.Shop, text: str
) -> None:
    """By words, "Green conical mug" says green; of the other a column does."""
    made = cast.product("Tall mug of enamel", "Mugs")
    Variant.objects.create(product=made, sku="by its column", price=9, color="green")
    refresh()
    indexing.index_stale()
    asked = Query(parts=(Part(text=text), Part(sku="Striped red tall mug")))
    first = search(replace(asked, explain=True)).hits
    assert {hit.trace["chips"] for hit in first} == {first[0].trace["chips"]}
    assert all("words" not in hit.trace and "text_text" not in hit.trace for hit in first)
    alone = search(Query(parts=(Part(text=f"mug {text}"),), explain=True)).hits
    assert alone
    assert all("words" in hit.trace for hit in alone)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("but in green", False),
        ("pero en verde", False),
        ("aber in grün", False),
        ("green instead", False),
        ("in green for a picnic", True),
        ("green and wider", True),
    ],
)
def test_words_beside_the_change_say_more(mugs: cast.Shop, text: str, more: bool) -> None:
    assert says_more(understand(Query(parts=(Part(text=text),)))) is more
