"""Under root the servers run as somebody else, even below folders that are closed to others."""

import os
from pathlib import Path

import pytest

from config.embedded.account import Account, account_for, reachable, run
from config.embedded.state import EmbeddedError

NOBODY = Account(65534, 65534)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can hand over to another user")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A folder that belongs to nobody below one that only its owner enters."""
    (tmp_path / "closed").mkdir(mode=0o700)
    folder = tmp_path / "closed" / "open"
    folder.mkdir()
    os.chown(folder, *NOBODY.owner)
    return folder


@as_root
def test_a_program_below_a_closed_folder_runs_and_passes_its_own_checks(closed: Path) -> None:
    program = closed / "program"
    program.write_text('#!/bin/sh\ntest -x "$0" && id -u > answer\n')
    program.chmod(0o755)
    assert not reachable(program, NOBODY)
    run([program], NOBODY, cwd=closed)
    assert (closed / "answer").read_text() == "65534\n"
    assert (closed / "answer").stat().st_uid == 65534


@as_root
def test_the_server_keeps_the_owner_that_its_data_has(closed: Path) -> None:
    assert account_for(closed) == NOBODY


@as_root
def test_nothing_of_ours_runs_as_root(tmp_path: Path) -> None:
    assert account_for(tmp_path / "new").uid != 0


def test_a_program_that_fails_is_quoted(tmp_path: Path) -> None:
    me = Account(os.geteuid(), os.getegid())
    with pytest.raises(EmbeddedError, match="sh failed: no luck"):
        run(["/bin/sh", "-c", "echo no luck >&2; exit 3"], me, cwd=tmp_path)
