"""A rule for a kind of photo acts on photos that look like its examples, and on no others."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from catalog.models import Product
from search.models import ImageEmbedding, PhotoQuery
from search.query import Part, Query
from search.retrieval import search
from search.retrieval.embeddings import background
from search.retrieval.retrievers.photo_kinds import kind_of
from search.versions import live_version
from tests import cast
from tests.shop_rules import rule

pytestmark = pytest.mark.django_db

Vector = NDArray[np.float32]


@pytest.fixture
def kinds(shop: cast.Shop) -> dict[str, list[Product]]:
    """Forty products of each of three kinds, whose photo vectors scatter about their own centre."""
    version = live_version()
    assert version is not None
    random = np.random.default_rng(7)
    made: dict[str, list[Product]] = {}
    for name in ("boot", "lamp", "plant"):
        centre = random.normal(size=version.dimensions)
        for number in range(40):
            product = cast.product(f"{name} {number}")
            photo = cast.photo(product, "red")
            made.setdefault(name, []).append(product)
            vector = centre + 0.5 * random.normal(size=version.dimensions)
            ImageEmbedding.objects.update_or_create(
                image=photo,
                encoder=version,
                defaults={"vector": vector / np.linalg.norm(vector), "fingerprint": "x"},
            )
    background.forget()
    kind_of.cache_clear()
    return made


def photo_of(product: Product, noise: float = 0.3) -> Query:
    """A shopper's photo that looks much like the product's own."""
    version = live_version()
    row = ImageEmbedding.objects.get(image__product=product)
    own = np.asarray(row.vector, np.float32)
    random = np.random.default_rng(product.pk)
    vector = own + noise * random.normal(size=own.size) / np.sqrt(own.size)
    kept = PhotoQuery.objects.create(encoder=version, vector=vector / np.linalg.norm(vector))
    return Query(parts=(Part(photo_id=kept.pk),))


def acted(query: Query) -> bool:
    return "for boots" in search(query).rules


def test_photos_of_the_kind_and_no_others_bring_the_rule(kinds: dict[str, list[Product]]) -> None:
    examples = [product.pk for product in kinds["boot"][:6]]
    rule("banner", text="!", when="photo", examples=examples, name="for boots")
    own = [acted(photo_of(product)) for product in kinds["boot"][6:26]]
    others = [acted(photo_of(p)) for name in ("lamp", "plant") for p in kinds[name][:10]]
    assert sum(own) >= 18
    assert sum(others) == 0


def test_one_example_takes_photos_of_itself(kinds: dict[str, list[Product]]) -> None:
    rule("banner", text="!", when="photo", examples=[kinds["boot"][0].pk], name="for boots")
    assert acted(photo_of(kinds["boot"][0], noise=0.1))
    assert not acted(photo_of(kinds["lamp"][0]))


def test_examples_without_photos_match_nothing(kinds: dict[str, list[Product]]) -> None:
    rule("banner", text="!", when="photo", examples=[cast.product("bare").pk], name="for boots")
    assert not acted(photo_of(kinds["boot"][0]))


def test_words_never_bring_it(kinds: dict[str, list[Product]]) -> None:
    examples = [product.pk for product in kinds["boot"][:6]]
    rule("banner", text="!", when="photo", examples=examples, name="for boots")
    assert not acted(Query(parts=(Part(text="boot 7"),)))
