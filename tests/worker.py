"""A real Celery worker with beat, in a process of its own, for a shop of the test's own."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import psycopg

from config import embedded
from config.embedded import postgres
from tests.stub_encoder import StubEncoder

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120  # seconds until a test gives up waiting, on a machine that is busy with others


class SlowEncoder(StubEncoder):
    """Takes a while, so that a kill finds it in the middle; dies of the word "poison"."""

    name = "slow@1"

    def encode_texts(self, texts: Sequence[str]) -> np.ndarray:
        if any("poison" in text for text in texts):
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.02 * len(texts))
        return super().encode_texts(texts)


@cache
def migrated() -> Path:
    """The state folder of a shop with nothing in it, its servers stopped: made once, to be copied.

    To make a cluster and all tables in it takes longer than most of what is done in such a shop.
    """
    folder = Path(tempfile.mkdtemp(prefix="vitrine-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o711)
    embedded.up(folder)
    try:
        manage(environment_of(folder), "migrate", "--verbosity=0")
    finally:
        embedded.down(folder)
    return folder


def environment_of(state: Path) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")}
    return inherited | {
        "VITRINE_STATE": str(state),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "ENCODER": "tests.worker:SlowEncoder",
    }


def manage(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


class OwnShop:
    """Servers, catalogue and worker that a test may kill."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.environment = environment_of(state)
        # As root the files belong to the account of the servers: `copytree` would lose that.
        subprocess.run(["cp", "-a", f"{migrated()}/.", str(state)], check=True)
        embedded.up(state)

    def manage(self, *words: str) -> str:
        """Run manage.py and return what it printed."""
        return manage(self.environment, *words)

    def sql(self, query: str, *parameters: Any) -> list[Any]:
        with postgres.connect(self.state, "vitrine") as link:
            cursor = link.execute(query, parameters)
            return cursor.fetchall() if cursor.description else []

    def add(self, titles: Sequence[str]) -> None:
        """Write products past every signal, as another program would."""
        self.sql(
            'INSERT INTO catalog_product (title, "group", slug, description, gender, material,'
            " currency, attributes, active, created, updated) SELECT t, t, 'p', '', '', '', 'EUR',"
            " '{}', true, now(), now() FROM unnest(%s::text[]) t",
            list(titles),
        )

    def indexed(self) -> int:
        """How many products have the vector of today's text."""
        return self.sql(
            "SELECT count(*) FROM catalog_product p JOIN search_textembedding e"
            " ON e.product_id = p.id AND e.fingerprint = p.text_fingerprint AND vector IS NOT NULL"
        )[0][0]

    def held(self) -> int:
        """How many rows a worker holds right now."""
        return self.sql("SELECT count(*) FROM search_textembedding WHERE leased_until > now()")[0][
            0
        ]

    def let_leases_run_out(self) -> None:
        """As a minute after whoever holds rows has died; of a living worker they are its own.

        It would claim them once more while it encodes them, and be kept from writing meanwhile.
        """
        self.sql("UPDATE search_textembedding SET leased_until = now() WHERE leased_until > now()")

    @contextmanager
    def worker(self, *options: str) -> Iterator[subprocess.Popen[bytes]]:
        command = [sys.executable, "-m", "celery", "-A", "config", "worker", "--beat"]
        command += ["--concurrency=1", "--without-gossip", "--without-mingle", *options]
        log = (self.state / "worker.log").open("ab")
        process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
        )
        try:
            yield process
        finally:
            kill(process)
            log.close()


def kill(process: subprocess.Popen[bytes]) -> None:
    """kill -9 of a process and all its children."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def kill_postgres(state: Path) -> None:
    """kill -9 of the server and all its backends, which also end by themselves without it."""
    parent = postgres.postmaster(state / "postgres" / "data")
    assert parent is not None
    for process in [parent, *parent.children(recursive=True)]:
        with suppress(psutil.NoSuchProcess):
            process.kill()


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until the condition holds; a database that is just away counts as not yet."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if condition():
                return
        except psycopg.OperationalError:
            pass
        time.sleep(0.1)
    raise AssertionError("It did not come about.")
