"""A second start finds the data of the first; an interrupted first one leaves nothing broken."""

import os
import stat
from pathlib import Path

import pytest

from config.embedded import postgres

pytestmark = pytest.mark.slow


def test_data_outlives_stop_and_start(own_state: Path) -> None:
    postgres.start(own_state)
    with postgres.connect(own_state, "vitrine") as link:
        link.execute("CREATE TABLE sold AS SELECT 'A-1' AS sku")
    assert postgres.stop(own_state)
    assert not postgres.answers(own_state, "vitrine")
    assert postgres.start(own_state)
    with postgres.connect(own_state, "vitrine") as link:
        assert link.execute("SELECT sku FROM sold").fetchall() == [("A-1",)]


def test_a_running_server_is_not_started_twice(own_state: Path) -> None:
    assert postgres.start(own_state)
    assert not postgres.start(own_state)


def test_a_half_made_cluster_is_made_anew(own_state: Path) -> None:
    half = own_state / "postgres" / "data.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    if os.geteuid() == 0:
        os.chown(own_state / "postgres", 65534, 65534)
    assert postgres.start(own_state)


def test_a_pid_file_that_names_another_program_is_stale(own_state: Path) -> None:
    postgres.start(own_state)
    pid_file = own_state / "postgres" / "data" / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    postgres.stop(own_state)
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    assert postgres.start(own_state)


def test_nobody_else_may_read_the_data_or_the_password(own_state: Path) -> None:
    postgres.start(own_state)
    assert stat.S_IMODE((own_state / "postgres").stat().st_mode) == 0o700
    assert stat.S_IMODE((own_state / "postgres_password").stat().st_mode) == 0o600


def test_a_wrong_password_is_turned_away(own_state: Path) -> None:
    postgres.start(own_state)
    (own_state / "postgres_password").write_text("guess")
    assert not postgres.answers(own_state, "vitrine")
