"""An import that a worker does survives the worker, the database and another import."""

from __future__ import annotations

import errno
import html
import os
import time
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from catalog.importing import beat, worker
from catalog.importing.errors import Busy
from catalog.importing.worker import sentence
from catalog.locks import Lock
from catalog.models import ImportRun, Product, Source, Variant
from tests.import_pages import source_form
from tests.web_server import Server, serving

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]

FEED = b"<rss><item><id>A</id><title>Apple</title><link>/a</link><price>5</price></item></rss>"


@pytest.fixture
def server(settings: Any) -> Any:
    settings.PICTURE_NETWORKS = ["127.0.0.0/8"]
    with serving() as running:
        yield running


TOO_MUCH = """
    CREATE FUNCTION too_much() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE 'string is too long for tsvector' USING ERRCODE = 'program_limit_exceeded'; END $$;
    CREATE TRIGGER too_much BEFORE INSERT ON catalog_product FOR EACH ROW
        WHEN (NEW.title = 'Bread') EXECUTE FUNCTION too_much()"""


# The first so many products that are written end in an error; a sequence counts them for good.
ENDED = """
    CREATE SEQUENCE ended;
    CREATE FUNCTION ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('ended') <= {times} THEN RAISE '{said}' USING ERRCODE = '{code}'; END IF;
        RETURN NEW; END $$;
    CREATE TRIGGER ended BEFORE INSERT ON catalog_product FOR EACH ROW EXECUTE FUNCTION ended()"""
ENDINGS = {
    "57014": "canceling statement due to statement timeout",
    "40P01": "deadlock detected",
    "55P03": "could not obtain lock",
}


def ended(code: str, times: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ENDED.format(times=times, said=ENDINGS[code], code=code))


def run_of(content: bytes = b"sku,title\nA,Apple\n", **fields: Any) -> ImportRun:
    source = Source.objects.get_or_create(name="main")[0]
    return source.runs.create(file=ContentFile(content, "shop.csv"), **fields)


def last() -> ImportRun:
    found = ImportRun.objects.first()
    assert found
    return found


def test_a_run_that_kills_its_worker_is_not_begun_for_ever() -> None:
    run_of(state="running", seen=timezone.now() - 2 * worker.LOST, attempts=worker.ATTEMPTS)

    assert worker.work() == 1
    assert (last().state, Product.objects.count()) == ("failed", 0)
    assert last().summary == "The worker has died 4 times in the middle of this import."


def test_a_trial_of_a_file_in_no_encoding_says_what_is_wrong_with_it() -> None:
    line = '{"sku": "A1", "title": "Pepper", "attributes": {"a\x8f\x81k": "250 g"}}\n'
    source = Source.objects.create(name="other")
    source.runs.create(file=ContentFile(line.encode("latin-1"), "shop.jsonl"), dry_run=True)

    worker.work()

    assert last().state == ImportRun.State.DONE
    assert "bytes that are not UTF-8" in last().problems
    assert "\ufffd" in last().mapping


def test_a_fault_of_ours_is_a_sentence_and_no_endless_loop(monkeypatch: Any) -> None:
    def broken(*_arguments: Any, **_options: Any) -> None:
        raise ZeroDivisionError

    run_of()
    monkeypatch.setattr(worker, "import_catalog", broken)

    assert worker.work() == 1
    assert last().state == "failed"
    assert last().summary.startswith("The import stopped because of an error")


def test_a_database_that_was_away_is_a_sentence_and_the_run_goes_on(monkeypatch: Any) -> None:
    def away(*_arguments: Any, **_options: Any) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    run_of()
    with monkeypatch.context() as broken:
        broken.setattr(worker, "import_catalog", away)
        broken.setattr(connection, "close", lambda: None)  # it is the test's own
        assert worker.work() == 0
    assert last().state == "waiting"
    assert "continues by itself" in last().summary

    assert worker.work() == 1
    assert (last().state, last().attempts) == ("done", 1)


def test_a_run_that_another_worker_has_finished_does_not_wait_for_ever(monkeypatch: Any) -> None:
    """It had been reading a long file, and was taken for gone."""
    run = run_of()

    def busy(*_arguments: Any, **_options: Any) -> None:
        worker.finish(run, ImportRun.State.DONE, "1 created", worker.Problems())
        raise Busy("Another import is running")

    monkeypatch.setattr(worker, "import_catalog", busy)
    worker.work()
    assert (last().state, last().summary) == ("done", "1 created")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["file_of", "import_catalog"])
def test_a_step_that_takes_long_is_not_taken_for_a_worker_that_is_gone(
    monkeypatch: Any, step: str
) -> None:
    """A download, and the first reading of a large file."""
    seconds, lost = 0.05, timedelta(seconds=0.5)
    monkeypatch.setattr(beat, "SECONDS", seconds)
    monkeypatch.setattr(worker, "LOST", lost)
    real = getattr(worker, step)
    others: list[Any] = []

    def slow(*arguments: Any, **options: Any) -> Any:
        time.sleep(2 * lost.total_seconds())
        others.append(worker.claim())
        return real(*arguments, **options)

    run_of()
    monkeypatch.setattr(worker, step, slow)
    assert worker.work() == 1
    assert others == [None]
    assert (last().state, last().attempts) == ("done", 1)
    seen = last().seen
    time.sleep(4 * seconds)
    assert last().seen == seen


@pytest.mark.django_db(transaction=True)
def test_a_run_waits_while_another_import_is_running() -> None:
    run_of()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [Lock.IMPORT])
        assert worker.work() == 0
        assert last().state == "waiting"
    other.close()

    assert worker.work() == 1
    assert last().state == "done"


def test_what_is_confirmed_is_the_file_that_was_tried(admin_client: Client, server: Server) -> None:
    server.answers["/feed"] = 200, {}, FEED
    admin_client.post(
        "/admin/catalog/source/add/", source_form(address=server.url("/feed"), _try=1)
    )
    worker.work()
    server.answers["/feed"] = 200, {}, FEED.replace(b"Apple", b"Pear")

    admin_client.post(f"/admin/catalog/importrun/{last().pk}/confirm/")
    worker.work()

    assert Product.objects.get().title == "Apple"


def test_a_server_without_etags_is_asked_since_when(server: Server) -> None:
    when = "Wed, 25 Nov 2026 10:00:00 GMT"
    asked = []

    def answer(headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        asked.append(headers.get("if-modified-since"))
        return (304, {}, b"") if asked[-1] else (200, {"Last-Modified": when}, FEED)

    server.answers["/feed"] = answer
    source = Source.objects.create(name="main", address=server.url("/feed"))
    for _time in range(2):
        source.runs.create()
        worker.work()

    assert asked == [None, when]
    assert last().summary == "The file has not changed since the last import."


def test_what_changes_in_admin_has_the_same_file_read_again(
    admin_client: Client, server: Server
) -> None:
    server.answers["/feed"] = 200, {"ETag": '"1"'}, FEED
    form = source_form(address=server.url("/feed"), _import=1)
    admin_client.post("/admin/catalog/source/add/", form)
    worker.work()
    source = Source.objects.get()
    assert source.etag == '"1"'

    admin_client.post(f"/admin/catalog/source/{source.pk}/change/", form)

    source.refresh_from_db()
    assert source.etag == ""
    assert Variant.objects.count() == 1


def test_what_is_too_much_for_postgres_does_not_begin_the_run_for_ever() -> None:
    """Full text takes a megabyte of a product; what says so was taken for a database away."""
    with connection.cursor() as cursor:
        cursor.execute(TOO_MUCH)
    run_of(b"sku,title\nA,Apple\nB,Bread\nC,Cake\n")

    assert worker.work() == 1

    assert last().state == "done"
    assert {each.sku for each in Variant.objects.all()} == {"A", "C"}
    assert "Line 3: the database refuses it: string is too long for tsvector" in last().problems


@pytest.mark.parametrize("code", ENDINGS)
def test_a_step_that_the_database_ends_is_told_and_not_begun_for_ever(code: str) -> None:
    """It was said to be down, which it was not, and the import began anew every half minute."""
    ended(code, times=1_000_000)
    run_of()

    for _each in range(worker.ATTEMPTS - 1):
        assert worker.work() == 0
        assert (last().state, "was down" in last().summary) == ("waiting", False)
        assert f"ended a step of the import: {sentence(ENDINGS[code])}" in last().summary
    assert worker.work() == 1
    assert last().state == "failed"
    assert last().summary.endswith(f"{sentence(ENDINGS[code])} It was tried 4 times.")
    assert worker.work() == 0


@pytest.mark.parametrize("code", ENDINGS)
def test_what_the_database_ended_once_is_finished(code: str) -> None:
    ended(code, times=1)
    run_of(b"sku,title\nA,Apple\nB,Bread\n")

    while worker.work() == 0:
        pass

    assert (last().state, last().attempts) == ("done", 1 if code == "40P01" else 2)
    assert sorted(Product.objects.values_list("title", flat=True)) == ["Apple", "Bread"]
    assert "2 created" in last().summary


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_folder_that_cannot_be_written_is_a_sentence(
    admin_client: Client, monkeypatch: Any, number: int
) -> None:
    """The page had been an error of ours, and so was the import."""

    def full(*_arguments: Any, **_options: Any) -> str:
        raise OSError(number, os.strerror(number))

    said = f"The shop cannot write its files: {os.strerror(number)}."
    file = SimpleUploadedFile("shop.csv", b"sku,title\nA,Apple\n")
    run_of()
    with monkeypatch.context() as broken:
        broken.setattr(FileSystemStorage, "_save", full)
        page = admin_client.post(
            "/admin/catalog/source/add/", source_form(name="other", file=file, _try=1), follow=True
        )
        broken.setattr(worker, "import_catalog", full)
        worker.work()
    assert said in html.unescape(page.content.decode())
    assert Source.objects.filter(name="other").exists()
    assert (last().state, last().summary.startswith(said)) == ("failed", True)
