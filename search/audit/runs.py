"""A run of the audit: begun once, carried on a piece at a time by whichever worker finds it.

The row says how far it has come, and is moved on only after the findings of a piece are kept. A
worker that is killed in between has its piece looked at again, which finds the same.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.locks import alone
from search import sql
from search.audit.detector import Detector, Suspicion
from search.audit.detectors import DETECTORS
from search.audit.piece import Piece, read
from search.audit.shop import Shop
from search.encoders import EncoderError
from search.models import AuditRun, EncoderVersion, Finding
from search.versions import live_encoder

logger = logging.getLogger(__name__)

State = AuditRun.State
PRODUCTS_A_PIECE = 200  # products that are looked at together
MOST_OPEN = 2_000  # findings of a kind that wait; more would bury whoever reads them
AUDITOR = 0x7669_7473  # key of the lock of whoever audits; others leave it the work

_prepared: tuple[Any, list[Detector]] | None = None


def start(kinds: Sequence[str] = ()) -> AuditRun:
    """Begin a run over the whole catalogue; the one that is running, if there is one."""
    largest = sql.rows("SELECT max(id) FROM catalog_product", primary=True)[0][0]
    chosen = [kind for kind in Finding.Kind.values if not kinds or kind in kinds]
    try:
        with transaction.atomic():
            return AuditRun.objects.create(kinds=chosen, last=largest or 0)
    except IntegrityError:
        return AuditRun.objects.get(state=State.RUNNING)


def cancel(run: AuditRun) -> None:
    AuditRun.objects.filter(pk=run.pk, state=State.RUNNING).update(
        state=State.CANCELLED, finished=timezone.now()
    )


def work(seconds: float | None = None) -> bool:
    """Carry on the run that is running; whether there is more to do when the time is over."""
    with alone(AUDITOR) as chosen:
        run = AuditRun.objects.filter(state=State.RUNNING).first() if chosen else None
        if run is None:
            return False
        try:
            return carry_on(run, seconds)
        except OperationalError:  # the database is away, or too busy: the next look goes on
            logger.warning("The audit pauses.", exc_info=True)
        except EncoderError as error:
            finish(run, str(State.FAILED), str(error))
        except Exception:
            logger.exception("The audit failed")
            finish(run, str(State.FAILED), _("It stopped at an error; the log has the details."))
        return False


def carry_on(run: AuditRun, seconds: float | None) -> bool:
    end = time.monotonic() + seconds if seconds is not None else None
    detectors, version = prepared(run)
    while ids := next_ids(run):
        look_at(run, read(version, ids), detectors, ids)
        run.refresh_from_db()
        if run.state != State.RUNNING:
            return False
        if end is not None and time.monotonic() > end:
            return True
    finish(run, str(State.DONE), run.note)
    return False


def prepared(run: AuditRun) -> tuple[list[Detector], EncoderVersion]:
    """The detectors, with what they have learnt of the shop: once a run in each process."""
    global _prepared
    version, encoder = live_encoder()
    key = run.pk, run.started, version.pk
    if _prepared is None or _prepared[0] != key:
        shop = Shop.of(run, version, encoder)
        _prepared = key, [make(shop) for make in DETECTORS if make.kind in run.kinds]
    return _prepared[1], version


def next_ids(run: AuditRun) -> list[int]:
    found = sql.rows(
        "SELECT id FROM catalog_product WHERE id > %s AND id <= %s"
        f" ORDER BY id LIMIT {PRODUCTS_A_PIECE}",
        [run.position, run.last],
        primary=True,
    )
    return [pk for (pk,) in found]


def look_at(run: AuditRun, piece: Piece, detectors: Iterable[Detector], ids: Sequence[int]) -> None:
    """Keep what the detectors find in a piece, and move the run on past it."""
    new, full = 0, False
    for detector in detectors:
        kept, left_out = keep(detector.kind, ids, list(detector.find(piece)))
        new, full = new + kept, full or bool(left_out)
    note = _("Some findings were left out: decide about those that wait, then run again.")
    AuditRun.objects.filter(pk=run.pk).update(
        position=ids[-1],
        products=F("products") + len(ids),
        findings=F("findings") + new,
        seen=timezone.now(),
        **({"note": note} if full else {}),
    )


def keep(kind: str, ids: Sequence[int], found: Sequence[Suspicion]) -> tuple[int, int]:
    """Store what is new and forget what is true no more; how many are new, how many left out.

    What somebody has decided about stays as it is, whatever is found again.
    """
    by_fingerprint = {each.fingerprint: each for each in found}
    rows = Finding.objects.filter(kind=kind)
    waiting = rows.filter(state=Finding.State.OPEN)
    waiting.filter(product__in=ids).exclude(fingerprint__in=by_fingerprint).delete()
    known = set(rows.filter(fingerprint__in=by_fingerprint).values_list("fingerprint", flat=True))
    new = [each for name, each in by_fingerprint.items() if name not in known]
    new.sort(key=lambda each: -each.score)
    room = max(MOST_OPEN - waiting.count(), 0)
    Finding.objects.bulk_create(map(row_of, new[:room]), ignore_conflicts=True)
    return len(new[:room]), len(new[room:])


def row_of(suspicion: Suspicion) -> Finding:
    return Finding(
        kind=suspicion.kind,
        product=suspicion.product,
        other=suspicion.other,
        photo=suspicion.photo,
        score=suspicion.score,
        said=suspicion.said,
        proposal=suspicion.proposal,
        fingerprint=suspicion.fingerprint,
    )


def finish(run: AuditRun, state: str, note: str) -> None:
    AuditRun.objects.filter(pk=run.pk, state=State.RUNNING).update(
        state=state, note=note, finished=timezone.now()
    )
