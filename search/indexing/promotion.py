"""One switch makes a filled encoder live, the same switch rolls back."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from search.indexing import hnsw
from search.indexing.batches import check_again
from search.indexing.coverage import coverage, is_complete
from search.indexing.gate import refusal
from search.models import EncoderVersion
from search.versions import IN_USE, State, encoder_of, is_superseded


class NotReady(Exception):
    """The encoder cannot become live yet; the message says why."""


def promote(version: EncoderVersion) -> None:
    """Make a completely filled version live and retire the live one; its rows stay, to roll back.

    Nothing happens where it is live already: a worker may have been quicker. Costs the same at any
    size: it has seen the whole catalogue since it began to fill, triggers have queued what changed
    since, and a worker looks over everything once more afterwards. Raises NotReady while something
    is missing, a gate is closed or it is not being filled at all, EncoderError where its weights
    are gone.
    """
    encoder_of(version)
    require_state(version, IN_USE)
    version.refresh_from_db()
    if version.state == State.LIVE:
        return
    if not is_complete(version):
        indexed = coverage(version)
        raise NotReady(
            _("%(name)s has indexed %(done)d of %(total)d texts and photos. Wait until it has all.")
            % {"name": version.name, "done": indexed.done, "total": indexed.total}
        )
    if missing := hnsw.missing(version):
        raise NotReady(
            _("The vector index of %(name)s is not built yet (%(missing)s). Wait until it is.")
            % {"name": version.name, "missing": ", ".join(missing)}
        )
    if reason := refusal(version):
        raise NotReady(reason)
    _switch_to(version, IN_USE)
    check_again(version)


def earlier() -> EncoderVersion | None:
    """The version that was live before."""
    return EncoderVersion.objects.filter(state=State.RETIRED).order_by("-since").first()


def roll_back(live: EncoderVersion | None = None) -> EncoderVersion:
    """Make the version live again that was live before, and retire the one that is.

    At once, whatever has changed meanwhile: the worker looks that up and indexes it. Raises
    NotReady where there is none, or where `live` is not the live one any more (two people who roll
    back at once mean one step), EncoderError where its weights are gone.
    """
    if live is not None:
        require_state(live, (State.LIVE,))
    before = earlier()
    if before is None:
        raise NotReady(_("There is no earlier encoder to go back to."))
    encoder_of(before)
    _switch_to(before, (State.RETIRED,), live)
    check_again(before)  # nothing was queued for it while it was retired
    return before


def fill(version: EncoderVersion) -> None:
    """Have a paused or retired version filled beside the live one; it goes on where it was."""
    resting = EncoderVersion.objects.filter(pk=version.pk, state__in=(State.PAUSED, State.RETIRED))
    resting.update(state=State.FILLING, since=timezone.now())
    check_again(version)


def stop_filling(version: EncoderVersion) -> None:
    """Let a version rest before it was ever live; what it has indexed stays, to go on with.

    It is no way back: `roll_back` would put an encoder live that has half of the catalogue.
    """
    filling = EncoderVersion.objects.filter(pk=version.pk, state=State.FILLING)
    filling.update(state=State.PAUSED, since=timezone.now())


def replace_superseded() -> EncoderVersion | None:
    """Promote a complete version where no source holds the live one's weights any more.

    So an upgrade of Vitrine with better weights takes effect by itself: until the new vectors are
    complete, the export of the old weights serves.
    """
    live = EncoderVersion.objects.filter(state=State.LIVE).first()
    if live is None or not is_superseded(live):
        return None
    for version in EncoderVersion.objects.filter(state=State.FILLING):
        if is_complete(version) and not is_superseded(version):
            try:
                promote(version)
            except NotReady:  # its vector index is still being built
                continue
            return version
    return None


def require_state(version: EncoderVersion, states: Collection[Any]) -> None:
    """NotReady where the version is in none of these states, or not there, by now."""
    now = EncoderVersion.objects.filter(pk=version.pk).values_list("state", flat=True).first()
    if now not in states:
        said = State(now).label if now else _("deleted")
        raise NotReady(
            _("%(name)s is %(state)s by now, so nothing was switched.")
            % {"name": version.name, "state": f"“{said}”"}
        )


def _switch_to(
    version: EncoderVersion, states: Collection[Any], live: EncoderVersion | None = None
) -> None:
    """One switch at a time: what was chosen may meanwhile be deleted or another one be live."""
    with transaction.atomic():
        list(EncoderVersion.objects.select_for_update())
        require_state(version, states)
        if live is not None:
            require_state(live, (State.LIVE,))
        others = EncoderVersion.objects.filter(state=State.LIVE).exclude(pk=version.pk)
        others.update(state=State.RETIRED, since=timezone.now())
        EncoderVersion.objects.filter(pk=version.pk).update(state=State.LIVE, since=timezone.now())
    version.refresh_from_db()
