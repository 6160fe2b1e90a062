"""Before the disk is full, whatever would fill it is refused with a sentence."""

from __future__ import annotations

import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.test import Client

from catalog import disk
from catalog.importing import store
from catalog.models import Product
from catalog.pictures import validate_picture
from tests import cast

GIGABYTE = 1024**3
Usage = namedtuple("Usage", "total used free")


def left(monkeypatch: pytest.MonkeyPatch, free: float, total: float) -> None:
    usage = Usage(total, total - free, free)
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: usage)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    left(monkeypatch, 100 * 1024**2, 500 * GIGABYTE)


@pytest.mark.parametrize(
    ("free", "total", "low"),
    [
        (0, 500 * GIGABYTE, True),
        (GIGABYTE - 1, 500 * GIGABYTE, True),
        (GIGABYTE, 500 * GIGABYTE, False),
        (0.3 * GIGABYTE, 4 * GIGABYTE, False),
        (0.1 * GIGABYTE, 4 * GIGABYTE, True),
    ],
)
def test_the_reserve_is_a_gigabyte_or_a_share_of_a_small_disk(
    monkeypatch: pytest.MonkeyPatch, free: float, total: float, low: bool
) -> None:
    left(monkeypatch, free, total)
    assert disk.is_low() == low


@pytest.mark.usefixtures("full")
def test_readyz_is_degraded_and_names_the_disk(client: Client, shop: cast.Shop) -> None:
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["status"]) == (200, "degraded")
    assert reply.json()["disk"] == "full"


def test_readyz_is_degraded_where_photos_cannot_be_stored(
    client: Client, shop: cast.Shop, media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a disk that is mounted to be read; tests of an ordinary account and of root."""
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != media)
    reply = client.get("/readyz")
    assert (reply.status_code, reply.json()["status"]) == (200, "degraded")
    assert reply.json()["disk"] == "not writable"
    assert client.get("/search/?q=mug").status_code == 200


@pytest.mark.usefixtures("full")
def test_a_photo_for_the_catalogue_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"The shop.s disk is full except for 100"):
        validate_picture(SimpleUploadedFile("photo.png", cast.picture()))


@pytest.mark.usefixtures("full", "db")
def test_an_import_is_refused_and_a_dry_run_is_not(tmp_path: Path) -> None:
    file = tmp_path / "shop.csv"
    file.write_text("sku,title\nA1,Apple\n")
    with pytest.raises(CommandError, match="The shop's disk is full"):
        call_command("import_catalog", file)
    call_command("import_catalog", file, "--dry-run")
    assert not Product.objects.exists()


@pytest.mark.usefixtures("full")
def test_shoppers_search_and_send_photos_as_ever(client: Client, shop: cast.Shop) -> None:
    photo = SimpleUploadedFile("photo.png", cast.picture())
    assert client.get("/api/v1/search/?q=mug").status_code == 200
    assert client.post("/api/v1/search/", {"photo": photo}).status_code == 200


@pytest.mark.django_db
def test_an_import_whose_database_goes_away_says_so_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_asked: object) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(store.Batch, "__init__", gone)
    file = tmp_path / "shop.csv"
    file.write_text("sku,title\nA1,Apple\n")
    with pytest.raises(CommandError, match="run the same command again"):
        call_command("import_catalog", file)
