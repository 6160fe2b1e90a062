"""A new encoder fills beside the live one; one switch makes it live, one rolls back."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from search import indexing, versions
from search.encoders import EncoderError
from search.indexing import NotReady, promotion, rows
from search.models import EncoderVersion, TextEmbedding
from tests import cast, many_products
from tests.stub_encoder import StubEncoder

pytestmark = pytest.mark.django_db(transaction=True)

OLD, NEW = "tests.stub_encoder:StubEncoder", "tests.test_index_versions:NewEncoder"


class NewEncoder(StubEncoder):
    name = "new@2"


@pytest.fixture(autouse=True)
def shop_with_two_encoders(settings: Settings) -> None:
    settings.ENCODER = OLD
    cast.red_sneaker()
    indexing.index_stale()
    settings.ENCODER = NEW


def states() -> dict[str, str]:
    return dict(EncoderVersion.objects.values_list("name", "state"))


def new() -> EncoderVersion:
    return EncoderVersion.objects.get(name="new@2")


def test_a_changed_setting_fills_beside_the_live_encoder() -> None:
    assert indexing.index_stale() == 2
    assert states() == {"stub@1": "live", "new@2": "filling"}
    assert versions.live_encoder()[1].name == "stub@1"
    assert indexing.coverage(new()) == (2, 2)


def test_it_becomes_live_only_when_it_has_everything() -> None:
    versions.register()
    indexing.mark_stale()
    with pytest.raises(NotReady, match="0 of 2"):
        indexing.promote(new())
    indexing.index_stale()
    indexing.promote(new())
    assert states() == {"stub@1": "retired", "new@2": "live"}
    assert versions.live_encoder()[1].name == "new@2"


def test_rolling_back_is_one_switch_and_keeps_both() -> None:
    indexing.index_stale()
    indexing.promote(new())

    assert indexing.roll_back().name == "stub@1"

    assert states() == {"stub@1": "live", "new@2": "retired"}
    indexing.index_stale()
    assert states() == {"stub@1": "live", "new@2": "retired"}
    assert TextEmbedding.objects.count() == 2


def test_a_retired_encoder_is_not_filled_until_asked_for() -> None:
    indexing.index_stale()
    indexing.promote(new())
    cast.oak_chair()
    assert indexing.index_stale() == 1
    indexing.fill(EncoderVersion.objects.get(name="stub@1"))
    assert indexing.index_stale() == 1


def test_one_given_up_is_filled_no_longer() -> None:
    indexing.stop_filling(versions.register())
    assert indexing.index_stale() == 0


def test_a_superseded_live_encoder_is_replaced_when_the_new_one_has_all() -> None:
    EncoderVersion.objects.update(name="stub@0")  # the source holds other weights by now
    with pytest.raises(EncoderError, match=r"holds stub@1"):
        versions.live_encoder()

    versions.register()
    indexing.tend()
    assert states() == {"stub@0": "live", "new@2": "filling"}

    indexing.index_stale()
    indexing.tend()
    assert states() == {"stub@0": "retired", "new@2": "live"}


def test_making_the_live_one_live_changes_nothing() -> None:
    """A worker may have replaced a superseded encoder a moment before somebody asks for it."""
    EncoderVersion.objects.update(name="stub@0")
    version = versions.register()
    indexing.index_stale()
    indexing.tend()  # replaces it, and has all looked over once more
    since = EncoderVersion.objects.get(state="live").since
    indexing.promote(version)
    assert states() == {"stub@0": "retired", "new@2": "live"}
    assert EncoderVersion.objects.get(state="live").since == since


def test_only_one_can_be_live() -> None:
    indexing.index_stale()
    versions = list(EncoderVersion.objects.all())
    assert len(versions) > 1
    for version in versions:
        promotion._switch_to(version, list(EncoderVersion.State))
        assert list(states().values()).count("live") == 1


def test_nothing_indexed_yet_is_said_kindly() -> None:
    EncoderVersion.objects.all().delete()
    with pytest.raises(EncoderError, match="Nothing is indexed yet"):
        versions.live_encoder()


def test_a_switch_costs_the_same_at_any_size_and_has_all_looked_over_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rows, "RANGE", 20)  # products that a look over the catalogue takes at once
    costs = []
    for first, last in ((1, 10), (11, 300)):
        many_products.fill(versions.register(NEW), first, last)
        while indexing.index_stale():
            pass
        with CaptureQueriesContext(connection) as queries:
            indexing.promote(new())
        costs.append(len(queries))
        assert states() == {"stub@1": "retired", "new@2": "live"}
        assert new().texts_marked == 0
        indexing.roll_back()
        indexing.fill(new())
    assert costs[1] <= costs[0]
