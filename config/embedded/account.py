"""Which system user a server runs as, and how a command is run as that user.

Postgres refuses to run as root, so under root it gets another account. An ordinary user's servers
run as that user.
"""

import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from config.embedded.state import EmbeddedError

UNPRIVILEGED = ("postgres", "nobody")
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "PATH": os.defpath, "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """A user and group number."""

    uid: int
    gid: int

    @property
    def owner(self) -> tuple[int, int]:
        return self.uid, self.gid


def account_for(folder: Path) -> Account:
    """Return the owner of the server's folder, or who would own it if it were made now."""
    me = os.geteuid()
    if folder.exists():
        found = folder.stat()
        if found.st_uid == me != 0 or (me == 0 and found.st_uid != 0):
            return Account(found.st_uid, found.st_gid)
        if me != 0:
            raise EmbeddedError(
                f"{folder} belongs to user number {found.st_uid}. Run as root, who made it, or "
                "set VITRINE_STATE to a folder of your own."
            )
    return Account(me, os.getegid()) if me != 0 else unprivileged()


def unprivileged() -> Account:
    """Return the account that root hands its servers to."""
    for name in UNPRIVILEGED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise EmbeddedError(
        "Postgres does not run as root, and this machine has neither the user postgres nor "
        "nobody. Make one (useradd --system postgres), or run as an ordinary user."
    )


def run(command: Sequence[str | Path], account: Account, cwd: Path) -> None:
    """Run a command to its end as the account; raise EmbeddedError with what it said if it fails.

    Its output goes to a file of ours and not into a pipe: a server that stays would hold that open.
    """
    words = prefix(account, [Path(command[0]), cwd])
    result = subprocess.run(
        [*words, *map(str, command)],
        cwd=cwd,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    if result.returncode:
        raise EmbeddedError(f"{Path(command[0]).name} failed: {result.stderr.strip()}{hint(words)}")


def prefix(account: Account, paths: Sequence[Path]) -> list[str]:
    """Return the words in front of a command that make it run as the account.

    Where a folder on the way is closed to it (a checkout under /root), the command gets the one
    capability that lets it pass, and no folder outside of ours is opened up for everybody.
    """
    if os.geteuid() == account.uid:
        return []
    closed = not all(reachable(path, account) for path in paths)
    return ["setpriv", *rights(account, "dac_override" if closed else ""), "--"]


def rights(account: Account, capability: str = "") -> list[str]:
    """Return the options of setpriv that make a command run as the account."""
    words = [f"--reuid={account.uid}", f"--regid={account.gid}", "--clear-groups"]
    if capability:
        words += [f"--inh-caps=+{capability}", f"--ambient-caps=+{capability}"]
        # Without the securebit access(2), which initdb asks first, would not count it.
        words += ["--securebits=+no_setuid_fixup"]
    return words


def hint(words: list[str]) -> str:
    """Return what to try where the capability may be what this machine does not grant."""
    if not any("ambient" in word for word in words):
        return ""
    return (
        "\nThe servers do not run as root here, and other users may not enter this folder: move "
        "the checkout and VITRINE_STATE to where they may, or run as an ordinary user."
    )


def reachable(path: Path, account: Account) -> bool:
    """Return whether the account may pass through every folder above the path."""
    for folder in path.resolve().parents:
        found = folder.stat()
        shift = 6 if found.st_uid == account.uid else 3 if found.st_gid == account.gid else 0
        if not (found.st_mode >> shift) & 1:
            return False
    return True
