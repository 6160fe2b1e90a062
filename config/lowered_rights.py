"""Web and worker of a shop that root started: they run as the account of its Postgres and Redis.

Root stays where it is needed: in the launcher, which only watches, and in root's own commands.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from config.embedded.account import Account, account_for, rights
from config.environment import text

OF_SERVERS = {"postgres", "redis", "run"}
ROOT = Path(__file__).resolve().parent.parent
# Nothing; reading a checkout or Python that lies under /root; the same where only that is granted.
CAPABILITIES = ("", "dac_read_search", "dac_override")
# A Python that lies where it may not be read starts all the same, with the library of another.
PROBE = """
import os, sys
assert sys.version == sys.argv[1]
import celery, django, onnxruntime, psycopg, redis
for folder in sys.argv[2:]:
    os.listdir(folder)
"""


def lowered(state: Path) -> list[str]:
    """The options of setpriv for web and worker; none where they keep the rights of their starter.

    Under root, the state that they write to is handed over to their account.
    """
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        return []
    account = account_for(state / "postgres")
    for capability in CAPABILITIES:
        words = rights(account, capability)
        if suffices(words):
            hand_over(state, account)
            return words
    print("Web and worker run as root: no other user may read this folder.", flush=True)
    return []


def suffices(words: list[str]) -> bool:
    """Whether a program with these rights can read Python, the project and the encoder."""
    encoder = Path(text("ENCODER", str(ROOT / "search")))
    folders = [str(ROOT), *([str(encoder)] if encoder.is_dir() else [])]
    probe = ["setpriv", *words, "--", sys.executable, "-c", PROBE, sys.version, *folders]
    return subprocess.run(probe, cwd=ROOT, capture_output=True).returncode == 0


def hand_over(state: Path, account: Account) -> None:
    """Give the account all of the state but what the servers have already."""
    own(state, account)
    for folder, names, files in os.walk(state):
        here = Path(folder)
        if here == state:
            names[:] = [name for name in names if name not in OF_SERVERS]
        for name in [*names, *files]:
            own(here / name, account)
    media = state / "media"
    media.mkdir(exist_ok=True)
    for path in [media, *media.rglob("*")]:
        if path.is_dir():
            path.chmod(0o2770)  # what root puts there later belongs to their group
    own(media, account)


def own(path: Path, account: Account) -> None:
    found = path.lstat()
    if (found.st_uid, found.st_gid) != account.owner:
        os.lchown(path, *account.owner)
