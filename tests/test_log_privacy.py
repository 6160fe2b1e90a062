"""Nothing in the database, in Redis or in the log of the process says who searched, or what a
photo showed beside its products."""

from __future__ import annotations

import io
import logging
import tempfile
from pathlib import Path

import pytest
import redis
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image
from pytest_django.fixtures import Settings

from catalog.models import ProductImage
from config.embedded.redis import BROKER
from search import log
from search.log import sessions
from search.log.sessions import Visitor, session_of
from search.models import LoggedSearch
from tests import cast
from tests.search_log import logged

__all__ = ["logged"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("logged")]

ADDRESS = "203.0.113.77"
BROWSER = "Quokkabrowser/7.7"
NAME = "Wilhelmine Quastenflosser"
MAIL = "wilhelmine@quastenflosser.example"
PHONE = "+49 30 5550 1234"
MARKERS = (ADDRESS, "quokkabrowser", "quastenflosser", "5550 1234", "my cellar")


def portrait() -> SimpleUploadedFile:
    """A photo with a name and a place in its metadata."""
    exif = Image.Exif()
    exif[0x013B] = NAME  # artist
    exif[0x010E] = "in my cellar"  # description
    file = io.BytesIO()
    Image.open(io.BytesIO(cast.picture("red"))).save(file, "JPEG", exif=exif)
    return SimpleUploadedFile("quastenflosser.jpg", file.getvalue(), "image/jpeg")


def shop_a_little() -> None:
    """As a shopper whose name the browser sends along, and who pastes mail and telephone."""
    client = Client(REMOTE_ADDR=ADDRESS, headers={"user-agent": BROWSER})
    client.cookies["name"] = NAME
    client.post("/search/photo/", {"photo": portrait()}, follow=True)
    for words in ("red sneaker", f"mug {MAIL}", f"mug {PHONE}"):
        client.get("/search/", {"q": words}, headers={"referer": f"https://{MAIL}/"})
        client.get("/api/v1/search/", {"q": words})
    row = LoggedSearch(pk=log.Asked().key)
    client.post("/search/click/", {"search": row.pk, "product": 1, "place": 1})
    log.writer.close()


def in_database() -> str:
    """Every row of every table, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            found += [row[0] for row in cursor.fetchall()]
    return "\n".join(found).lower()


def in_redis(settings: Settings) -> str:
    """Every key and every value of both databases."""
    found: list[bytes] = []
    with redis.Redis.from_url(settings.CACHES["default"]["LOCATION"]) as cache:
        pool = dict(cache.connection_pool.connection_kwargs)
        with redis.Redis(unix_socket_path=pool.get("path"), db=BROKER) as broker:
            for link in (cache, broker):
                for key in link.scan_iter():
                    found += [key, link.dump(key) or b""]
    return b"\n".join(found).decode("latin-1").lower()


def on_disk(*folders: Path) -> str:
    """Every file below the folders that was written since the shop opened, and its name.

    The database's own files are read through the database.
    """
    files = [file for folder in folders for file in folder.rglob("*")]
    return "\n".join(read(file) for file in files if "postgres" not in file.parts).lower()


def read(file: Path) -> str:
    """Its name and what is in it; nothing of a socket, and of what has gone since."""
    try:
        if file.is_file() and file.stat().st_size < 50_000_000:
            return f"{file}\n{file.read_bytes().decode('latin-1')}"
    except FileNotFoundError:
        pass
    return ""


def test_nothing_says_who_searched(
    shop: cast.Shop,
    settings: Settings,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    caplog.set_level(logging.INFO)
    shop_a_little()
    assert LoggedSearch.objects.count() == 7
    for place, said in (
        ("database", in_database()),
        ("Redis", in_redis(settings)),
        ("log", caplog.text.lower()),
        ("disk", on_disk(Path(settings.STATE_DIR), Path(settings.MEDIA_ROOT), temporary)),
    ):
        assert "sneaker" in said or place != "database"
        assert "ihdr" in said or place != "disk"  # the shop's own photos are there
        assert [marker for marker in MARKERS if marker.lower() in said] == [], place


def test_what_is_pasted_of_a_person_is_taken_out_of_the_words(shop: cast.Shop) -> None:
    shop_a_little()
    kept = LoggedSearch.objects.filter(kind="words").values_list("words", flat=True)
    assert set(kept) == {"red sneaker", "mug …"}


def test_a_session_has_another_name_on_another_day(logged: None) -> None:
    visitor = Visitor(ADDRESS, BROWSER)
    today = log.ClickEntry(log.Asked().key, 1, 1).at
    assert session_of(visitor, today) == session_of(visitor, today)
    assert session_of(visitor, today) != session_of(visitor, today.replace(year=today.year + 1))
    assert session_of(visitor, today) != session_of(Visitor(ADDRESS, "other"), today)


def test_the_salt_of_a_day_ends_with_it(shop: cast.Shop, settings: Settings) -> None:
    sessions._salts.clear()  # of a test before: a process draws once a day
    shop_a_little()
    with redis.Redis.from_url(settings.CACHES["default"]["LOCATION"]) as cache:
        (salt,) = cache.scan_iter("*log:salt:*")
        assert 0 < cache.ttl(salt) <= 86_460
    assert "log:salt" not in in_database()


def test_no_pixel_of_a_photo_is_kept(shop: cast.Shop, settings: Settings) -> None:
    """Of the upload, of what was decoded of it, of a copy: whatever is kept is a vector."""
    before = {file for file in Path(settings.STATE_DIR).rglob("*") if is_picture(file)}
    photos = ProductImage.objects.count()
    shop_a_little()
    assert {file for file in Path(settings.STATE_DIR).rglob("*") if is_picture(file)} == before
    assert ProductImage.objects.count() == photos
    found = in_database() + in_redis(settings)
    assert [magic for magic in ("jfif", "exif", "webpvp8", "ihdr") if magic in found] == []


def is_picture(file: Path) -> bool:
    return file.suffix in {".jpg", ".jpeg", ".png", ".webp", ".heic", ".avif"}
