"""What a cosine means is learned from the shop's own catalogue, again when it has grown."""

from __future__ import annotations

import numpy as np
import pytest
from pytest_django.fixtures import Settings

from catalog.models import Variant
from search import indexing
from search.indexing.calibrating import (
    FEWEST_PRODUCTS,
    best_without_answer,
    is_due,
    no_surer,
    not_sold,
)
from search.models import EncoderVersion
from search.ranking.calibration import IMAGE_IMAGE, TEXT_TEXT, UNTUNED, WEIGHTS, Calibration, Curve
from search.versions import encoder_of, store_calibration
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

COLORS = ("red", "blue", "green", "black")
KINDS = ("Lamps", "Mugs", "Boots")


@pytest.fixture(autouse=True)
def stub(settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"


def stock_up(first: int, last: int) -> None:
    for number in range(first, last):
        color, kind = COLORS[number % 4], KINDS[number % 3]
        product = cast.product(f"{kind[:-1]} {number}", kind)
        Variant.objects.create(product=product, sku=f"N-{number}", color=color)
        cast.photo(product, color)


def calibration() -> Calibration:
    return Calibration.from_json(EncoderVersion.objects.get().calibration)


def test_a_handful_of_products_teaches_nothing() -> None:
    stock_up(0, FEWEST_PRODUCTS - 1)
    indexing.index_stale()
    indexing.tend()
    assert calibration().products == 0
    assert calibration().curves == UNTUNED


def test_every_vector_leg_is_fitted_on_what_belongs_together() -> None:
    stock_up(0, FEWEST_PRODUCTS)
    indexing.index_stale()
    indexing.tend()
    found = calibration()
    assert found.products == FEWEST_PRODUCTS
    for retriever in (TEXT_TEXT, IMAGE_IMAGE):
        curve = found.curves[retriever]
        assert curve != UNTUNED[retriever]
        assert curve.slope > 0  # more alike is more likely right
    assert found.weights == Calibration().weights


def test_it_is_fitted_again_after_a_tenth_more_products_and_not_before() -> None:
    stock_up(0, FEWEST_PRODUCTS)
    indexing.index_stale()
    indexing.tend()
    assert not is_due(EncoderVersion.objects.get())
    stock_up(FEWEST_PRODUCTS, FEWEST_PRODUCTS + 5)
    indexing.index_stale()
    assert not is_due(EncoderVersion.objects.get())
    stock_up(FEWEST_PRODUCTS + 5, FEWEST_PRODUCTS + 6)
    indexing.index_stale()
    assert is_due(EncoderVersion.objects.get())


def test_what_judgements_taught_meanwhile_is_not_overwritten() -> None:
    stock_up(0, FEWEST_PRODUCTS)
    indexing.index_stale()
    version = EncoderVersion.objects.get()
    beside = EncoderVersion.objects.get()
    store_calibration(beside, judged={"weights": {TEXT_TEXT: 0.9}})

    indexing.calibrate(version, encoder_of(version))

    assert calibration().products == FEWEST_PRODUCTS
    assert calibration().weights[TEXT_TEXT] == 0.9
    store_calibration(beside, judged=None)
    assert calibration().weights[TEXT_TEXT] == WEIGHTS[TEXT_TEXT]
    assert calibration().products == FEWEST_PRODUCTS


def test_a_catalogue_without_categories_is_calibrated_too() -> None:
    for number in range(FEWEST_PRODUCTS):
        color = COLORS[number % 4]
        product = cast.product(f"{KINDS[number % 3][:-1]} {number}")
        Variant.objects.create(product=product, sku=f"N-{number}", color=color)
        cast.photo(product, color)
    indexing.index_stale()
    indexing.tend()
    assert calibration().products == FEWEST_PRODUCTS
    assert calibration().curves[TEXT_TEXT] != UNTUNED[TEXT_TEXT]
    assert calibration().curves[TEXT_TEXT].slope > 0


def test_what_no_text_of_the_shop_names_is_asked_for_as_without_an_answer() -> None:
    cast.product("Cold chisel for masons", description="Also cuts a paving stone.")
    wanted = not_sold()
    assert "chisel" not in wanted
    assert "paving slab" not in wanted
    assert {"dumbbell", "fishing lure"} <= set(wanted)


def test_queries_that_seem_to_be_answered_are_no_counterexamples() -> None:
    documents = np.eye(4, dtype=np.float32)
    asked = np.array([[1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5], [0.6, 0.5, 0.5, 0.4]], np.float32)
    best = best_without_answer(asked, documents, usual=0.1)
    assert len(best) == 2
    assert best.max() < 2


def test_no_leg_is_sure_of_what_is_found_without_an_answer() -> None:
    best = np.array([1.0, 2.0, 3.0])
    assert no_surer(Curve(slope=2, intercept=-2), best)(np.array([2.0])) == pytest.approx(0.5)
    strict = Curve(slope=2, intercept=-8)
    assert no_surer(strict, best) == strict
    assert no_surer(strict, np.array([])) == strict
