"""Where the sockets of the servers lie, and that nobody else gets there."""

import contextlib
import hashlib
import os
import stat
import tempfile
from pathlib import Path

from config.embedded.state import EmbeddedError

# The kernel takes 107 bytes for the path of a socket; a few are kept for suffixes.
SOCKET_PATH_BYTES = 100
LONGEST_SOCKET_NAME = ".s.PGSQL.5432"


def socket_folder(state: Path, name: str) -> Path:
    """Return where the sockets of one server live: in the state folder, unless it is too deep."""
    folder = state / "run" / name
    if len(os.fsencode(folder / LONGEST_SOCKET_NAME)) <= SOCKET_PATH_BYTES:
        return folder
    # Of the path alone: root hands the folder to the account that its programs run as.
    short = f"vitrine-{hashlib.sha256(os.fsencode(state)).hexdigest()[:16]}"
    for parent in (Path(tempfile.gettempdir()), Path("/tmp")):
        folder = parent / short / name
        if len(os.fsencode(folder / LONGEST_SOCKET_NAME)) <= SOCKET_PATH_BYTES:
            break
    return folder


def make_socket_folder(state: Path, name: str, owner: tuple[int, int]) -> Path:
    """Make the folder of `socket_folder`, mode 0700, for the (user, group) the server runs as."""
    folder = socket_folder(state, name)
    parent = folder.parent
    with contextlib.suppress(FileExistsError):
        parent.mkdir(mode=0o700)
    found = parent.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), state.stat().st_uid):
        raise EmbeddedError(
            f"{parent} is not ours. Remove it, or set VITRINE_STATE to a short path."
        )
    if found.st_uid == os.geteuid():
        parent.chmod(0o711 if os.geteuid() == 0 else 0o700)
    own(folder, owner)
    return folder


def own(folder: Path, owner: tuple[int, int]) -> None:
    """Make a folder of mode 0700 that belongs to this (user, group)."""
    folder.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() == 0:
        os.chown(folder, *owner)
    folder.chmod(0o700)
