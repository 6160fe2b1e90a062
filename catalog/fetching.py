"""Photos fetched from the addresses that an import named.

The table is the truth: a row of `PhotoAddress` is due, is claimed for some minutes, fetched outside
of any transaction, and says afterwards what came of it. A worker that dies leaves a row that is due
again. What was fetched is asked for anew after a week, and costs one small request while its ETag
is the same.
"""

from __future__ import annotations

import hashlib
import logging
import time
from contextlib import nullcontext
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.addresses import ETAG_LENGTH
from catalog.importing.photos import Photo, store, stored
from catalog.models import PhotoAddress, ProductImage
from catalog.models.photo import REASON_LENGTH
from catalog.pictures import PictureError
from catalog.web import Refused, Reply, Unavailable, fetch

logger = logging.getLogger(__name__)

CLAIMED = timedelta(minutes=5)
AGAIN = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
CHECKED = timedelta(days=7)
AT_ONCE = 20
HUNG_SECONDS = 5  # for nothing
State = PhotoAddress.State


def fetch_due(seconds: float = 20) -> int:
    """Fetch what is due, for about so long; how many addresses were asked.

    A server that lets one picture wait in vain is asked for no other one until the next time, or
    ten thousand of it would keep those of all others from being fetched.
    """
    until, done, hung = time.monotonic() + seconds, 0, set[str]()
    while time.monotonic() < until and (claimed := claim()):
        left = []
        for row in claimed:
            server, begun = urlsplit(row.address).netloc, time.monotonic()
            if begun > until or server in hung:
                left.append(row.pk)
                continue
            source = row.product.source
            with source.wording if source else nullcontext():
                gave = fetch_one(row)
            done += 1
            if not gave and time.monotonic() - begun > HUNG_SECONDS:
                hung.add(server)
        put_back(left)
    return done


def put_back(rows: list[int]) -> None:
    """What was claimed and not asked was no attempt, and lets what is due now go first."""
    later = timezone.now() + AGAIN[0]
    PhotoAddress.objects.filter(pk__in=rows).update(due=later, attempts=F("attempts") - 1)


def claim() -> list[PhotoAddress]:
    """Some rows that are due, taken out of the sight of other workers for a while."""
    now = timezone.now()
    with transaction.atomic():
        due = PhotoAddress.objects.filter(due__lte=now).order_by("due", "pk")
        rows = list(due.select_for_update(skip_locked=True)[:AT_ONCE])
        claimed = PhotoAddress.objects.filter(pk__in=[row.pk for row in rows])
        claimed.update(due=now + CLAIMED, attempts=F("attempts") + 1)
    return list(claimed.select_related("photo", "product__source").order_by("pk"))


def fetch_one(row: PhotoAddress) -> bool:
    """Ask one address, and note what came of it; whether it gave something."""
    try:
        known = twin(row)
        reply = Reply(None, known.etag) if known else fetch(row.address, kept_etag(row))
        keep(row, picture_of(reply, known or row))
        settle(row, State.FETCHED, "", reply.etag)
        return True
    except Unavailable as error:
        postpone(row, str(error))
    except (Refused, PictureError) as error:
        settle(row, State.FAILED, str(error), "")
    except Exception:  # of one picture; the others are fetched
        logger.exception("%s could not be fetched.", row.address)
        postpone(row, _("there was an error on our side"))
    return False


def kept_etag(row: PhotoAddress) -> str:
    """The ETag of the picture that is there; without the picture it is asked for anew."""
    return row.etag if row.photo else ""


def twin(row: PhotoAddress) -> PhotoAddress | None:
    """The same address, fetched for another product or colour in the last days."""
    if row.photo:
        return None
    alike = PhotoAddress.objects.filter(address=row.address, state=State.FETCHED)
    return alike.exclude(photo=None).select_related("photo").order_by("-due").first()


def picture_of(reply: Reply, row: PhotoAddress) -> Photo:
    if reply.content is None:
        assert row.photo is not None
        return Photo(row.photo.image.name, row.photo.fingerprint, row.photo.width, row.photo.height)
    fingerprint = hashlib.sha256(reply.content).hexdigest()
    return stored({fingerprint}).get(fingerprint) or store(reply.content, fingerprint)


def keep(row: PhotoAddress, photo: Photo) -> None:
    """Give the product its photo; one that it has already under the same colour is that one."""
    bound = {name: getattr(row, name) for name in ("color", "option", "option_value")}
    facts = {"image": photo.name, "width": photo.width, "height": photo.height}
    if row.photo and row.photo.fingerprint == photo.fingerprint:
        return
    with transaction.atomic():
        fresh = PhotoAddress.objects.select_for_update().filter(pk=row.pk).first()
        if fresh is None:  # the file does not name it any more
            return
        image, _made = ProductImage.objects.get_or_create(
            product_id=row.product_id,
            fingerprint=photo.fingerprint,
            **bound,
            defaults={**facts, "alt": fresh.alt, "position": fresh.position},
        )
        old, fresh.photo = fresh.photo, image
        fresh.save(update_fields=["photo"])
        if old and not old.addresses.exists():
            old.delete()


def postpone(row: PhotoAddress, reason: str) -> None:
    """Try again later, each time after a longer while; give up for a week in the end."""
    if row.attempts > len(AGAIN):
        settle(row, State.FAILED, reason, row.etag)
        return
    PhotoAddress.objects.filter(pk=row.pk).update(
        reason=sentence(reason), due=timezone.now() + AGAIN[row.attempts - 1]
    )


def settle(row: PhotoAddress, state: Any, reason: str, etag: str) -> None:
    PhotoAddress.objects.filter(pk=row.pk).update(
        state=state,
        reason=sentence(reason) if reason else "",
        etag=etag[:ETAG_LENGTH],
        attempts=0,
        due=timezone.now() + CHECKED,
    )


def sentence(reason: str) -> str:
    said = _("The picture could not be fetched: %(reason)s.")
    return (said % {"reason": reason.strip(".")})[:REASON_LENGTH]
