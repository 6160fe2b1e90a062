"""Installed from its package beside django-oscar, with ten lines, Vitrine finds its products."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

pytestmark = [pytest.mark.slow]

ROOT = Path(__file__).resolve().parent.parent
NAME = "beside_oscar"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package alone, as pip unpacks it, and the project beside it."""
    source, wheels, site = (tmp_path_factory.mktemp(name) for name in ("source", "wheels", "site"))
    for name in ("catalog", "search"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    built = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(wheels)]
    subprocess.run([*built, str(source)], check=True)
    [wheel] = wheels.iterdir()
    subprocess.run(
        [*pip, "install", "--no-deps", "--no-index", "--target", str(site), str(wheel)], check=True
    )
    shutil.copytree(ROOT / "tests" / NAME, site / NAME)
    return site


@pytest.fixture
def database(servers: None) -> Iterator[dict[str, Any]]:
    own = settings.DATABASES["default"]
    given = {name: own.get(name, "") for name in ("ENGINE", "HOST", "PORT", "USER", "PASSWORD")}
    parts = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"]}
    parts = {name: value for name, value in parts.items() if value}
    with psycopg.connect(
        **parts, password=given["PASSWORD"] or None, dbname="postgres", autocommit=True
    ) as server:
        server.execute(f"DROP DATABASE IF EXISTS {NAME}")
        server.execute(f"CREATE DATABASE {NAME}")
        yield {**given, "NAME": NAME}
        server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")


@pytest.fixture
def shown(installed: Path, database: dict[str, Any], tmp_path: Path) -> dict[str, Any]:
    """What the project says of itself; the encoder is that of the package, exported before."""
    exported = Path(settings.STATE_DIR) / "encoders"
    if exported.exists():
        shutil.copytree(exported, tmp_path / "var" / "encoders")
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "SHOP": str(tmp_path),
        "SHOP_DATABASE": json.dumps(database),
        "DJANGO_SETTINGS_MODULE": f"{NAME}.settings",
        "PYTHONPATH": str(installed),
    }
    run = [sys.executable, "-P", "-m", NAME]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3_000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_oscars_products_are_found_by_words_and_by_photo(shown: dict[str, Any]) -> None:
    assert (shown["created"], shown["problems"]) == (3, [])
    assert shown["words"]["title"] == "Copper kettle"
    assert shown["photo"]["title"] == "Blue raincoat"
    assert (shown["words"]["sku"], shown["words"]["source_id"]) == ("SKU-1", "1")
    assert shown["words"]["url"].startswith("https://shop.example/catalogue/copper-kettle_1")
    assert shown["page"] == [200, True]
    assert (shown["home"], shown["shop"], shown["docs"]) == (200, 200, 200)
