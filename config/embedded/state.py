"""The folder of all state: who may enter it, its lock, its secrets and its sockets."""

import contextlib
import fcntl
import hashlib
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from config.environment import text

# The kernel takes 107 bytes for the path of a socket; a few are kept for suffixes.
SOCKET_PATH_BYTES = 100
LONGEST_SOCKET_NAME = ".s.PGSQL.5432"


class EmbeddedError(Exception):
    """A server of ours cannot be started or stopped; the message says why and what to do."""


def state_folder() -> Path:
    """Return the absolute path of VITRINE_STATE, by default var/ beside manage.py, made if missing.

    Mode 0700. Under root 0711: the server's own account has to pass through to its own folder.
    """
    default = Path(__file__).resolve().parents[2] / "var"
    folder = Path(text("VITRINE_STATE", str(default))).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_uid == os.geteuid():
            folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(f"it belongs to user number {folder.stat().st_uid}")
    except OSError as error:
        raise EmbeddedError(
            f"The state folder {folder} cannot be used ({error}). Set VITRINE_STATE to a folder "
            "of your own, or run as the user that it belongs to."
        ) from error
    return folder


@contextlib.contextmanager
def lock(folder: Path, name: str) -> Iterator[None]:
    """Hold an exclusive lock among all processes; it falls with its holder, even by kill -9."""
    with (folder / f"{name}.lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def secret(path: Path) -> str:
    """Return the random secret in this file of mode 0600; the first caller makes it."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # all or nothing, and never over the secret of another process
        draft.unlink()
    try:
        return path.read_text().strip()
    except PermissionError as error:
        raise EmbeddedError(
            f"{path} belongs to another user. Run as that user, or set VITRINE_STATE to another "
            "folder."
        ) from error


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
