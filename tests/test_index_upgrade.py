"""After an upgrade of its weights, the old encoder serves until the new one is complete."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from search import encoders, indexing, versions
from search.models import EncoderVersion
from tests import cast
from tests.small_encoders import small_clip

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


def start_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """As another process, which has loaded no encoder yet."""
    monkeypatch.setattr(encoders, "_loaded", {})
    monkeypatch.setattr(encoders, "_kept", {})


def test_new_weights_take_over_once_everything_is_indexed_with_them(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATE_DIR = tmp_path
    settings.ENCODER = str(small_clip(tmp_path / "clip"))
    start_anew(monkeypatch)
    cast.red_sneaker()
    indexing.index_stale()
    old = EncoderVersion.objects.get()

    small_clip(tmp_path / "clip")
    start_anew(monkeypatch)

    assert versions.live_encoder()[1].name == old.name
    new = versions.register()
    assert new.name != old.name
    indexing.mark_stale()
    indexing.tend()
    assert versions.live_encoder()[0] == old

    indexing.index_stale()
    indexing.tend()
    assert versions.live_encoder()[0] == new
