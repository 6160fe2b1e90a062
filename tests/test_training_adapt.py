"""`train_encoder --adapt` tunes what serves to the catalogue, beside it and never in its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from pytest_django.fixtures import Settings

from catalog.models import ProductImage
from search import indexing
from search.models import EncoderVersion
from search.training.assemble import Corpus
from search.training.image_store import PictureStore
from search.training.pairs import Pair, read_manifest
from search.training.recipe import Recipe
from search.training.run import Order, train
from search.versions import live_encoder, register
from tests import cast
from tests.made_up_catalogue import make_classifier, make_manifest

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `shipped`, a small encoder of our own kind, and the pairs it learned from."""
    folder = tmp_path_factory.mktemp("adapting")
    corpus = Corpus(pairs(folder), PictureStore([folder]))
    start, out = make_classifier(folder / "classifier"), folder / "shipped"
    recipe = Recipe(
        serve_side=32,
        head_epochs=5,
        head_batch=18,
        trunk_epochs=0,
        upper_epochs=0,
        settle_epochs=0,
    )
    order = Order([corpus], start, out, folder / "work", recipe, resume=False, threads=1)
    train(order, lambda progress: None)
    return folder


def pairs(folder: Path) -> list[Pair]:
    return [pair for pair in read_manifest(make_manifest(folder, each=2)) if pair.split == "train"]


@pytest.fixture(autouse=True)
def shop(place: Path, settings: Settings) -> Iterator[None]:
    """The made-up catalogue, served by `shipped`. Its export is made once for all tests."""
    settings.ENCODER, settings.STATE_DIR = str(place / "shipped"), place
    for pair in pairs(place):
        product = cast.product(pair.fields["title"], f"Things > {pair.fields['kind']}")
        file = ContentFile((place / pair.image).read_bytes(), pair.image)
        ProductImage.objects.create(product=product, image=file, color=pair.fields["colour"])
    register()
    yield
    shutil.rmtree(place / "trained")


def adapt() -> None:
    call_command(
        "train_encoder", adapt=True, threads=1, serve_size=32, head_epochs=2, views=18, verbosity=0
    )


def states() -> dict[str, str]:
    """By the name of the folder."""
    versions = EncoderVersion.objects.values_list("source", "state")
    return {Path(source).name: state for source, state in versions}


def test_the_result_fills_beside_the_one_that_serves() -> None:
    adapt()
    assert states() == {"shipped": "live", "adapted-1": "filling"}
    assert live_encoder()[1].name.startswith("shipped@")


def test_adapting_again_leaves_the_adapted_one_serving() -> None:
    adapt()
    indexing.index_stale()
    indexing.promote(EncoderVersion.objects.get(state="filling"))

    adapt()
    indexing.index_stale()
    indexing.tend()

    assert states() == {"shipped": "retired", "adapted-1": "live", "adapted-2": "filling"}
    assert live_encoder()[1].name.startswith("adapted-1@")
