"""`manage.py import_catalog` says what it did, and its exit code says whether that was all."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.core.files.storage import FileSystemStorage
from django.core.management import CommandError, call_command
from django.db import connection

from catalog.locks import Lock
from catalog.models import ImportRun, Product
from tests.cast import picture
from tests.web_server import serving

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]


def run(tmp_path: Path, text: str, *options: str) -> tuple[str, str]:
    path = tmp_path / "shop.csv"
    path.write_text(text)
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_catalog", path, *options, stdout=out, stderr=err)
    except CommandError as error:
        return out.getvalue(), f"{err.getvalue()}{error}"
    return out.getvalue(), err.getvalue()


def test_a_good_file_ends_with_its_counts(tmp_path: Path) -> None:
    out, err = run(tmp_path, "sku,title\nA1,Apple\n")

    assert out == (
        "Rows: 1 created, 0 changed, 0 unchanged, 0 rejected. "
        "Pictures: 0 added, 0 removed, 0 refused.\n"
    )
    assert err == ""


def test_a_bad_row_is_named_and_makes_the_exit_code_1(tmp_path: Path) -> None:
    out, err = run(tmp_path, "sku,title\nA1,Apple\n,Bread\n")

    assert out.startswith("Rows: 1 created, 0 changed, 0 unchanged, 1 rejected.")
    assert err == (
        "Line 3: sku is empty.\nNot everything in the file could be imported; see above."
    )


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_folder_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def full(*_arguments: Any, **_options: Any) -> str:
        raise OSError(number, os.strerror(number))

    (tmp_path / "red.png").write_bytes(picture("red"))
    monkeypatch.setattr(FileSystemStorage, "_save", full)

    _out, err = run(tmp_path, "sku,title,images\nA1,Apple,red.png\n", f"--images={tmp_path}")

    said = f"The shop cannot write its files: {os.strerror(number)}."
    assert err.startswith(said)
    last = ImportRun.objects.get()
    assert (last.state, last.summary.startswith(said)) == ("failed", True)


def test_a_dry_run_leaves_nothing_behind(tmp_path: Path) -> None:
    tables = list(apps.get_app_config("catalog").get_models())
    before = {model: set(model.objects.values_list("pk", flat=True)) for model in tables}
    columns = "sku,title,category,brand,color,price,attr:Reach,title:de,images"
    row = "A1,Apple,Fruit > Red,Orchard,Red,2,3 m,Apfel,https://shop.example/a.jpg"
    run(tmp_path, f"{columns}\n{row}\n", "--dry-run", "--source", "farm")

    assert {model: set(model.objects.values_list("pk", flat=True)) for model in tables} == before


def test_a_dry_run_says_that_it_was_one(tmp_path: Path) -> None:
    out, _err = run(tmp_path, "sku,title\nA1,Apple\n", "--dry-run")

    assert out.endswith("This was a dry run: nothing has been changed.\n")
    assert not Product.objects.exists()


def test_a_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    _out, err = run(tmp_path, "xyz,abc\n1,2\n")

    assert err == (
        "The file has no column sku, source_id or group; one of them says what a row is. "
        "Its columns are 'xyz', 'abc'; --explain prints a mapping to edit for them."
    )


def test_a_second_import_at_the_same_time_is_asked_to_wait(tmp_path: Path) -> None:
    parameters = connection.get_connection_params()
    for ours in ("cursor_factory", "context", "prepare_threshold"):
        parameters.pop(ours, None)
    with psycopg.connect(**parameters) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [Lock.IMPORT])
        _out, err = run(tmp_path, "sku,title\nA1,Apple\n")

    assert err == "Another import is running; please try again when it is done."


def test_a_catalogue_at_an_address_is_imported(settings: Any) -> None:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with serving() as server:
        server.answers["/feed.php"] = 200, {}, b"id,title,price\nA1,Apple,1.50 EUR\n"

        call_command("import_catalog", server.url("/feed.php"), stdout=io.StringIO())

    assert Product.objects.get().title == "Apple"


def test_an_address_that_is_not_public_is_not_asked() -> None:
    with pytest.raises(CommandError, match="cannot be read: it is not a public address"):
        call_command("import_catalog", "http://127.0.0.1:9/feed.csv", stdout=io.StringIO())


def test_a_mapping_is_printed_and_nothing_imported(tmp_path: Path) -> None:
    out, err = run(tmp_path, "sku,title,Anstrich\nA1,Apple,rot\n", "--explain")

    assert '"Anstrich" = ""' in out
    assert (err, Product.objects.exists()) == ("", False)


def test_the_options_of_reading_are_heeded(tmp_path: Path) -> None:
    mapping = tmp_path / "map.toml"
    mapping.write_text('[columns]\n"Anstrich" = "color"\n')

    run(
        tmp_path,
        "sku;title;Anstrich;price;Fach\nA1;Apple;rot;1.200;B\n",
        *("--map", str(mapping), "--decimal", ",", "--unknown", "attribute"),
    )

    variant = Product.objects.get().variants.get()
    assert (variant.color, variant.price) == ("rot", 1200)
