"""`make run`, as a process: it opens the shop, keeps it open and leaves nothing behind."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import psutil
import pytest

from config import embedded
from config.embedded import postgres, redis
from tests.worker import PATIENCE, ROOT, OwnShop, wait_until


class Launched:
    """A launch on a port of its own, with a shop that has one product."""

    def __init__(self, state: Path, port: int, ignored: Sequence[signal.Signals] = ()) -> None:
        self.state, self.port = state, port
        environment = {
            k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL")
        }
        environment["ENCODER"] = "tests.stub_encoder:StubEncoder"
        environment |= {"VITRINE_STATE": str(state), "PORT": str(port)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "config.launch"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            preexec_fn=lambda: [signal.signal(each, signal.SIG_IGN) for each in ignored] and None,
        )
        self.said = ""
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.said += line

    def until(self, sentence: str) -> None:
        """Wait until it says so; a launch that ends instead fails at once."""
        wait_until(lambda: sentence in self.said or self.process.poll() is not None)
        assert sentence in self.said, self.said

    def ends(self) -> int:
        code = self.process.wait(PATIENCE)
        self.listener.join(10)
        return code

    def children(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)

    def get(self, path: str) -> int:
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        link.request("GET", path)
        return link.getresponse().status


@pytest.fixture
def state(own_state: Path) -> Path:
    return stocked(own_state)


def stocked(state: Path) -> Path:
    """A shop with one product in it and its servers stopped."""
    OwnShop(state).add(["Red dress"])
    embedded.down(state)
    return state


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        found: int = probe.getsockname()[1]
    return found


@pytest.fixture
def launched(state: Path) -> Iterator[Launched]:
    yield from launch(state)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launched]:
    """One launch for all tests that leave it as it was."""
    state = tmp_path_factory.mktemp("kept") / "a shop"
    state.mkdir(mode=0o711)
    try:
        yield from launch(stocked(state))
    finally:
        embedded.down(state)


def launch(state: Path) -> Iterator[Launched]:
    found = Launched(state, free_port())
    yield found
    if found.process.poll() is None:
        found.process.terminate()
        found.ends()


@pytest.mark.slow
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_opens_an_indexed_shop_and_leaves_nothing_running(
    launched: Launched, stop: signal.Signals
) -> None:
    launched.until("The shop is open at http://127.0.0.1")
    assert launched.get("/readyz") == 200
    assert launched.get("/search/?q=red+dress") == 200
    assert launched.get("/search/?q=" + 20_000 * "a") == 414
    with postgres.connect(launched.state, "vitrine") as link:
        vectors = link.execute("SELECT count(*) FROM search_textembedding WHERE vector IS NOT NULL")
        assert vectors.fetchone() == (1,)
    children = launched.children()
    launched.process.send_signal(stop)
    assert launched.ends() == 0
    assert "Everything you had is kept" in launched.said
    assert [child for child in children if lives(child)] == []
    assert not postgres.answers(launched.state, "vitrine")
    assert not redis.answers(launched.state)


@pytest.mark.slow
def test_a_background_job_ends_on_sigint_and_not_with_its_terminal(state: Path) -> None:
    job = Launched(state, free_port(), ignored=[signal.SIGINT, signal.SIGHUP])
    job.until("Started Postgres")
    job.process.send_signal(signal.SIGHUP)
    job.until("The shop is open")
    job.process.send_signal(signal.SIGINT)
    assert job.ends() == 0
    assert "Everything you had is kept" in job.said


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give away")
def test_web_and_worker_of_root_run_as_their_servers_do(kept: Launched) -> None:
    kept.until("The shop is open")
    postmaster = postgres.postmaster(kept.state / "postgres" / "data")
    assert postmaster is not None
    account = postmaster.uids().real
    programs = [child for child in kept.children() if lives(child)]
    assert {child.uids().real for child in programs} == {account} != {0}
    photo = kept.state / "media" / "products"
    photo.mkdir(parents=True)
    assert photo.stat().st_gid == postmaster.gids().real


@pytest.mark.slow
def test_a_second_launch_from_the_same_folder_is_refused(kept: Launched) -> None:
    wait_until(lambda: (kept.state / "launch.lock").exists())
    kept.until("Started Postgres")
    second = Launched(kept.state, kept.port)
    assert second.ends() == 1
    assert f"already runs from {kept.state}: http://127.0.0.1:{kept.port}" in second.said


@pytest.mark.slow
def test_whatever_falls_is_started_again(kept: Launched) -> None:
    kept.until("The shop is open")
    for child in kept.children():
        with contextlib.suppress(psutil.NoSuchProcess):  # the pool ends with its worker
            if lives(child) and "celery" in " ".join(child.cmdline()):
                child.kill()
    postmaster = postgres.postmaster(kept.state / "postgres" / "data")
    assert postmaster is not None
    postmaster.kill()
    kept.until("The worker had stopped and was started again.")
    kept.until("The beat had stopped and was started again.")
    kept.until("Postgres had stopped and was started again.")
    wait_until(lambda: kept.get("/readyz") == 200)


@pytest.mark.slow
def test_a_killed_launcher_takes_its_programs_along(launched: Launched) -> None:
    launched.until("The shop is open")
    children = launched.children()
    launched.process.kill()
    wait_until(lambda: not any(lives(child) for child in children))


def test_a_port_that_is_taken_is_named(own_state: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = Launched(own_state, port)
        assert refused.ends() == 1
    assert f"Port {port} cannot be used" in refused.said
    assert not (own_state / "postgres").exists()


def lives(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
