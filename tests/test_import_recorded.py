"""Imports by the command are seen in admin, with what came of them, whatever ended them."""

from __future__ import annotations

import html
import io
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from catalog.importing import run as importing
from catalog.importing import worker
from catalog.importing.recorded import shown
from catalog.models import ImportRun, Source
from tests.worker import ROOT, OwnShop, wait_until

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

DONE, FAILED, RUNNING = ImportRun.State.DONE, ImportRun.State.FAILED, ImportRun.State.RUNNING
GOOD = "sku,title\nA1,Apple\nB1,Bread\n"
BAD = "sku,title,price\nA1,Apple,1\nB1,Bread,much\n"
PAGES = "/admin/catalog/importrun/"


def command(folder: Path, text: str, *options: str) -> str:
    """What the command complains of."""
    path = folder / "harvest.csv"
    path.write_text(text)
    err = io.StringIO()
    try:
        call_command("import_catalog", path, *options, stdout=io.StringIO(), stderr=err)
    except CommandError as error:
        return f"{err.getvalue()}{error}"
    return err.getvalue()


def page(client: Client, run: ImportRun) -> str:
    return html.unescape(client.get(f"{PAGES}{run.pk}/change/").content.decode())


@pytest.mark.parametrize("source", ["", "farm"])
def test_it_stands_among_the_imports(tmp_path: Path, admin_client: Client, source: str) -> None:
    command(tmp_path, GOOD, *(["--source", source] if source else []))
    run = ImportRun.objects.get()
    assert (run.state, run.done, run.total, str(run.source or "")) == (DONE, 2, 2, source)
    assert run.finished
    listed = html.unescape(admin_client.get(PAGES).content.decode())
    assert "by the command: harvest.csv" in listed
    assert "2 created" in listed
    assert "harvest.csv" in page(admin_client, run)


@pytest.mark.parametrize("source", ["", "farm"])
def test_rows_to_be_mended_are_there_too(tmp_path: Path, admin_client: Client, source: str) -> None:
    said = command(tmp_path, BAD, *(["--source", source] if source else []))
    run = ImportRun.objects.get()
    assert (run.state, run.problem_count) == (DONE, 1)
    assert run.problems in said
    assert run.problems in page(admin_client, run)
    mended = admin_client.get(f"{PAGES}{run.pk}/bad-rows/")
    assert b"Bread" in b"".join(mended.streaming_content)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "harvest.csv is empty."), ("xyz,abc\n1,2\n", "The file has no column sku")],
)
def test_a_file_that_cannot_be_read_is_a_failed_import(
    tmp_path: Path, text: str, reason: str
) -> None:
    command(tmp_path, text)
    run = ImportRun.objects.get()
    assert run.state == FAILED
    assert run.summary.startswith(reason)


def test_so_is_one_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("import_catalog", tmp_path / "nowhere.csv")
    run = ImportRun.objects.get()
    assert (run.state, run.command, run.summary) == (FAILED, "nowhere.csv", str(refused.value))


@pytest.mark.parametrize("ending", [KeyboardInterrupt, RuntimeError, OperationalError, SystemExit])
def test_whatever_ends_it_is_said(
    tmp_path: Path, monkeypatch: Any, ending: type[BaseException]
) -> None:
    def broken(*args: Any) -> None:
        raise ending

    monkeypatch.setattr(importing.Importer, "save", broken)
    with pytest.raises((ending, CommandError)):
        call_command("import_catalog", written(tmp_path), stderr=io.StringIO())
    run = ImportRun.objects.get()
    assert (run.state, bool(run.finished)) == (FAILED, True)
    assert run.summary.endswith("What it had written stays: run it again.")


def written(folder: Path) -> Path:
    path = folder / "harvest.csv"
    path.write_text(GOOD)
    return path


def test_one_that_broke_off_has_not_done_all_its_rows(tmp_path: Path, monkeypatch: Any) -> None:
    def broken(importer: Any, batch: list[Any]) -> None:
        saved(importer, batch)
        if ImportRun.objects.get().done:
            raise RuntimeError

    saved = importing.Importer.save
    monkeypatch.setattr(importing, "PRODUCTS_AT_ONCE", 1)
    monkeypatch.setattr(importing.Importer, "save", broken)
    with pytest.raises(RuntimeError):
        call_command("import_catalog", written(tmp_path), stderr=io.StringIO())
    run = ImportRun.objects.get()
    assert (run.state, run.done, run.total) == (FAILED, 1, 2)


def test_one_that_is_deleted_in_admin_ends(tmp_path: Path, monkeypatch: Any) -> None:
    saved = importing.Importer.save

    def deleting(importer: Any, batch: list[Any]) -> None:
        saved(importer, batch)
        ImportRun.objects.all().delete()

    monkeypatch.setattr(importing.Importer, "save", deleting)
    assert "deleted this import in admin" in command(tmp_path, GOOD)
    assert not ImportRun.objects.exists()


def test_a_worker_begins_no_import_of_the_command_and_misses_a_killed_one() -> None:
    run = ImportRun.objects.create(command="harvest.csv", state=RUNNING, seen=timezone.now())
    assert worker.work() == 0
    run.refresh_from_db()
    assert run.state == RUNNING
    ImportRun.objects.update(seen=timezone.now() - worker.LOST - timedelta(seconds=1))
    assert worker.work() == 0
    run.refresh_from_db()
    assert (run.state, bool(run.finished)) == (FAILED, True)
    assert "run it again" in run.summary


@pytest.mark.parametrize("options", [["--dry-run"], ["--explain"]])
def test_what_changes_nothing_is_not_on_record(tmp_path: Path, options: list[str]) -> None:
    command(tmp_path, GOOD, *options)
    assert not ImportRun.objects.exists()


def test_only_the_last_ones_are_kept(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr("catalog.importing.run_files.KEPT_RUNS", 2)
    other = Source.objects.create(name="other").runs.create(state=DONE, finished=timezone.now())
    for _ in range(3):
        command(tmp_path, GOOD)
    assert ImportRun.objects.exclude(command="").count() == 2
    assert ImportRun.objects.filter(pk=other.pk).exists()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("/home/me/shop.csv", "shop.csv"),
        ("https://me:secret@shop.example/feed.xml?key=secret", "shop.example/feed.xml"),
        ("http://shop.example", "shop.example"),
    ],
)
def test_no_password_of_an_address_is_on_record(place: str, said: str) -> None:
    assert shown(place) == said


@pytest.mark.slow
def test_a_killed_command_keeps_what_it_wrote_and_is_repeated(
    own_state: Path, tmp_path: Path
) -> None:
    shop = OwnShop(own_state)
    path = tmp_path / "spoons.csv"
    rows = "".join(f"S-{n},Spoon {n},{n}\n" for n in range(6_000))
    path.write_text(f"sku,title,price\n{rows}")
    words = [sys.executable, "manage.py", "import_catalog", str(path)]
    killed = subprocess.Popen(words, cwd=ROOT, env=shop.environment)
    wait_until(lambda: (shop.sql("SELECT max(done) FROM catalog_importrun")[0][0] or 0) > 0)
    killed.kill()
    killed.wait()
    [(state, done)] = shop.sql("SELECT state, done FROM catalog_importrun")
    assert (state, done < 6_000) == ("running", True)
    shop.manage("import_catalog", str(path))
    assert shop.sql("SELECT count(*), sum(price) FROM catalog_variant") == [
        (6_000, 6_000 * 5_999 // 2)
    ]
