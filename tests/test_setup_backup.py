"""One command writes the shop into a file, one brings it back: rows, vectors and photos."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from catalog.models import Product, ProductImage
from search.models import PhotoQuery, TextEmbedding
from tests import cast

pytestmark = [pytest.mark.django_db(transaction=True)]

QUERIES = ["mug", "red sneaker", "oak chair", "something blue"]


@pytest.fixture
def photo_search(shop: cast.Shop, client: Client) -> Iterator[None]:
    client.post("/api/v1/search/", {"photo": io.BytesIO(cast.picture("blue"))})
    yield
    connection.close()


def answers(client: Client) -> list[list[str]]:
    found = [client.get("/api/v1/search/", {"q": query}).json() for query in QUERIES]
    return [[hit["sku"] for hit in each["results"]] for each in found]


def rows() -> list[tuple[object, ...]]:
    products = Product.objects.order_by("pk").values_list("pk", "title", "text_fingerprint")
    vectors = TextEmbedding.objects.order_by("pk").values_list("pk", "fingerprint", "vector")
    return [tuple(map(str, row)) for row in [*products, *vectors]]


def test_what_was_lost_comes_back(
    shop: cast.Shop, client: Client, photo_search: None, tmp_path: Path, media: Path
) -> None:
    before, said = rows(), answers(client)
    names = [image.image.name for image in ProductImage.objects.all()]
    call_command("backup", tmp_path / "shop.tar")

    Product.objects.all().delete()
    for name in names:
        (media / name).unlink()
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE of_a_later_release (id int)")
    call_command("restore", tmp_path / "shop.tar", "--noinput")

    assert rows() == before
    assert answers(client) == said
    assert all((media / name).is_file() for name in names)
    assert "of_a_later_release" not in connection.introspection.table_names()


def test_what_is_nobody_s_business_is_not_in_it(
    shop: cast.Shop, client: Client, photo_search: None, tmp_path: Path, media: Path
) -> None:
    assert PhotoQuery.objects.exists()
    (media / "renditions").mkdir(parents=True, exist_ok=True)
    (media / "renditions" / "copy.webp").write_bytes(b"webp")
    call_command("backup", tmp_path / "shop.tar")
    with tarfile.open(tmp_path / "shop.tar") as archive:
        assert not [name for name in archive.getnames() if "renditions" in name]
    assert (tmp_path / "shop.tar").stat().st_mode & 0o077 == 0
    call_command("restore", tmp_path / "shop.tar", "--noinput")
    assert not PhotoQuery.objects.exists()


@pytest.mark.parametrize("content", [b"", b"no tar at all", b"\0" * 10_240])
def test_what_is_no_backup_changes_nothing(shop: cast.Shop, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "shop.tar").write_bytes(content)
    with pytest.raises(CommandError, match=r"shop\.tar (cannot be read as|is no) a? ?backup"):
        call_command("restore", tmp_path / "shop.tar", "--noinput")
    assert Product.objects.exists()


@pytest.mark.parametrize("name", ["../outside", "media/../../outside"])
def test_nothing_is_written_beside_the_shop(shop: cast.Shop, tmp_path: Path, name: str) -> None:
    with tarfile.open(tmp_path / "shop.tar", "w") as archive:
        archive.add(__file__, name)
    with pytest.raises(CommandError, match="is no backup of a shop"):
        call_command("restore", tmp_path / "shop.tar", "--noinput")
    assert not list(tmp_path.rglob("outside"))


def test_a_damaged_dump_leaves_the_shop_as_it_is(shop: cast.Shop, tmp_path: Path) -> None:
    call_command("backup", tmp_path / "whole.tar")
    with tarfile.open(tmp_path / "whole.tar") as archive:
        content = archive.extractfile("database.dump").read()  # type: ignore[union-attr]
    dump = tmp_path / "database.dump"
    dump.write_bytes(content[: len(content) // 2])
    with tarfile.open(tmp_path / "half.tar", "w") as archive:
        archive.add(dump, "database.dump")
    before = rows()
    with pytest.raises(CommandError, match="failed"):
        call_command("restore", tmp_path / "half.tar", "--noinput")
    assert rows() == before


def test_a_restore_that_is_not_agreed_to_changes_nothing(
    shop: cast.Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda question: "no")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", tmp_path / "none.tar")
    assert Product.objects.exists()


def test_where_nothing_can_be_written_the_command_says_so(shop: cast.Shop, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="none"):
        call_command("backup", tmp_path / "none" / "shop.tar")
