"""While encoders are switched to and fro, every search finds something, with one encoder alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django.fixtures import Settings

from search import indexing, retrieval
from search.models import EncoderVersion, PhotoQuery
from search.query import Part, Query
from tests import cast
from tests.stub_encoder import StubEncoder
from tests.worker import ROOT, OwnShop, kill, wait_until

pytestmark = pytest.mark.django_db(transaction=True)

SWITCHES, PACE = 12, 12  # answers between two switches


class Other(StubEncoder):
    """Of another width: its vectors cannot be compared with the stub's."""

    name = "other@2"
    dimensions = 64

    def encode_texts(self, texts: Any) -> Any:
        return -super().encode_texts(texts)

    def encode_images(self, images: Any) -> Any:
        return -super().encode_images(images)


@pytest.fixture
def both(shop: cast.Shop, settings: Settings) -> list[EncoderVersion]:
    settings.ENCODER = "tests.test_encoder_switched:Other"
    while indexing.index_stale():
        pass
    return list(EncoderVersion.objects.order_by("pk"))


@pytest.fixture
def photo(both: list[EncoderVersion]) -> PhotoQuery:
    """Of a red thing, made with the encoder that is live before the first switch."""
    vector = StubEncoder().stack([["red"]])[0]
    return PhotoQuery.objects.create(encoder=both[0], vector=vector)


def test_a_stream_of_searches_never_comes_back_empty_or_mixed(
    both: list[EncoderVersion], photo: PhotoQuery
) -> None:
    stop = threading.Event()
    wrong: list[Any] = []
    answered: list[str] = []
    by_photo = Query((Part(photo_id=photo.pk),))

    def ask(number: int) -> None:
        try:
            while not stop.is_set():
                # Another page size each time is the same question; other words are not.
                words = Query((Part(text=f"canvas sneaker {len(answered)} {number}"),))
                for query, encoders in ((words, ("stub@1", "other@2")), (by_photo, ("stub@1",))):
                    found = retrieval.search(query)
                    answered.append(found.encoder)
                    if not (found.hits or found.partial) or found.encoder not in encoders:
                        wrong.append((query, found.encoder, found.degraded))
        except Exception as error:
            wrong.append((number, repr(error), ""))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    try:
        for switch in range(SWITCHES):
            seen = len(answered) + PACE
            wait_until(lambda seen=seen: len(answered) >= seen or bool(wrong))  # type: ignore[misc]
            indexing.roll_back() if switch else indexing.promote(both[1])
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert set(answered) == {"stub@1", "other@2"}


def test_a_photo_of_before_the_switch_is_answered_by_its_encoder(
    both: list[EncoderVersion], photo: PhotoQuery, shop: cast.Shop
) -> None:
    query = Query((Part(photo_id=photo.pk), Part(text="sneaker")))
    before = [hit.product.pk for hit in retrieval.search(query).hits]
    indexing.promote(both[1])
    found = retrieval.search(query)
    assert found.encoder == "stub@1"
    assert [hit.product.pk for hit in found.hits] == before
    assert retrieval.search(Query((Part(text="sneaker"),))).encoder == "other@2"
    indexing.delete_soon([both[0]])
    with pytest.raises(retrieval.ExpiredPhoto):
        retrieval.search(query)


SLOW = """
    CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$;
    CREATE TRIGGER slow AFTER UPDATE OF state ON search_encoderversion FOR EACH ROW
        WHEN (NEW.state = 'retired') EXECUTE FUNCTION slow()"""
PROMOTE = "from search import indexing; from search.models import EncoderVersion as E;" + (
    "indexing.promote(E.objects.get(state='filling'))"
)


@pytest.fixture
def own_shop(own_state: Path) -> OwnShop:
    return OwnShop(own_state)


@pytest.mark.slow
def test_a_switch_that_is_killed_midway_has_not_happened(own_shop: OwnShop) -> None:
    own_shop.add(["Lamp", "Mug"])
    own_shop.manage("index")
    own_shop.environment["ENCODER"] = "tests.test_encoder_switched:Other"
    own_shop.manage("index")
    states = "SELECT name, state FROM search_encoderversion ORDER BY id"
    before = own_shop.sql(states)
    assert before == [("slow@1", "live"), ("other@2", "filling")]

    own_shop.sql(SLOW)
    switching = subprocess.Popen(
        [sys.executable, "manage.py", "shell", "-c", PROMOTE],
        cwd=ROOT, env=own_shop.environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    asleep = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    wait_until(lambda: bool(own_shop.sql(asleep)))
    os.killpg(switching.pid, signal.SIGKILL)
    kill(switching)
    own_shop.sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
    )
    assert own_shop.sql(states) == before

    own_shop.sql("DROP TRIGGER slow ON search_encoderversion")
    own_shop.manage("shell", "-c", PROMOTE)
    assert own_shop.sql(states) == [("slow@1", "retired"), ("other@2", "live")]
