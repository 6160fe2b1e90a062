"""The DATABASES setting: our own Postgres unless DATABASE_URL names another."""

from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config.embedded import postgres
from config.environment import text

# A shopper's query that takes longer than 3 s is lost anyway; a worker's batch may take a minute,
# what somebody does in admin some more; a migration or an index build takes as long as it takes.
STATEMENT_TIMEOUT = {"web": "3s", "worker": "60s", "admin": "5min", "command": "0"}
ROLES = ("web", "worker", "command")  # of processes


def from_environment(state: Path, role: str) -> dict[str, dict[str, Any]]:
    """Return the default database and one entry for each of DATABASE_REPLICA_URLS."""
    if role not in ROLES:
        raise ImproperlyConfigured(
            f"VITRINE_ROLE is {role!r}, but has to be one of {', '.join(ROLES)}."
        )
    url = text("DATABASE_URL")
    primary = parse("DATABASE_URL", url) if url else postgres.connection(state)
    databases = {"default": primary | tuning(role)}
    for number, address in enumerate(text("DATABASE_REPLICA_URLS").split(",")):
        if address.strip():
            replica = parse("DATABASE_REPLICA_URLS", address.strip()) | tuning(role)
            databases[f"replica{number}"] = replica | {"TEST": {"MIRROR": "default"}}
    return databases


def parse(name: str, url: str) -> dict[str, Any]:
    """Return Django's form of one postgres:// address; the variable's name is for the message."""
    try:
        parsed = dict(dj_database_url.parse(url))
    except (ValueError, dj_database_url.ParseError):
        parsed = {}
    if parsed.get("ENGINE") != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            f"{name} has to be a Postgres address like postgres://user:password@host:5432/vitrine."
        )
    return parsed


def tuning(role: str) -> dict[str, Any]:
    """Return how connections are kept and which defaults they start with, without a round trip."""
    options: dict[str, Any] = {
        "options": f"-c statement_timeout={STATEMENT_TIMEOUT[role]} "
        "-c hnsw.ef_search=100 -c hnsw.iterative_scan=relaxed_order "
        # The plan for 3 rows is not that for 300,000: statements are planned each time.
        "-c plan_cache_mode=force_custom_plan",
        "connect_timeout": 5,
        "prepare_threshold": 2,  # for `search.sql`; Django's own statements bind on the client
    }
    if role == "web":
        # A shopper's statement takes milliseconds, which starting another process for it takes too.
        options["options"] += " -c max_parallel_workers_per_gather=0"
        # Its backend checks a connection that the pool gives: a restart of Postgres costs no
        # failed page, and not one for each that it held. While Postgres is away an attempt is given
        # up soon, and the next request makes a new one: the pool's own waits double from second to
        # second, long past the moment that it is back.
        options["pool"] = {"min_size": 2, "max_size": 12, "timeout": 3, "reconnect_timeout": 0.5}
        return {"ENGINE": "config.pooled_postgres", "OPTIONS": options, "CONN_MAX_AGE": 0}
    return {"OPTIONS": options, "CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
