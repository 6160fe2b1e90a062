"""Somebody decides about a finding: accept, accept with a change, or reject."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from search.audit import remedies
from search.audit.remedies import Unfit
from search.audit.sentences import done, sentence
from search.models import Finding

State = Finding.State


def accept(pk: int, who: Any, value: str | None = None) -> Finding:
    """Carry out the proposal, with another value where one is given.

    Raises Unfit where it cannot be done or somebody has decided already.
    """
    with transaction.atomic():
        finding = open_finding(pk)
        proposed = str(finding.proposal.get("value", ""))
        chosen = proposed if value is None else value.strip()
        remedies.apply(finding, chosen)
        finding.state = State.ACCEPTED if chosen == proposed else State.CHANGED
        finding.proposal = {**finding.proposal, "done": chosen}
        message = done(finding, chosen)
        log(who, finding.product, message)
        if finding.other is not None:
            log(who, finding.other, message)
        return decided(finding, who)


def reject(pk: int, who: Any) -> Finding:
    """It is right as it is; it does not come back until what was judged changes."""
    with transaction.atomic():
        finding = open_finding(pk)
        finding.state = State.REJECTED
        return decided(finding, who)


def open_finding(pk: int) -> Finding:
    rows = Finding.objects.select_related("product", "other", "photo")
    finding = rows.select_for_update(of=("self",)).filter(pk=pk, state=State.OPEN).first()
    if finding is None:
        raise Unfit(_("Somebody has decided about this already, or it is no longer true."))
    return finding


def decided(finding: Finding, who: Any) -> Finding:
    finding.who, finding.decided = who, timezone.now()
    # Not saved as a whole: the photo that it points to may just have been removed.
    Finding.objects.filter(pk=finding.pk).update(
        state=finding.state, proposal=finding.proposal, who=who, decided=finding.decided
    )
    log(who, finding, f"{finding.get_state_display()}: {sentence(finding)}")
    return finding


def log(who: Any, row: Any, message: str) -> None:
    LogEntry.objects.log_actions(who.pk, [row], CHANGE, message, single_object=True)
