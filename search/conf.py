"""Settings of search where a project does not make its own; see `catalog.conf`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings


def search_defaults() -> dict[str, Any]:
    return {
        # A hub name, a folder, or module:Class.
        "ENCODER": str(Path(__file__).parent / "default_encoder"),
        "PAGE_SIZE": 24,
        "SOLD_OUT": "demote",  # keep, demote or hide: what becomes of sold-out products in a result
        # Filtered sets up to this size are ranked exactly where HNSW brings too few.
        "EXACT_ROWS": 20_000,
        # Catalogues up to this size are scored to the last row: totals are exact.
        "WHOLE_ROWS": 2_000,
        # A query that takes longer to encode is answered by words alone.
        "ENCODE_SECONDS": 1.5,
        # Of one process; what is beyond goes by words alone, and then away (`admission.shedding`).
        "SEARCHES_AT_ONCE": {"at_work": 2, "waiting": 8, "words_only": 2, "patience": 1.0},
        # From one address, pages and API together; 0 is no limit.
        "REQUESTS_A_MINUTE": {"search": 1_200, "photo": 120, "suggest": 2_400},
        "TRUSTED_PROXIES": 0,  # of ours that append to X-Forwarded-For
        "PHOTO_QUERY_HOURS": 24,
        # What is searched and clicked, without who it was (`search.log`); then only sums a day.
        "SEARCH_LOG": True,
        "SEARCH_LOG_DAYS": 30,
        "SEARCH_LOG_WAITING": 2_000,  # searches and clicks of a process that wait to be written
        # Where requests are counted; one that is not there costs exactness, and nothing else.
        "COUNTERS_URL": counters_url(),
    }


def counters_url() -> str:
    """The Redis of the cache, where that is one."""
    place = settings.CACHES["default"].get("LOCATION", "")
    first = str(place if isinstance(place, str) else next(iter(place), ""))
    is_redis = first.partition("://")[0] in ("redis", "rediss", "unix")
    return first if is_redis else "redis://127.0.0.1:6379"
