"""The folder of all state: who may enter it, its lock and its secrets."""

import contextlib
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from config.environment import text


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
