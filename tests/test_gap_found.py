"""A product that lacks its photo or its text is found in its place all the same."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from pytest_django.fixtures import Settings

from catalog.models import Product
from search import indexing
from search.models import TextEmbedding
from search.query import Part, Query
from search.retrieval import search, store_photo
from tests import cast

pytestmark = pytest.mark.django_db

COLORS = ("red", "blue", "green", "yellow")
KINDS = ("lamp", "mug", "boot")
LACKS = ("photo", "text", "nothing")


@pytest.fixture
def reds(empty_cache: None, settings: Settings) -> dict[str, Product]:
    """Twelve products, three of them red: one without a photo, one without a text vector.

    The title of the latter names no colour, so that words cannot find it either.
    """
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    red = {}
    for color in COLORS:
        for kind, lack in zip(KINDS, LACKS, strict=True):
            lacks = lack if color == "red" else "nothing"
            product = cast.product("Item 7" if lacks == "text" else f"{color} {kind}")
            if lacks != "photo":
                cast.photo(product, color)
            if color == "red":
                red[lack] = product
    indexing.index_stale()
    TextEmbedding.objects.filter(product=red["text"]).delete()
    return red


def red_photo() -> Part:
    picture = Image.open(io.BytesIO(cast.picture("red", (40, 40))))
    return Part(photo_id=store_photo(picture).pk)


def ranked(part: Part) -> list[Product]:
    found = search(Query(parts=(part,)))
    return [hit.product for hit in found.hits + found.less_similar]


@pytest.mark.parametrize("lack", LACKS)
def test_words_find_it_before_every_other_colour(reds: dict[str, Product], lack: str) -> None:
    assert reds[lack] in ranked(Part(text="red"))[:3]


@pytest.mark.parametrize("lack", LACKS)
def test_a_photo_finds_it_before_every_other_colour(reds: dict[str, Product], lack: str) -> None:
    assert reds[lack] in ranked(red_photo())[:3]


def test_it_does_not_push_itself_before_what_it_is_not(reds: dict[str, Product]) -> None:
    found = ranked(Part(text="blue mug"))
    assert found[0].title == "blue mug"
    assert not {reds["photo"], reds["text"]} & set(found[:3])
