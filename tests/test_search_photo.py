"""A photo finds what looks like it, alone or with words; and is never kept."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from PIL import Image

from catalog.models import Variant
from search.indexing import index_stale
from search.models import PhotoQuery
from search.query import Filters, Part, Query
from search.retrieval import ExpiredPhoto, search, similar, store_photo
from tests import cast

pytestmark = pytest.mark.django_db


def photo_of(color: str) -> str:
    return store_photo(Image.open(io.BytesIO(cast.picture(color, (40, 40))))).pk


def first(*parts: Part, **filters: object) -> str:
    found = search(Query(parts=parts, filters=Filters(**filters)))  # type: ignore[arg-type]
    return (found.hits + found.less_similar)[0].product.title


def test_a_photo_finds_the_product_that_looks_like_it(shop: cast.Shop) -> None:
    assert first(Part(photo_id=photo_of("blue"))) == "Stoneware mug"
    assert first(Part(photo_id=photo_of("red"))) == "Canvas sneaker"


def test_a_photo_finds_a_product_without_photo_by_its_text(shop: cast.Shop) -> None:
    shop.sneaker.images.all().delete()
    assert first(Part(photo_id=photo_of("red"))) == "Canvas sneaker"


def test_the_card_says_that_it_matches_the_photo(shop: cast.Shop) -> None:
    found = search(Query(parts=(Part(photo_id=photo_of("red")),)))
    assert "matches your photo" in found.hits[0].reasons


def test_the_card_still_says_so_where_words_were_added(shop: cast.Shop) -> None:
    parts = (Part(text="without laces"), Part(photo_id=photo_of("red")))
    assert "matches your photo" in search(Query(parts=parts)).hits[0].reasons


def test_what_is_like_a_product_matches_no_photo(shop: cast.Shop) -> None:
    red_mug = cast.product("Enamel mug", "Kitchen > Mugs")
    Variant.objects.create(product=red_mug, sku="MUG-RED", color="red", price=9)
    cast.photo(red_mug, "red")
    index_stale()
    found = search(Query(parts=(Part(sku="SNEAKER-RED-41"),)))
    said = {reason for hit in found.hits + found.less_similar for reason in hit.reasons}
    assert "looks like it" in said
    assert "matches your photo" not in said


@pytest.mark.parametrize(("weight", "best"), [(0.1, "Stoneware mug"), (0.9, "Canvas sneaker")])
def test_the_heavier_of_photo_and_words_wins(shop: cast.Shop, weight: float, best: str) -> None:
    """A red photo against the words "blue mug": nothing fits both."""
    parts = (
        Part(text="blue mug", weight=1 - weight),
        Part(photo_id=photo_of("red"), weight=weight),
    )
    found = search(Query(parts=parts))
    assert (found.hits + found.less_similar)[0].product.title == best


def test_no_apology_stands_above_what_looks_like_the_photo(shop: cast.Shop) -> None:
    assert search(Query(parts=(Part(photo_id=photo_of("red")),))).notices == []


@pytest.mark.parametrize("color", ["grey", "pink"])
def test_a_photo_that_nothing_is_near_finds_nothing(shop: cast.Shop, color: str) -> None:
    assert search(Query(parts=(Part(photo_id=photo_of(color)),))).hits == []


def test_what_fits_photo_and_words_comes_before_what_fits_one_of_them(shop: cast.Shop) -> None:
    red_mug = cast.product("Enamel mug", "Kitchen > Mugs")
    Variant.objects.create(product=red_mug, sku="MUG-RED", color="red", price=9)
    cast.photo(red_mug, "red")
    index_stale()
    assert first(Part(photo_id=photo_of("red")), Part(text="mug")) == "Enamel mug"


def test_what_looks_like_the_photo_in_another_colour_than_the_words_says_so(
    shop: cast.Shop,
) -> None:
    found = search(Query(parts=(Part(text="in blue"), Part(photo_id=photo_of("red")))))
    assert "Canvas sneaker" not in [hit.product.title for hit in found.hits]
    lacking = {hit.product.title: hit.missing for hit in found.partial}
    assert lacking["Canvas sneaker"] == ["not blue"]


def test_a_filter_applies_to_a_photo_too(shop: cast.Shop) -> None:
    assert first(Part(photo_id=photo_of("red")), category="kitchen") != "Canvas sneaker"


def test_a_photo_is_forgotten_after_its_day(shop: cast.Shop) -> None:
    photo = photo_of("red")
    PhotoQuery.objects.filter(pk=photo).update(expires=timezone.now() - timedelta(seconds=1))
    with pytest.raises(ExpiredPhoto):
        search(Query(parts=(Part(photo_id=photo),)))


def test_a_product_is_never_similar_to_itself(shop: cast.Shop) -> None:
    assert shop.mug.pk not in {hit.product.pk for hit in similar(shop.mug)}


def test_what_is_not_wanted_is_pushed_down(shop: cast.Shop) -> None:
    both = Part(text="canvas sneaker stoneware mug")
    found = search(Query(parts=(both, Part(text="canvas sneaker", weight=-1.0))))
    ranked = [hit.product.title for hit in found.hits + found.less_similar]
    assert ranked.index("Stoneware mug") < ranked.index("Canvas sneaker")
