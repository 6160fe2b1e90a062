"""Photos are shown as WebP copies of four widths, made once and cached for ever."""

from __future__ import annotations

import errno
import io
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from catalog import disk
from catalog.models import ProductImage
from catalog.templatetags.catalog import picture as address
from catalog.templatetags.catalog import srcset
from tests.cast import oak_chair, picture, red_sneaker

pytestmark = pytest.mark.django_db


def large_photo(size: tuple[int, int] = (1000, 500), **saving: Any) -> ProductImage:
    file = ContentFile(picture("red", size, "JPEG", **saving), "chair.jpg")
    return ProductImage.objects.create(product=oak_chair(), image=file)


def shown(response: Any) -> Image.Image:
    return Image.open(io.BytesIO(b"".join(response.streaming_content)))


def test_a_photo_comes_in_the_width_asked_for(client: Client) -> None:
    response = client.get(address(large_photo(), 400))

    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    copy = shown(response)
    assert (copy.format, copy.size) == ("WEBP", (400, 200))


def test_a_photo_is_never_made_larger(client: Client) -> None:
    assert shown(client.get(address(large_photo(), 1600))).size == (1000, 500)


def test_a_photo_is_upright_and_its_exif_is_gone(client: Client) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Secret camera"
    image = large_photo((400, 200), exif=exif)

    copy = shown(client.get(address(image, 200)))

    assert (image.width, image.height) == (200, 400)
    assert copy.size == (200, 400)
    assert not copy.getexif()


def test_the_original_is_not_to_be_had(client: Client) -> None:
    image = large_photo()
    page = client.get(image.product.get_absolute_url(), follow=True).content.decode()
    assert image.image.name.endswith(".jpg")
    assert ".jpg" not in page
    assert client.get(f"/media/{image.image.name}").status_code == 404


def test_the_copy_is_made_once(client: Client, django_assert_num_queries: Any) -> None:
    url = address(large_photo(), 200)
    client.get(url)

    with django_assert_num_queries(0):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("width", [0, 201, 100_000])
def test_other_widths_are_not_there(client: Client, width: int) -> None:
    assert client.get(address(large_photo(), width)).status_code == 404


def test_a_picture_nobody_sells_is_not_there(client: Client) -> None:
    assert client.get(f"/pictures/{'0' * 64}/200.webp").status_code == 404


def test_a_photo_whose_file_is_lost_is_not_there(client: Client) -> None:
    image = large_photo()
    image.image.storage.delete(image.image.name)

    assert client.get(address(image, 200)).status_code == 404


def test_the_srcset_goes_up_to_the_width_of_the_photo() -> None:
    image = large_photo()

    widths = [part.split()[1] for part in srcset(image).split(", ")]

    assert widths == ["200w", "400w", "800w", "1000w"]


def test_the_same_photo_is_stored_once_and_named_by_its_content(media: Path) -> None:
    sneaker, chair = red_sneaker(), oak_chair()
    own = sneaker.images.get()

    same = ProductImage.objects.create(
        product=chair, image=ContentFile(picture("red"), "another name.jpg")
    )

    assert same.image.name == own.image.name
    assert own.image.name == f"products/{own.fingerprint[:2]}/{own.fingerprint}.png"
    assert len([path for path in media.rglob("*") if path.is_file()]) == 1


@pytest.mark.parametrize("tail", ["", "f" * 300, "f" * 61, "é" * 62, "%00" + "f" * 61])
def test_what_is_no_fingerprint_is_not_found(client: Client, tail: str) -> None:
    image = large_photo()
    client.get(address(image, 200))  # its folder is there

    answer = client.get(f"/pictures/{image.fingerprint[:2]}{tail}/200.webp")

    assert answer.status_code == 404


def test_on_a_full_disk_a_copy_is_shown_and_not_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = address(large_photo(), 400)
    monkeypatch.setattr(disk, "is_low", lambda folder=None: True)
    assert shown(client.get(url)).size == (400, 200)
    assert kept() == []


@pytest.mark.parametrize("step", ["mkdir", "write_bytes", "chmod", "replace"])
def test_a_copy_that_cannot_be_written_is_shown_and_leaves_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    url = address(large_photo(), 400)

    def full(*_args: Any, **_named: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as at:
        at.setattr(Path, step, full)
        assert shown(client.get(url)).size == (400, 200)
    assert kept() == []
    assert shown(client.get(url)).size == (400, 200)
    assert len(kept()) == 1


def kept() -> list[Path]:
    return [each for each in Path(settings.MEDIA_ROOT, "renditions").rglob("*") if each.is_file()]
