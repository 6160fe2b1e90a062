"""Files of photos that no product has any more are removed, and no others."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from catalog.models import Product, ProductImage
from catalog.orphaned_files import remove_leftovers
from catalog.templatetags.catalog import picture as address
from tests.cast import oak_chair, picture, product

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(client: Client, media: Path) -> Product:
    """A chair with a photo of which a copy was made, all of the day before yesterday."""
    chair = oak_chair()
    client.get(address(with_photo(chair), 200))
    grow_old(media)
    return chair


def with_photo(item: Product) -> ProductImage:
    return ProductImage.objects.create(product=item, image=ContentFile(picture("red"), "a.png"))


def files(media: Path) -> list[Path]:
    return [path for path in media.rglob("*") if path.is_file()]


def grow_old(media: Path) -> None:
    before = time.time() - 2 * 86_400
    for path in files(media):
        os.utime(path, (before, before))


def test_what_a_product_has_stays(chair: Product, media: Path) -> None:
    assert remove_leftovers() == 0
    assert len(files(media)) == 2


def test_original_and_copies_go_when_their_product_is_gone(chair: Product, media: Path) -> None:
    chair.delete()
    assert remove_leftovers() == 2
    assert files(media) == []


def test_a_picture_that_another_product_has_too_stays(chair: Product, media: Path) -> None:
    with_photo(product("Oak stool", "Furniture"))
    grow_old(media)
    chair.delete()
    assert remove_leftovers() == 0
    assert len(files(media)) == 2


def test_what_came_today_stays_its_row_may_not_be_written_yet(chair: Product, media: Path) -> None:
    (media / "products" / "ab").mkdir()
    (media / "products" / "ab" / "abcd.png").write_bytes(picture("blue"))
    assert remove_leftovers() == 0


def test_a_leftover_that_is_wanted_again_counts_as_new(chair: Product, media: Path) -> None:
    chair.images.all().delete()
    with_photo(product("Oak stool", "Furniture")).delete()  # as by an import that fails late
    assert remove_leftovers() == 1  # the copy
    assert [path.parent.parent.name for path in files(media)] == ["products"]


def test_a_copy_that_was_never_finished_goes(chair: Product, media: Path) -> None:
    half = next(media.glob("renditions/*/")) / "tmpx1y2.tmp"
    half.write_bytes(b"half")
    grow_old(media)
    assert remove_leftovers() == 1
    assert not half.exists()


def test_a_shop_without_photos_has_nothing_to_remove(media: Path) -> None:
    assert remove_leftovers() == 0
