"""Whatever is killed, in the end every row is indexed and nothing is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import psutil
import pytest
import redis as redis_client

from config import embedded
from config.embedded import redis
from tests.worker import OwnShop, kill, kill_postgres, wait_until

pytestmark = pytest.mark.slow

MANY = 300
END_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnShop]:
    state = tmp_path_factory.mktemp("own") / "a shop"
    state.mkdir(mode=0o711)
    try:
        yield OwnShop(state)
    finally:
        embedded.down(state)


@pytest.fixture(autouse=True)
def products(shop: OwnShop) -> Iterator[None]:
    shop.add([f"Lamp {number}" for number in range(MANY)])
    yield
    shop.sql(END_OTHERS)  # what a killed worker asked Postgres for may still be running there
    shop.sql("TRUNCATE catalog_product CASCADE")


def in_the_middle(shop: OwnShop) -> bool:
    return 0 < shop.indexed() < MANY and shop.held() > 0


def all_indexed(shop: OwnShop) -> bool:
    return shop.indexed() == MANY


def test_a_worker_killed_in_the_middle_of_a_batch(shop: OwnShop) -> None:
    with shop.worker() as first:
        wait_until(lambda: in_the_middle(shop))
        kill(first)
    assert shop.held() > 0
    shop.let_leases_run_out()
    with shop.worker():
        wait_until(lambda: all_indexed(shop))


def test_postgres_killed_in_the_middle_of_a_batch(shop: OwnShop) -> None:
    with shop.worker():
        wait_until(lambda: in_the_middle(shop))
        kill_postgres(shop.state)
        embedded.up(shop.state)
        assert shop.sql("SELECT count(*) FROM catalog_product") == [(MANY,)]
        shop.let_leases_run_out()
        wait_until(lambda: all_indexed(shop))


def test_redis_killed_in_the_middle_of_a_batch(shop: OwnShop) -> None:
    with shop.worker():
        wait_until(lambda: in_the_middle(shop))
        psutil.Process(int((shop.state / "redis" / "redis.pid").read_text())).kill()
        embedded.up(shop.state)
        wait_until(lambda: all_indexed(shop))
        shop.add(["Lamp that came after"])
        wait_until(lambda: shop.indexed() == MANY + 1)


def test_a_flushed_redis_loses_nothing(shop: OwnShop) -> None:
    with shop.worker():
        wait_until(lambda: in_the_middle(shop))
        with redis_client.Redis(unix_socket_path=str(redis.socket(shop.state))) as link:
            link.flushall()
        wait_until(lambda: all_indexed(shop))
        shop.add(["Lamp that came after"])
        wait_until(lambda: shop.indexed() == MANY + 1)


def test_what_another_program_changes_is_found_by_the_sweep(shop: OwnShop) -> None:
    with shop.worker():
        wait_until(lambda: all_indexed(shop))
        shop.sql("UPDATE catalog_product SET title = title || ' again' WHERE title LIKE '%%7'")
        assert shop.indexed() == MANY - MANY // 10
        wait_until(lambda: all_indexed(shop))


def test_a_row_that_kills_its_worker_is_given_up_after_three_times(shop: OwnShop) -> None:
    shop.add(["Bottle of poison"])
    query = (
        "SELECT attempts, vector IS NULL, leased_until <= now() FROM search_textembedding e"
        " JOIN catalog_product p ON p.id = product_id WHERE title LIKE '%%poison'"
    )

    def given_up() -> bool:
        """Whoever holds that row dies of it, and with it all else that it held."""
        if shop.sql(query + " AND leased_until > now()"):
            shop.let_leases_run_out()
        return shop.sql(query) == [(3, True, True)] and all_indexed(shop)

    with shop.worker() as process:
        wait_until(given_up)
        assert process.poll() is None
    assert "stopped 3 times" in doctor(shop)


def test_a_worker_asked_to_stop_leaves_nothing_half_done(shop: OwnShop) -> None:
    with shop.worker() as process:
        wait_until(lambda: in_the_middle(shop))
        os.kill(process.pid, signal.SIGTERM)
        process.wait(60)
    assert shop.held() == 0


def doctor(shop: OwnShop) -> str:
    import subprocess

    try:
        return shop.manage("doctor")
    except subprocess.CalledProcessError as found:
        return str(found.stdout)
