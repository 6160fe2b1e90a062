"""/livez: the process answers. /readyz: it can also do its work.

`status` of /readyz is "ok", "degraded" (200: shoppers are answered, but somebody should look) or
"not ready" (503).
"""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from catalog import disk
from search import encoders
from search.indexing import coverage, hnsw
from search.versions import encoder_of, live_version

logger = logging.getLogger(__name__)

Check = Callable[[], str]


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """Say that the process answers; it asks nothing of any other."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Say for each part whether it works, or what is the matter with it."""
    needed: dict[str, Check] = {
        "database": check_database,
        "encoder": check_encoder,
    }
    wanted: dict[str, Check] = {  # pages are answered without, though slower or less complete
        "redis": check_redis,
        "disk": check_disk,
        "index": check_index,
    }
    answers = {name: answer(check) for name, check in (needed | wanted).items()}
    works = all(answers[name] == "ok" for name in needed)
    status = "not ready" if not works else "ok"
    if works and any(answers[name] != "ok" for name in wanted):
        status = "degraded"
    return JsonResponse({"status": status, **answers}, status=200 if works else 503)


def answer(check: Check) -> str:
    """Return what the check says; reasons go to the log, for they may name hosts and users."""
    try:
        return check()
    except Exception:
        logger.warning("%s failed", check.__name__, exc_info=True)
        return "unreachable"


def check_database() -> str:
    """Every migration has to be applied, or pages would ask for columns that are not there."""
    on_disk = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    applied = MigrationRecorder(connection).applied_migrations()
    return "ok" if on_disk.keys() <= applied.keys() else "migrations waiting"


def check_redis() -> str:
    cache.set("readyz", 1, timeout=5)
    return "ok"


def check_encoder() -> str:
    """The encoder that searches use; before anything is indexed, the one that will be."""
    version = live_version()
    if version:
        encoder_of(version)
    else:
        encoders.get_encoder()
    return "ok"


def check_disk() -> str:
    """Shoppers read on where nothing can be written; photos and imports are refused."""
    if disk.is_low():
        return "full"
    return "not writable" if disk.is_closed() else "ok"


def check_index() -> str:
    """How much of the catalogue searches by meaning find, while it is not nearly all, and which
    vector indexes of a large one are not there or were left half built."""
    found = coverage()
    if not found.sufficient:
        return f"{found.done} of {found.total}"
    version = live_version()
    missing = hnsw.missing(version) if version else []
    return f"no vector index of {' and '.join(missing)}" if missing else "ok"
