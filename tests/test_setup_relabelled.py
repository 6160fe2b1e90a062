"""A state from before the app `search` was labelled `vitrine_search` starts as it is."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from search.models import Rule

pytestmark = pytest.mark.django_db


def test_an_older_state_is_migrated_without_losing_anything() -> None:
    Rule.objects.create(name="sofa, couch", act="synonym", synonyms="sofa, couch")
    notes = MigrationRecorder(connection).migration_qs
    applied = set(notes.filter(app="vitrine_search").values_list("name", flat=True))
    notes.filter(app="vitrine_search").update(app="search")
    ContentType.objects.filter(app_label="vitrine_search").update(app_label="search")

    call_command("migrate", verbosity=0)

    assert set(notes.filter(app="vitrine_search").values_list("name", flat=True)) == applied
    assert not notes.filter(app="search").exists()
    assert not ContentType.objects.filter(app_label="search").exists()
    assert Rule.objects.get().synonyms == "sofa, couch"
