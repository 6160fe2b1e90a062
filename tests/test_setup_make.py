"""The Makefile from a path with a space in it, and the set-up that it does."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of Makefile, pins and set-up alone."""
    folder = tmp_path / "my shop"
    (folder / "config").mkdir(parents=True)
    for path in [ROOT / "Makefile", ROOT / "config/bootstrap.py", *ROOT.glob("requirements*.txt")]:
        shutil.copy(path, folder / path.relative_to(ROOT))
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(["make", *words], cwd=folder, env=own, capture_output=True, text=True)


@pytest.mark.parametrize("target", ["setup", "run", "test", "lint", "bench", "up", "down"])
def test_make_knows_every_target_of_the_contract(target: str) -> None:
    assert make(ROOT, "--dry-run", target).returncode == 0


def test_make_alone_runs_the_shop() -> None:
    assert "config.launch" in make(ROOT, "--dry-run").stdout


def test_set_up_does_nothing_where_the_pins_are_installed(checkout: Path) -> None:
    stamp_as_installed(checkout, "run")
    done = make(checkout, "setup", f"PYTHON={sys.executable}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_set_up_for_tests_serves_a_run_as_well(checkout: Path) -> None:
    stamp_as_installed(checkout, "test")
    assert make(checkout, "setup", f"PYTHON={sys.executable}").stdout == ""


def test_changed_pins_are_installed_again(checkout: Path) -> None:
    stamp_as_installed(checkout, "run")
    (checkout / "requirements.txt").write_text("no-such-package-of-vitrine @ file:///nowhere\n")
    done = make(checkout, "setup", f"PYTHON={sys.executable}")
    assert done.returncode
    assert "The requirements could not be installed." in done.stderr


def test_a_port_that_is_taken_is_said_before_anything_is_installed(checkout: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = make(checkout, "run", f"PYTHON={sys.executable}", f"PORT={port}")
    assert done.returncode
    assert f"Port {port} cannot be used" in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_python_that_is_too_old_is_named(checkout: Path) -> None:
    """Newer Pythons read the same line; the check compares with what we were tried with."""
    bootstrap = checkout / "config" / "bootstrap.py"
    bootstrap.write_text(
        bootstrap.read_text().replace("NEWEST = (3, 11), (3, 12)", "NEWEST = (4, 0), (4, 1)")
    )
    done = make(checkout, "setup", f"PYTHON={sys.executable}")
    assert "Vitrine needs Python 3.11 or 3.12, and this is 3." in done.stderr


def stamp_as_installed(checkout: Path, purpose: str) -> None:
    """Have a .venv that says what the real set-up would have written into it."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    script = (
        "import sys; sys.path.insert(0, 'config'); import bootstrap as b; "
        f"b.STAMP.write_text(' '.join({{b.fingerprint('{purpose}'), b.fingerprint('run')}}))"
    )
    subprocess.run([sys.executable, "-c", script], cwd=checkout, check=True)


def test_a_folder_of_another_user_is_named(checkout: Path) -> None:
    (checkout / ".venv.lock").mkdir()  # as little to be opened as a file of another's
    done = make(checkout, "setup", f"PYTHON={sys.executable}")
    assert done.returncode
    assert f"Nothing can be installed in {checkout}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_python_that_may_not_be_run_is_replaced_or_named(checkout: Path) -> None:
    """As that of a .venv which leads into another user's home; `root` itself may look anywhere."""
    python = checkout / ".venv" / "bin" / "python"
    python.mkdir(parents=True)  # as little to be run
    script = (
        "import sys; sys.path.insert(0, 'config'); import bootstrap as b; "
        f"print(b.is_usable(b.Path({str(python)!r})), b.is_usable(b.Path(sys.executable)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=checkout, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["False", "True"]


def test_a_venv_that_cannot_be_made_is_a_sentence(checkout: Path) -> None:
    (checkout / ".venv").write_text("no folder")
    done = make(checkout, "setup", f"PYTHON={sys.executable}")
    assert done.returncode
    assert f"No virtual environment can be made in {checkout / '.venv'}" in done.stderr
