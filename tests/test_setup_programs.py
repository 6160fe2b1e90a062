"""What falls is started again, what keeps falling later and later; and no log grows on and on."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from config import embedded, processes, watching
from config.embedded import EmbeddedError
from config.processes import LONGEST_WAIT, MANY_FALLS, Program, rotate
from tests.worker import wait_until

FALLS = [sys.executable, "-c", "raise SystemExit(1)"]
STAYS = [sys.executable, "-c", "import time; time.sleep(600)"]


def program(command: list[str], tmp_path: Path) -> Program:
    return Program("beat", command, tmp_path / "beat.log")


def fall(found: Program) -> str:
    """Let it fall once; what the watch says of it."""
    assert found.process
    found.process.wait(30)
    return found.watch()


def test_the_first_falls_cost_nothing(tmp_path: Path) -> None:
    found = program(FALLS, tmp_path)
    found.start()
    for _ in range(MANY_FALLS - 1):
        assert fall(found) == "The beat had stopped and was started again."


def test_one_that_keeps_falling_is_tried_again_later_and_later(tmp_path: Path) -> None:
    found = program(FALLS, tmp_path)
    waits = [found.fell() for _ in range(MANY_FALLS + 8)]
    assert waits[: MANY_FALLS - 1] == [0.0] * (MANY_FALLS - 1)
    assert waits[MANY_FALLS - 1 :] == [1, 2, 4, 8, 16, 32, LONGEST_WAIT, LONGEST_WAIT, LONGEST_WAIT]


def test_it_is_started_again_when_its_wait_is_over(tmp_path: Path) -> None:
    found = program(FALLS, tmp_path)
    found.falls = [time.monotonic()] * MANY_FALLS
    found.start()
    assert "keeps falling and is tried again in 2 s" in fall(found)
    assert (found.keeps_falling, found.watch()) == (True, "")
    found.command, found.starts_again = STAYS, 0
    assert found.watch() == "The beat was started again."
    assert found.watch() == ""
    assert found.process
    found.process.kill()


def test_a_fall_long_ago_is_forgotten(tmp_path: Path) -> None:
    found = program(FALLS, tmp_path)
    found.falls = [time.monotonic() - 3 * LONGEST_WAIT] * 20
    assert found.fell() == 0


def test_a_server_that_does_not_start_closes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors = [EmbeddedError("Postgres does not start"), OSError(28, "No space left on device")]

    def fail(state: Path) -> list[str]:
        raise errors.pop(0)

    monkeypatch.setattr(embedded, "up", fail)
    assert watching.keep_servers(tmp_path) == "Postgres does not start"
    assert "No space left" in watching.keep_servers(tmp_path)


def test_a_log_is_turned_over_while_its_writer_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LOG_BYTES", 1_000)
    log = tmp_path / "web.log"
    with log.open("ab", buffering=0) as writer:
        writer.write(b"a" * 1_001)
        rotate(log)
        writer.write(b"b" * 10)
        rotate(log)
    assert (tmp_path / "web.old.log").read_bytes() == b"a" * 1_001
    assert log.read_bytes() == b"b" * 10
    rotate(tmp_path / "none.log")


def test_the_log_of_a_program_that_stays_is_turned_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "LOG_BYTES", 1_000)
    found = program(
        [sys.executable, "-uc", "import time\nwhile 1: print(9 ** 99); time.sleep(.01)"], tmp_path
    )
    found.start()
    assert found.process

    def turned_over() -> bool:
        found.watch()
        return (tmp_path / "beat.old.log").exists()

    wait_until(turned_over)
    found.process.kill()
