"""/livez: the process answers. /readyz: it can also do its work."""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from search import encoders

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def live(request: HttpRequest) -> JsonResponse:
    """Say that the process answers; it asks nothing of any other."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def ready(request: HttpRequest) -> JsonResponse:
    """Say for database, Redis and encoder whether each works: 200 when all do, else 503."""
    checks = {"database": check_database, "redis": check_redis, "encoder": check_encoder}
    answers = {name: answer(check) for name, check in checks.items()}
    works = all(word == "ok" for word in answers.values())
    return JsonResponse(
        {"status": "ok" if works else "not ready", **answers}, status=200 if works else 503
    )


def answer(check: Callable[[], str]) -> str:
    """Return what the check says; reasons go to the log, for they may name hosts and users."""
    try:
        return check()
    except Exception:
        logger.warning("%s failed", check.__name__, exc_info=True)
        return "unreachable"


def check_database() -> str:
    """Every migration has to be applied, or pages would ask for columns that are not there."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return "migrations waiting" if waiting else "ok"


def check_redis() -> str:
    cache.set("readyz", 1, timeout=5)
    return "ok"


def check_encoder() -> str:
    encoders.get_encoder()
    return "ok"
