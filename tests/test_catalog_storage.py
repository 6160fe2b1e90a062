"""A photo's file is whole or not there, and a form says what cannot be stored."""

from __future__ import annotations

import errno
import html
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from catalog.models import Variant
from tests.cast import picture, red_sneaker
from tests.test_catalog_admin import PRODUCTS, form_of

NAME = "products/ab/abc.png"


@pytest.fixture(autouse=True)
def media(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


class Breaking(ContentFile):
    """Half of it is read, and then comes what a full disk or a killed process brings."""

    def __init__(self, error: BaseException) -> None:
        super().__init__(b"")
        self.error = error

    def chunks(self, chunk_size: int | None = None) -> Any:
        yield b"half"
        raise self.error


def files(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file())


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_nothing_is_left_of_what_broke_off(media: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        default_storage.save(NAME, Breaking(error))
    assert files(media) == []
    assert default_storage.save(NAME, ContentFile(b"whole")) == NAME
    assert files(media) == [NAME]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_is_stored_under_its_name_with_the_rights_of_its_kind(
    media: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_paths: str) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    assert default_storage.save(NAME, ContentFile(b"whole")) == NAME
    path = media / NAME
    assert (path.read_bytes(), files(media)) == (b"whole", [NAME])
    assert path.stat().st_mode & 0o777 == settings.FILE_UPLOAD_PERMISSIONS


def test_another_file_of_that_name_is_not_written_over(media: Path) -> None:
    default_storage.save("imports/shop.csv", ContentFile(b"first"))
    other = default_storage._save("imports/shop.csv", ContentFile(b"second"))
    assert other != "imports/shop.csv"
    assert {(media / each).read_bytes() for each in files(media)} == {b"first", b"second"}


@pytest.mark.django_db
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_photo_that_cannot_be_stored_is_said_beside_its_field(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """The page was an error of ours, and what else had been changed in it was lost."""

    def full(*_arguments: Any, **_options: Any) -> str:
        raise OSError(number, os.strerror(number))

    sneaker = red_sneaker()
    sent = form_of(admin_client, sneaker) | {
        "title": "Typed title",
        "variants-0-stock": "9",
        "images-0-image": SimpleUploadedFile("side.png", picture("crimson")),
    }
    with monkeypatch.context() as broken:
        broken.setattr(FileSystemStorage, "_save", full)
        page = admin_client.post(f"{PRODUCTS}{sneaker.pk}/change/", sent)
    said = html.unescape(page.content.decode())
    assert f"The shop cannot write its files: {os.strerror(number)}." in said
    assert 'value="Typed title"' in said
    assert not Variant.objects.filter(stock=9).exists()

    sent["images-0-image"].seek(0)
    page = admin_client.post(f"{PRODUCTS}{sneaker.pk}/change/", sent)
    assert page.status_code == 302
    assert sneaker.images.get().width == 64
