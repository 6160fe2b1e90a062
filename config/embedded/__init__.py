"""The Postgres and Redis that Vitrine brings along when no address of real ones is set.

`up()` may be called by any number of processes at once and any number of times: the first one
starts the servers, the others find them. Only `down()` stops them, and the data stays.
"""

from pathlib import Path

from config.embedded import postgres, redis
from config.embedded.state import EmbeddedError, state_folder
from config.environment import text

__all__ = ["EmbeddedError", "down", "is_new", "postgres", "redis", "up"]

SERVERS = {"DATABASE_URL": postgres, "REDIS_URL": redis}


def is_new(state: Path | None = None) -> bool:
    """Whether this state folder has never had a database of its own."""
    return not ((state or state_folder()) / "postgres" / "data").exists()


def up(state: Path | None = None) -> list[str]:
    """Start what is neither configured nor running yet; return the names of what was started."""
    folder = state or state_folder()
    return [
        server.NAME
        for variable, server in SERVERS.items()
        if not text(variable) and server.start(folder)
    ]


def down(state: Path | None = None) -> list[str]:
    """Stop the servers of this state folder; return the names of what was running."""
    folder = state or state_folder()
    return [server.NAME for server in SERVERS.values() if server.stop(folder)]
