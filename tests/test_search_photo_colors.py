"""Of products that a photo is as like, the one that shows its colours comes first."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from search.encoders.shopper_photos import colors_in_full_light
from search.indexing import index_stale
from search.models import ImageEmbedding, PhotoQuery, TextEmbedding
from search.query import Filters, Part, Query
from search.retrieval import search, store_photo
from tests import cast

TITLES = ("Tall mug", "Conical mug", "Belly mug")


def picture(color: str) -> Image.Image:
    return Image.open(io.BytesIO(cast.picture(color, (96, 96)))).convert("RGB")


@pytest.fixture
def mugs(shop: cast.Shop) -> None:
    """Three mugs that the encoder takes for the same, in red, blue and green."""
    for title, color in zip(TITLES, ("red", "blue", "green"), strict=True):
        cast.photo(cast.product(title, "Kitchen > Mugs"), color)
    index_stale()
    own = ImageEmbedding.objects.filter(image__product__title__in=TITLES)
    vector = own.earliest("pk").vector
    own.update(vector=vector)
    texts = TextEmbedding.objects.filter(product__title__in=TITLES)
    texts.update(vector=texts.earliest("pk").vector)


def of_photo(color: str, *words: str, **filters: object) -> list[str]:
    """The mugs in the order in which a photo of that colour finds them, seen as a red one."""
    stored = store_photo(picture(color))
    red = ImageEmbedding.objects.filter(image__product__title=TITLES[0]).get()
    PhotoQuery.objects.filter(pk=stored.pk).update(vector=red.vector)
    parts = (*(Part(text=each) for each in words), Part(photo_id=stored.pk))
    found = search(Query(parts, Filters(**filters)))  # type: ignore[arg-type]
    titles = [hit.product.title for hit in (*found.hits, *found.partial, *found.less_similar)]
    return [title for title in titles if title in TITLES]


@pytest.mark.django_db
@pytest.mark.parametrize(("color", "best"), [("red", 0), ("blue", 1), ("green", 2)])
def test_what_shows_the_colours_of_the_photo_comes_first(mugs: None, color: str, best: int) -> None:
    found = of_photo(color)
    assert found[0] == TITLES[best]
    assert len(found) == len(TITLES)


@pytest.mark.django_db
def test_a_photo_of_unknown_colours_is_ranked_as_before(mugs: None) -> None:
    of_photo("blue")
    PhotoQuery.objects.update(colors={})
    photo = PhotoQuery.objects.latest("expires")
    again = search(Query((Part(photo_id=photo.pk),)))
    assert {hit.product.title for hit in again.hits} >= {*TITLES}


@pytest.mark.django_db
def test_words_beside_the_photo_want_another_thing_than_is_on_it(mugs: None) -> None:
    assert of_photo("blue", "mug") == of_photo("green", "mug")


@pytest.mark.parametrize("light", [1.0, 0.6, 0.4])
@pytest.mark.parametrize("color", ["red", "blue", "orange", "green"])
def test_colours_are_named_as_in_full_light(color: str, light: float) -> None:
    dim = Image.fromarray((np.asarray(picture(color)) * light).astype(np.uint8))
    assert max(colors_in_full_light(dim).items(), key=lambda each: each[1])[0] == color


@pytest.mark.parametrize("mode", ["RGBA", "L", "P", "1"])
def test_a_photo_of_any_mode_has_colours_or_none(mode: str) -> None:
    assert sum(colors_in_full_light(picture("red").convert(mode)).values()) == pytest.approx(1)


def test_a_black_photo_is_not_made_white() -> None:
    assert "white" not in colors_in_full_light(Image.new("RGB", (50, 50), (9, 9, 9)))
