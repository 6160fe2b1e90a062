"""The modality gap is measured with the calibration, kept with the encoder and shown in admin."""

from __future__ import annotations

import numpy as np
import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from search import indexing
from search.indexing.calibrating import FEWEST_PRODUCTS
from search.indexing.gap import Gap, measure
from search.models import EncoderVersion
from search.ranking.calibration import Calibration
from tests.test_index_calibrates import stock_up

KINDS, EACH, DIMENSIONS = 10, 40, 32


def unit(rows: np.ndarray) -> np.ndarray:
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def measured(apart: float) -> Gap:
    """Texts and photos of ten kinds; a direction of its own pulls each modality off by `apart`."""
    order = np.random.default_rng(1)
    meaning = order.standard_normal((KINDS, DIMENSIONS))
    kinds = np.repeat(np.arange(KINDS), EACH)
    text, photo = apart * np.eye(DIMENSIONS)[:2]
    texts, photos = (
        unit(meaning[kinds] + order.standard_normal((len(kinds), DIMENSIONS)) + pull)
        for pull in (text, photo)
    )
    right = np.arange(KINDS)[:, None] == kinds
    found = measure(texts, photos, unit(meaning + text), right, Calibration())
    assert found is not None
    return found


def test_the_numbers_are_those_of_the_definition() -> None:
    texts, photos = np.eye(3, dtype=np.float32)[[0, 0, 0]], np.eye(3, dtype=np.float32)[[1, 1, 1]]
    found = measure(texts, photos, texts[:1], np.eye(3, dtype=bool)[:1], Calibration())
    assert found is not None
    assert found.distance == pytest.approx(np.sqrt(2))
    assert (found.text_text, found.image_image, found.text_image) == pytest.approx((1, 1, 0))
    assert (found.texts, found.photos, found.queries, found.text_rows) == (3, 3, 1, 0.5)


def test_raw_cosines_bury_the_photos_and_calibrated_ones_do_not() -> None:
    found = measured(apart=4.0)
    assert found.text_rows == 0.5
    assert found.raw.texts > 0.95
    assert found.calibrated.texts == pytest.approx(0.5, abs=0.1)
    assert found.calibrated.right > 0.95


def test_without_a_gap_nothing_is_buried_before_either() -> None:
    found = measured(apart=0.0)
    assert found.raw.texts == pytest.approx(0.5, abs=0.1)


def test_a_product_that_lacks_one_of_the_two_is_left_out_of_that_one_only() -> None:
    texts, photos = unit(
        np.random.default_rng(2).standard_normal((2, 6, 8)).reshape(12, 8)
    ).reshape(2, 6, 8)
    texts[0], photos[1:3] = np.nan, np.nan
    found = measure(texts, photos, photos[:1], np.eye(6, dtype=bool)[3:4], Calibration())
    assert found is not None
    assert (found.texts, found.photos) == (5, 4)
    assert np.isfinite([found.distance, found.text_text, found.image_image, found.text_image]).all()


def test_without_photos_there_is_nothing_to_compare() -> None:
    texts = np.eye(3, dtype=np.float32)
    right = np.eye(3, dtype=bool)
    assert measure(texts, np.full_like(texts, np.nan), texts, right, Calibration()) is None


@pytest.fixture
def version(transactional_db: None, empty_cache: None, settings: object) -> EncoderVersion:
    """The stub encoder on a shop that is just large enough to calibrate on."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"  # type: ignore[attr-defined]
    stock_up(0, FEWEST_PRODUCTS)
    indexing.index_stale()
    return EncoderVersion.objects.get()


def shown(client: Client, version: EncoderVersion) -> str:
    client.force_login(User.objects.create_superuser("keeper"))
    page = reverse("admin:vitrine_search_encoderversion_change", args=[version.pk])
    return client.get(page).content.decode()


def test_calibrating_keeps_it_with_the_encoder(version: EncoderVersion) -> None:
    indexing.tend()
    version.refresh_from_db()
    found = Gap.from_json(version.calibration["gap"])
    assert (found.texts, found.photos) == (FEWEST_PRODUCTS, FEWEST_PRODUCTS)
    assert found.queries == 12  # four colours of three kinds
    assert found.to_json() == version.calibration["gap"]
    assert Calibration.from_json(version.calibration).products == FEWEST_PRODUCTS


def test_admin_shows_it_in_two_sentences_and_a_picture(
    client: Client, version: EncoderVersion
) -> None:
    indexing.tend()
    version.refresh_from_db()
    found = Gap.from_json(version.calibration["gap"])
    text = " ".join(shown(client, version).split())
    assert f"their centres lie {found.distance:.2f} apart" in text
    assert f"{100 * found.calibrated.right:.0f} % are then what was asked for" in text
    assert '<svg class="gap-picture"' in text
    for shares in (found.raw, found.centred, found.calibrated):
        assert f"{100 * shares.texts:.0f} % texts" in text


def test_admin_says_so_before_it_is_measured(client: Client, version: EncoderVersion) -> None:
    assert "Not measured yet" in shown(client, version)
