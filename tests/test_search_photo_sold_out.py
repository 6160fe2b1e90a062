"""Who shows a photo of the very thing finds it first, though it is sold out."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from catalog.models import Product, Variant
from search.indexing import index_stale
from search.models import ImageEmbedding, PhotoQuery, TextEmbedding
from search.query import Part, Query
from search.ranking import merchandising
from search.retrieval import search, store_photo
from tests import cast

pytestmark = pytest.mark.django_db

SOLD_OUT = "Red mug"
COLORS = {SOLD_OUT: "red", "Maroon mug": "maroon", "Blue mug": "blue"}
A_LITTLE = 0.3  # of another direction in the photos of the others: less likely by .27 in log-odds


@pytest.fixture
def mugs(shop: cast.Shop) -> None:
    """Three mugs of the same text and nearly the same look; one of them is sold out."""
    Product.objects.update(active=False)
    for title, color in COLORS.items():
        mug = cast.product(title, "Kitchen > Mugs")
        Variant.objects.create(product=mug, sku=title, stock=0 if title == SOLD_OUT else 5)
        cast.photo(mug, color)
    index_stale()
    photos = ImageEmbedding.objects.filter(image__product__title__in=COLORS)
    own = np.array(photos.get(image__product__title=SOLD_OUT).vector)
    other = np.random.default_rng(0).normal(size=own.shape)
    other -= other @ own * own
    nearly = own + A_LITTLE * other / np.linalg.norm(other)
    photos.exclude(image__product__title=SOLD_OUT).update(vector=nearly / np.linalg.norm(nearly))
    photos.update(colors=[])
    texts = TextEmbedding.objects.filter(product__title__in=COLORS)
    texts.update(vector=texts.get(product__title=SOLD_OUT).vector)


def found(*words: str) -> list[str]:
    """The mugs as a photo of the one that is sold out finds them."""
    picture = Image.open(io.BytesIO(cast.picture("red", (96, 96)))).convert("RGB")
    stored = store_photo(picture)
    own = ImageEmbedding.objects.get(image__product__title=SOLD_OUT)
    PhotoQuery.objects.filter(pk=stored.pk).update(vector=own.vector)
    answer = search(Query((*(Part(text=each) for each in words), Part(photo_id=stored.pk))))
    return [hit.product.title for hit in (*answer.hits, *answer.partial, *answer.less_similar)]


def test_what_is_far_likelier_than_all_that_can_be_bought_stays_first(
    mugs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merchandising, "VERY_ONE", 0.2)
    assert found()[0] == SOLD_OUT


def test_what_is_nearly_as_likely_and_can_be_bought_comes_first(mugs: None) -> None:
    assert found()[-1] == SOLD_OUT


def test_who_adds_words_wants_another_thing_than_is_on_the_photo(
    mugs: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merchandising, "VERY_ONE", 0.2)
    assert found("mug")[-1] == SOLD_OUT
