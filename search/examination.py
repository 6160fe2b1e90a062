"""What is wrong with this installation, in sentences, and what to do: `manage.py doctor` and admin.

For whoever runs the servers, in English like their tools.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, F, Min
from django.utils import timezone

from catalog import disk
from search import sql
from search.encoders import EncoderError, get_encoder
from search.indexing import coverage, hnsw
from search.indexing.content import KINDS, Kind
from search.indexing.pgvector import pgvector_complaint
from search.models import EncoderVersion
from search.tasks import HEARTBEAT
from search.versions import IN_USE, State, live_encoder

WORKER_SILENT = timedelta(seconds=60)  # one that was not seen for so long is not there
REASONS = 5


class Finding(NamedTuple):
    """A sentence; where something is wrong, `remedy` says what to do about it."""

    sentence: str
    remedy: str = ""


def examine(*, loading: bool = True) -> Iterator[Finding]:
    """What needs the database is only looked at where there is one.

    `loading`: also whether the encoder of the settings loads, which may take minutes.
    """
    complaint = database_complaint()
    if complaint:
        yield complaint
    else:
        yield from answers(pgvector)
        found = list(answers(migrations))
        yield from found
    yield from answers(room_on_disk)
    if loading:
        yield from answers(encoder)
    yield from answers(redis)
    yield from answers(worker)
    if not complaint and not any(finding.remedy for finding in found):
        yield from answers(versions)
        yield from answers(vector_indexes)
        yield from answers(waiting)
        yield from answers(quarantined)


def answers(examination: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """What an examination finds; one that breaks off is a finding of its own."""
    try:
        yield from examination()
    except Exception as error:
        yield Finding(
            f"The examination of {examination.__name__.replace('_', ' ')} broke off: {error}",
            "Put right what is named above, then run doctor again.",
        )


def database_complaint() -> Finding | None:
    try:
        connection.ensure_connection()
    except Exception as error:
        return Finding(
            f"The database cannot be reached: {str(error).strip()}",
            "Start it (`make up` for the embedded one) or correct DATABASE_URL.",
        )
    return None


def pgvector() -> Iterator[Finding]:
    complaint = pgvector_complaint()
    [(version,)] = sql.rows("SHOW server_version", primary=True)
    if complaint:
        sentence, remedy = complaint.split(". ", 1)
        yield Finding(f"{sentence}.", remedy)
    else:
        yield Finding(f"Postgres {version} answers, with a pgvector that is new enough.")


def migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        names = ", ".join(f"{migration.app_label}.{migration.name}" for migration, _back in missing)
        yield Finding(f"Migrations are not applied: {names}.", "Run `python manage.py migrate`.")
    else:
        yield Finding("All migrations are applied.")


def room_on_disk() -> Iterator[Finding]:
    if disk.is_low():
        yield Finding(disk.complaint(), "Until then no photo is taken in and nothing is imported.")
    elif disk.is_closed():
        yield Finding(
            "Nothing can be written to the folder of photos and imports.",
            "Give the account of web and workers leave to, or mount it to be written.",
        )
    else:
        yield Finding("There is room on the disk.")


def encoder() -> Iterator[Finding]:
    try:
        serving = get_encoder()
    except EncoderError as error:
        yield Finding(
            f"The encoder cannot be loaded: {error}",
            "Set ENCODER to a folder or hub name that can.",
        )
        return
    if serving.serving == "torch":
        yield Finding(
            f"The encoder {serving.name} is served by torch, which is slow: {serving.serving_note}",
            "Choose an encoder that can be exported to ONNX, or live with slower searches.",
        )
    else:
        yield Finding(f"The encoder {serving.name} is loaded ({serving.dimensions} dimensions).")


def redis() -> Iterator[Finding]:
    try:
        cache.set("doctor", 1, timeout=5)
    except Exception as error:
        yield Finding(
            f"Redis cannot be reached: {error}",
            "Start it (`make up` for the embedded one) or correct REDIS_URL. Searches work without "
            "it, only slower; what is saved is indexed once it is back.",
        )
    else:
        yield Finding("Redis answers.")


def worker_is_running() -> bool:
    try:
        seen = cache.get(HEARTBEAT)
    except Exception:
        return False
    return seen is not None and timezone.now() - seen < WORKER_SILENT


def worker() -> Iterator[Finding]:
    if worker_is_running():
        yield Finding("A worker is running.")
    else:
        yield Finding(
            "No worker has been seen for a minute.",
            "Start one: `make run`, or `celery -A config worker --beat`. "
            "`python manage.py index` indexes without one.",
        )


def versions() -> Iterator[Finding]:
    try:
        live, _encoder = live_encoder()
    except EncoderError as error:
        yield Finding(str(error), "Run `python manage.py index --wait`.")
        return
    yield Finding(f"Searches use the encoder {live}.")
    for version in EncoderVersion.objects.filter(state=State.FILLING):
        done, total = coverage(version)
        sentence = f"The encoder {version} fills beside it: {done} of {total} are indexed."
        if done < total:
            yield Finding(sentence)
        else:
            yield Finding(sentence, "It is complete: make it live in admin, or give it up there.")


def vector_indexes() -> Iterator[Finding]:
    for version in EncoderVersion.objects.filter(state=State.LIVE):
        for kind in KINDS:
            state, percent = hnsw.state_of(kind, version), hnsw.building(kind, version)
            if state == hnsw.IndexState.VALID:
                yield Finding(f"The vector index of the {kind.label} is valid.")
            elif percent is not None:
                yield Finding(f"The vector index of the {kind.label} is being built: {percent} %.")
            elif state == hnsw.IndexState.INVALID or coverage(version).complete:
                yield Finding(
                    f"The vector index of the {kind.label} is {state}; searches are slow.",
                    "A running worker builds it within a minute; so does `python manage.py index`.",
                )
            else:
                yield Finding(
                    f"The vector index of the {kind.label} is built once all are indexed."
                )


def waiting() -> Iterator[Finding]:
    for version in EncoderVersion.objects.filter(state=State.LIVE):
        done, total = coverage(version)
        if done == total:
            yield Finding(f"All {total} texts and photos are indexed.")
        elif worker_is_running():
            yield Finding(f"{total - done} of {total} texts and photos wait for the worker.")
        else:
            yield Finding(
                f"{total - done} of {total} texts and photos wait, and no worker is there.",
                "Start a worker, or run `python manage.py index`.",
            )


def quarantined() -> Iterator[Finding]:
    for kind in KINDS:
        yield from quarantined_of(kind)


def quarantined_of(kind: Kind) -> Iterator[Finding]:
    rows = kind.rows.objects.quarantined().filter(encoder__state__in=IN_USE)
    groups = rows.values("error").annotate(n=Count("id"), product=Min(F("product")), row=Min("id"))
    for group in groups.order_by("-n")[:REASONS]:
        reason = kind.rows.objects.get(pk=group["row"]).reason
        yield Finding(
            f"{group['n']} {kind.label} cannot be indexed: {reason} (product {group['product']}"
            f"{', for one' if group['n'] > 1 else ''})",
            "Repair what is named, or choose Retry in admin.",
        )
