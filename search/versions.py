"""Which encoder serves: the one live version, and those that fill beside it.

A vector is only ever compared with vectors of the same version, so whoever encodes a query asks
here which encoder to use, and not the settings.
"""

from __future__ import annotations

import json
import time
from typing import Any

from django.conf import settings
from django.db import IntegrityError, router, transaction
from django.utils.translation import gettext as _

from search import sql
from search.encoders import Encoder, EncoderError, get_encoder, get_kept_encoder
from search.models import EncoderVersion, SettingsVersion

State = EncoderVersion.State
EMBEDDINGS = ("search_textembedding", "search_imageembedding")
KEPT_SECONDS = 10
LIVE = """
    SELECT {columns}, coalesce((SELECT number FROM search_ruleversion LIMIT 1), 0),
           (SELECT values FROM search_settingsversion WHERE state = %s LIMIT 1)
      FROM search_encoderversion version WHERE state = %s LIMIT 1"""
IN_USE = (State.LIVE, State.FILLING)  # whose rows triggers and workers keep up to date


def register(source: str | None = None) -> EncoderVersion:
    """The version of an encoder (of settings.ENCODER by default), made where it is not known yet.

    The very first becomes live at once; every other fills beside the live one. Raises EncoderError.
    """
    encoder = get_encoder(source)
    version, made = EncoderVersion.objects.get_or_create(
        name=encoder.name,
        defaults={"source": source or settings.ENCODER, "dimensions": encoder.dimensions},
    )
    if made and not EncoderVersion.objects.filter(state=State.LIVE).exists():
        try:
            with transaction.atomic():
                EncoderVersion.objects.filter(pk=version.pk).update(state=State.LIVE)
            version.state = State.LIVE
        except IntegrityError:  # another process registered another encoder at the same moment
            version.refresh_from_db()
    return version


def encoder_of(version: EncoderVersion) -> Encoder:
    """The encoder that made the version's vectors; other weights would make other vectors.

    From its export, which is kept even when its source holds others after an upgrade, else from
    its source or where the settings say. Raises EncoderError where none of them has it.
    """
    kept = get_kept_encoder(version.name)
    if kept is not None:
        return kept
    encoder, complaint = _from_source(version)
    if encoder is None:
        raise EncoderError(
            _("The encoder %(name)s cannot be used any more: %(complaint)s")
            % {"name": version.name, "complaint": complaint}
        )
    return encoder


def is_superseded(version: EncoderVersion) -> bool:
    """Whether no source holds the version's weights any more, as after an upgrade of Vitrine."""
    return _from_source(version)[0] is None


def _from_source(version: EncoderVersion) -> tuple[Encoder | None, str]:
    """The encoder, or why there is none."""
    complaint = ""
    for source in dict.fromkeys([version.source, settings.ENCODER]):
        try:
            encoder = get_encoder(source)
        except EncoderError as error:
            complaint = complaint or str(error)
            continue
        if encoder.name == version.name:
            return encoder, ""
        holds = _("%(source)s holds %(found)s.") % {"source": source, "found": encoder.name}
        complaint = complaint or holds
    return None, complaint


def in_use() -> list[EncoderVersion]:
    """The live version first, then those that fill beside it."""
    found = EncoderVersion.objects.filter(state__in=IN_USE)
    return sorted(found, key=lambda version: version.state != State.LIVE)


def store_calibration(version: EncoderVersion, **parts: Any) -> None:
    """Store these parts of what was fitted, and leave alone what another process has fitted.

    None takes a part away. Fitting takes minutes, in which the catalogue's own pairs and somebody's
    judgements may both be at it.
    """
    sql.write(
        "UPDATE search_encoderversion"
        " SET calibration = jsonb_strip_nulls(calibration || %s::jsonb) WHERE id = %s",
        [json.dumps(parts), version.pk],
    )
    version.refresh_from_db(fields=["calibration"])


def live_version() -> EncoderVersion | None:
    """The version that searches use; None where nothing is indexed yet.

    It carries `rules`, the number of the present rules, and `published`, the values of the
    published settings. Every search needs all three at once, so the statement is written out:
    building it by the ORM takes several times as long as running it.
    """
    fields = EncoderVersion._meta.concrete_fields
    columns = ", ".join(f'version."{field.column}"' for field in fields)
    found = sql.rows(LIVE.format(columns=columns), [SettingsVersion.State.PUBLISHED, State.LIVE])
    if not found:
        return None
    *values, rules, published = found[0]
    names = [field.attname for field in fields]
    version = EncoderVersion.from_db(router.db_for_read(EncoderVersion), names, values)
    version.rules, version.published = rules, published
    return version


def live_encoder() -> tuple[EncoderVersion, Encoder]:
    """The version that searches use, and its encoder. Raises EncoderError where there is none."""
    version = live_version()
    if version is None:
        raise EncoderError(
            _("Nothing is indexed yet. Start the worker, or run `python manage.py index`.")
        )
    return version, encoder_of(version)


_tables: dict[int, tuple[float, frozenset[str]]] = {}  # version -> until when, indexed tables


def indexed_tables(version: EncoderVersion) -> frozenset[str]:
    """The embedding tables that can be searched through their vector index, as of seconds ago.

    Until a large table is among them, a search for what is nearest would read all of it.
    """
    until, tables = _tables.get(version.pk, (0.0, frozenset[str]()))
    if time.monotonic() >= until:
        names = {index_name(table, version): table for table in EMBEDDINGS}
        found = sql.rows(
            "SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid"
            " WHERE relname = ANY(%s::text[]) AND indisvalid",
            [list(names)],
        )
        tables = frozenset(names[name] for (name,) in found)
        _tables[version.pk] = time.monotonic() + KEPT_SECONDS, tables
    return tables


def forget_tables(version: EncoderVersion) -> None:
    """An index was built or dropped here: look again at once."""
    _tables.pop(version.pk, None)


def index_name(table: str, version: EncoderVersion) -> str:
    """Of the vector index of one encoder's rows."""
    return f"{table}_hnsw_{version.pk}"
