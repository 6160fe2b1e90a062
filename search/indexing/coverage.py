"""How much of the catalogue an encoder has indexed."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from search.indexing.content import KINDS, Kind
from search.models import EncoderVersion
from search.versions import State


class Coverage(NamedTuple):
    """Texts and photos that have today's vector, of all that can have one.

    Rows that were given up are not in `total`: waiting for them would be waiting for ever.
    """

    done: int
    total: int

    @property
    def complete(self) -> bool:
        return self.done >= self.total


def coverage(version: EncoderVersion | None = None, kinds: tuple[Kind, ...] = KINDS) -> Coverage:
    """Of the live encoder, or of `version`. Asks the catalogue itself, not what was marked."""
    version = version or EncoderVersion.objects.filter(state=State.LIVE).first()
    counted = [_of_kind(kind, version) for kind in kinds]
    return Coverage(sum(done for done, _total in counted), sum(total for _done, total in counted))


def _of_kind(kind: Kind, version: EncoderVersion | None) -> tuple[int, int]:
    if version is None:
        return 0, kind.owner.objects.count()
    sql = f"""
        SELECT count(*) FILTER (WHERE entry.fingerprint = owner.{kind.fingerprint}), count(*)
          FROM {kind.owner._meta.db_table} owner
          LEFT JOIN {kind.rows._meta.db_table} entry
            ON entry.{kind.column} = owner.id AND entry.encoder_id = %s"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [version.pk])
        done, total = cursor.fetchone()
    return done, total - kind.rows.objects.filter(encoder=version).quarantined().count()
