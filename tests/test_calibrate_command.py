"""`manage.py calibrate`: judgements change what scores mean, and can be taken back."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from catalog.models import Variant
from search import indexing
from search.models import EncoderVersion
from search.ranking.calibration import WORDS, Calibration
from search.retrieval.embeddings.query_encoder import serving
from search.versions import live_encoder
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)

COLORS = ("red", "blue", "green", "black", "white", "yellow", "pink", "grey")
KINDS = ("lamp", "mug", "boot")
MISLED = {"words": 0.0, "chips": 0.0, "text_text": 0.0, "text_image": 0.8}


@pytest.fixture
def version(settings: Settings) -> EncoderVersion:
    """An encoder that searches for words by pictures alone, in a shop of three of each kind."""
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    for number, (color, kind) in enumerate([(c, k) for c in COLORS for k in KINDS] * 3):
        product = cast.product(f"{color} {kind} {number}", f"{kind.capitalize()}s")
        Variant.objects.create(product=product, sku=f"{color}-{kind}-{number}", color=color)
        cast.photo(product, color)
    while indexing.index_stale():
        pass
    made = EncoderVersion.objects.get()
    made.calibration = {"weights": MISLED}
    made.save()
    return made


def judged(folder: Path, number: int = 24) -> Path:
    skus = list(Variant.objects.values_list("sku", flat=True))
    asked = [(color, kind) for color in COLORS for kind in KINDS][:number]
    lines = [
        {
            "query": {"text": f"{color} {kind}"},
            "relevant": {sku: 1 for sku in skus if sku.startswith(f"{color}-{kind}-")},
        }
        for color, kind in asked
    ]
    file = folder / "judgements.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return file


def calibrate(*files: Path, **options: bool) -> str:
    out = StringIO()
    call_command("calibrate", *files, stdout=out, **options)
    return out.getvalue()


def test_searches_use_what_judgements_taught(version: EncoderVersion, tmp_path: Path) -> None:
    assert "Stored with" in calibrate(judged(tmp_path))
    found = serving().calibration
    assert found.weights != Calibration.from_json(version.calibration).weights
    assert found.curves[WORDS] != Calibration().curves[WORDS]


def test_it_can_be_taken_back(version: EncoderVersion, tmp_path: Path) -> None:
    before = serving().calibration
    calibrate(judged(tmp_path))
    calibrate(undo=True)
    assert serving().calibration == before


def test_a_grown_catalogue_is_fitted_anew_beside_what_was_judged(
    version: EncoderVersion, tmp_path: Path
) -> None:
    calibrate(judged(tmp_path))
    judgements_say = serving().calibration.weights
    indexing.calibrate(*live_encoder())
    assert serving().calibration.weights == judgements_say
    calibrate(undo=True)
    assert serving().calibration.weights[WORDS] == MISLED[WORDS]


def test_what_ranks_no_better_is_not_stored(version: EncoderVersion, tmp_path: Path) -> None:
    version.calibration = {}
    version.save()
    assert "nothing was stored" in calibrate(judged(tmp_path))
    version.refresh_from_db()
    assert version.calibration == {}


def test_a_few_queries_are_too_few(version: EncoderVersion, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="3 judged queries are too few"):
        calibrate(judged(tmp_path, 3))


def test_neither_judgements_nor_undo_is_a_mistake(version: EncoderVersion) -> None:
    with pytest.raises(CommandError, match="Name the judgements"):
        calibrate()
