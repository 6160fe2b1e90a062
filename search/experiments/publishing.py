"""One version of settings is published; publishing and going back are one switch each."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from search.models import SettingsVersion

State = SettingsVersion.State


def publish(version: SettingsVersion) -> None:
    """From the next search on. The one that was published is kept as the way back."""
    with transaction.atomic():
        before = published_locked()
        if before is not None and before.pk == version.pk:
            return
        retire(before)
        version.replaced, version.state, version.since = before, State.PUBLISHED, timezone.now()
        version.save(update_fields=["replaced", "state", "since"])


class Overtaken(Exception):
    """Somebody else has published another version, or rolled back, in the meantime."""


def roll_back(shown: int | None = None) -> tuple[SettingsVersion | None, SettingsVersion | None]:
    """Back to what the published version replaced; None for the defaults of the code.

    Returns what was published and what is now. Changes nothing where nothing is published. Raises
    Overtaken where that is not the version with the key `shown`: two who press at once mean one
    step.
    """
    with transaction.atomic():
        now = published_locked()
        if now is None:
            return None, None
        if shown is not None and now.pk != shown:
            raise Overtaken
        retire(now)
        back = now.replaced
        if back is not None:
            back.state, back.since = State.PUBLISHED, timezone.now()
            back.save(update_fields=["state", "since"])
        return now, back


def published_locked() -> SettingsVersion | None:
    """The published version; every row is locked, so that there is one switch at a time."""
    rows = list(SettingsVersion.objects.select_for_update().order_by("pk"))
    return next((row for row in rows if row.state == State.PUBLISHED), None)


def retire(version: SettingsVersion | None) -> None:
    if version is not None:
        version.state, version.since = State.RETIRED, timezone.now()
        version.save(update_fields=["state", "since"])
