"""The first command in an empty state folder may be an import; nothing has to be made before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import embedded

pytestmark = pytest.mark.slow

EXPORTS = Path(__file__).parent / "exports"
ROOT = Path(__file__).parent.parent


def manage(state: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    own = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *map(str, words)],
        cwd=ROOT,
        env={**own, "VITRINE_STATE": str(state)},
        capture_output=True,
        text=True,
    )


def test_an_export_goes_into_an_empty_state_folder(own_state: Path) -> None:
    assert embedded.is_new(own_state)
    done = manage(own_state, "import_catalog", EXPORTS / "shopify-old.csv", "--source", "shop")
    assert done.returncode == 0, done.stderr
    assert "Shopify export, 5 products, 6 variants" in done.stdout
    assert not embedded.is_new(own_state)


def test_a_database_without_tables_is_a_sentence(own_state: Path) -> None:
    embedded.up(own_state)
    for command in (["import_catalog", EXPORTS / "google.tsv"], ["export_catalog"]):
        done = manage(own_state, *command)
        assert done.returncode == 1
        assert "`python manage.py migrate` makes them" in done.stderr
        assert "Traceback" not in done.stderr
