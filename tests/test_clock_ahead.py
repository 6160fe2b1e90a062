"""What a clock that was ahead has written holds nothing up once it is set right."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from catalog.importing import worker
from catalog.models import ImportRun, Source
from search import indexing
from search.experiments import runs
from search.models import EvaluationRun, JudgementSet, TextEmbedding
from tests import cast

pytestmark = pytest.mark.django_db
NEXT_YEAR = timedelta(days=365)


@pytest.mark.parametrize(("ahead", "written"), [(NEXT_YEAR, 1), (timedelta(seconds=50), 0)])
def test_a_lease_is_no_longer_than_any_that_is_given(
    settings: Settings, ahead: timedelta, written: int
) -> None:
    settings.ENCODER = "tests.stub_encoder:StubEncoder"
    cast.product("Mug", "Kitchen")
    indexing.mark_stale()
    TextEmbedding.objects.update(leased_until=timezone.now() + ahead)
    assert indexing.index_waiting() == written


@pytest.mark.parametrize(("ahead", "taken"), [(NEXT_YEAR, True), (timedelta(seconds=50), False)])
def test_an_import_and_an_evaluation_are_taken_up_again(ahead: timedelta, taken: bool) -> None:
    then = timezone.now() + ahead
    source, judged = Source.objects.create(name="erp"), JudgementSet.objects.create(name="Winter")
    ImportRun.objects.create(source=source, state=ImportRun.State.RUNNING, seen=then)
    EvaluationRun.objects.create(
        judgements=judged, state=EvaluationRun.State.RUNNING, leased_until=then
    )
    assert bool(worker.claim()) is taken
    assert bool(runs.claim()) is taken
