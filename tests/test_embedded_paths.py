"""Sockets have short paths, whatever the state folder is called."""

import os
from pathlib import Path

import pytest

from config.embedded import postgres, redis
from config.embedded.sockets import SOCKET_PATH_BYTES, make_socket_folder
from config.embedded.state import EmbeddedError

pytestmark = pytest.mark.slow


def test_servers_start_in_a_folder_too_deep_for_a_socket(own_state: Path) -> None:
    deep = own_state / ("very-deep/" * 12) / "état"
    deep.mkdir(parents=True)
    try:
        assert postgres.start(deep)
        assert redis.start(deep)
        assert postgres.answers(deep, "vitrine")
        assert redis.answers(deep)
    finally:
        postgres.stop(deep)
        redis.stop(deep)
    for socket in (postgres.socket(deep), redis.socket(deep)):
        assert len(os.fsencode(socket)) <= SOCKET_PATH_BYTES


def test_two_deep_folders_do_not_share_a_socket(own_state: Path) -> None:
    deep = own_state / ("very-deep/" * 12)
    assert redis.socket(deep / "one") != redis.socket(deep / "two")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands its state to another account")
def test_a_state_that_root_hands_over_keeps_its_sockets(own_state: Path) -> None:
    deep = own_state / ("very-deep/" * 12)
    deep.mkdir(parents=True)
    before = redis.socket(deep)
    os.chown(deep, 65534, 65534)
    assert redis.socket(deep) == before


def test_a_socket_folder_of_somebody_else_is_refused(own_state: Path) -> None:
    deep = own_state / ("very-deep/" * 12)
    deep.mkdir(parents=True)
    squatted = redis.socket(deep).parent.parent
    squatted.symlink_to(own_state)
    try:
        with pytest.raises(EmbeddedError, match="is not ours"):
            make_socket_folder(deep, "redis", (os.geteuid(), os.getegid()))
    finally:
        squatted.unlink()
