"""The sample shop, searched with the encoder that ships: floors a little under what was reached.

The numbers reached, with their intervals, stand in docs/encoder.md and docs/search.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from search import indexing
from search.versions import live_encoder

SHOP = Path(settings.BASE_DIR) / "sample_shop"
Metrics = dict[str, dict[str, float]]  # ranking -> metric -> mean

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sample_shop(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Open the sample shop for all tests of this file, and close it without a trace."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        images = str(SHOP / "photos")
        call_command(
            "import_catalog", str(SHOP / "catalogue.csv"), images=images, stdout=StringIO()
        )
        indexing.index_stale()
        indexing.calibrate(*live_encoder())
        yield
        transaction.set_rollback(True)


def evaluated(judgements: str) -> Metrics:
    out = StringIO()
    call_command("evaluate", str(SHOP / judgements), json=True, stdout=out)
    rankings = json.loads(out.getvalue())["rankings"]
    return {
        name: {metric: found["mean"] for metric, found in ranking["metrics"].items()}
        for name, ranking in rankings.items()
    }


def test_how_people_ask_finds_what_they_mean(sample_shop: None) -> None:
    found = evaluated("judgements.jsonl")
    assert found["text_to_search"]["nDCG@10"] >= 0.70
    assert found["text_to_search"]["MRR"] >= 0.85


def test_the_whole_search_is_better_than_the_encoder_alone(sample_shop: None) -> None:
    found = evaluated("judgements.jsonl")
    assert found["text_to_search"]["nDCG@10"] > found["text_to_text"]["nDCG@10"]
    assert found["text_to_search"]["nDCG@10"] > found["text_to_image"]["nDCG@10"]


def test_a_shopper_s_photo_finds_its_product(sample_shop: None) -> None:
    found = evaluated("shopper_photos/judgements.jsonl")
    assert found["image_to_search"]["R@10"] >= 0.63
    assert found["image_to_search"]["MRR"] >= 0.68
