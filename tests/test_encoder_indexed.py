"""Encoders of other makers index a shop and are searched like the one that ships."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pytest
from PIL import Image
from pytest_django.fixtures import Settings

from search.encoders.identity import encoder_name
from search.encoders.loading import export_here
from search.indexing import calibrate, coverage, index_stale
from search.query import Hit, Part, Query, SearchResult
from search.ranking.calibration import IMAGE_IMAGE, IMAGE_TEXT, TEXT_IMAGE, TEXT_TEXT, WORDS
from search.retrieval import search, store_photo
from search.versions import live_encoder
from tests import cast
from tests.small_encoders import FAMILIES

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module", params=sorted(FAMILIES))
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp(request.param)
    family: str = request.param
    made = FAMILIES[family](place / family)
    export_here(str(made), place)
    return made


@pytest.fixture
def shop(folder: Path, empty_cache: None, settings: Settings) -> cast.Shop:
    """The cast, indexed by the encoder in `folder`."""
    settings.ENCODER = str(folder)
    settings.STATE_DIR = folder.parent
    opened = cast.Shop()
    index_stale()
    calibrate(*live_encoder())
    return opened


def asked(part: Part) -> SearchResult:
    return search(Query(parts=(part,), explain=True))


def assert_sees(hit: Hit, *retrievers: str) -> None:
    """Each of the retrievers has a chance to give for the product: nan would be no opinion."""
    assert [
        retriever for retriever in retrievers if not 0 <= hit.trace.get(retriever, math.nan) <= 1
    ] == []


def test_every_text_and_photo_is_indexed_with_it(shop: cast.Shop, folder: Path) -> None:
    version, _encoder = live_encoder()
    assert version.name == encoder_name(folder, str(folder))
    assert coverage(version) == (6, 6)


@pytest.mark.parametrize(
    ("words", "title"), [("stoneware mug", "Stoneware mug"), ("canvas sneaker", "Canvas sneaker")]
)
def test_words_find_their_product_by_all_three_retrievers(
    shop: cast.Shop, words: str, title: str
) -> None:
    best = asked(Part(text=words)).hits[0]
    assert best.product.title == title
    assert_sees(best, WORDS, TEXT_TEXT, TEXT_IMAGE)


@pytest.mark.parametrize(("color", "title"), [("red", "Canvas sneaker"), ("blue", "Stoneware mug")])
def test_the_photo_of_a_product_finds_it_first(shop: cast.Shop, color: str, title: str) -> None:
    photo = store_photo(Image.open(io.BytesIO(cast.picture(color))))
    found = asked(Part(photo_id=photo.pk))
    best = (found.hits + found.less_similar)[0]
    assert best.product.title == title
    assert_sees(best, IMAGE_IMAGE, IMAGE_TEXT)
