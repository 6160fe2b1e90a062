"""`manage.py index` works without a worker, waits for what others hold, and can switch."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.fixtures import Settings

from search import indexing
from search.indexing import hnsw
from search.indexing.content import KINDS
from search.management.commands import index as command
from search.models import EncoderVersion, TextEmbedding
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def stub(settings: Settings) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"


def index(*words: str) -> str:
    out = StringIO()
    call_command("index", *words, stdout=out)
    return out.getvalue()


def test_it_indexes_shows_two_bars_and_builds_the_index(capsys: pytest.CaptureFixture) -> None:
    cast.red_sneaker(), cast.blue_mug()
    assert "5 of 5 texts and photos are indexed with stub@1." in index()
    bars = capsys.readouterr().err
    assert "texts " in bars
    assert "photos" in bars
    assert "3/3" in bars
    version = EncoderVersion.objects.get()
    assert {hnsw.state_of(kind, version).value for kind in KINDS} == {"valid"}


def test_it_says_what_cannot_be_indexed(settings: Settings) -> None:
    settings.ENCODER = "tests.test_index_failures:PickyEncoder"
    cast.product("cursed")
    index()
    TextEmbedding.objects.update(attempts=3, leased_until=None)
    assert "1 cannot be indexed; `manage.py doctor` says why." in index("--wait")


def test_it_waits_for_what_a_worker_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    cast.oak_chair()
    indexing.mark_stale()
    TextEmbedding.objects.update(leased_until=timezone.now() + timedelta(seconds=60))
    assert "0 of 1" in index()

    def a_minute_passes(seconds: float) -> None:
        TextEmbedding.objects.update(leased_until=timezone.now())

    monkeypatch.setattr(command.time, "sleep", a_minute_passes)
    assert "1 of 1" in index("--wait")


def test_it_makes_the_encoder_of_the_setting_live(settings: Settings) -> None:
    cast.oak_chair()
    index()
    settings.ENCODER = "tests.test_index_versions:NewEncoder"
    index()
    assert EncoderVersion.objects.get(state="live").name == "stub@1"
    index("--promote")
    assert EncoderVersion.objects.get(state="live").name == "new@2"


def test_an_encoder_that_cannot_be_loaded_is_said_kindly(settings: Settings) -> None:
    settings.ENCODER = "/no/such/encoder"
    with pytest.raises(CommandError, match="/no/such/encoder"):
        index()
